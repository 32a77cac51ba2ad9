// wegweiser-device trust ROOT [--replace]
#include <nlohmann/json.hpp>

#include "content-engine/repository/updater.h"
#include "tools/device/handover.h"

namespace content {

namespace {

// A technician says that another root holds from now on. Metadata that its keys don't vouch for is
// forgotten by itself; what they do vouch for stays the memory against old files.
Result<Done> replace_root(const Station& station, const std::string& root) {
  if (auto checked = TrustedSet::start(root, UtcTime{}); !checked)
    return checked.failure();
  return write_file(station.trust_folder() / "root.json", root);
}

}  // namespace

Outcome trust_command(Station& station) {
  const std::string file = station.operands().front();
  const auto root = read_file(file, root_limit);
  if (!root)
    return fail(station, Outcome::Unreachable, root.failure().message);
  const auto store = open_store(station);
  if (!store.installer)
    return fail(station, store.outcome, store.particulars);
  const bool replacing = station.arguments.has("--replace");
  const auto planted = replacing ? replace_root(station, *root)
                                 : Updater::trust_root({station.trust_folder()}, *root);
  if (!planted && planted.failure().refusal == Refusal::Invalid)
    return fail(station, Outcome::NoTrust,
                station.in({"hier gilt schon eine andere Wurzel; --replace ersetzt sie",
                            "another root is trusted here already; --replace puts this one in its "
                            "place"}));
  if (!planted)
    return fail(station, planted.failure());
  const auto set = TrustedSet::start(*root, UtcTime{});
  const std::string version = std::to_string(set->root().version);
  say(station, sentence("Wurzel %1 gilt, bis %2 oder bis eine neue sie ablöst",
                        "root %1 is trusted, until %2 or until a newer one follows it",
                        {version, to_iso(set->root().expires)}));
  print(station, {{"command", "trust"},
                  {"result", "trusted"},
                  {"exit", 0},
                  {"version", set->root().version},
                  {"expires", to_iso(set->root().expires)}});
  return Outcome::Fine;
}

}  // namespace content
