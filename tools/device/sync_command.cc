// wegweiser-device sync [--again]
#include <nlohmann/json.hpp>

#include "content-engine/repository/folder_transport.h"
#include "content-engine/repository/https_transport.h"
#include "tools/device/handover.h"
#include "tools/device/last_run.h"
#include "tools/device/report.h"
#include "tools/device/web.h"

namespace content {

namespace {

// A kiosk that asks every quarter of an hour has no use for a longer one (store/FORMAT.md).
constexpr std::int64_t online_lifetime = 30LL * 24 * 60 * 60;

Handover sync_from_web(Station& station, const std::string& base) {
  const auto metadata = HttpsTransport::open(base + "metadata", web_options(station));
  const auto targets = HttpsTransport::open(base + "targets", web_options(station));
  if (!metadata || !targets)
    return refused(station, Medium::Network, Outcome::WrongSettings,
                   (metadata ? targets.failure() : metadata.failure()).message);
  return hand_over(station, {**metadata, **targets, Medium::Network, online_lifetime});
}

Handover sync_from_folder(Station& station, const std::string& base) {
  FolderTransport metadata(base + "metadata"), targets(base + "targets");
  return hand_over(station, {metadata, targets, Medium::Network, 0});
}

Reported report(Station& station) {
  report_to_textfile(station);
  return report_by_web(station);
}

}  // namespace

// A kiosk that is fed by sticks alone runs this by the same timer: for the verdict and the report.
static Outcome sync_without_repository(Station& station) {
  auto store = open_store(station);
  if (!store.installer)
    return fail(station, store.outcome, store.particulars);
  const auto settled = carry_out(station, *store.installer);
  if (!settled)
    return fail(station, settled.failure());
  keep_last_run(station, Outcome::Fine, "");
  const Reported reported = report(station);
  say(station, {"In den Einstellungen steht kein «repository»: neue Ausgaben kommen nur per Stick",
                "the settings name no «repository»: new editions come by stick only"});
  print(station, {{"command", "sync"},
                  {"result", "sticks-only"},
                  {"why", "fine"},
                  {"exit", 0},
                  {"settled", word_of(*settled)},
                  {"report", word_of(reported)}});
  return Outcome::Fine;
}

Outcome sync_command(Station& station) {
  std::string base = station.settings.repository;
  if (base.empty())
    return sync_without_repository(station);
  if (!base.ends_with('/'))
    base += '/';
  const Handover handover =
      base.starts_with('/') ? sync_from_folder(station, base) : sync_from_web(station, base);
  const Outcome outcome = tell(station, handover, word_of(report(station)));
  look_for_system(station);
  return outcome;
}

}  // namespace content
