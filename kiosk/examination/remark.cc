#include "kiosk/examination/remark.h"

#include <array>
#include <nlohmann/json.hpp>

namespace kiosk {

std::string to_json(const std::vector<Remark>& remarks, const std::string& program_version) {
  constexpr std::array<const char*, 4> words{"pass", "warn", "fail", "not-applicable"};
  nlohmann::ordered_json checks = nlohmann::ordered_json::array();
  for (const Remark& remark : remarks)
    checks.push_back({{"check", remark.check},
                      {"result", words.at(static_cast<std::size_t>(remark.grade))},
                      {"reason", {{"de", remark.reason.german}, {"en", remark.reason.english}}},
                      {"remedy", {{"de", remark.remedy.german}, {"en", remark.remedy.english}}},
                      {"figure", remark.figure}});
  const nlohmann::ordered_json all{
      {"wegweiser_examination", 1}, {"program", program_version}, {"checks", std::move(checks)}};
  return all.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string short_list(const std::vector<std::string>& parts) {
  constexpr std::size_t room = 300;
  std::string text;
  for (const std::string& part : parts) {
    if (text.size() + part.size() > room)
      return text + (text.empty() ? "…" : "; …");
    text += (text.empty() ? "" : "; ") + part;
  }
  return text;
}

}  // namespace kiosk
