// Ten large digits for the PIN. Shows how many were typed, never which.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/selftest/pin_check.h"
#include "kiosk/selftest/pin_guard.h"
#include "kiosk/selftest/service_page.h"

namespace kiosk {

class ServicePinPage final : public ServicePage {
 public:
  // Both outlive this.
  ServicePinPage(PinGuard& guard, PinCheck& check, Time now)
      : guard_(guard), check_(check), now_(now) {}
  ~ServicePinPage() override;

  ServiceScene scene(const ServiceFrame& frame) const override;
  void act(std::string_view key, Time now) override;
  void take(const Event& event, Time now) override;
  void tick(Time now) override;
  Time due() const override;

 private:
  void type(char digit);
  void erase();
  void submit(Time now);
  void wipe();

  PinGuard& guard_;
  PinCheck& check_;
  std::string typed_;
  bool waits_ = false;  // for the answer to what was typed here; somebody else's is none
  bool wrong_ = false;
  Time now_{0};
};

}  // namespace kiosk
