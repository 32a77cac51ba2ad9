#include "tools/device/web.h"

#include "content-engine/repository/floor.h"
#include "tools/device/build.h"

namespace content {

HttpsOptions web_options(const Station& station) {
  const DeviceSettings& settings = station.settings;
  const UtcTime floor = floor_of(trusted_moments(station.trust_folder()), build_day());
  const bool known = time_of_run(station.clock, floor).clock == Clock::Plausible;
  return {.certificate_dates = known ? CertificateDates::Checked : CertificateDates::Ignored,
          .proxy = settings.proxy,
          .authorities = settings.authorities,
          .client_certificate = settings.client_certificate,
          .client_key = settings.client_key,
          .user_agent = "wegweiser/" WEGWEISER_VERSION " (" + station.kiosk_id + ")",
          .connect_time = settings.patience,
          .fetch_time = 4 * settings.patience,
          .patience = settings.patience};
}

}  // namespace content
