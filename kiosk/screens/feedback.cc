#include "kiosk/screens/feedback.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/card_stops.h"
#include "kiosk/screens/path_pages.h"
#include "kiosk/widgets/choice_key.h"
#include "kiosk/widgets/path.h"

namespace kiosk {

Box feedback_key(const Frame& frame, const Frame& visitor, const std::string& answer, int width) {
  const std::string word = visitor.words()("feedback." + answer);
  Look look = frame.look();
  // The keys of reading aloud take much of the height, a low panel has little.
  const bool little = frame.reads_on() || !frame.portrait();
  look.text_size = std::min(look.text_size, little ? TextSize::Plus1 : TextSize::Plus2);
  return choice_key(
      frame.type_in(visitor.language().tag).with_look(look),
      {"feedback:" + answer, {ActionKind::GiveFeedback, answer}, word, Chosen::No, word}, width,
      frame.px(84));
}

Stop feedback_stop(const Frame& frame, const Frame& visitor, const std::string& topic) {
  CardStop asked(frame, "feedback.title", "check-circle");
  const std::string& language = visitor.language().tag;
  const int width = path_column_width(frame) - path_indent(frame.look());
  const bool answered = visitor.session().answered.contains(topic);
  if (answered)
    asked.say_in(language, visitor.words()("feedback.thanks"));
  Stop stop = asked.take();
  if (language != frame.language().tag) {
    Box question = frame.type_in(language).text(
        "heading", {visitor.words()("feedback.title")},
        {.type = Type::M, .weight = Weight::Bold, .color = frame.colors().ink}, width);
    question.role = Role::Heading;
    stop.heading = std::move(question);
  }
  if (answered)
    return stop;
  for (const std::string answer : {"understood", "not-understood", "missing-language"}) {
    Part part;
    part.gap = frame.px(20);
    part.box = feedback_key(frame, visitor, answer, width);
    stop.parts.push_back(std::move(part));
  }
  return stop;
}

}  // namespace kiosk
