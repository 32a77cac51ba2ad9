// wegweiser-device system status | install [PATH] | write | confirm | give-up
#include <array>
#include <ctime>
#include <nlohmann/json.hpp>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/repository/folder_transport.h"
#include "content-engine/store/names.h"
#include "content-engine/store/slots.h"
#include "tools/device/system/fetch.h"
#include "tools/device/system/install.h"
#include "tools/device/web.h"

namespace content {

namespace fs = std::filesystem;

namespace {

struct SystemRun {
  Station& station;
  SystemPlaces places;
  RunningSystem running;

  nlohmann::json told(std::string_view result) const {
    return {{"command", "system " + station.operands().front()},
            {"result", result},
            {"exit", 0},
            {"machine", running.label.machine},
            {"running", running.label.version},
            {"slot", letter_of(running.slot)}};
  }
};

Outcome not_from_an_image(const Station& station, const Failure& why) {
  warn(station, sentence("Dieser Rechner wurde nicht aus einem Abbild gemacht; seine Programme "
                         "erneuert apt (%1)",
                         "this computer was not made from an image; apt renews its programs (%1)",
                         {why.message}));
  print(station, {{"command", "system"},
                  {"result", "failed"},
                  {"why", word_of(Outcome::NothingThere)},
                  {"exit", static_cast<int>(Outcome::NothingThere)},
                  {"detail", why.message}});
  return Outcome::NothingThere;
}

nlohmann::json json_of(const TriedSystem& tried) {
  return {{"version", tried.version},
          {"sha256", tried.sha256},
          {"slot", letter_of(tried.slot)},
          {"since", tried.since}};
}

Outcome system_status(SystemRun& run) {
  Station& station = run.station;
  const SystemMemory memory = read_memory(station.files, run.places);
  const auto wish = read_wish(station.files, station.settings.store / system_folder_name);
  const bool trial = memory.trial && memory.trial->slot == run.running.slot;
  const bool newer = wish && is_newer_system(wish->version, run.running.label.version) &&
                     !has_failed(memory, wish->sha256, *wish);
  const std::string& version = run.running.label.version;
  say(station,
      trial
          ? sentence("System %1 für %2 läuft auf Probe (Wurzel %3)",
                     "system %1 for %2 runs on trial (root %3)",
                     {version, run.running.label.machine, std::string(letter_of(run.running.slot))})
          : sentence(
                "System %1 für %2 läuft (Wurzel %3)", "system %1 for %2 runs (root %3)",
                {version, run.running.label.machine, std::string(letter_of(run.running.slot))}));
  if (memory.trial && !trial)
    say(station,
        sentence("System %1 ist geschrieben; der nächste Start probiert es",
                 "system %1 is written; the next start tries it", {memory.trial->version}));
  else if (newer && !trial)
    say(station, sentence("System %1 liegt bereit", "system %1 lies ready", {wish->version}));
  if (memory.failed)
    say(station, sentence("System %1 kam nicht hoch und wurde verworfen (%2)",
                          "system %1 did not come up and was dropped (%2)",
                          {memory.failed->version, to_iso(UtcTime{memory.failed->since})}));
  auto json = run.told(trial ? "trial" : "good");
  json["written"] = memory.trial && !trial ? json_of(*memory.trial) : nlohmann::json();
  json["ready"] = newer ? nlohmann::json(wish->version) : nlohmann::json();
  json["failed"] = memory.failed ? json_of(*memory.failed) : nlohmann::json();
  print(station, json);
  return Outcome::Fine;
}

// `stick` empty: from where the settings say.
Result<FetchedSystem> fetched(SystemRun& run, const fs::path& stick, Wisher by) {
  Station& station = run.station;
  std::string base = station.settings.repository;
  if (!stick.empty()) {
    const auto folder = repository_on(stick);
    if (!folder)
      return Failure{Refusal::NotFound, stick.string() + ": there is no repository"};
    base = folder->string();
  }
  if (base.empty())
    return Failure{Refusal::NotFound, "the settings name no repository: name a stick or a folder"};
  if (!base.ends_with('/'))
    base += '/';
  if (base.starts_with("https://")) {
    const auto metadata = HttpsTransport::open(base + "metadata", web_options(station));
    const auto targets = HttpsTransport::open(base + "targets", web_options(station));
    if (!metadata || !targets)
      return metadata ? targets.failure() : metadata.failure();
    return fetch_system(station, run.places, run.running, {**metadata, **targets, Medium::Network},
                        by);
  }
  FolderTransport metadata(base + "metadata"), targets(base + "targets");
  return fetch_system(station, run.places, run.running, {metadata, targets, Medium::Stick}, by);
}

bool lies_on(const fs::path& stick, const SystemTarget& system) {
  const auto folder = repository_on(stick);
  const fs::path path(system.path);
  const auto hash = system.file.hashes.find("sha256");
  std::error_code error;
  return folder && hash != system.file.hashes.end() &&
         fs::exists(*folder / "targets" / path.parent_path() /
                        (hash->second + "." + path.filename().string()),
                    error);
}

Sentence about(const FetchedSystem& fetched) {
  const std::string& version = fetched.target.version;
  switch (fetched.arrival) {
    case SystemArrival::Ready:
      return sentence(
          "System %1 liegt bereit. wegweiser-system.service schreibt es auf die zweite "
          "Wurzel und startet damit neu; «system status» sagt, wie es steht.",
          "system %1 lies ready; wegweiser-system.service writes it to the second root "
          "and restarts with it; «system status» says how it goes",
          {version});
    case SystemArrival::Running:
      return sentence("System %1 ist das neueste und läuft schon",
                      "system %1 is the newest and runs", {version});
    case SystemArrival::OnTrial:
      return sentence("System %1 ist schon geschrieben", "system %1 is written already", {version});
    case SystemArrival::FailedBefore:
      return sentence("System %1 kam schon einmal nicht hoch (--again probiert es wieder)",
                      "system %1 did not come up before (--again has it tried once more)",
                      {version});
  }
  return {};
}

Outcome system_install(SystemRun& run) {
  const auto operands = run.station.operands();
  const auto system =
      fetched(run, operands.size() > 1 ? fs::path(operands[1]) : fs::path(), Wisher::Technician);
  if (!system)
    return fail(run.station, system.failure());
  constexpr std::array<std::string_view, 4> words{"ready", "running", "written", "failed-before"};
  const bool refused = system->arrival == SystemArrival::FailedBefore;
  if (refused)
    warn(run.station, about(*system));
  else
    say(run.station, about(*system));
  auto json = run.told(words.at(static_cast<std::size_t>(system->arrival)));
  json["exit"] = refused ? static_cast<int>(Outcome::Refused) : 0;
  json["version"] = system->target.version;
  print(run.station, json);
  return refused ? Outcome::Refused : Outcome::Fine;
}

int local_hour(UtcTime clock) {
  const std::time_t now = clock.seconds;
  std::tm local{};
  ::localtime_r(&now, &local);
  return local.tm_hour;
}

Outcome system_write(SystemRun& run) {
  const auto installed =
      install_system(run.station, run.places, run.running, local_hour(run.station.clock));
  if (!installed)
    return fail(run.station, installed.failure());
  const std::string& version = installed->version;
  const std::array<std::pair<std::string_view, Sentence>, 6> told{{
      {"nothing-ready", {"Es liegt kein System bereit", "no system lies ready"}},
      {"waits", sentence("System %1 wartet auf die Nacht (2 bis 4 Uhr)",
                         "system %1 waits for the night (2 to 4 o'clock)", {version})},
      {"running", sentence("System %1 läuft schon", "system %1 runs already", {version})},
      {"trial-runs", sentence("System %1 läuft selbst noch auf Probe",
                              "system %1 is still on trial itself", {version})},
      {"failed-before", sentence("System %1 kam schon einmal nicht hoch",
                                 "system %1 did not come up before", {version})},
      {"written",
       sentence("System %1 ist geschrieben und nachgelesen; der nächste Start probiert es",
                "system %1 is written and read back; the next start tries it", {version})},
  }};
  const auto& [word, words] = told.at(static_cast<std::size_t>(installed->what));
  say(run.station, words);
  auto json = run.told(word);
  json["version"] = version;
  print(run.station, json);
  return Outcome::Fine;
}

// An edition that this system can read is there; each image brings one.
bool content_reads(const Station& station) {
  const fs::path& store = station.settings.store;
  if (const auto slots = read_slots(station.files, store))
    for (const auto* slot : {&slots->active, &slots->previous})
      if (*slot && open_bundle(store / bundle_name((*slot)->trial.bundle), (*slot)->trial.bundle))
        return true;
  std::error_code error;
  const fs::path shipped = fs::canonical(station.settings.shipped, error);
  const auto hash = hash_of_bundle_name(shipped.filename().string());
  return !error && hash && open_bundle(shipped, *hash);
}

Outcome system_confirm(SystemRun& run) {
  Station& station = run.station;
  auto chooser = boot_chooser(station.files, run.places.boot());
  if (!chooser)
    return fail(station, chooser.failure());
  auto memory = judge_trial(station, run.places, run.running, **chooser);
  if (!memory)
    return fail(station, memory.failure());
  const auto standing = (*chooser)->standing(run.running.slot);
  if (!standing)
    return fail(station, standing.failure());
  if (*standing == Standing::Good) {
    say(station, {"Es gibt nichts zu bestätigen", "there is nothing to confirm"});
    print(station, run.told("good"));
    return Outcome::Fine;
  }
  if (!content_reads(station))
    return fail(station, Outcome::NothingThere, "the system on trial can read no edition");
  if (auto good = (*chooser)->make_good(run.running.slot); !good)
    return fail(station, good.failure());
  if (memory->trial && memory->trial->slot == run.running.slot) {
    memory->trial.reset();
    if (auto kept = write_memory(station.files, run.places, *memory); !kept)
      return fail(station, kept.failure());
  }
  say(station, sentence("System %1 gilt von jetzt an", "system %1 holds from now on",
                        {run.running.label.version}));
  print(station, run.told("confirmed"));
  return Outcome::Fine;
}

// Whoever is still on trial when this is called has had its time.
Outcome system_give_up(SystemRun& run) {
  Station& station = run.station;
  const auto chooser = boot_chooser(station.files, run.places.boot());
  const auto standing =
      chooser ? (*chooser)->standing(run.running.slot) : Result<Standing>(chooser.failure());
  if (!standing)
    return fail(station, standing.failure());
  const bool over = *standing != Standing::Good;
  if (over)
    if (auto asked = write_file(station.files, run.places.restart(), "\n"); !asked)
      return fail(station, asked.failure());
  say(station, over ? sentence("System %1 ist nicht hochgekommen: Neustart",
                               "system %1 did not come up: restart", {run.running.label.version})
                    : Sentence{"Nichts läuft auf Probe", "nothing runs on trial"});
  print(station, run.told(over ? "restart" : "good"));
  return Outcome::Fine;
}

}  // namespace

Outcome system_command(Station& station) {
  struct Verb {
    std::string_view name;
    Outcome (*run)(SystemRun&);
    std::size_t operands;
  };
  constexpr std::array<Verb, 5> verbs{{{"status", system_status, 1},
                                       {"install", system_install, 2},
                                       {"write", system_write, 1},
                                       {"confirm", system_confirm, 1},
                                       {"give-up", system_give_up, 1}}};
  const auto words = station.operands();
  for (const Verb& verb : verbs) {
    if (words.front() != verb.name)
      continue;
    if (words.size() > verb.operands)
      return wrong_usage(station, sentence("system %1 nimmt sonst nichts",
                                           "system %1 takes nothing else", {words.front()}));
    const SystemPlaces places{station.arguments.value("--system").value_or("/")};
    auto running = running_system(places);
    if (!running)
      return not_from_an_image(station, running.failure());
    SystemRun run{station, places, std::move(*running)};
    return verb.run(run);
  }
  return wrong_usage(station, sentence("system kennt status, install, write, confirm und give-up, "
                                       "nicht «%1»",
                                       "system knows status, install, write, confirm and give-up, "
                                       "not «%1»",
                                       {words.front()}));
}

static void look_for(Station& station, const fs::path& stick, Wisher by) {
  const SystemPlaces places{station.arguments.value("--system").value_or("/")};
  auto running = running_system(places);
  if (!running)
    return;
  tidy_systems(station, *running);
  if (by == Wisher::Kiosk && station.settings.system_updates == SystemUpdates::Off)
    return;
  const auto offered = offered_system(station, places, *running);
  // A stick has systems only when somebody asked for them.
  if (!offered || (!stick.empty() && !lies_on(stick, *offered)))
    return;
  SystemRun run{station, places, std::move(*running)};
  const auto system = fetched(run, stick, by);
  if (!system)
    warn(station, sentence("Das neue System konnte nicht geholt werden: %1",
                           "the new system could not be fetched: %1", {system.failure().message}));
  else if (system->arrival == SystemArrival::Ready)
    say(station, about(*system));
}

void look_for_system(Station& station) {
  look_for(station, {}, Wisher::Kiosk);
}

void look_for_system_on(Station& station, const fs::path& stick) {
  look_for(station, stick, Wisher::Technician);
}

}  // namespace content
