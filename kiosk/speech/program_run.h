// One run of a program that speaks: a child process of its own, which is fed a text from memory and
// can be ended at any moment, with everything it started. Nothing of the text reaches the disk or
// the list of processes. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

#include "content-engine/model/result.h"

namespace kiosk {

class ProgramRun final {
 public:
  // The first word is the program, looked for in PATH. NotFound: there is none.
  static content::Result<ProgramRun> start(const std::vector<std::string>& command,
                                           const std::string& input);
  ~ProgramRun();  // ends it
  ProgramRun(ProgramRun&& other) noexcept;
  ProgramRun& operator=(ProgramRun&&) = delete;
  ProgramRun(const ProgramRun&) = delete;

  enum class Woken { Ended, Called, TimeOut };
  // Until it has ended, or `call` (a descriptor) can be read, or the time is over.
  Woken wait(int call, std::chrono::milliseconds time) const;
  // Ends it if it runs, and takes its exit status; whether it was 0.
  bool finish();

 private:
  ProgramRun(pid_t id, int descriptor) : id_(id), descriptor_(descriptor) {}

  pid_t id_;  // −1: finished
  int descriptor_;
};

}  // namespace kiosk
