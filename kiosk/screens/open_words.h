// When a place is open, in the visitor's words: now, next, and day by day.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/model/opening_hours.h"
#include "content-engine/reader/nearness.h"
#include "kiosk/screens/frame.h"

namespace kiosk {

// The town's day and minute as this screen shows it.
content::LocalTime now_of(const Frame& frame);
content::Here here_of(const Frame& frame);

struct OpenWords {
  bool open = false;
  std::string text;  // «Jetzt geöffnet bis 15:30 Uhr», «Öffnet wieder: Dienstag, 8:00 Uhr»
};
OpenWords open_words(const Frame& frame, const content::OpeningHours& hours);

struct HoursRow {
  std::string day;
  std::string times;  // a line a span
  bool today = false;
};
// The week without the days of its end that are closed, then the days of the coming two weeks that
// are unlike it.
std::vector<HoursRow> hours_rows(const Frame& frame, const content::OpeningHours& hours);

// "8:00 – 15:30", kept together in every direction; a line for each span.
std::string times_of(const Frame& frame, const content::OpenDay& day);

}  // namespace kiosk
