// A warning for everybody in the building: wegweiser-device writes this slip after it has verified
// what the town signed; the kiosk shows it over everything until it ends. In memory, because it is
// over soon. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "content-engine/store/slip.h"

namespace content {

struct AlertSlip {
  std::string id;                            // another one, another warning
  std::int64_t from = 0;                     // seconds since 1970
  std::int64_t until = 0;                    // it is not shown from this second on
  std::map<std::string, std::string> texts;  // by language tag

  bool operator==(const AlertSlip&) const = default;
};

// Longer than this no warning lasts: who has more to say makes an edition.
inline constexpr std::int64_t longest_alert = 7L * 24 * 60 * 60;
inline constexpr std::size_t longest_alert_text = slip_value_limit;

// What is wrong with it in one English sentence; empty: nothing.
std::string fault_of(const AlertSlip& alert);

Result<Done> write_alert_slip(Files& files, const std::filesystem::path& exchange,
                              const AlertSlip& alert);
// NotFound: there is none. Malformed: it says nothing, or lasts too long.
Result<AlertSlip> read_alert_slip(const Files& files, const std::filesystem::path& exchange);
// Nothing is to be shown any more; none there is none too.
Result<Done> remove_alert_slip(Files& files, const std::filesystem::path& exchange);

}  // namespace content
