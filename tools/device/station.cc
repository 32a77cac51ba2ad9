#include "tools/device/station.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "content-engine/store/names.h"

namespace content {

bool Station::json() const {
  return arguments.has("--json");
}

const std::string& Station::in(const Sentence& sentence) const {
  return messages == MessageLanguage::German ? sentence.german : sentence.english;
}

std::vector<std::string> Station::operands() const {
  const auto& words = arguments.positional();
  return words.empty() ? words : std::vector<std::string>(words.begin() + 1, words.end());
}

std::filesystem::path Station::trust_folder() const {
  return settings.store / trust_folder_name;
}

std::string id_of_machine(std::string_view host_name) {
  constexpr std::size_t longest = 40;
  std::string id(host_name.substr(0, longest));
  for (char& c : id)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'))
      c = '-';
  return id.empty() ? "kiosk" : id;
}

void say(const Station& station, const Sentence& sentence) {
  if (!station.json())
    std::printf("%s\n", station.in(sentence).c_str());
}

void print(const Station& station, const nlohmann::json& object) {
  if (station.json())
    std::printf("%s\n",
                object.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

void warn(const Station& station, const Sentence& sentence) {
  std::fprintf(stderr, "wegweiser-device: %s\n", station.in(sentence).c_str());
}

Outcome fail(const Station& station, Outcome outcome, const std::string& particulars,
             std::string_view report) {
  const Sentence& what = meaning(outcome);
  const std::string more = particulars.empty() ? "" : " (" + particulars + ")";
  warn(station, {what.german + more, what.english + more});
  print(station, {{"command", station.arguments.positional().front()},
                  {"result", "failed"},
                  {"why", word_of(outcome)},
                  {"exit", static_cast<int>(outcome)},
                  {"detail", particulars},
                  {"report", report}});
  return outcome;
}

Outcome fail(const Station& station, const Failure& failure) {
  return fail(station, outcome_of(failure.refusal), failure.message);
}

Outcome wrong_usage(const Station& station, const Sentence& problem) {
  warn(station, problem);
  return Outcome::WrongUsage;
}

}  // namespace content
