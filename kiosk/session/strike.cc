#include "kiosk/session/strike.h"

namespace kiosk {

bool Strikes::counts(std::string_view key, Instant now) {
  const bool again = last_ && key_ == key && now - *last_ < again_after_;
  key_ = key;
  last_ = now;
  return !again;
}

void Strikes::forget() {
  key_.clear();
  last_.reset();
}

}  // namespace kiosk
