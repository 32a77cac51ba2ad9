// A hand that means nothing: random touches and keys on the real shell, the same again for the same
// seed. It aims at targets most of the time, types, leaves, or stands still until it is sent home.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "content-engine/model/deed.h"
#include "kiosk/screens/screen.h"

namespace kiosk {

struct WalkWish {
  long steps = 1000;
  std::uint64_t seed = 1;
  Panel panel{};
  std::string typed{};  // what it types on a keyboard, where letters are taken
  // Called with every new scene, and with what was to be counted, once each.
  std::function<void(const Scene& scene, const Session& session)> show{};
  std::function<void(const std::vector<content::Doing>& doings, const Moment& moment)> count{};
};

struct WalkReport {
  long steps = 0;
  long without_effect = 0;              // nothing on the screen or under the focus was another
  long sessions = 0;                    // that ended, however
  long left_dirty = 0;                  // after which the state was not that of a cold start
  std::map<std::string, long> screens;  // by kind and id: how often it was come to
  std::map<std::string, double> dwell;  // seconds, by kind

  double idle_share() const {
    return steps == 0 ? 0 : static_cast<double>(without_effect) / static_cast<double>(steps);
  }
};

// The word a report has for a kind of screen: "home", "topic" …
const char* name_of(ScreenKind screen);

WalkReport walk_at_random(const content::Library& library, TextEngine& text, const Moment& moment,
                          const WalkWish& wish);
std::string told(const WalkReport& report);

}  // namespace kiosk
