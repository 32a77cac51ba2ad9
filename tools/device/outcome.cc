#include "tools/device/outcome.h"

#include <array>

namespace content {

namespace {

struct Row {
  std::string_view word;
  Objection objection;
  Sentence meaning;
};

// In the order of the exit statuses.
const std::array<Row, 17> rows{{
    {"fine", Objection::None, {"In Ordnung", "fine"}},
    {"broken", Objection::Unreadable, {"Unerwarteter Fehler", "unexpected failure"}},
    {"wrong-usage", Objection::Unreadable, {"Falscher Aufruf", "wrong usage"}},
    {"wrong-settings",
     Objection::Unreadable,
     {"Die Einstellungen sind falsch", "the settings are wrong"}},
    {"no-trust",
     Objection::Untrusted,
     {"Das Gerät vertraut noch niemandem: «wegweiser-device trust ROOT» fehlt",
      "this device trusts nobody yet: «wegweiser-device trust ROOT» is missing"}},
    {"untrusted",
     Objection::Untrusted,
     {"Abgelehnt: Die Daten sind nicht die, die unterschrieben wurden",
      "refused: the data are not what was signed"}},
    {"expired",
     Objection::Expired,
     {"Abgelehnt: abgelaufen, oder die Uhr des Geräts geht falsch",
      "refused: expired, or this device's clock is wrong"}},
    {"older",
     Objection::Older,
     {"Abgelehnt: älter als das, was schon hier ist", "refused: older than what is here already"}},
    {"too-new",
     Objection::TooNew,
     {"Abgelehnt: Diese Ausgabe braucht ein neueres Programm",
      "refused: this edition needs a newer program"}},
    {"no-space",
     Objection::NoSpace,
     {"Abgelehnt: Auf der Karte des Geräts ist zu wenig Platz",
      "refused: too little space on this device's card"}},
    {"unreachable",
     Objection::Unreadable,
     {"Die Quelle ist nicht erreichbar oder nicht lesbar", "the source cannot be reached or read"}},
    {"nothing-there",
     Objection::Unreadable,
     {"Dort liegt keine Ausgabe für diesen Kiosk", "there is no edition for this kiosk"}},
    {"refused",
     Objection::Refused,
     {"Abgelehnt: Der Kiosk hat diese Ausgabe schon einmal verworfen (--again probiert sie wieder)",
      "refused: the kiosk has dropped this edition before (--again has it tried once more)"}},
    {"busy",
     Objection::Unreadable,
     {"Der Speicher ist gerade in Arbeit oder nicht beschreibbar; später noch einmal",
      "the store is in use or cannot be written; try again later"}},
    {"nothing-before",
     Objection::None,
     {"Es gibt keine frühere Ausgabe, zu der es zurückgeht",
      "there is no earlier edition to go back to"}},
    {"faulty",
     Objection::None,
     {"Der Selbsttest hat Fehler gefunden", "the self-test has found faults"}},
    {"not-printed",
     Objection::None,
     {"Nicht gedruckt: Der Drucker oder CUPS arbeitet nicht",
      "not printed: the printer or CUPS does not work"}},
}};

const Row& row(Outcome outcome) {
  return rows.at(static_cast<std::size_t>(outcome));
}

}  // namespace

Outcome outcome_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::NotFound:
      return Outcome::NothingThere;
    case Refusal::Malformed:
    case Refusal::TooLarge:
    case Refusal::Untrusted:
      return Outcome::Untrusted;
    case Refusal::Unsupported:
      return Outcome::TooNew;
    case Refusal::Expired:
      return Outcome::Expired;
    case Refusal::RolledBack:
      return Outcome::Older;
    case Refusal::NoSpace:
      return Outcome::NoSpace;
    case Refusal::Unavailable:
      return Outcome::Unreachable;
    case Refusal::Invalid:
      return Outcome::WrongSettings;
  }
  return Outcome::Broken;
}

std::string_view word_of(Outcome outcome) {
  return row(outcome).word;
}
const Sentence& meaning(Outcome outcome) {
  return row(outcome).meaning;
}
Objection objection_of(Outcome outcome) {
  return row(outcome).objection;
}

}  // namespace content
