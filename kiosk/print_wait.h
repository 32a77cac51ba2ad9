// The one sheet a visitor waits for: asked for, being printed, printed or not. A job is known by a
// name that no start of the kiosk gives twice, so that an old answer is nobody's. Leaving forgets
// it; no answer for too long is a failure. Knows no clock and no printer.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "content-engine/reader/library.h"
#include "content-engine/store/print_slip.h"
#include "kiosk/screens/screen.h"
#include "kiosk/session/idle.h"

namespace kiosk {

struct PrintJob {
  std::string name;  // content::is_print_job
  std::string topic;
  std::string language;

  bool operator==(const PrintJob&) const = default;
};

// Who makes a sheet of it and hands it on; on the worker's thread.
struct Prints {
  // False: it could not.
  std::function<bool(const PrintJob& job, const Moment& moment, const content::Library& library,
                     TextEngine& text)>
      print;
  // The visitor has left: what nobody has taken yet goes.
  std::function<void()> forget;
};

struct PrintRules {
  bool printer = false;
  std::string series = "0";  // hexadecimal, another one each start
  std::chrono::milliseconds patience{150'000};
};

class PrintWait final {
 public:
  explicit PrintWait(PrintRules rules) : rules_(std::move(rules)) {}

  // None: there is no printer, or one is being printed.
  bool begin(const std::string& topic, const std::string& language, Instant now);
  // To be handed out once.
  std::optional<PrintJob> take() { return std::exchange(ordered_, std::nullopt); }
  void ended(const content::PrintSlip& slip);
  void forget();

  // What the screen says at this place. Elsewhere the outcome is forgotten.
  Printing at(const Place& place, Instant now);
  Instant due() const;

 private:
  PrintRules rules_;
  int count_ = 0;
  std::optional<PrintJob> ordered_;
  std::optional<PrintJob> job_;  // printed, or being printed
  Printing state_ = Printing::Ready;
  Instant until_{0};
};

}  // namespace kiosk
