// What time it is at least. A kiosk may have no clock of its own, so signed metadata says: the
// latest moment of signing among what is trusted now, or the day this program was built. The floor
// is worked out anew from the trusted files at every run; no clock is ever written down, and with
// the keys that vouched for a moment the moment goes too (a root rotation resets it). It stays
// below the earliest expiry of the accepted set, so that no stolen key can carry a kiosk into the
// future. store/FORMAT.md has the whole policy.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "content-engine/trust/utc_time.h"

namespace content {

// Beside TUF's own members in what is signed: when it was. TUF keeps unknown members.
inline constexpr std::string_view signed_at_member = "x-wegweiser-signed-at";

struct TrustedMoments {
  UtcTime signed_at;               // the latest; 1970: none says
  std::optional<UtcTime> expires;  // the earliest; none: nothing is accepted yet
};

// Of the metadata in this folder that today's root vouches for, expired or not.
TrustedMoments trusted_moments(const std::filesystem::path& metadata);

UtcTime floor_of(const TrustedMoments& moments, UtcTime build);

enum class Clock { Plausible, Unknown };

struct RunTime {
  UtcTime now;  // what this run judges expiry by (TUF 5.1)
  Clock clock{};
};

// A clock below the floor is not believed: then the floor is the best that is known.
RunTime time_of_run(UtcTime system_clock, UtcTime floor);

}  // namespace content
