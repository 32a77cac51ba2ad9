#include "kiosk/screens/silence.h"

#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/quiet_panel.h"

namespace kiosk {
namespace {

QuietWords reason(const Frame& frame) {
  const InterfaceWords& words = frame.words();
  switch (frame.session().hearing.silence) {
    case Silence::Ask:
      return {"speak", words("hear.ask"), words("hear.ask.text"), Type::M};
    case Silence::NoVoice:
      return {"info", words("hear.no-voice"), words("hear.no-voice.text"), Type::M};
    default:
      return {"info", words("hear.broken"), words("hear.broken.text"), Type::M};
  }
}

}  // namespace

Content silence_screen(const Frame& frame) {
  const bool asks = frame.session().hearing.silence == Silence::Ask;
  Content content;
  int top = frame.top() + frame.px(8);
  Box title = frame.title(frame.words()("hear.title"));
  const int height = title.rect.height;
  content.boxes.push_back(moved(std::move(title), frame.start(), top));
  top += height + frame.px(30);
  // Where it is not whole above the keys it is set smaller.
  Look look = frame.look();
  Box panel = quiet_panel(frame.type(), reason(frame), frame.width());
  while (top + panel.rect.height > frame.above_actions() && look.text_size != TextSize::Normal) {
    look.text_size = static_cast<TextSize>(look.step() - 1);
    panel = quiet_panel(frame.type().with_look(look), reason(frame), frame.width());
  }
  content.boxes.push_back(moved(std::move(panel), frame.start(), top));
  std::vector<ActionKey> keys;
  keys.push_back({"hear:back",
                  {ActionKind::StopListening, {}},
                  frame.words()(asks ? "hear.not-aloud" : "hear.read-yourself"),
                  asks ? "close" : "check",
                  asks ? Rank::Plain : Rank::Main});
  if (asks)
    keys.push_back({"hear:aloud",
                    {ActionKind::ListenAloud, {}},
                    frame.words()("hear.aloud"),
                    "speak",
                    Rank::Main});
  content.boxes.push_back(frame.actions(keys));
  return content;
}

}  // namespace kiosk
