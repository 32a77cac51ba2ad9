// wegweiser-device status
#include <cstdio>

#include "tools/device/condition.h"

namespace content {

namespace {

std::string day(std::int64_t seconds) {
  return to_iso({seconds}).substr(0, 10);
}

void line(const Station& station, const Sentence& name, const Sentence& value) {
  const std::string& title = station.in(name);
  // By characters, so that umlauts do not move the column.
  std::size_t width = 0;
  for (const char c : title)
    width += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  std::printf("%s%*s %s\n", title.c_str(), static_cast<int>(width < 14 ? 14 - width : 0), "",
              station.in(value).c_str());
}

Sentence same(const std::string& text) {
  return {text, text};
}

Sentence about(const Condition& condition, const Slot& slot) {
  const std::int64_t days =
      slot.signed_at == 0 ? 0 : (condition.at.seconds - slot.signed_at) / (24 * 60 * 60);
  Sentence told = sentence("Ausgabe %1 (%2…)", "edition %1 (%2…)",
                           {slot.edition, slot.trial.bundle.substr(0, 8)});
  if (slot.signed_at > 0) {
    const Sentence age =
        sentence(", unterschrieben am %1 von %2, vor %3 Tagen", ", signed on %1 by %2, %3 days ago",
                 {day(slot.signed_at), slot.signer, std::to_string(days)});
    told.german += age.german;
    told.english += age.english;
  }
  told.german += ", von " + slot.source;
  told.english += ", from " + slot.source;
  return told;
}

void print_slots(const Station& station, const Condition& condition) {
  const Slots& slots = condition.slots;
  if (!condition.store_trouble.empty())
    line(station, {"Speicher", "store"}, same(condition.store_trouble));
  if (slots.active)
    line(station, {"Gültig", "active"}, about(condition, *slots.active));
  else
    line(station, {"Gültig", "active"},
         {"keine; der Kiosk zeigt, was mit dem Programm kam",
          "none; the kiosk shows what came with the program"});
  if (slots.previous)
    line(station, {"Vorige", "previous"}, about(condition, *slots.previous));
  if (slots.candidate) {
    line(station, {"Neu", "new"}, about(condition, *slots.candidate));
    const bool shown = condition.verdicts.shown == slots.candidate->trial;
    const bool trying = condition.verdicts.unfinished() == slots.candidate->trial;
    line(station, same(""),
         shown    ? Sentence{"der Kiosk zeigt sie schon", "the kiosk shows it already"}
         : trying ? Sentence{"der Kiosk probiert sie gerade", "the kiosk is trying it"}
                  : Sentence{"wartet, bis niemand vor dem Kiosk steht",
                             "waits until nobody stands before the kiosk"});
  }
  for (const Dropped& dropped : slots.dropped)
    line(station, {"Verworfen", "dropped"},
         same(dropped.trial.bundle.substr(0, 8) + "… " + std::string(word_of(dropped.why)) + ": " +
              dropped.detail));
}

void print_trust(const Station& station, const Condition& condition) {
  if (condition.root.version == 0) {
    line(station, {"Vertrauen", "trust"}, meaning(Outcome::NoTrust));
    return;
  }
  line(station, {"Wurzel", "root"},
       sentence("Version %1, gilt bis %2", "version %1, valid until %2",
                {std::to_string(condition.root.version), day(condition.root.expires.seconds)}));
  if (condition.timestamp.version > 0)
    line(station, {"Zeitstempel", "timestamp"},
         sentence("Version %1, gilt bis %2", "version %1, valid until %2",
                  {std::to_string(condition.timestamp.version),
                   day(condition.timestamp.expires.seconds)}));
  if (condition.metadata_signed_at > 0)
    line(station, {"Stand", "as of"}, same(to_iso({condition.metadata_signed_at})));
}

}  // namespace

Outcome status_command(Station& station) {
  const Condition condition = condition_of(station);
  if (station.json()) {
    std::printf("%s", to_json(condition).c_str());
    return Outcome::Fine;
  }
  line(station, {"Gerät", "device"},
       sentence("%1, Ring %2, Programm %3", "%1, ring %2, program %3",
                {condition.kiosk_id, std::to_string(condition.ring), WEGWEISER_VERSION}));
  line(station, {"Uhr", "clock"},
       condition.clock == Clock::Plausible
           ? same(to_iso(condition.at))
           : Sentence{to_iso(condition.at) + ", unbekannt: vor dem letzten sicheren Zeitpunkt",
                      to_iso(condition.at) + ", unknown: before the last certain moment"});
  print_slots(station, condition);
  print_trust(station, condition);
  line(station, {"Platz", "space"},
       sentence("%1 MiB frei", "%1 MiB free", {std::to_string(condition.free_bytes >> 20)}));
  if (const auto& last = condition.last_run)
    line(station, {"Letzter Lauf", "last run"},
         same(last->command + ", " + to_iso({last->at}) + ": " + last->result +
              (last->detail.empty() ? "" : " (" + last->detail + ")")));
  return Outcome::Fine;
}

}  // namespace content
