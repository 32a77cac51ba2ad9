// wegweiser-device selftest [--check NAME] [--interactive] [--json] [--to FILE] [--qr PNG]
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

#include "tools/device/selftest/check.h"
#include "tools/device/selftest/kiosk_checks.h"
#include "tools/device/selftest/questions.h"
#include "tools/device/selftest/short_form.h"

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

struct Finished {
  std::string_view name;
  Sentence title;
  Examined found;
};

void tell(const Station& station, const Finished& check) {
  const Examined& found = check.found;
  std::printf("%s %s: %s", station.in(word_for_people(found.grade)).c_str(),
              station.in(check.title).c_str(), station.in(found.reason).c_str());
  if (!found.figure.empty())
    std::printf(" (%s)", found.figure.c_str());
  std::printf("\n");
  if (!found.remedy.german.empty())
    std::printf("        → %s [%s]\n", station.in(found.remedy).c_str(),
                std::string(check.name).c_str());
}

std::string all_names() {
  std::string names;
  for (const Check& check : selftest_checks())
    names += " " + std::string(check.name);
  for (const KioskCheck& check : kiosk_checks())
    names += " " + std::string(check.name);
  for (const Question& question : questions())
    names += " " + std::string(question.name);
  return names;
}

// All of them: a sentence's values are cut where they are long.
Sentence no_such_check(const std::string& wanted) {
  Sentence told = sentence(
      "die Prüfung «%1» gibt es nicht; es gibt:", "there is no check «%1»; there are:", {wanted});
  told.german += all_names();
  told.english += all_names();
  return told;
}

std::optional<std::string> typed_line() {
  std::string line;
  return std::getline(std::cin, line) ? std::optional(line) : std::nullopt;
}

// Those wanted, in the order in which they are told; the kiosk is started for its own only.
std::vector<Finished> examine_all(Station& station, const std::optional<std::string>& wanted) {
  const auto is_wanted = [&](std::string_view name) { return !wanted || name == *wanted; };
  const Examinee examinee{station, condition_of(station),
                          station.arguments.value("--system").value_or("/")};
  std::vector<Finished> all;
  for (const Check& check : selftest_checks())
    if (is_wanted(check.name))
      all.push_back({check.name, check.title, check.examine(examinee)});
  const auto own = kiosk_checks();
  if (std::any_of(own.begin(), own.end(), [&](const auto& one) { return is_wanted(one.name); })) {
    const std::vector<Examined> found = examine_kiosk(station);
    for (std::size_t at = 0; at < own.size(); ++at)
      if (is_wanted(own[at].name))
        all.push_back({own[at].name, own[at].title, found[at]});
  }
  if (station.arguments.has("--interactive"))
    for (const Question& question : questions())
      if (is_wanted(question.name))
        all.push_back({question.name, question.title, ask(station, question, typed_line)});
  return all;
}

// For a telephone at the screen: a picture, or drawn in the terminal.
Result<Done> show_code(const Station& station, const std::vector<Finished>& all,
                       std::string_view result) {
  ShortForm form{.kiosk = station.kiosk_id,
                 .at = to_iso(station.clock),
                 .program = WEGWEISER_VERSION,
                 .result = std::string(result),
                 .failing = {},
                 .warning = {}};
  for (const Finished& check : all)
    if (check.found.grade == Grade::Fail || check.found.grade == Grade::Warn)
      (check.found.grade == Grade::Fail ? form.failing : form.warning).emplace_back(check.name);
  const auto code = code_of(to_text(form));
  if (!code)
    return code.failure();
  if (const auto picture = station.arguments.value("--qr"); picture && *picture != "-")
    return write_code(*code, *picture);
  std::fputs(for_terminal(*code).c_str(), stdout);
  return Done{};
}

nlohmann::ordered_json to_json(const Finished& check) {
  const Examined& found = check.found;
  return {{"check", check.name},
          {"result", word_of(found.grade)},
          {"reason", {{"de", found.reason.german}, {"en", found.reason.english}}},
          {"remedy", {{"de", found.remedy.german}, {"en", found.remedy.english}}},
          {"figure", found.figure}};
}

}  // namespace

Outcome selftest_command(Station& station) {
  const auto wanted = station.arguments.value("--check");
  const std::vector<Finished> all = examine_all(station, wanted);
  if (all.empty())
    return wrong_usage(station, no_such_check(*wanted));
  nlohmann::ordered_json told = nlohmann::ordered_json::array();
  Grade worst = Grade::Pass;
  for (const Finished& check : all) {
    if (check.found.grade != Grade::NotApplicable)
      worst = std::max(worst, check.found.grade);
    told.push_back(to_json(check));
    if (!station.json())
      tell(station, check);
  }
  const nlohmann::ordered_json result{{"wegweiser_selftest", 1},      {"kiosk", station.kiosk_id},
                                      {"program", WEGWEISER_VERSION}, {"at", to_iso(station.clock)},
                                      {"result", word_of(worst)},     {"checks", std::move(told)}};
  const std::string text =
      result.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  if (station.json())
    std::fputs(text.c_str(), stdout);
  if (const auto to = station.arguments.value("--to"))
    if (const auto written = write_file(station.files, *to, text); !written)
      return fail(station, written.failure());
  if (station.arguments.has("--qr"))
    if (const auto shown = show_code(station, all, word_of(worst)); !shown)
      return fail(station, shown.failure());
  return worst == Grade::Fail ? Outcome::Faulty : Outcome::Fine;
}

}  // namespace content
