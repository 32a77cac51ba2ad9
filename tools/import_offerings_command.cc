// wegweiser-content import offers --csv FILE … | import events --ical FILE …
#include <cstdio>
#include <filesystem>
#include <utility>

#include "content-engine/source/calendar_file.h"
#include "content-engine/source/offering_import.h"
#include "content-engine/source/offering_table.h"
#include "content-engine/source/provider_table.h"
#include "content-engine/source/source_text.h"
#include "content-engine/source/tree.h"
#include "content-engine/store/files.h"
#include "tools/desk.h"

namespace content {

namespace fs = std::filesystem;

namespace {

// What one file holds, whichever kind it is of.
struct Came {
  std::vector<Offering> offerings;
  std::vector<Finding> findings;
  std::map<std::string, int> left_out;
  int refused = 0;
  int read = 0;
};

Result<Came> read_csv(const std::string& file) {
  const auto bytes = read_file(file, static_cast<std::int64_t>(calendar_limit));
  if (!bytes)
    return bytes.failure();
  Came came;
  const std::string text = clean_text(*bytes, file, came.findings);
  ProviderTable table = read_provider_table(text, file);
  came.read = table.rows;
  came.refused = table.rows - static_cast<int>(table.offerings.size());
  came.offerings = std::move(table.offerings);
  for (Finding& finding : table.findings)
    came.findings.push_back(std::move(finding));
  return came;
}

Result<Came> read_ical(const std::string& file, const Edition& town, Date today) {
  const auto bytes = read_file(file, static_cast<std::int64_t>(calendar_limit));
  if (!bytes)
    return bytes.failure();
  auto calendar = read_calendar(*bytes, file, {town.town.time_zone, today});
  if (!calendar)
    return calendar.failure();
  Came came;
  came.read = calendar->seen;
  came.offerings = std::move(calendar->events);
  came.findings = std::move(calendar->findings);
  for (const auto& [reason, count] :
       {std::pair{"over", calendar->over}, std::pair{"cancelled", calendar->cancelled},
        std::pair{"private", calendar->hidden}})
    if (count > 0)
      came.left_out[reason] = count;
  return came;
}

ProviderRules rules_of(const Desk& desk) {
  const Arguments& given = desk.arguments;
  ProviderRules rules;
  rules.source = given.value("--source").value_or("");
  rules.provider = given.value("--provider").value_or("");
  rules.phone = given.value("--phone").value_or("");
  rules.email = given.value("--email").value_or("");
  rules.web = given.value("--web").value_or("");
  rules.languages = divided(given.value("--languages").value_or(""), ' ');
  rules.today = desk.today;
  rules.verified = given.has("--verified");
  return rules;
}

}  // namespace

int import_offerings_command(const Desk& desk) {
  const Arguments& given = desk.arguments;
  const bool events = given.positional().back() == "events";
  const auto files = given.values(events ? "--ical" : "--csv");
  const auto folder = given.value("--output");
  const ProviderRules rules = rules_of(desk);
  if (files.empty() || !folder || rules.source.empty())
    return fail(desk, sentence("import %1 braucht %2, --source und -o: wegweiser-content import %1 "
                               "%2 DATEI --source «Volkshochschule, Programm 1/2027» -o ORDNER",
                               "import %1 needs %2, --source and -o: wegweiser-content import %1 "
                               "%2 FILE --source «Volkshochschule, programme 1/2027» -o DIR",
                               {events ? "events" : "offers", events ? "--ical" : "--csv"}));
  auto town = read_source(*folder);
  if (!town)
    return fail(desk, town.failure());
  int status = exit_fine;
  for (const std::string& file : files) {
    auto came = events ? read_ical(file, town->edition, desk.today) : read_csv(file);
    if (!came)
      return fail(desk, came.failure());
    OfferingImport joined = join_offerings(town->edition, std::move(came->offerings), file, rules);
    joined.refused += came->refused;
    for (const auto& [reason, count] : came->left_out)
      joined.left_out[reason] += count;
    for (const auto* findings : {&came->findings, &joined.findings})
      for (const Finding& finding : *findings)
        std::fprintf(stderr, "%s\n", to_line(finding, desk.messages).c_str());
    if (given.has("--json"))
      std::printf("%s\n", joined.to_json().c_str());
    else
      std::printf("%s: %d\n%s", file.c_str(), came->read, joined.to_text(desk.messages).c_str());
    if (joined.refused > 0)
      status = exit_findings;
    town->edition.offerings = std::move(joined.offerings);
  }
  const auto written =
      write_file(fs::path(*folder) / offers_file, offers_table(town->edition.offerings));
  return written ? status : fail(desk, written.failure());
}

}  // namespace content
