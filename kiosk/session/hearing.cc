#include "kiosk/session/hearing.h"

namespace kiosk {

Silence parse_silence(std::string_view word) {
  return word == "ask"        ? Silence::Ask
         : word == "no-voice" ? Silence::NoVoice
         : word == "broken"   ? Silence::Broken
                              : Silence::None;
}

}  // namespace kiosk
