#include "kiosk/selftest/service_sheet.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/theme.h"

namespace kiosk {
namespace {

constexpr double short_side = 1080, long_side = 1920;
constexpr double head_units = 124;
constexpr double least_key_mm = 20;

const Palette& look() {
  return palette(Theme::Light);
}

int lines_of(std::string_view words) {
  return 1 + static_cast<int>(std::count(words.begin(), words.end(), '\n'));
}

}  // namespace

std::string ServiceFrame::in(const content::Sentence& sentence) const {
  return language == content::MessageLanguage::German ? sentence.german : sentence.english;
}

int ServiceFrame::px(double units) const {
  const double across = portrait() ? short_side : long_side;
  const double down = portrait() ? long_side : short_side;
  return static_cast<int>(units * std::min(panel.size.width / across, panel.size.height / down) +
                          0.5);
}

int ServiceFrame::key_height() const {
  return std::max(px(92), panel.px(least_key_mm));
}

ServiceSheet::ServiceSheet(const ServiceFrame& frame, const content::Sentence& title)
    : frame_(frame),
      margin_(frame.px(48)),
      gap_(frame.px(20)),
      foot_(frame.panel.size.height - margin_) {
  const int width = frame_.panel.size.width;
  const int height = std::max(frame_.px(head_units), frame_.key_height() + frame_.px(24));
  add({.shape = ServiceShape::Fill, .rect = {0, 0, width, height}, .color = look().plinth});
  Lettering::Style large{Cut::Bold, frame_.px(52), frame_.px(64), look().on_plinth};
  const int key_width = frame_.px(220);
  const int room = width - 3 * margin_ - key_width;
  const std::string words = frame_.in(title);
  while (large.size > frame_.px(28) && this->width(words, large) > room)
    --large.size;
  words_at(words, large, margin_, (height - large.leading) / 2);
  add({.name = std::string(language_key),
       .label = frame_.language == content::MessageLanguage::German ? "English" : "Deutsch",
       .rect = {width - margin_ - key_width, (height - frame_.key_height()) / 2, key_width,
                frame_.key_height()},
       .look = ServiceLook::Quiet});
  y_ = height + frame_.px(36);
}

Rect ServiceSheet::rest() const {
  return {margin_, y_, frame_.panel.size.width - 2 * margin_, std::max(0, foot_ - gap_ - y_)};
}

void ServiceSheet::skip(double units) {
  y_ += frame_.px(units);
}

Lettering::Style ServiceSheet::style(ServiceVoice voice) const {
  switch (voice) {
    case ServiceVoice::Soft:
      return {Cut::Regular, frame_.px(32), frame_.px(43), look().ink_soft};
    case ServiceVoice::Strong:
      return {Cut::SemiBold, frame_.px(36), frame_.px(47), look().ink};
    case ServiceVoice::Large:
      return {Cut::Bold, frame_.px(64), frame_.px(80), look().ink};
    case ServiceVoice::Body:
      break;
  }
  return {Cut::Regular, frame_.px(36), frame_.px(48), look().ink};
}

int ServiceSheet::width(std::string_view words, const Lettering::Style& style) const {
  return frame_.letters == nullptr ? 0 : frame_.letters->width(words, style);
}

std::string ServiceSheet::wrapped(std::string_view words, const Lettering::Style& style,
                                  int width) const {
  return frame_.letters == nullptr ? std::string(words)
                                   : frame_.letters->wrapped(words, style, width);
}

void ServiceSheet::words_at(std::string_view words, const Lettering::Style& style, int left,
                            int top) {
  add({.shape = ServiceShape::Text,
       .rect = {left, top, 0, 0},
       .color = style.color,
       .words = std::string(words),
       .style = style});
}

void ServiceSheet::plain(std::string_view words, ServiceVoice voice) {
  const auto how = style(voice);
  const std::string set = wrapped(words, how, rest().width);
  words_at(set, how, margin_, y_);
  y_ += lines_of(set) * how.leading + frame_.px(14);
}

void ServiceSheet::text(const content::Sentence& words, ServiceVoice voice) {
  plain(frame_.in(words), voice);
}

void ServiceSheet::fact(std::string_view name, std::string_view value) {
  const Rect column = rest();
  const auto soft = style(ServiceVoice::Soft), body = style(ServiceVoice::Strong);
  const int start = column.width * 2 / 5;
  const std::string left = wrapped(name, soft, start - gap_);
  const std::string right = wrapped(value, body, column.width - start);
  words_at(left, soft, margin_, y_ + (body.leading - soft.leading) / 2);
  words_at(right, body, margin_ + start, y_);
  y_ += std::max(lines_of(left), lines_of(right)) * body.leading + frame_.px(8);
  add({.shape = ServiceShape::Fill,
       .rect = {margin_, y_, column.width, std::max(1, frame_.px(2))},
       .color = look().hairline});
  y_ += frame_.px(10);
}

void ServiceSheet::keys(std::vector<ServiceKey> keys, int columns, double units) {
  const Rect column = rest();
  const int height = std::max(frame_.key_height(), frame_.px(units));
  const int width = (column.width - (columns - 1) * gap_) / columns;
  int at = 0;
  for (ServiceKey& key : keys) {
    key.rect = {column.x + at % columns * (width + gap_), y_ + at / columns * (height + gap_),
                width, height};
    add(std::move(key));
    ++at;
  }
  y_ += (at + columns - 1) / columns * (height + gap_);
}

void ServiceSheet::foot(std::vector<ServiceKey> keys) {
  const int height = frame_.key_height();
  const int top = frame_.panel.size.height - margin_ - height;
  const int count = std::max(2, static_cast<int>(keys.size()));
  const int width = (frame_.panel.size.width - 2 * margin_ - (count - 1) * gap_) / count;
  int left = margin_;
  for (ServiceKey& key : keys) {
    key.rect = {left, top, width, height};
    left += width + gap_;
    add(std::move(key));
  }
  foot_ = top;
}

ServiceKey back_to_menu(const ServiceFrame& frame) {
  return {.name = std::string(back_key),
          .label = frame.in({"Zurück", "Back"}),
          .rect = {},
          .pictogram = "back"};
}

}  // namespace kiosk
