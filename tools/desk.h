// What the commands of wegweiser-content share: the command line they were given, the day, the
// fonts, and how they speak. Findings go to standard output, failures to standard error.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <vector>

#include "content-engine/model/date.h"
#include "content-engine/model/finding.h"
#include "content-engine/model/result.h"
#include "kiosk/text/paragraph.h"
#include "tools/arguments.h"

namespace content {

// Exit statuses of every command.
inline constexpr int exit_fine = 0;
inline constexpr int exit_findings = 1;  // errors in the content; warnings alone are fine
inline constexpr int exit_failure = 2;   // wrong usage, unreadable or unwritable files

struct Desk {
  Arguments arguments;
  MessageLanguage messages{};
  Date today;
};

const std::string& in(const Sentence& sentence, MessageLanguage language);

// The fonts named by --fonts, else those installed beside the program.
Result<std::unique_ptr<kiosk::TextEngine>> open_text(const Desk& desk);

// Each finding on its line and, last, how many there are; as one JSON object with --json.
void print_findings(const Desk& desk, const std::vector<Finding>& findings);
// Says what is wrong and returns exit_failure.
int fail(const Desk& desk, const Sentence& problem);
int fail(const Desk& desk, const Failure& failure);

// The commands. The first positional argument is their name.
int check_command(const Desk& desk);
int build_command(const Desk& desk);
int plan_command(const Desk& desk);
int clips_command(const Desk& desk);
int search_command(const Desk& desk);
int import_command(const Desk& desk);
int keys_command(const Desk& desk);
int notice_command(const Desk& desk);
int publish_command(const Desk& desk);
int publish_system_command(const Desk& desk);
int repository_command(const Desk& desk);
int service_pass_command(const Desk& desk);
int stick_command(const Desk& desk);
int statistics_command(const Desk& desk);
int import_offerings_command(const Desk& desk);

}  // namespace content
