// What a technician at the screen asks of the device program, and how it went: to run the
// self-test, whose result it then lays into the exchange folder as selftest.json, and to write the
// report onto the stick that is plugged in. A wish is a slip in the kiosk's state with a number
// that is another one each time; systemd sees it there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "content-engine/store/slip.h"

namespace content {

// The device's program and the kiosk read it back with this cap.
inline constexpr std::int64_t selftest_limit = 256L * 1024;

enum class Wish { Examine, Report };
Result<Done> write_wish(Files& files, const std::filesystem::path& kiosk_state, Wish wish,
                        std::int64_t number);
// 0: there is none.
std::int64_t read_wish(const Files& files, const std::filesystem::path& kiosk_state, Wish wish);

// How the last report went onto a stick.
struct ReportSlip {
  bool done = false;
  std::int64_t wish = 0;  // that it answered; 0: nobody had asked

  bool operator==(const ReportSlip&) const = default;
};
Result<Done> write_report_slip(Files& files, const std::filesystem::path& exchange,
                               const ReportSlip& report);
Result<ReportSlip> read_report_slip(const Files& files, const std::filesystem::path& exchange);

}  // namespace content
