// Which keys of keypad and keyboard arrive, and as what: struck one after another, the newest
// first. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <deque>
#include <string>

#include "kiosk/selftest/service_page.h"

namespace kiosk {

class ServiceKeypadPage final : public ServicePage {
 public:
  ServiceScene scene(const ServiceFrame& frame) const override;
  void take(const Event& event, Time now) override;
  void key_seen(const std::string& name, int code) override;
  bool takes_keys() const override { return true; }

 private:
  struct Struck {
    std::string key;
    content::Sentence meaning;
  };

  std::deque<Struck> struck_;
  int backs_ = 0;  // in a row: three lead out where the glass does not answer
};

// What an event means to people; empty: it is none of a keyboard.
content::Sentence meaning_of(EventKind kind);

}  // namespace kiosk
