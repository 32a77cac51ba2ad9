#include "content-engine/store/alert_slip.h"

#include <algorithm>

#include "content-engine/store/names.h"

namespace content {

namespace {

const std::string alert_title = "wegweiser-alert 1";
constexpr std::string_view text_key = "text.";

bool is_tag(std::string_view tag) {
  return !tag.empty() && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

// It names a file in a repository.
static bool is_alert_id(std::string_view id) {
  return !id.empty() && id.size() <= 80 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string fault_of(const AlertSlip& alert) {
  if (!is_alert_id(alert.id))
    return "an alert without an id of small letters, digits and hyphens";
  if (alert.until <= alert.from)
    return "an alert that ends before it begins";
  if (alert.until - alert.from > longest_alert)
    return "an alert that lasts longer than seven days";
  if (alert.texts.empty())
    return "an alert without words";
  for (const auto& [tag, text] : alert.texts)
    if (!is_tag(tag) || text.empty() || text.size() > longest_alert_text)
      return "an alert with a text that is too long or in no language";
  return {};
}

Result<Done> write_alert_slip(Files& files, const std::filesystem::path& exchange,
                              const AlertSlip& alert) {
  if (const std::string fault = fault_of(alert); !fault.empty())
    return Failure{Refusal::Malformed, fault};
  Slip slip(alert_title);
  slip.set("id", alert.id);
  slip.set("from", alert.from);
  slip.set("until", alert.until);
  for (const auto& [tag, text] : alert.texts)
    slip.set(std::string(text_key) + tag, text);
  return write_slip(files, exchange / alert_name, slip);
}

Result<AlertSlip> read_alert_slip(const Files& files, const std::filesystem::path& exchange) {
  const auto slip = read_slip(files, exchange / alert_name, alert_title);
  if (!slip)
    return slip.failure();
  AlertSlip alert{
      .id = slip->text("id"), .from = slip->number("from"), .until = slip->number("until")};
  for (const std::string& key : slip->keys())
    if (key.starts_with(text_key))
      alert.texts[key.substr(text_key.size())] = slip->text(key);
  if (const std::string fault = fault_of(alert); !fault.empty())
    return Failure{Refusal::Malformed, fault};
  return alert;
}

Result<Done> remove_alert_slip(Files& files, const std::filesystem::path& exchange) {
  const auto removed = files.remove(exchange / alert_name);
  if (!removed && removed.failure().refusal != Refusal::NotFound)
    return removed;
  return Done{};
}

}  // namespace content
