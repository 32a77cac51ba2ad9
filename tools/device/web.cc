#include "tools/device/web.h"

namespace content {

HttpsOptions web_options(const Station& station) {
  const DeviceSettings& settings = station.settings;
  return {.proxy = settings.proxy,
          .authorities = settings.authorities,
          .client_certificate = settings.client_certificate,
          .client_key = settings.client_key,
          .user_agent = "wegweiser/" WEGWEISER_VERSION " (" + station.kiosk_id + ")"};
}

}  // namespace content
