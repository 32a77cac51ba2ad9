// wegweiser-device confirm
#include <nlohmann/json.hpp>

#include "tools/device/handover.h"

namespace content {

Outcome confirm_command(Station& station) {
  auto store = open_store(station);
  if (!store.installer)
    return fail(station, store.outcome, store.particulars);
  const auto settled = carry_out(station, *store.installer);
  if (!settled)
    return fail(station, settled.failure());
  const Slots& slots = store.installer->slots();
  say(station, about(*settled, slots));
  print(station, {{"command", "confirm"},
                  {"result", word_of(*settled)},
                  {"exit", 0},
                  {"active", slots.active ? slots.active->trial.bundle : ""},
                  {"candidate", slots.candidate ? slots.candidate->trial.bundle : ""}});
  return Outcome::Fine;
}

}  // namespace content
