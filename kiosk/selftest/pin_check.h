// Whether a PIN is the one: reckoned on a thread of its own, because it is made to take long and
// the screen must go on. The PIN is overwritten as soon as it has been checked.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <thread>

namespace kiosk {

class PinCheck final {
 public:
  // `hash` as content::is_pin_hash() has it. `wake` is called on the other thread when take() has
  // an answer.
  PinCheck(std::string hash, std::function<void()> wake)
      : hash_(std::move(hash)), wake_(std::move(wake)) {}
  ~PinCheck();
  PinCheck(const PinCheck&) = delete;
  PinCheck& operator=(const PinCheck&) = delete;

  // One at a time: while there is no answer yet, further questions are not heard.
  void ask(std::string pin);
  bool asked() const { return asked_; }
  // Once.
  std::optional<bool> take();

 private:
  enum class State : int { None, Wrong, Right };

  std::string hash_;
  std::function<void()> wake_;
  bool asked_ = false;
  std::atomic<State> answer_{State::None};
  std::thread thread_;
};

}  // namespace kiosk
