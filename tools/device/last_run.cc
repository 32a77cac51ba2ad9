#include "tools/device/last_run.h"

#include "content-engine/store/names.h"
#include "content-engine/store/slip.h"

namespace content {

static const std::string run_title = "wegweiser-run 1";

bool ended_well(int exit) {
  return exit == static_cast<int>(Outcome::Fine) || exit == static_cast<int>(Outcome::Older) ||
         exit == static_cast<int>(Outcome::NothingThere);
}

void keep_last_run(Station& station, Outcome outcome, const std::string& detail) {
  const auto before = last_run(station);
  Slip slip(run_title);
  slip.set("command", station.arguments.positional().front());
  slip.set("result", word_of(outcome));
  slip.set("exit", static_cast<std::int64_t>(outcome));
  slip.set("detail", detail);
  slip.set("at", station.clock.seconds);
  slip.set("well", ended_well(static_cast<int>(outcome)) ? station.clock.seconds
                   : before                              ? before->well
                                                         : 0);
  if (const auto kept = write_slip(station.files, station.settings.exchange / run_name, slip);
      !kept)
    warn(station, {"Der Lauf wird nicht vermerkt: " + kept.failure().message,
                   "this run is not noted: " + kept.failure().message});
}

Result<LastRun> last_run(const Station& station) {
  const auto slip = read_slip(station.files, station.settings.exchange / run_name, run_title);
  if (!slip)
    return slip.failure();
  return LastRun{.command = slip->text("command"),
                 .result = slip->text("result"),
                 .exit = static_cast<int>(slip->number("exit")),
                 .detail = slip->text("detail"),
                 .at = slip->number("at"),
                 .well = slip->number("well")};
}

}  // namespace content
