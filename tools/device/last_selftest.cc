#include "tools/device/last_selftest.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "content-engine/store/names.h"

namespace content {

namespace {

using Told = nlohmann::json;

std::string word(const Told& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

// A check's name becomes a label in Prometheus and a word in the report.
bool is_name(const std::string& text) {
  constexpr std::size_t longest = 40;
  return !text.empty() && text.size() <= longest &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

bool is_result(const std::string& text) {
  return text == "pass" || text == "warn" || text == "fail";
}

}  // namespace

Result<LastSelftest> last_selftest(const Station& station) {
  constexpr std::int64_t limit = 256L * 1024;
  constexpr std::size_t most_checks = 100;
  const auto bytes = station.files.read(station.settings.exchange / selftest_name, limit);
  if (!bytes)
    return bytes.failure();
  const Told told = Told::parse(*bytes, nullptr, false);
  const Failure other{Refusal::Invalid, "selftest.json is no self-test"};
  if (!told.is_object() || told.value("wegweiser_selftest", Told()) != 1)
    return other;
  const auto at = parse_utc(word(told, "at"));
  const auto checks = told.find("checks");
  LastSelftest last{.at = at.value_or(UtcTime{}), .result = word(told, "result"), .checks = {}};
  if (!at || !is_result(last.result) || checks == told.end() || !checks->is_array())
    return other;
  for (const Told& check : *checks) {
    if (!check.is_object() || last.checks.size() == most_checks)
      continue;
    std::string name = word(check, "check");
    std::string result = word(check, "result");
    if (is_name(name) && is_result(result))
      last.checks.emplace_back(std::move(name), std::move(result));
  }
  return last;
}

}  // namespace content
