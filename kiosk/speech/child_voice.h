// The voice that is a program of its own (espeak-ng, or what takes its options; for recordings
// sox): one child process a sentence, run and watched by a thread that sleeps in the kernel. It can
// be ended at any moment; one that hangs, breaks off or is missing costs the kiosk nothing but its
// voice. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/speech/voice.h"

namespace kiosk {

class ChildVoice final : public Voice {
 public:
  struct Rules {
    std::string program = "espeak-ng";
    std::vector<std::string> further;  // options after ours
    std::string clip_program = "sox";  // plays recordings from its standard input
    std::vector<std::string> clip_output{"-t", "alsa", "default"};
    std::chrono::milliseconds patience{20'000};  // beyond what the text may take
  };

  // `wake` is called on the voice's thread whenever take() has something.
  ChildVoice(Rules rules, std::function<void()> wake);
  ~ChildVoice() override;  // silent at once
  ChildVoice(const ChildVoice&) = delete;
  ChildVoice& operator=(const ChildVoice&) = delete;

  void say(Saying saying) override;
  void hush() override;
  std::optional<Said> take() override;

 private:
  void work();
  void run(const Saying& saying);
  std::vector<std::string> command(const Saying& saying) const;
  std::vector<std::string> clip_command(const Saying& saying) const;
  void report(std::uint64_t number, SaidHow how);
  void ring();

  Rules rules_;
  std::function<void()> wake_;
  int bell_ = -1;  // eventfd: something was told
  // shared, under the mutex
  std::mutex mutex_;
  std::optional<Saying> next_;
  std::uint64_t current_ = 0;  // what is being said; 0: nothing, or it was hushed
  std::deque<Said> said_;
  bool stopping_ = false;

  std::thread thread_;  // last: starts when all else is there
};

// How long saying this may take at most.
std::chrono::milliseconds longest(const Saying& saying);

}  // namespace kiosk
