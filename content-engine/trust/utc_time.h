// A second in UTC, as TUF's expiry dates speak. Parsed by hand: no locale, no zone, no 32-bit
// clock. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace content {

struct UtcTime {
  std::int64_t seconds = 0;  // since 1970-01-01T00:00:00Z

  auto operator<=>(const UtcTime&) const = default;
};

// "2030-01-31T12:00:00Z"; a fraction of a second is accepted and ignored, other zones and
// impossible moments are not.
std::optional<UtcTime> parse_utc(std::string_view text);
std::string to_iso(UtcTime time);

}  // namespace content
