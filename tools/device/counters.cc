#include "tools/device/counters.h"

#include <cstdio>

#include "tools/device/outcome.h"

namespace content {

Result<std::string> counters_of(const Station& station, Span span) {
  auto counters = read_counters(station.files, station.settings.kiosk_state / counters_name);
  if (!counters)
    return counters.failure();
  counters->kiosk = station.kiosk_id;
  if (span == Span::LastWeek && !counters->tally.empty())
    counters->tally.drop_before(days_after(counters->tally.counts().rbegin()->first.day, -6));
  return written(*counters);
}

// wegweiser-device counters export [-o FILE]
Outcome counters_command(Station& station) {
  if (station.operands().front() != "export")
    return wrong_usage(
        station, sentence("counters kennt nur «export», nicht «%1»",
                          "counters knows «export» only, not «%1»", {station.operands().front()}));
  const auto text = counters_of(station, Span::All);
  if (!text && text.failure().refusal == Refusal::NotFound) {
    warn(station, {"Es wurde noch nichts gezählt.", "nothing was counted yet"});
    return Outcome::NothingThere;
  }
  if (!text)
    return fail(station, text.failure());
  const auto file = station.arguments.value("--output");
  if (!file) {
    std::fputs(text->c_str(), stdout);
    return Outcome::Fine;
  }
  const auto done = write_file(station.files, *file, *text);
  if (!done)
    return fail(station, done.failure());
  say(station, sentence("Zähler geschrieben: %1", "counters written: %1", {*file}));
  return Outcome::Fine;
}

}  // namespace content
