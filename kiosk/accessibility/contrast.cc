// What each word and drawing stands on is what was filled last under its middle, in the order in
// which draw.cc paints.
#include <algorithm>
#include <cstdio>

#include "kiosk/accessibility/examine.h"

namespace kiosk {
namespace {

// The one exception, as the look has it (section 2): in the light theme «Notruf» is a red ground on
// the dark bar without an outline. It is seen by its words and its drawing, which have 8.1.
bool seen_by_its_words(const Box& key) {
  return key.name == "bar:emergency";
}

// What shows through where `over` lies upon `under`.
Color blended(Color over, Color under) {
  const auto mix = [&](std::uint8_t upper, std::uint8_t lower) {
    return static_cast<std::uint8_t>((upper * over.alpha + lower * (255 - over.alpha)) / 255);
  };
  return {mix(over.red, under.red), mix(over.green, under.green), mix(over.blue, under.blue)};
}

struct Need {
  double words, large, outline;
};

class Grounds final {
 public:
  Grounds(const Scene& scene, const Look& look, Examination& found)
      : look_(look),
        found_(found),
        need_(look.colors().contrast ? Need{15, 15, 3} : Need{7, 4.5, 3}),
        filled_{{scene.root.rect, scene.ground}} {}

  void visit(const Box& box) {
    if (box.name == "scrim") {  // what lies under it is not to be read now
      found_.violations.resize(before_);
      filled_ = {{box.rect, blended(*box.paint.fill, filled_.front().color)}};
      return;
    }
    const Color around = under(box.rect);
    if (box.role == Role::Key)
      outline(box, around);
    if (box.paint.fill && box.paint.fill->alpha == 255)
      filled_.push_back({box.rect, *box.paint.fill});
    if (box.paint.text)
      words(box);
    if (!box.paint.pictogram.empty() && box.role != Role::Decoration)
      judge(box, box.paint.foreground, under(box.rect), need_.large);
    for (const Box& child : box.children)
      visit(child);
  }

  void all(const Box& root) {
    before_ = found_.violations.size();
    visit(root);
  }

 private:
  struct Ground {
    Rect rect;
    Color color;
  };

  Color under(const Rect& rect) const {
    const int x = rect.x + rect.width / 2;
    const int y = rect.y + rect.height / 2;
    const auto top = std::find_if(filled_.rbegin(), filled_.rend(),
                                  [&](const Ground& ground) { return ground.rect.contains(x, y); });
    return top == filled_.rend() ? filled_.front().color : top->color;
  }

  // A key is seen by its ground or by its outline.
  void outline(const Box& key, Color around) {
    const Color fill = key.paint.fill.value_or(around);
    const Color edge = key.paint.outline > 0 || key.paint.lower_edge > 0 ? key.paint.edge : fill;
    const double best = std::max(contrast(fill, around), contrast(edge, around));
    if (best < need_.outline && !seen_by_its_words(key))
      say(key.name + "'s outline", best, need_.outline);
  }

  void words(const Box& box) {
    if (box.paint.text->lines.empty())
      return;
    float size = 0;
    bool second = false;
    for (const Line& line : box.paint.text->lines)
      for (const Glyph& glyph : line.glyphs) {
        size = std::max(size, glyph.size);
        second = second || glyph.color == 1;
      }
    const double need = size >= look_.exact(60) ? need_.large : need_.words;
    const Color ground = under(box.rect);
    const double least = std::min(
        contrast(box.paint.foreground, ground),
        second ? contrast(box.paint.second, ground) : contrast({0, 0, 0}, {255, 255, 255}));
    found_.measured.least_contrast = std::min(found_.measured.least_contrast, least);
    if (least < need)
      say(box.name, least, need);
  }

  void judge(const Box& box, Color color, Color ground, double need) {
    if (const double has = contrast(color, ground); has < need)
      say(box.name, has, need);
  }

  void say(const std::string& what, double has, double need) {
    std::array<char, 64> figures{};
    std::snprintf(figures.data(), figures.size(), ": contrast %.1f, %.1f is the least", has, need);
    found_.violations.push_back({Rule::Contrast, what + figures.data()});
  }

  const Look& look_;
  Examination& found_;
  Need need_;
  std::vector<Ground> filled_;
  std::size_t before_ = 0;
};

}  // namespace

void examine_contrast(const Scene& scene, const Look& look, Examination& found) {
  Grounds(scene, look, found).all(scene.root);
  const Palette& colors = look.colors();
  if (contrast(colors.focus_in, colors.focus_out) < 3)
    found.violations.push_back({Rule::Contrast, "the focus ring's two colours are too alike"});
}

}  // namespace kiosk
