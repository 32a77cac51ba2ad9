#include "kiosk/screens/alert.h"

#include <algorithm>
#include <utility>

#include "content-engine/reader/language_fallback.h"
#include "kiosk/screens/clock_time.h"
#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

// The languages to say it in: the visitor's, else every one it is written in, the town's first.
std::vector<std::string> tongues(const Frame& frame, const Alert& alert) {
  for (std::string_view tag = frame.session().language; !tag.empty();
       tag = content::broader_tag(tag))
    if (alert.texts.contains(std::string(tag)))
      return {std::string(tag)};
  std::vector<std::string> all;
  for (const content::Language& language : frame.library().languages())
    if (alert.texts.contains(language.tag))
      all.push_back(language.tag);
  const auto own = std::find(all.begin(), all.end(), frame.library().town().default_language);
  if (own != all.end())
    std::rotate(all.begin(), own, own + 1);
  return all;
}

std::string until_words(const Frame& frame, const InterfaceWords& words, const Alert& alert) {
  const long ahead =
      content::days_since_epoch(alert.until.day) - content::days_since_epoch(frame.moment().today);
  const std::string day = ahead == 0   ? words("day.today")
                          : ahead == 1 ? words("day.tomorrow")
                                       : words.day(alert.until.day);
  return words("alert.until", {name("day", day), figures("time", clock_time(alert.until.minute))});
}

// One language's part: what it is, what to do, how long it holds.
std::vector<Box> part(const Frame& frame, const Look& look, const std::string& tag, Type size,
                      int width) {
  const Alert& alert = *frame.moment().alert;
  const content::Language* language = frame.library().language(tag);
  const InterfaceWords words(frame.library(), language == nullptr ? frame.language() : *language);
  const Scribe type = frame.type_in(tag).with_look(look).on_own_side();
  const Color color = frame.colors().on_alarm;
  std::vector<Box> boxes;
  boxes.push_back(type.text("alert/title", {words("alert.title")},
                            {.type = size, .weight = Weight::Bold, .color = color}, width));
  boxes.back().role = Role::Heading;
  boxes.back().rect.height += frame.px(12);
  boxes.push_back(type.text("alert/text", {alert.texts.at(tag)},
                            {.type = size, .weight = Weight::SemiBold, .color = color}, width));
  boxes.back().rect.height += frame.px(12);
  boxes.push_back(type.text("alert/until", {until_words(frame, words, alert)},
                            {.type = Type::S, .color = color}, width));
  return boxes;
}

struct Filled {
  std::vector<Box> boxes;
  int height = 0;
  bool whole = false;  // all of the languages fitted
};

Filled fill(const Frame& frame, const Look& look, const std::vector<std::string>& tags, Type size,
            int width, int room) {
  Filled filled;
  for (const std::string& tag : tags) {
    std::vector<Box> boxes = part(frame, look, tag, size, width);
    int height = filled.boxes.empty() ? 0 : frame.px(34);
    for (const Box& box : boxes)
      height += box.rect.height;
    if (!filled.boxes.empty() && filled.height + height > room)
      return filled;
    int top = filled.height + (filled.boxes.empty() ? 0 : frame.px(34));
    for (Box& box : boxes) {
      const int high = box.rect.height;
      filled.boxes.push_back(moved(std::move(box), 0, top));
      top += high;
    }
    filled.height = top;
  }
  filled.whole = filled.height <= room;
  return filled;
}

}  // namespace

bool alert_lies_over(const Frame& frame) {
  const auto& alert = frame.moment().alert;
  return alert && !alert->texts.empty() && frame.session().alert_read != alert->id &&
         frame.session().place().screen != ScreenKind::Emergency;
}

Content alert_screen(const Frame& frame) {
  const std::vector<std::string> tags = tongues(frame, *frame.moment().alert);
  Content content;
  Box panel;
  panel.name = "alert";
  const int top = frame.top() + frame.px(8);
  panel.rect = {0, 0, frame.width(), frame.above_actions() - top};
  panel.paint.fill = frame.colors().alarm;
  panel.paint.radius = frame.px(24);
  const int side = frame.px(48);
  const int sign = frame.px(frame.portrait() ? 116 : 84);
  const int text_top = side + sign + frame.px(20);
  const int room = panel.rect.height - text_top - side;
  // As large as it fits; what is written in many languages is smaller and still no smaller than S.
  Filled filled;
  Look look = frame.look();
  for (bool fits = false; !fits;) {
    for (const Type size : {Type::XL, Type::L, Type::M, Type::S}) {
      filled = fill(frame, look, tags, size, panel.rect.width - 2 * side, room);
      if (fits = filled.whole; fits)
        break;
    }
    if (look.text_size == TextSize::Normal)
      break;
    look.text_size = static_cast<TextSize>(look.step() - 1);
  }
  panel.children.push_back(moved(
      pictogram(frame.look(), "warning", frame.portrait() ? 116 : 84, frame.colors().on_alarm),
      side, side));
  for (Box& box : filled.boxes)
    panel.children.push_back(moved(std::move(box), side, text_top));
  content.boxes.push_back(moved(std::move(panel), frame.start(), top));
  const bool begun = !frame.session().language.empty();
  content.boxes.push_back(
      frame.actions({{"alert-read",
                      {ActionKind::AlertRead, frame.moment().alert->id},
                      frame.words()(begun ? "alert.understood" : "bar.language"),
                      begun ? "check" : "language",
                      Rank::Main}}));
  return content;
}

}  // namespace kiosk
