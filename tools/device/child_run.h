// One run of a program of the system: a child process with an end to its patience, fed from memory,
// so that nothing of it is on the card. What it starts ends with it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"

namespace content {

struct ChildOutput {
  int status = -1;   // exit status; −1: it was ended
  std::string text;  // what it said, the first 4 KiB
};

// The first word is the program, looked for in PATH; it speaks English (LC_ALL=C). NotFound: there
// is none. Unavailable: it did not end in time, or the system starts nothing.
Result<ChildOutput> run_child(const std::vector<std::string>& command, std::string_view input,
                              std::chrono::milliseconds patience);

}  // namespace content
