// Any bytes as the device's settings and as the slips between the programs: never a crash, what was
// taken stays within its range, and slots that are read are written the same.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content-engine/store/device_settings.h"
#include "content-engine/store/slots.h"

using namespace content;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  DeviceSettings settings;
  (void)read_settings_lines(
      text, "fuzz", [&](std::string_view key, std::string_view value, SettingProblem& problem) {
        return take_device_setting(settings, key, value, problem);
      });
  if (!settings.store.is_absolute() || settings.kiosk_id.size() > 40 ||
      (!settings.report_url.empty() && !settings.report_url.starts_with("https://")))
    std::abort();
  if (const auto slip = parse_slip(text, slots_title))
    if (const auto slots = slots_of(*slip))
      if (const auto again = slots_of(slip_of(*slots)); !again || *again != *slots)
        std::abort();
  return 0;
}
