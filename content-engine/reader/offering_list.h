// Courses that fit a wish, and the events of the coming days (R14, R56). What is over is gone on
// the day after; the order is nearness and time, never whom it is for.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/reader/library.h"
#include "content-engine/reader/nearness.h"

namespace content {

// One-touch words: "level:a1" "type:parents-women" "time:morning" "childcare" "district:Wanne"
// "cost:free". Of one sort any may fit, of several sorts each must.
using CourseWish = std::set<std::string>;

struct Coming {
  const Offering* offering = nullptr;
  Date day;  // the next one: a course's first, or today where it runs already
  std::string title;
  std::string title_language;
  bool own_language = false;  // it is held in the visitor's language

  bool operator==(const Coming&) const = default;
};

// Words that at least one course fits which is not over, in the order of this page's list. What
// would lead to nothing is no choice.
std::vector<std::string> words_of_courses(const Registers& registers, const Here& here);
std::vector<Coming> courses(const Registers& registers, const CourseWish& wish, const Here& here);

inline constexpr int event_horizon = 14;  // days
// Each once, with the next day it is on; the visitor's own language first.
std::vector<Coming> coming_events(const Registers& registers, const Here& here);

// One by its id, with the next day it is on; none: unknown or over.
std::optional<Coming> coming(const Registers& registers, std::string_view id, const Here& here);

}  // namespace content
