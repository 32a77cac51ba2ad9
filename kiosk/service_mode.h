// The technicians' mode, beside the shell: while it is on, it has the screen and all hands, and the
// shell has an empty session. It comes with a technician's stick, or by the corner and the PIN; it
// goes with the stick, by «Verlassen», and by itself after five minutes without a hand. It is told
// events and times as the shell is, and draws without bundle, fonts or text engine.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "content-engine/store/service_slip.h"
#include "kiosk/selftest/corner_hold.h"
#include "kiosk/selftest/pin_check.h"
#include "kiosk/selftest/pin_guard.h"
#include "kiosk/selftest/service_calibration_page.h"
#include "kiosk/selftest/service_display_page.h"
#include "kiosk/selftest/service_page.h"
#include "kiosk/selftest/service_result_page.h"
#include "kiosk/selftest/service_sound_page.h"
#include "kiosk/speech/voice.h"

namespace kiosk {

struct ServiceRules {
  ServicePlaces places;
  std::filesystem::path fonts;
  std::string pin;               // as content::is_pin_hash() has it; empty: no way in by it
  CalibrationHands calibration;  // `use` and `keep` may be empty: then it is not offered
  std::function<std::vector<ServiceFact>()> versions, display;
  std::function<void()> wake;  // another thread has something for tick()
};

class ServiceMode final {
 public:
  using Time = std::chrono::milliseconds;
  static constexpr Time alone{300'000}, alone_at_pin{60'000};

  ServiceMode(ServiceRules rules, const Panel& panel, Time now);

  // Before the shell. True: it was for here. `vacant`: nobody uses the kiosk, or it is out of
  // service.
  bool take(const Event& event, bool vacant, Time now);
  // A technician's stick is there, or none any more.
  void stick(const std::optional<content::ServiceSlip>& slip, Time now);
  void key_seen(const std::string& name, int code);
  void said(const Said& said);
  void tick(Time now);
  Time due() const;
  void leave();

  bool on() const { return page_ != nullptr; }
  // It has just taken the screen: whoever was there is to be forgotten. Once.
  bool take_entered() { return std::exchange(entered_, false); }
  // What is to be seen, and another number when it is something else.
  const Surface& picture();
  std::uint64_t picture_number() const { return number_; }
  const std::optional<Saying>& saying() const { return saying_; }
  // For tests: what is shown, as lines.
  std::string lines();

 private:
  void open(const std::string& name, Time now);
  std::unique_ptr<ServicePage> page_named(const std::string& name, Time now);
  void strike(const std::string& key, Time now);
  void follow(Time now);
  void touch(const Event& event, Time now);
  void key(const Event& event, Time now);
  void move_focus(int step);
  void change() { changed_ = true; }
  const Lettering* letters() const;
  ServiceFrame frame() const;
  const ServiceScene& scene();
  SoundHands sound_hands();
  CalibrationHands calibration_hands();

  ServiceRules rules_;
  Panel panel_;
  std::optional<content::Result<Lettering>> letters_;  // while it is on
  CornerHold corner_;
  PinGuard guard_;
  PinCheck check_;
  content::MessageLanguage language_{};
  std::unique_ptr<ServicePage> page_;
  std::string name_;  // of the page
  std::string pass_;  // it is on by this stick; empty: by PIN
  bool there_ = false;
  bool entered_ = false;
  bool struck_ = false;  // a key since it came on
  int missed_ = 0;       // touches beside all keys until then
  Time hand_{0};         // the last one
  // the picture
  ServiceScene scene_;
  ServiceHand hands_on_;
  Surface surface_;
  bool changed_ = true;
  std::uint64_t number_ = 1;
  // the voice
  std::optional<Saying> saying_;
  std::uint64_t said_ = 0;
  std::optional<SoundEnd> sound_end_;
};

}  // namespace kiosk
