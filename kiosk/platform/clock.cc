#include "kiosk/platform/clock.h"

#include <unicode/ucal.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "kiosk/platform/handle.h"

namespace kiosk {
namespace {

using Calendar = Handle<UCalendar, ucal_close>;

// ICU takes a zone it does not know for Greenwich, which would be wrong in silence.
bool known(const std::u16string& zone) {
  std::array<UChar, 64> canonical{};
  UErrorCode error = U_ZERO_ERROR;
  ucal_getCanonicalTimeZoneID(zone.data(), static_cast<std::int32_t>(zone.size()), canonical.data(),
                              static_cast<std::int32_t>(canonical.size()), nullptr, &error);
  return !zone.empty() && U_SUCCESS(error) != 0;
}

Calendar open_calendar(std::string_view time_zone) {
  const std::u16string zone(time_zone.begin(), time_zone.end());  // IANA names are ASCII
  UErrorCode error = U_ZERO_ERROR;
  const bool named = known(zone);
  return Calendar(ucal_open(named ? zone.data() : nullptr,
                            named ? static_cast<std::int32_t>(zone.size()) : 0, "en",
                            UCAL_GREGORIAN, &error));
}

}  // namespace

std::chrono::milliseconds steady_now() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now().time_since_epoch());
}

WallTime wall_time(std::string_view time_zone) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return wall_time_at(std::chrono::duration_cast<std::chrono::milliseconds>(now), time_zone);
}

WallTime wall_time_at(std::chrono::milliseconds since_epoch, std::string_view time_zone) {
  const Calendar calendar = open_calendar(time_zone);
  UErrorCode error = U_ZERO_ERROR;
  ucal_setMillis(calendar.get(), static_cast<UDate>(since_epoch.count()), &error);
  const auto field = [&](UCalendarDateFields which) {
    return static_cast<int>(ucal_get(calendar.get(), which, &error));
  };
  WallTime time;
  time.today = {field(UCAL_YEAR), field(UCAL_MONTH) + 1, field(UCAL_DATE)};
  time.hour = field(UCAL_HOUR_OF_DAY);
  time.minute = field(UCAL_MINUTE);
  time.until_next_minute = std::chrono::minutes(1) - std::chrono::seconds(field(UCAL_SECOND)) -
                           std::chrono::milliseconds(field(UCAL_MILLISECOND));
  if (U_FAILURE(error) != 0)
    throw std::runtime_error("ICU has no calendar");
  return time;
}

}  // namespace kiosk
