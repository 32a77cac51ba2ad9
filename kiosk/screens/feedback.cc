#include "kiosk/screens/feedback.h"

#include <algorithm>

#include "kiosk/screens/card_stops.h"
#include "kiosk/screens/path_pages.h"
#include "kiosk/widgets/choice_key.h"
#include "kiosk/widgets/path.h"

namespace kiosk {

Box feedback_key(const Frame& frame, const std::string& answer, int width) {
  const std::string word = frame.words()("feedback." + answer);
  Look look = frame.look();
  if (frame.reads_on())  // the keys of reading aloud have taken much of the height
    look.text_size = std::min(look.text_size, TextSize::Plus1);
  return choice_key(
      frame.type().with_look(look),
      {"feedback:" + answer, {ActionKind::GiveFeedback, answer}, word, Chosen::No, word}, width,
      frame.px(84));
}

Stop feedback_stop(const Frame& frame, const Session& session, const std::string& topic) {
  CardStop heading(frame, "feedback.title", "check-circle");
  if (session.answered.contains(topic))
    return heading.say(frame.words()("feedback.thanks")).take();
  Stop stop = heading.take();
  const int width = path_column_width(frame) - path_indent(frame.look());
  for (const std::string answer : {"understood", "not-understood", "missing-language"}) {
    Part part;
    part.gap = frame.px(20);
    part.box = feedback_key(frame, answer, width);
    stop.parts.push_back(std::move(part));
  }
  return stop;
}

}  // namespace kiosk
