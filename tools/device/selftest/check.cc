#include "tools/device/selftest/check.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace content {

namespace fs = std::filesystem;

std::string_view word_of(Grade grade) {
  switch (grade) {
    case Grade::Pass:
      return "pass";
    case Grade::Warn:
      return "warn";
    case Grade::Fail:
      return "fail";
    case Grade::NotApplicable:
      return "not-applicable";
  }
  return "fail";
}

std::optional<std::string> Examinee::text(const std::string& file) const {
  constexpr std::int64_t limit = 1 << 20;
  const auto read = read_file(system / file, limit);
  if (!read)
    return std::nullopt;
  std::string all = *read;
  while (!all.empty() && (all.back() == '\n' || all.back() == ' '))
    all.pop_back();
  return all;
}

std::optional<long> Examinee::number(const std::string& file, int base) const {
  const auto read = text(file);
  if (!read)
    return std::nullopt;
  char* end = nullptr;
  const long value = std::strtol(read->c_str(), &end, base);
  return end == read->c_str() ? std::nullopt : std::optional(value);
}

std::vector<std::string> Examinee::entries(const std::string& folder) const {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator entry(system / folder, error), end; !error && entry != end;
       entry.increment(error))
    found.push_back(folder + "/" + entry->path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Check> selftest_checks() {
  std::vector<Check> all;
  for (const auto& group : {content_checks(), storage_checks(), board_checks(), human_checks(),
                            system_checks(), unit_checks()})
    all.insert(all.end(), group.begin(), group.end());
  return all;
}

Examined pass(Sentence reason, std::string figure) {
  return {Grade::Pass, std::move(reason), {}, std::move(figure)};
}
Examined warn(Sentence reason, Sentence remedy, std::string figure) {
  return {Grade::Warn, std::move(reason), std::move(remedy), std::move(figure)};
}
Examined fail(Sentence reason, Sentence remedy, std::string figure) {
  return {Grade::Fail, std::move(reason), std::move(remedy), std::move(figure)};
}
Examined not_applicable(Sentence reason) {
  return {Grade::NotApplicable, std::move(reason), {}, {}};
}

}  // namespace content
