#include "kiosk/screens/clock_time.h"

namespace kiosk {

std::string clock_time(int minutes) {
  constexpr int day = 24 * 60;
  const int at = minutes > day ? minutes - day : minutes;
  const std::string minute = std::to_string(at % 60);
  return std::to_string(at / 60) + ":" + (minute.size() < 2 ? "0" : "") + minute;
}

}  // namespace kiosk
