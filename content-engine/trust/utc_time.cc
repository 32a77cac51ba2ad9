#include "content-engine/trust/utc_time.h"

#include <charconv>
#include <cstdio>

#include "content-engine/model/date.h"

namespace content {

static std::optional<int> two_digits(std::string_view text, int below) {
  int value = 0;
  if (text[0] < '0' || text[0] > '9' || text[1] < '0' || text[1] > '9')
    return std::nullopt;
  std::from_chars(text.data(), text.data() + 2, value);
  return value < below ? std::optional(value) : std::nullopt;
}

std::optional<UtcTime> parse_utc(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' ||
      text.back() != 'Z')
    return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto hour = two_digits(text.substr(11), 24), minute = two_digits(text.substr(14), 60),
             second = two_digits(text.substr(17), 60);
  if (!date || !hour || !minute || !second)
    return std::nullopt;
  const auto fraction = text.substr(19, text.size() - 20);
  if (!fraction.empty() && (fraction.size() < 2 || fraction[0] != '.' ||
                            fraction.find_first_not_of("0123456789", 1) != std::string_view::npos))
    return std::nullopt;
  return UtcTime{((std::int64_t{days_since_epoch(*date)} * 24 + *hour) * 60 + *minute) * 60 +
                 *second};
}

std::string to_iso(UtcTime time) {
  std::int64_t days = time.seconds / 86400, rest = time.seconds % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  char clock[32];
  std::snprintf(clock, sizeof clock, "T%02d:%02d:%02dZ", static_cast<int>(rest / 3600),
                static_cast<int>(rest / 60 % 60), static_cast<int>(rest % 60));
  return to_iso(date_from_days(static_cast<long>(days))) + clock;
}

}  // namespace content
