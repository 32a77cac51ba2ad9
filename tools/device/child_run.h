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
  std::string text;  // what it said, as much of it as was wanted
};

// How much of what it says is kept, and whether its complaints are part of that. What it says
// beyond is let go, so that no child fills the memory.
struct Listening {
  std::size_t longest = 4096;
  bool complaints = true;  // standard error; else it goes where this program's goes
};

// The first word is the program, looked for in PATH; it speaks English (LC_ALL=C). NotFound: there
// is none. Unavailable: it did not end in time, or the system starts nothing.
Result<ChildOutput> run_child(const std::vector<std::string>& command, std::string_view input,
                              std::chrono::milliseconds patience, Listening listening = {});

}  // namespace content
