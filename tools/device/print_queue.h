// A queue of CUPS, spoken to through its own programs lp, lpstat and cancel. A job that the printer
// does not finish in time is taken back: what one visitor asked for shall not lie there for the
// next. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"
#include "content-engine/store/device_settings.h"

namespace content {

class PrintQueue final {
 public:
  struct Patience {
    std::chrono::milliseconds program{20'000};   // with one of CUPS's programs
    std::chrono::milliseconds printer{120'000};  // until the sheet is out
    std::chrono::milliseconds look{1'000};       // between two looks
  };

  PrintQueue(std::string name, PrinterPaper paper, Patience patience)
      : name_(std::move(name)), paper_(paper), patience_(patience) {}

  // Returns when the sheet is out. NotFound: CUPS is not installed. Unavailable: everything else.
  Result<Done> print(std::string_view pdf) const;

 private:
  Result<bool> still_there(const std::string& job) const;

  std::string name_;
  PrinterPaper paper_;
  Patience patience_;
};

}  // namespace content
