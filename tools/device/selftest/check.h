// The self-test: one check for each thing that has kept a kiosk from working. A check looks at
// files alone, below a root of its own choosing, so that a test can plant the fault; it never
// throws and never says «pass» of what it could not see.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tools/device/condition.h"

namespace content {

enum class Grade { Pass, Warn, Fail, NotApplicable };
std::string_view word_of(Grade grade);

struct Examined {
  Grade grade{};
  Sentence reason;
  Sentence remedy{};     // what to do; empty where nothing is to be done
  std::string figure{};  // what was measured, with its unit
};

// What became of asking the repository for its timestamp.
struct Reached {
  std::string trouble;               // empty: it answered
  std::int64_t certificate_end = 0;  // seconds since 1970; 0: not seen
};
Reached reach_repository(const Station& station);

// What is looked at.
struct Examinee {
  Station& station;
  Condition condition;
  std::filesystem::path system{"/"};  // where sys, proc and run are
  std::function<Reached(const Station&)> reach = reach_repository;

  // The first bytes of a file below it, without the line's end; none: it cannot be read.
  std::optional<std::string> text(const std::string& file) const;
  std::optional<long> number(const std::string& file, int base = 10) const;
  // Whole paths of what is in a folder below it, sorted; none of them: an empty list.
  std::vector<std::string> entries(const std::string& folder) const;
};

struct Check {
  std::string_view name;  // for --check and JSON; never translated
  Sentence title;
  Examined (*examine)(const Examinee& examinee);
};

// In the order in which they are told.
std::vector<Check> selftest_checks();
std::span<const Check> content_checks();  // editions, signatures, what is shown
std::span<const Check> storage_checks();  // card and partitions
std::span<const Check> board_checks();    // power, heat, screen
std::span<const Check> human_checks();    // touch, sound, printer: what a visitor has to do with
std::span<const Check> system_checks();   // clock, network, watchdog, locks
std::span<const Check> unit_checks();     // services, as installed and as they run; starts

// The four ways to end.
Examined pass(Sentence reason, std::string figure = {});
Examined warn(Sentence reason, Sentence remedy, std::string figure = {});
Examined fail(Sentence reason, Sentence remedy, std::string figure = {});
Examined not_applicable(Sentence reason);

}  // namespace content
