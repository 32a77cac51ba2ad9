#include <array>
#include <utility>

#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "content-engine/store/names.h"
#include "tools/device/selftest/check.h"

namespace content {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t second_per_day = 24L * 60 * 60;

Examined check_trust(const Examinee& it) {
  if (it.condition.root.version == 0)
    return fail({"Das Gerät vertraut niemandem", "the device trusts nobody"},
                {"`wegweiser-device trust root.json` mit der Datei der Redaktion",
                 "`wegweiser-device trust root.json` with the editors' file"});
  const std::int64_t left =
      (it.condition.root.expires.seconds - it.condition.at.seconds) / second_per_day;
  const std::string figure = std::to_string(left) + " d";
  if (left < 14)
    return warn({"Die Wurzel läuft ab oder ist abgelaufen", "the root expires or has expired"},
                {"Die Redaktion um eine erneuerte Wurzel bitten; gezeigt wird weiter",
                 "ask the editors for a renewed root; showing goes on"},
                figure);
  return pass({"Wurzel gilt", "the root holds"}, figure);
}

Examined check_slots(const Examinee& it) {
  if (!it.condition.store_trouble.empty())
    return fail({"Der Speicher ist nicht lesbar: " + it.condition.store_trouble,
                 "the store cannot be read: " + it.condition.store_trouble},
                {"Karte prüfen; Ausgabe vom Stick neu einspielen",
                 "check the card; take an edition from a stick anew"});
  if (!it.condition.slots.active)
    return warn({"Keine Ausgabe gilt; gezeigt wird die mitgelieferte",
                 "no edition holds; the shipped one is shown"},
                {"Ausgabe einspielen (`sync` oder Stick)", "take one (`sync` or stick)"});
  return pass({"Eine Ausgabe gilt", "an edition holds"}, it.condition.slots.active->edition);
}

Examined check_bundle(const Examinee& it) {
  const auto& active = it.condition.slots.active;
  if (!active)
    return not_applicable({"Keine Ausgabe gilt", "no edition holds"});
  const auto hash = sha256_of_file(it.station.settings.store / bundle_name(active->trial.bundle),
                                   bundle_size_limit);
  if (!hash || *hash != active->trial.bundle)
    return fail({"Das Inhaltspaket ist beschädigt oder fehlt", "the bundle is damaged or missing"},
                {"Ausgabe vom Stick neu einspielen; kommt es wieder, die Karte tauschen",
                 "take the edition from a stick anew; if it comes back, change the card"});
  return pass({"Prüfsumme stimmt", "the hash is right"}, active->trial.bundle.substr(0, 8));
}

Examined check_last_resort(const Examinee& it) {
  constexpr std::string_view start_of_sqlite = "SQLite format 3";
  std::error_code error;
  const fs::path& shipped = it.station.settings.shipped;
  const Sentence remedy{"Inhaltspaket nach `shipped` legen (Einstellungen) oder neu installieren",
                        "put a bundle where `shipped` says, or install anew"};
  if (!fs::exists(shipped, error))
    return warn({"Es gibt kein mitgeliefertes Inhaltspaket", "there is no shipped bundle"}, remedy);
  const fs::path file = fs::canonical(shipped, error);
  const auto named = hash_of_bundle_name(file.filename().string());
  const auto bytes = read_file(file, bundle_size_limit);
  if (!bytes || !bytes->starts_with(start_of_sqlite) || (named && sha256(*bytes) != *named))
    return fail({"Das mitgelieferte Inhaltspaket ist beschädigt", "the shipped bundle is damaged"},
                remedy);
  return pass({"Mitgeliefertes Inhaltspaket ist da", "the shipped bundle is there"},
              std::to_string(bytes->size() >> 10U) + " KiB");
}

Examined check_shown(const Examinee& it) {
  const auto& [slots, verdicts] = std::pair(it.condition.slots, it.condition.verdicts);
  if (!slots.active)
    return not_applicable({"Keine Ausgabe gilt", "no edition holds"});
  if (verdicts.unfinished())
    return warn(
        {"Eine Probe ist nicht zu Ende", "a trial has not ended"},
        {"Eine Minute warten; sonst Kiosk neu starten", "wait a minute; else start the kiosk"});
  if (!verdicts.shown)
    return warn({"Der Kiosk hat noch nichts davon gezeigt", "the kiosk has shown none of it yet"},
                {"`systemctl status wegweiser-kiosk`", "`systemctl status wegweiser-kiosk`"});
  return pass({"Der Kiosk zeigt eine eingespielte Ausgabe", "the kiosk shows a delivered edition"},
              verdicts.shown->bundle.substr(0, 8));
}

Examined check_age(const Examinee& it) {
  const std::int64_t since = it.condition.metadata_signed_at;
  if (since == 0 || it.condition.clock != Clock::Plausible)
    return not_applicable(
        {"Zeitpunkt der Unterschrift oder Uhr unbekannt", "moment of signature or clock unknown"});
  const std::int64_t days = (it.condition.at.seconds - since) / second_per_day;
  const std::string figure = std::to_string(days) + " d";
  if (days > 30)
    return warn({"Seit über 30 Tagen nichts Neues", "nothing new for more than 30 days"},
                {"Netz prüfen oder Stick bringen", "check the network or bring a stick"}, figure);
  return pass({"Stand ist frisch", "the state is fresh"}, figure);
}

Examined check_last_run(const Examinee& it) {
  const auto& last = it.condition.last_run;
  if (!last)
    return not_applicable({"Noch kein Lauf seit dem Start", "no run since the start"});
  if (!ended_well(last->exit))
    return warn(
        {"Der letzte Lauf endete mit: " + last->result, "the last run ended with: " + last->result},
        {"Siehe «Was die Rückgabe sagt»", "see what the exit statuses mean"},
        std::to_string(last->exit));
  return pass({"Der letzte Lauf ging gut", "the last run went well"}, last->result);
}

const std::array<Check, 7> content_list{{
    {"trust", {"Vertrauen", "trust"}, check_trust},
    {"slots", {"Speicher der Ausgaben", "store of editions"}, check_slots},
    {"bundle", {"Inhaltspaket", "bundle"}, check_bundle},
    {"last-resort", {"Letzte Rettung", "last resort"}, check_last_resort},
    {"shown", {"Gezeigte Ausgabe", "shown edition"}, check_shown},
    {"age", {"Alter", "age"}, check_age},
    {"last-run", {"Letzter Lauf", "last run"}, check_last_run},
}};

}  // namespace

std::span<const Check> content_checks() {
  return content_list;
}

}  // namespace content
