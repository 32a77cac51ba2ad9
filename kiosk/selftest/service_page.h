// One service screen. It is told what was struck and what time it is, says what is to be seen and
// where to go, and knows no window: everything it may do outside is handed to it as a function.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "kiosk/platform/input.h"
#include "kiosk/selftest/service_sheet.h"

namespace kiosk {

class ServicePage {
 public:
  using Time = std::chrono::milliseconds;  // of the steady clock

  ServicePage() = default;
  virtual ~ServicePage() = default;
  ServicePage(const ServicePage&) = delete;
  ServicePage& operator=(const ServicePage&) = delete;

  virtual ServiceScene scene(const ServiceFrame& frame) const = 0;
  // A key of its scene was struck; the language key and «Zurück» never come here.
  virtual void act(std::string_view key, Time now);
  // Everything that hands do, before keys are looked for.
  virtual void take(const Event& event, Time now);
  virtual void tick(Time now);
  // When tick() is wanted.
  virtual Time due() const { return Time::max(); }
  // Keys of keyboards are what the page is about; they move no focus.
  virtual bool takes_keys() const { return false; }
  // A key of whatever keyboard went down, by its name and code; its meaning comes by take().
  virtual void key_seen(const std::string& name, int code);

  // The page to go to: "menu", "leave"; empty: this one.
  const std::string& way() const { return way_; }

 protected:
  void go(std::string page) { way_ = std::move(page); }

 private:
  std::string way_;
};

inline void ServicePage::act(std::string_view, Time) {}
inline void ServicePage::take(const Event&, Time) {}
inline void ServicePage::tick(Time) {}
inline void ServicePage::key_seen(const std::string&, int) {}

}  // namespace kiosk
