#include "kiosk/selftest/service_scene.h"

#include <algorithm>

#include "kiosk/canvas/pictograms.h"
#include "kiosk/widgets/theme.h"

namespace kiosk {
namespace {

struct KeyColors {
  Color fill, edge, on;
};

KeyColors colors_of(const ServiceKey& key, bool pressed) {
  const Palette& c = palette(Theme::Light);
  KeyColors colors{c.surface, c.edge, c.ink};
  switch (key.look) {
    case ServiceLook::Plain:
      break;
    case ServiceLook::Main:
      colors = {c.action, c.action_edge, c.on_action};
      break;
    case ServiceLook::Chosen:
      colors = {c.plinth, c.plinth_edge, c.on_plinth};
      break;
    case ServiceLook::Alarm:
      colors = {c.alarm, c.alarm, c.on_alarm};
      break;
    case ServiceLook::Quiet:
      colors = {c.plinth_key, c.plinth_edge, c.on_plinth};
      break;
  }
  if (!key.works)
    return {c.sunk, c.hairline, c.ink_soft};
  if (pressed)
    std::swap(colors.fill, colors.on);
  return colors;
}

int lines_in(const std::string& words) {
  return 1 + static_cast<int>(std::count(words.begin(), words.end(), '\n'));
}

void draw_key(const ServiceKey& key, const ServiceHand& hand, Surface& page,
              const Lettering* letters) {
  const KeyColors colors = colors_of(key, hand.pressed == key.name);
  const int unit = std::max(1, key.rect.height / 40);
  const int radius = key.rect.height / 9;
  page.fill_rounded(key.rect, radius, colors.fill);
  page.stroke_rounded(key.rect, radius, unit, colors.edge);
  if (hand.focused == key.name) {
    const Palette& c = palette(Theme::Light);
    const auto ring = [&](int away, int stroke, Color color) {
      page.stroke_rounded({key.rect.x - away, key.rect.y - away, key.rect.width + 2 * away,
                           key.rect.height + 2 * away},
                          radius + away, stroke, color);
    };
    ring(4 * unit, 4 * unit, c.focus_out);
    ring(3 * unit, 2 * unit, c.focus_in);
  }
  const int lines = lines_in(key.label);
  // Of one size on a page, as far as they fit: a digit alone may be larger.
  constexpr int short_side = 1080, usual = 40, of_a_digit = 60;
  const int scale = std::min(page.size().width, page.size().height);
  const int wish = (key.label.size() <= 2 ? of_a_digit : usual) * scale / short_side;
  const int size = std::max(12, std::min(wish, key.rect.height * 60 / 100 / std::max(1, lines)));
  Lettering::Style style{Cut::SemiBold, size, size * 5 / 4, colors.on};
  const int picture = key.pictogram.empty() ? 0 : key.rect.height * 45 / 100;
  const int gap = picture == 0 ? 0 : key.rect.height / 5;
  const int room = key.rect.width - key.rect.height / 3 - picture - gap;
  if (letters == nullptr)
    return;
  while (style.size > 12 && letters->width(key.label, style) > room) {
    --style.size;
    style.leading = style.size * 5 / 4;
  }
  const int width = letters->width(key.label, style);
  const int padding = key.rect.height / 4;
  int left = key.rect.x + (key.at_start ? padding : (key.rect.width - width - picture - gap) / 2);
  const int middle = key.rect.y + key.rect.height / 2;
  if (picture > 0) {
    Pictograms pictograms;
    page.blend(pictograms.mask(key.pictogram, picture, Mirror::No), left, middle - picture / 2,
               colors.on);
    left += picture + gap;
  }
  letters->draw(page, key.label, style, left, middle - lines * style.leading / 2);
}

void draw_item(const ServiceItem& item, Surface& page, const Lettering* letters) {
  const Rect& at = item.rect;
  switch (item.shape) {
    case ServiceShape::Text:
      if (letters != nullptr)
        letters->draw(page, item.words, item.style, at.x, at.y);
      return;
    case ServiceShape::Fill:
      if (item.radius > 0)
        page.fill_rounded(at, item.radius, item.color);
      else
        page.fill(at, item.color);
      return;
    case ServiceShape::Stroke:
      page.stroke_rounded(at, item.radius, item.stroke, item.color);
      return;
    case ServiceShape::Pictogram: {
      Pictograms pictograms;
      page.blend(pictograms.mask(item.words, at.width, Mirror::No), at.x, at.y, item.color);
      return;
    }
    case ServiceShape::Disc:
      page.fill_circle(at.x + at.width / 2.0, at.y + at.height / 2.0, at.width / 2.0, item.color);
      return;
    case ServiceShape::Picture:
      if (item.picture)
        page.blend(*item.picture, at.x, at.y);
      return;
  }
}

std::string place_of(const Rect& rect) {
  return std::to_string(rect.x) + "," + std::to_string(rect.y);
}

std::string one_line(std::string words) {
  std::replace(words.begin(), words.end(), '\n', '|');
  return words;
}

}  // namespace

const ServiceKey* ServiceScene::hit(int x, int y) const {
  for (const ServiceKey& key : keys)
    if (key.works && key.rect.contains(x, y))
      return &key;
  return nullptr;
}

const ServiceKey* ServiceScene::key(std::string_view name) const {
  const auto at = std::find_if(keys.begin(), keys.end(),
                               [&](const ServiceKey& key) { return key.name == name; });
  return at == keys.end() ? nullptr : &*at;
}

void draw(const ServiceScene& scene, const ServiceHand& hand, Surface& page,
          const Lettering* letters) {
  page.fill({0, 0, page.size().width, page.size().height}, palette(Theme::Light).paper);
  for (const ServiceItem& item : scene.items)
    draw_item(item, page, letters);
  for (const ServiceKey& key : scene.keys)
    draw_key(key, hand, page, letters);
}

std::string dump(const ServiceScene& scene) {
  std::string text;
  for (const ServiceItem& item : scene.items) {
    if (item.shape == ServiceShape::Text)
      text += "text " + place_of(item.rect) + " \"" + one_line(item.words) + "\"\n";
    if (item.shape == ServiceShape::Pictogram)
      text += "pictogram " + place_of(item.rect) + " " + item.words + "\n";
  }
  for (const ServiceKey& key : scene.keys)
    text += "key " + key.name + " " + place_of(key.rect) + " " + std::to_string(key.rect.width) +
            "x" + std::to_string(key.rect.height) + " \"" + one_line(key.label) + "\"" +
            (key.works ? "" : " off") + "\n";
  return text;
}

}  // namespace kiosk
