// How a command of wegweiser-device ended: one exit status for each thing a technician or a script
// may have to do next. board-support/guides/reparieren.md lists them; numbers and words never
// change. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "content-engine/model/finding.h"
#include "content-engine/model/result.h"
#include "content-engine/store/delivery_slip.h"

namespace content {

enum class Outcome {
  Fine = 0,
  Broken = 1,          // unexpected
  WrongUsage = 2,      //
  WrongSettings = 3,   //
  NoTrust = 4,         // no root is planted, or another one is
  Untrusted = 5,       // a signature, a hash or a length does not hold
  Expired = 6,         // or the clock is wrong
  Older = 7,           // than what is here
  TooNew = 8,          // for this program
  NoSpace = 9,         //
  Unreachable = 10,    // the server does not answer, the stick was pulled
  NothingThere = 11,   // no edition for this kiosk
  Refused = 12,        // the kiosk tried it and could not draw it, or a technician went back
  Busy = 13,           // another wegweiser-device is writing
  NothingBefore = 14,  // to go back to
  Faulty = 15,         // the self-test found what a kiosk cannot work with
  NotPrinted = 16      // no printer, no CUPS, or it took the sheet and did not print it
};

// The kinds of failure that taking a delivery knows.
Outcome outcome_of(Refusal refusal);
// For JSON and logs: "too-new".
std::string_view word_of(Outcome outcome);
// What it means, without the particulars.
const Sentence& meaning(Outcome outcome);
// What people in front of the kiosk are told.
Objection objection_of(Outcome outcome);

}  // namespace content
