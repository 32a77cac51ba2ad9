#include "tools/device/handover.h"

#include <array>
#include <nlohmann/json.hpp>
#include <system_error>

#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "content-engine/repository/bundle_target.h"
#include "content-engine/store/names.h"
#include "tools/device/build.h"
#include "tools/device/last_run.h"
#include "tools/device/telling.h"

namespace content {

namespace fs = std::filesystem;

OpenedStore open_store(Station& station) {
  std::error_code error;
  fs::create_directories(station.trust_folder(), error);
  auto installer = Installer::open(station.files, station.settings.store);
  if (!installer)
    return {std::nullopt,
            installer.failure().refusal == Refusal::NoSpace ? Outcome::NoSpace : Outcome::Busy,
            installer.failure().message};
  return {std::move(*installer), Outcome::Fine, {}};
}

Result<Settled> carry_out(Station& station, Installer& installer) {
  Verdicts verdicts = read_verdicts(station.files, station.settings.kiosk_state);
  for (Dropped& refused : verdicts.refused) {
    if (refused.why != DropReason::Unreadable || !installer.slots().names(refused.trial.bundle))
      continue;
    const auto hash =
        sha256_of_file(installer.bundle_file(refused.trial.bundle), bundle_size_limit);
    if (!hash || *hash != refused.trial.bundle) {
      refused.why = DropReason::Damaged;
      refused.detail = "the bytes on the card changed";
    }
  }
  auto settled = installer.settle(verdicts);
  if (settled)
    if (auto cleaned = installer.clean_up(); !cleaned)
      warn(station, {"Aufräumen ging nicht: " + cleaned.failure().message,
                     "cleaning up failed: " + cleaned.failure().message});
  return settled;
}

std::string_view word_of(Settled settled) {
  constexpr std::array<std::string_view, 4> words{"nothing", "promoted", "dropped", "went-back"};
  return words.at(static_cast<std::size_t>(settled));
}

Sentence about(Settled settled, const Slots& slots) {
  const std::string edition = slots.active ? slots.active->edition : std::string();
  const std::string why = slots.dropped.empty() ? std::string() : slots.dropped.front().detail;
  switch (settled) {
    case Settled::Nothing:
      return slots.candidate
                 ? sentence("Ausgabe %1 wartet darauf, dass der Kiosk sie probiert",
                            "edition %1 waits for the kiosk to try it", {slots.candidate->edition})
                 : sentence("Es gibt nichts zu entscheiden", "there is nothing to decide");
    case Settled::Promoted:
      return sentence("Ausgabe %1 ist jetzt die gültige", "edition %1 is the active one now",
                      {edition});
    case Settled::Dropped:
      return sentence("Der Kiosk hat die neue Ausgabe verworfen: %1",
                      "the kiosk dropped the new edition: %1", {why});
    case Settled::WentBack:
      return sentence("Der Kiosk ging zur vorigen Ausgabe zurück: %1",
                      "the kiosk went back to the edition before: %1", {why});
  }
  return {};
}

namespace {

// On a stick an older state is the editors' last one, forgotten in a drawer: the kiosk is «already
// newer». A server has no such excuse.
DeliveryState state_of(const Handover& handover, Medium medium) {
  if (medium == Medium::Stick && handover.delivery &&
      handover.delivery->arrival == Arrival::AlreadyNewer)
    return DeliveryState::Newest;
  if (handover.outcome != Outcome::Fine)
    return DeliveryState::Refused;
  return handover.delivery && handover.delivery->arrival == Arrival::Candidate
             ? DeliveryState::Accepted
             : DeliveryState::Newest;
}

DeliveryRules rules_of(const Station& station, const Source& source) {
  const fs::path store = station.settings.store;
  return {.metadata = station.trust_folder(),
          .incoming = store / incoming_folder_name,
          .program = WEGWEISER_VERSION,
          .ring = ring_of(station.kiosk_id),
          .clock = station.clock,
          .build = build_day(),
          .longest_lifetime = source.longest_lifetime,
          .again = station.arguments.has("--again"),
          .free_space = [store]() -> std::uint64_t {
            std::error_code error;
            const auto space = fs::space(store, error);
            return error ? 0 : space.available;
          },
          .exchange = station.settings.exchange};
}

Handover run(Station& station, const Source& source, Telling& telling) {
  std::error_code error;
  if (!fs::exists(station.trust_folder() / "root.json", error))
    return {.outcome = Outcome::NoTrust};
  auto store = open_store(station);
  if (!store.installer)
    return {.outcome = store.outcome, .particulars = store.particulars};
  const auto settled = carry_out(station, *store.installer);
  if (!settled)
    return {.outcome = outcome_of(settled.failure().refusal),
            .particulars = settled.failure().message};
  Handover handover{.settled = *settled};
  auto delivery =
      deliver(*store.installer, source.metadata, source.targets, rules_of(station, source),
              [&](Stage stage, int percent) { return telling.step(stage, percent); });
  if (!delivery) {
    handover.outcome = outcome_of(delivery.failure().refusal);
    handover.particulars = delivery.failure().message;
    return handover;
  }
  if (!delivery->alert_trouble.empty())
    warn(station, sentence("Die Warnung konnte nicht übernommen werden: %1",
                           "the warning could not be handed over: %1", {delivery->alert_trouble}));
  handover.outcome = delivery->arrival == Arrival::RefusedBefore  ? Outcome::Refused
                     : delivery->arrival == Arrival::AlreadyNewer ? Outcome::Older
                                                                  : Outcome::Fine;
  handover.particulars = delivery->why;
  handover.delivery = std::move(*delivery);
  return handover;
}

}  // namespace

Handover hand_over(Station& station, const Source& source) {
  Telling telling(station, source.medium);
  Handover handover = run(station, source, telling);
  const DeliveryState state = state_of(handover, source.medium);
  telling.end(state,
              state == DeliveryState::Refused ? objection_of(handover.outcome) : Objection::None,
              handover.delivery ? handover.delivery->slot.edition : "");
  keep_last_run(station, handover.outcome, handover.particulars);
  return handover;
}

Handover refused(Station& station, Medium medium, Outcome outcome, std::string particulars) {
  Telling(station, medium).end(DeliveryState::Refused, objection_of(outcome), "");
  keep_last_run(station, outcome, particulars);
  return {.outcome = outcome, .particulars = std::move(particulars)};
}

static Sentence about(const Delivery& delivery) {
  const std::string& edition = delivery.slot.edition;
  const std::string size = std::to_string((delivery.fetched_bytes + 1023) / 1024);
  switch (delivery.arrival) {
    case Arrival::Candidate:
      return delivery.by_delta
                 ? sentence(
                       "Ausgabe %1 ist angekommen (%2 KiB, als Änderung). Der Kiosk probiert "
                       "sie, sobald niemand davor steht.",
                       "edition %1 has arrived (%2 KiB, as a delta); the kiosk tries it as "
                       "soon as nobody stands before it",
                       {edition, size})
                 : sentence(
                       "Ausgabe %1 ist angekommen (%2 KiB). Der Kiosk probiert sie, sobald "
                       "niemand davor steht.",
                       "edition %1 has arrived (%2 KiB); the kiosk tries it as soon as nobody "
                       "stands before it",
                       {edition, size});
    case Arrival::AlreadyShown:
      return sentence("Ausgabe %1 ist die neueste und schon da",
                      "edition %1 is the newest and here", {edition});
    case Arrival::AlreadyHere:
      return sentence("Ausgabe %1 ist schon da und wartet auf den Kiosk",
                      "edition %1 is here already and waits for the kiosk", {edition});
    case Arrival::AlreadyNewer:
      return sentence("Hier ist schon Neueres: Ausgabe %1 bleibt; die Quelle ist älter (%2)",
                      "what is here is newer already: edition %1 stays; the source is older (%2)",
                      {edition, delivery.why});
    case Arrival::RefusedBefore:
      return {};
  }
  return {};
}

Outcome tell(const Station& station, const Handover& handover, std::string_view report) {
  constexpr std::array<std::string_view, 5> arrivals{"candidate", "already-shown", "already-here",
                                                     "refused-before", "already-newer"};
  const auto& delivery = handover.delivery;
  if (handover.outcome != Outcome::Fine && !delivery)
    return fail(station, handover.outcome, handover.particulars, report);
  if (!delivery)
    return handover.outcome;
  if (delivery->clock == Clock::Unknown)
    warn(station, {"Die Uhr ist unbekannt: Sie steht vor dem letzten unterschriebenen Zeitpunkt",
                   "the clock is unknown: it is before the last signed moment"});
  if (handover.outcome == Outcome::Fine)
    say(station, about(*delivery));
  else if (delivery->arrival == Arrival::AlreadyNewer)
    warn(station, about(*delivery));
  else
    warn(station, {meaning(handover.outcome).german + " (" + handover.particulars + ")",
                   meaning(handover.outcome).english + " (" + handover.particulars + ")"});
  print(station, {{"command", station.arguments.positional().front()},
                  {"result", arrivals.at(static_cast<std::size_t>(delivery->arrival))},
                  {"why", word_of(handover.outcome)},
                  {"exit", static_cast<int>(handover.outcome)},
                  {"detail", handover.particulars},
                  {"edition", delivery->slot.edition},
                  {"sequence", delivery->slot.sequence},
                  {"bundle", delivery->slot.trial.bundle},
                  {"attempt", delivery->slot.trial.attempt},
                  {"fetched_bytes", delivery->fetched_bytes},
                  {"delta", delivery->by_delta},
                  {"clock", delivery->clock == Clock::Plausible ? "plausible" : "unknown"},
                  {"settled", word_of(handover.settled)},
                  {"report", report}});
  return handover.outcome;
}

}  // namespace content
