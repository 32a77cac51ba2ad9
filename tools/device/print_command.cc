// wegweiser-device print [--patience SECONDS]
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "content-engine/store/names.h"
#include "content-engine/store/print_slip.h"
#include "tools/device/print_jobs.h"
#include "tools/device/print_queue.h"
#include "tools/device/station.h"

namespace content {

namespace {

// None: what was asked for is no such number.
std::optional<PrintQueue::Patience> patience_of(const Station& station) {
  PrintQueue::Patience patience;
  const auto asked = station.arguments.value("--patience");
  if (!asked)
    return patience;
  int seconds = 0;
  const auto [end, error] = std::from_chars(asked->data(), asked->data() + asked->size(), seconds);
  if (error != std::errc() || end != asked->data() + asked->size() || seconds < 1 || seconds > 120)
    return std::nullopt;
  patience.printer = std::chrono::seconds(seconds);
  return patience;
}

void tell_kiosk(Station& station, const std::string& name, PrintEnd end) {
  const auto job = job_of_print_name(name);
  if (!job)
    return;
  const auto written = write_print_slip(station.files, station.settings.exchange, {*job, end});
  if (!written)
    warn(station, {"Der Kiosk erfährt nichts davon: " + written.failure().message,
                   "the kiosk is not told: " + written.failure().message});
}

struct Printed {
  int sheets = 0;
  std::optional<Failure> failure;  // the last one
};

Printed print_all(Station& station, const PrintQueue::Patience& patience) {
  const auto& settings = station.settings;
  const PrintQueue queue(settings.printer, settings.printer_paper, patience);
  Printed printed;
  // What comes while one is being printed is taken along.
  for (std::size_t taken = 0; taken < 4 * most_print_jobs;) {
    const auto waiting = waiting_prints(settings.print_folder);
    if (!waiting || waiting->empty())
      break;
    for (const std::string& name : *waiting) {
      ++taken;
      const auto pdf = take_print(settings.print_folder, name);
      if (!pdf && pdf.failure().refusal == Refusal::NotFound)
        continue;  // the visitor has left, and the kiosk has taken it back
      Result<Done> done = Failure{Refusal::Invalid, "printer"};
      if (!pdf)
        done = pdf.failure();
      else if (!settings.printer.empty())
        done = queue.print(*pdf);
      tell_kiosk(station, name, done ? PrintEnd::Done : PrintEnd::Failed);
      if (done)
        ++printed.sheets;
      else
        printed.failure = done.failure();
    }
  }
  return printed;
}

}  // namespace

Outcome print_command(Station& station) {
  const auto patience = patience_of(station);
  if (!patience)
    return wrong_usage(station, {"--patience ist eine ganze Zahl von 1 bis 120",
                                 "--patience is a whole number from 1 to 120"});
  const Printed printed = print_all(station, *patience);
  if (printed.failure) {
    const Refusal why = printed.failure->refusal;
    const bool printer = why == Refusal::NotFound || why == Refusal::Unavailable;
    return fail(station, printer ? Outcome::NotPrinted : outcome_of(why), printed.failure->message);
  }
  const std::string sheets = std::to_string(printed.sheets);
  say(station, printed.sheets == 0 ? Sentence{"Nichts zu drucken", "nothing to print"}
                                   : sentence("Gedruckt: %1", "printed: %1", {sheets}));
  print(station, {{"command", "print"},
                  {"result", printed.sheets == 0 ? "nothing" : "printed"},
                  {"exit", 0},
                  {"sheets", printed.sheets}});
  return Outcome::Fine;
}

}  // namespace content
