#include "kiosk/session/night.h"

namespace kiosk {
namespace {

constexpr int minutes_an_hour = 60;

// "07:30"
std::optional<int> minute_of_day(std::string_view text) {
  const auto digit = [&](std::size_t at) {
    return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 100;
  };
  if (text.size() != 5 || text[2] != ':')
    return std::nullopt;
  const int hour = digit(0) * 10 + digit(1);
  const int minute = digit(3) * 10 + digit(4);
  if (hour >= 24 || minute >= minutes_an_hour)
    return std::nullopt;
  return hour * minutes_an_hour + minute;
}

}  // namespace

std::optional<Night> parse_night(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos)
    return std::nullopt;
  const auto from = minute_of_day(text.substr(0, dash));
  const auto until = minute_of_day(text.substr(dash + 1));
  if (!from || !until || from == until)
    return std::nullopt;
  return Night{*from, *until};
}

}  // namespace kiosk
