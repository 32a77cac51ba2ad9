#include "kiosk/screens/idle_dialog.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/dialog.h"

namespace kiosk {

std::vector<Box> idle_dialog(const Frame& frame, const Box& bar) {
  const Action yes{ActionKind::Continue, {}};
  const int left = std::max(0, frame.moment().idle_seconds_left);
  std::vector<Box> boxes;
  boxes.push_back(scrim(frame.look(), yes));
  for (const Box& key : bar.children)
    if (key.name == "bar:emergency" || key.name == "bar:leave-now")
      boxes.push_back(key);
  Question question;
  question.title = frame.words()("idle.title");
  question.text = frame.words()("idle.text", {number("seconds", left)});
  question.yes = frame.words()("idle.continue");
  question.yes_action = yes;
  question.no = frame.words()("idle.leave");
  question.no_action = {ActionKind::Leave, {}};
  question.seconds_left = left;
  if (frame.session().preset != Preset::None)
    question.seconds = 60;
  // Words that are large, and a bar that stands high, leave it less height.
  const bool wide = frame.look().step() > 1;
  const bool low = frame.look().low_reach && !frame.portrait();
  const int width = std::min(frame.width(), frame.px(low ? 1824 : wide ? 1500 : 984));
  const int bottom = frame.bar_top() - frame.px(48);
  Look look = frame.look();
  Box box = dialog(frame.type(), question, width);
  while (box.rect.height > bottom - frame.px(12) && look.text_size != TextSize::Normal) {
    look.text_size = static_cast<TextSize>(look.step() - 1);  // it must be seen whole
    box = dialog(frame.type().with_look(look), question, width);
  }
  const int start = (frame.look().panel.size.width - width) / 2;
  const int top = bottom - box.rect.height;
  boxes.push_back(moved(std::move(box), start, top));
  return boxes;
}

}  // namespace kiosk
