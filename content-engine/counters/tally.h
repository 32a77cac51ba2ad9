// How often what was done: a number for each hour, language, deed and subject, and nothing else.
// An hour is the finest time there is; what is delicate is counted by the day.
// A file of it is lines «day,hour,language,deed,subject,count» under a title with the kiosk's id.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "content-engine/model/date.h"
#include "content-engine/model/deed.h"
#include "content-engine/model/result.h"

namespace content {

struct Bucket {
  Date day;
  int hour = whole_day;
  std::string language;
  Deed deed{};
  std::string subject;

  static constexpr int whole_day = -1;
  auto operator<=>(const Bucket&) const = default;
};

class Tally final {
 public:
  // Refused, and false: a language or subject that is no id (letters, digits and «-»).
  bool add(const Bucket& bucket, std::uint64_t count = 1);
  void add(const Tally& other);
  // The same file twice, or an older copy of it, counts once: a kiosk's numbers only grow.
  void take_larger(const Tally& other);
  void drop_before(Date day);
  // The oldest days go until so many lines are left.
  void keep(std::size_t lines);

  const std::map<Bucket, std::uint64_t>& counts() const { return counts_; }
  bool empty() const { return counts_.empty(); }
  bool operator==(const Tally&) const = default;

 private:
  std::map<Bucket, std::uint64_t> counts_;
};

struct Counters {
  std::string kiosk;  // empty in the kiosk's own file
  Tally tally;

  bool operator==(const Counters&) const = default;
};

inline constexpr std::string_view counters_title = "wegweiser-counters 1";
inline constexpr std::string_view counters_columns = "day,hour,language,deed,subject,count";

std::string written(const Counters& counters);
// Malformed: another title, other columns, a line that is none.
Result<Counters> parse_counters(std::string_view text);

}  // namespace content
