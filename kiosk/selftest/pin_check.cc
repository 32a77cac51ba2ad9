#include "kiosk/selftest/pin_check.h"

#include <argon2.h>
#include <string.h>

#include <utility>

#include "content-engine/store/pin_hash.h"

namespace kiosk {

PinCheck::~PinCheck() {
  if (thread_.joinable())
    thread_.join();
}

void PinCheck::ask(std::string pin) {
  if (asked_)
    return;
  if (thread_.joinable())
    thread_.join();
  asked_ = true;
  thread_ = std::thread([this, pin = std::move(pin)]() mutable {
    const bool right = content::is_pin_hash(hash_) &&
                       argon2id_verify(hash_.c_str(), pin.data(), pin.size()) == ARGON2_OK;
    ::explicit_bzero(pin.data(), pin.size());
    answer_ = right ? State::Right : State::Wrong;
    wake_();
  });
}

std::optional<bool> PinCheck::take() {
  const State answer = answer_.exchange(State::None);
  if (answer == State::None)
    return std::nullopt;
  asked_ = false;
  return answer == State::Right;
}

}  // namespace kiosk
