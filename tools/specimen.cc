#include "tools/specimen.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/scribe.h"

namespace kiosk {
namespace {

// As the engine has it from the language.
Direction direction_of(const Specimen& specimen, TextEngine& text) {
  ParagraphRequest request;
  request.text = specimen.name;
  request.language = specimen.language;
  return text.layout(request).direction;
}

Box filled(const Rect& rect, Color color) {
  Box box;
  box.role = Role::Decoration;
  box.rect = rect;
  box.paint.fill = color;
  return box;
}

class Sheet {
 public:
  Sheet(const Look& look, TextEngine& text)
      : look_(look),
        text_(&text),
        count_(look.panel.portrait() ? 1 : 2),
        columns_(columns(look.panel.size.width - 2 * look.margin(), count_, look.px(72))) {}

  // Name and tag over the sentences, a hairline below: all of it at its own language's start.
  Box entry(const Specimen& specimen, std::size_t order) const {
    static constexpr std::array<std::string_view, 5> families{"arrive", "means", "family", "living",
                                                              "voice"};
    const Color accent = family_colors(look_.colors(), families[order % families.size()]).fill;
    const Direction direction = direction_of(specimen, *text_);
    const int width = columns_.front().width;
    const int inset = look_.px(28);
    const Scribe type(*text_, look_, specimen.language, direction, direction);
    const Scribe latin(*text_, look_, "en", Direction::LeftToRight, direction);
    Box tag = latin.line(
        "tag", {specimen.language},
        {.type = Type::Caption, .color = look_.colors().ink_soft, .stretch = Stretch::Condensed});
    Box name = type.text("name", {specimen.name},
                         {.type = Type::M, .weight = Weight::Bold, .color = accent},
                         width - inset - tag.rect.width - look_.px(20));
    Box words = type.text("text", {specimen.text}, {.type = Type::S, .color = look_.colors().ink},
                          width - inset);
    const int top = name.rect.height + look_.px(4);
    const int height = top + words.rect.height;
    std::vector<Box> boxes{filled({0, look_.px(8), look_.px(8), height - look_.px(16)}, accent)};
    const Rect corner = tag.rect;
    boxes.push_back(moved(std::move(tag), width - corner.width,
                          name.rect.height - corner.height - look_.px(4)));
    boxes.push_back(moved(std::move(name), inset, 0));
    boxes.push_back(moved(std::move(words), inset, top));
    Box whole = group("specimen:" + specimen.language, std::move(boxes));
    whole.rect = {0, 0, width, height};
    return direction == Direction::RightToLeft ? mirrored(std::move(whole), width) : whole;
  }

  // Fills columns, then pages.
  std::vector<std::vector<Box>> pages(const std::vector<Specimen>& specimens) const {
    const int bottom = look_.panel.size.height - look_.margin();
    std::vector<std::vector<Box>> pages(1);
    std::size_t column = 0;
    int top = look_.margin();
    for (std::size_t i = 0; i < specimens.size(); ++i) {
      Box box = entry(specimens[i], i);
      if (top + box.rect.height > bottom && top > look_.margin()) {
        top = look_.margin();
        if (++column == columns_.size()) {
          column = 0;
          pages.emplace_back();
        }
      }
      const int height = box.rect.height;
      pages.back().push_back(moved(std::move(box), look_.margin() + columns_[column].start, top));
      top += height + look_.px(34);
    }
    return pages;
  }

 private:
  Look look_;
  TextEngine* text_;
  int count_;
  std::vector<Column> columns_;
};

}  // namespace

Scene specimen_sheet(const std::vector<Specimen>& specimens, const Look& look, int page,
                     TextEngine& text) {
  auto pages = Sheet(look, text).pages(specimens);
  Scene scene;
  scene.ground = look.colors().paper;
  scene.pages = static_cast<int>(pages.size());
  Box root = group(
      "specimen", std::move(pages[static_cast<std::size_t>(std::clamp(page, 1, scene.pages) - 1)]));
  root.rect = {0, 0, look.panel.size.width, look.panel.size.height};
  scene.root = settled(std::move(root));
  return scene;
}

}  // namespace kiosk
