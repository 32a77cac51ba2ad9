// When a place is open, in the grammar of the source format: «Mo-We 08:00-15:30; Th 08:00-18:00;
// PH closed; 2026-12-24/2027-01-02 closed». A day that no rule names is closed, and so is a public
// holiday unless «PH» says otherwise; a rule for a date comes before both.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "content-engine/model/date.h"

namespace content {

// Minutes since midnight of the town's clock; `until` is past the last minute. Beyond 24:00 the
// span goes on into the next day.
struct OpenSpan {
  int from = 0;
  int until = 0;
  bool appointment = false;  // only for those who have one

  bool operator==(const OpenSpan&) const = default;
};

struct OpenDay {
  std::vector<OpenSpan> spans;  // in order, apart from each other; empty: closed

  bool operator==(const OpenDay&) const = default;
};

struct OpenDates {
  Date first;
  Date last;
  OpenDay day;

  bool operator==(const OpenDates&) const = default;
};

struct OpeningHours {
  std::array<OpenDay, 7> week;     // from Monday
  OpenDay holiday;                 // closed where no rule says otherwise
  std::vector<OpenDates> special;  // as written; the first that names a day holds

  // What begins on that day; a span of the evening before may still run.
  const OpenDay& on(Date day) const;
  bool operator==(const OpeningHours&) const = default;
};

// None: the text does not follow the grammar, names a day twice or a span that ends before it
// begins. An empty text is no opening hours either.
std::optional<OpeningHours> parse_opening_hours(std::string_view text);

// What somebody wants to know who stands here now.
struct OpenState {
  bool open = false;
  bool appointment = false;             // of what runs now
  std::optional<LocalTime> until;       // none while open: it never closes within a week
  std::optional<LocalTime> opens;       // closed: the next time it does; none within two months
  std::optional<LocalTime> opens_till;  // how long it stays open then
  bool opens_by_appointment = false;
};
OpenState opening_at(const OpeningHours& hours, LocalTime now);

}  // namespace content
