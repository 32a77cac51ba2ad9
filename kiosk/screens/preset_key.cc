#include "kiosk/screens/preset_key.h"

#include "kiosk/widgets/choice_key.h"

namespace kiosk {

std::vector<Box> preset_keys(const Frame& frame) {
  const Session& session = frame.session();
  const std::string& group = session.place().id;
  if (session.place().screen != ScreenKind::TopicsOfGroup ||
      (group != "seniors" && group != "children"))
    return {};
  const bool on = session.preset != Preset::None;
  const std::string word = frame.words()("preset." + group);
  const ChoiceKey key{"preset",
                      {ActionKind::TogglePreset, {}},
                      word,
                      on ? Chosen::Yes : Chosen::No,
                      frame.words()(on ? "choice.on" : "choice.off", {name("choice", word)})};
  return {choice_key(frame.type(), key, frame.width(), frame.px(100))};
}

}  // namespace kiosk
