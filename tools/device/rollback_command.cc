// wegweiser-device rollback
#include <nlohmann/json.hpp>

#include "tools/device/handover.h"

namespace content {

Outcome rollback_command(Station& station) {
  auto store = open_store(station);
  if (!store.installer)
    return fail(station, store.outcome, store.particulars);
  // What the kiosk shows already is the active one, even when nobody has said so yet.
  if (const auto settled = carry_out(station, *store.installer); !settled)
    return fail(station, settled.failure());
  const auto left = store.installer->slots().active;
  const auto back = store.installer->roll_back();
  if (!back && back.failure().refusal == Refusal::NotFound)
    return fail(station, Outcome::NothingBefore);
  if (!back)
    return fail(station, back.failure());
  const Slot& now = *store.installer->slots().active;
  say(station, sentence("Ausgabe %1 gilt wieder; Ausgabe %2 kommt nur mit --again zurück",
                        "edition %1 is active again; edition %2 comes back with --again only",
                        {now.edition, left->edition}));
  print(station, {{"command", "rollback"},
                  {"result", "rolled-back"},
                  {"exit", 0},
                  {"edition", now.edition},
                  {"bundle", now.trial.bundle},
                  {"left", left->trial.bundle}});
  return Outcome::Fine;
}

}  // namespace content
