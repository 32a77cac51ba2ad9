// How a print job ended, for the visitor who waits for it: wegweiser-device writes this slip into
// the exchange folder, the kiosk says so to whoever asked for that very job. Says nothing of what
// was printed. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "content-engine/store/slip.h"

namespace content {

// A sheet is some hundred kilobytes; letters of many scripts and pictures make it larger.
inline constexpr std::int64_t print_job_limit = 8 * 1024 * 1024;
// Jobs that may wait at the same time.
inline constexpr std::size_t most_print_jobs = 3;

enum class PrintEnd { Done, Failed };
std::string_view word_of(PrintEnd end);

struct PrintSlip {
  std::string job;  // names.h
  PrintEnd end = PrintEnd::Failed;

  bool operator==(const PrintSlip&) const = default;
};

Result<Done> write_print_slip(Files& files, const std::filesystem::path& exchange,
                              const PrintSlip& print);
// NotFound: nothing was printed yet. Malformed: no such slip.
Result<PrintSlip> read_print_slip(const Files& files, const std::filesystem::path& exchange);

}  // namespace content
