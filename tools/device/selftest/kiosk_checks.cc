#include "tools/device/selftest/kiosk_checks.h"

#include <array>
#include <nlohmann/json.hpp>

#include "tools/device/child_run.h"

namespace content {

namespace {

using Told = nlohmann::json;

const std::array<KioskCheck, 8> kiosk_list{{
    {"examination", {"Prüfung des Kiosks", "kiosk's examination"}},
    {"versions", {"Stand der Programme", "versions"}},
    {"pages", {"Seiten", "pages"}},
    {"glyphs", {"Schriftzeichen", "glyphs"}},
    {"search", {"Suche", "search"}},
    {"parity", {"Gleiche Funktionen", "parity of languages"}},
    {"reading-aloud", {"Vorlesen", "reading aloud"}},
    {"golden-pages", {"Schriftproben", "golden pages"}},
}};
constexpr std::size_t first_of_kiosk = 2;

std::vector<Examined> one_and_none(Examined examination) {
  std::vector<Examined> all(kiosk_list.size(),
                            not_applicable({"Der Kiosk sagt es nicht", "the kiosk does not say"}));
  all.front() = std::move(examination);
  return all;
}

Examined no_answer(const std::string& why) {
  return fail({"Das Programm des Kiosks antwortet nicht: " + why,
               "the kiosk's program does not answer: " + why},
              {"`wegweiser-kiosk --examine`; Paket wegweiser-kiosk neu installieren",
               "`wegweiser-kiosk --examine`; install the package wegweiser-kiosk anew"});
}

std::string word(const Told& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

Sentence both(const Told& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_object())
    return {};
  return {word(*found, "de"), word(*found, "en")};
}

std::optional<Examined> read_check(const Told& checks, std::string_view name) {
  for (const Told& check : checks) {
    if (!check.is_object() || word(check, "check") != name)
      continue;
    for (const Grade grade : {Grade::Pass, Grade::Warn, Grade::Fail, Grade::NotApplicable})
      if (word(check, "result") == word_of(grade))
        return Examined{grade, both(check, "reason"), both(check, "remedy"), word(check, "figure")};
  }
  return std::nullopt;
}

Examined same_version(const std::string& kiosk) {
  const std::string figure = "wegweiser-device " WEGWEISER_VERSION ", wegweiser-kiosk " + kiosk;
  if (kiosk != WEGWEISER_VERSION)
    return fail({"Die Programme sind nicht von demselben Stand",
                 "the programs are not of the same version"},
                {"Pakete wegweiser-kiosk und wegweiser-device gemeinsam installieren",
                 "install the packages wegweiser-kiosk and wegweiser-device together"},
                figure);
  return pass({"Die Programme sind von demselben Stand", "the programs are of the same version"},
              figure);
}

std::filesystem::path beside_this_program() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).parent_path() / "wegweiser-kiosk";
}

}  // namespace

std::span<const KioskCheck> kiosk_checks() {
  return kiosk_list;
}

Result<std::vector<Examined>> parse_examination(std::string_view text) {
  const Told told = Told::parse(text, nullptr, false);
  if (!told.is_object() || told.value("wegweiser_examination", Told()) != 1 ||
      !told.contains("checks") || !told["checks"].is_array())
    return Failure{Refusal::Malformed, "no examination"};
  std::vector<Examined> all =
      one_and_none(pass({"Der Kiosk hat sich selbst geprüft", "the kiosk has examined itself"}));
  all[1] = same_version(word(told, "program"));
  for (std::size_t at = first_of_kiosk; at < kiosk_list.size(); ++at) {
    const auto found = read_check(told["checks"], kiosk_list.at(at).name);
    if (!found)
      return Failure{Refusal::Malformed, "nothing about " + std::string(kiosk_list.at(at).name)};
    all[at] = *found;
  }
  return all;
}

std::vector<Examined> examine_kiosk(const Station& station) {
  constexpr std::chrono::minutes patience{5};
  constexpr std::size_t longest = std::size_t{256} * 1024;
  const std::string program =
      station.arguments.value("--kiosk").value_or(beside_this_program().string());
  std::error_code error;
  if (!std::filesystem::exists(program, error))
    return one_and_none(not_applicable(
        {"Auf diesem Gerät ist kein Kiosk installiert", "no kiosk is installed on this device"}));
  std::vector<std::string> command{program, "--examine"};
  if (const auto settings = station.arguments.value("--settings"))
    command.insert(command.end(), {"--settings", *settings});
  const auto said = run_child(command, {}, patience, {.longest = longest, .complaints = false});
  if (!said)
    return one_and_none(no_answer(said.failure().message));
  auto all = parse_examination(said->text);
  if (!all)
    return one_and_none(
        no_answer(all.failure().message + ", status " + std::to_string(said->status)));
  return std::move(*all);
}

}  // namespace content
