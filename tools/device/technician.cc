#include "tools/device/technician.h"

#include "content-engine/repository/folder_transport.h"
#include "content-engine/store/service_slip.h"
#include "tools/device/build.h"

namespace content {

namespace fs = std::filesystem;

// There is something that wants to be a pass, though no pass that is known here.
static bool carries_pass(const fs::path& targets) {
  std::error_code error;
  return fs::is_directory(fs::symlink_status(targets / service_role_name, error)) &&
         fs::directory_iterator(targets / service_role_name, error) != fs::directory_iterator();
}

static void tell_verdict(const Station& station, const PassJudgement& judgement) {
  const std::string name = judgement.pass ? judgement.pass->name : std::string();
  const std::string day =
      judgement.pass ? to_iso(UtcTime{judgement.pass->until - 1}).substr(0, 10) : std::string();
  switch (judgement.verdict) {
    case PassVerdict::None:
      return;
    case PassVerdict::Accepted:
      return say(station, sentence("Technik-Stick mit dem Pass %1: die Prüfbilder sind offen, bis "
                                   "er abgezogen wird",
                                   "technician's stick with the pass %1: the service screens are "
                                   "open until it is pulled",
                                   {name}));
    case PassVerdict::Unknown:
      return warn(station, {"Der Pass auf dem Stick ist hier unbekannt oder zurückgenommen",
                            "the pass on the stick is unknown here, or withdrawn"});
    case PassVerdict::OtherKiosk:
      return warn(station,
                  sentence("Der Pass %1 gilt nicht für dieses Terminal (%2)",
                           "the pass %1 is not for this kiosk (%2)", {name, station.kiosk_id}));
    case PassVerdict::Expired:
      return warn(station,
                  sentence("Der Pass %1 gilt nicht an diesem Tag; er endet am %2",
                           "the pass %1 does not hold on this day; it ends on %2", {name, day}));
  }
}

PassVerdict take_pass(Station& station, const fs::path& targets) {
  PassJudgement judgement;
  if (!targets.empty()) {
    FolderTransport stick(targets);
    const fs::path trust = station.trust_folder();
    judgement =
        judge_pass(trust, stick, station.kiosk_id,
                   time_of_run(station.clock, floor_of(trusted_moments(trust), build_day())));
    if (judgement.verdict == PassVerdict::None && carries_pass(targets))
      judgement.verdict = PassVerdict::Unknown;
  }
  tell_verdict(station, judgement);
  if (judgement.verdict == PassVerdict::None)
    return judgement.verdict;  // the technician's may be in another socket
  const auto told = judgement.verdict == PassVerdict::Accepted
                        ? write_service_slip(station.files, station.settings.exchange,
                                             {.name = judgement.pass->name,
                                              .until = judgement.pass->until,
                                              .since = station.clock.seconds})
                        : remove_service_slip(station.files, station.settings.exchange);
  if (!told)
    warn(station, {"Der Kiosk erfährt nichts vom Pass: " + told.failure().message,
                   "the kiosk does not hear of the pass: " + told.failure().message});
  return judgement.verdict;
}

}  // namespace content
