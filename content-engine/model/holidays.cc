#include "content-engine/model/holidays.h"

#include <algorithm>
#include <array>

namespace content {

// The «anonymous» algorithm (Nature, 1876; Meeus, Astronomical Algorithms, chapter 8), with its
// names.
Date easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31;
  const int day = (h + l - 7 * m + 114) % 31 + 1;
  return {year, month, day};
}

bool is_public_holiday(Date day) {
  struct Fixed {
    int month, day;
  };
  // New Year, Labour Day, Unity Day, All Saints, the two days of Christmas.
  static constexpr std::array<Fixed, 6> fixed{
      {{1, 1}, {5, 1}, {10, 3}, {11, 1}, {12, 25}, {12, 26}}};
  // From Easter Sunday: Good Friday, Easter Monday, Ascension, Whit Monday, Corpus Christi.
  static constexpr std::array<long, 5> movable{-2, 1, 39, 50, 60};
  if (std::any_of(fixed.begin(), fixed.end(), [&](const Fixed& each) {
        return each.month == day.month && each.day == day.day;
      }))
    return true;
  const long since_easter = days_since_epoch(day) - days_since_epoch(easter_sunday(day.year));
  return std::find(movable.begin(), movable.end(), since_easter) != movable.end();
}

}  // namespace content
