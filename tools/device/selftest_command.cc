// wegweiser-device selftest [--check NAME] [--json] [--to FILE]
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "tools/device/selftest/check.h"

namespace content {

namespace {

const Sentence& word_for_people(Grade grade) {
  static const Sentence pass{"gut    ", "pass   "};
  static const Sentence warn{"WARNUNG", "WARNING"};
  static const Sentence fail{"FEHLER ", "FAILURE"};
  static const Sentence none{"–      ", "-      "};
  return grade == Grade::Pass   ? pass
         : grade == Grade::Warn ? warn
         : grade == Grade::Fail ? fail
                                : none;
}

void tell(const Station& station, const Check& check, const Examined& found) {
  std::printf("%s %s: %s", station.in(word_for_people(found.grade)).c_str(),
              station.in(check.title).c_str(), station.in(found.reason).c_str());
  if (!found.figure.empty())
    std::printf(" (%s)", found.figure.c_str());
  std::printf("\n");
  if (!found.remedy.german.empty())
    std::printf("        → %s [%s]\n", station.in(found.remedy).c_str(),
                std::string(check.name).c_str());
}

}  // namespace

Outcome selftest_command(Station& station) {
  std::vector<Check> checks = selftest_checks();
  if (const auto wanted = station.arguments.value("--check")) {
    std::erase_if(checks, [&](const Check& check) { return check.name != *wanted; });
    if (checks.empty()) {
      std::string names;
      for (const Check& check : selftest_checks())
        names += " " + std::string(check.name);
      return wrong_usage(station,
                         sentence("die Prüfung «%1» gibt es nicht; es gibt:%2",
                                  "there is no check «%1»; there are:%2", {*wanted, names}));
    }
  }
  const Examinee examinee{station, condition_of(station),
                          station.arguments.value("--system").value_or("/")};
  nlohmann::ordered_json told = nlohmann::ordered_json::array();
  Grade worst = Grade::Pass;
  for (const Check& check : checks) {
    const Examined found = check.examine(examinee);
    if (found.grade != Grade::NotApplicable)
      worst = std::max(worst, found.grade);
    told.push_back({{"check", check.name},
                    {"result", word_of(found.grade)},
                    {"reason", {{"de", found.reason.german}, {"en", found.reason.english}}},
                    {"remedy", {{"de", found.remedy.german}, {"en", found.remedy.english}}},
                    {"figure", found.figure}});
    if (!station.json())
      tell(station, check, found);
  }
  const nlohmann::ordered_json all{{"wegweiser_selftest", 1},      {"kiosk", station.kiosk_id},
                                   {"program", WEGWEISER_VERSION}, {"at", to_iso(station.clock)},
                                   {"result", word_of(worst)},     {"checks", std::move(told)}};
  const std::string text = all.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  if (station.json())
    std::fputs(text.c_str(), stdout);
  if (const auto to = station.arguments.value("--to"))
    if (const auto written = write_file(station.files, *to, text); !written)
      return fail(station, written.failure());
  return worst == Grade::Fail ? Outcome::Faulty : Outcome::Fine;
}

}  // namespace content
