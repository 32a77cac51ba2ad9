// Any bytes as a settings file: never a crash, and what was taken stays within its range.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "kiosk/settings.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto reading = kiosk::parse_settings(text, "fuzz");
  const kiosk::Settings& settings = reading.settings;
  if (settings.idle.warning < std::chrono::seconds(5) || settings.panel_diagonal_inch < 7 ||
      !kiosk::usable(settings.touch) ||
      (settings.night && (settings.night->from < 0 || settings.night->until >= 1440)) ||
      settings.town.empty() || (!settings.bundle.empty() && !settings.bundle.is_absolute()))
    std::abort();
  return 0;
}
