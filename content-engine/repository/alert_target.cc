#include "content-engine/repository/alert_target.h"

#include <utility>

#include "content-engine/repository/target_file.h"

namespace content {

namespace {

std::string text_of(const Json& object, std::string_view name) {
  const Json* member = object.member(name);
  const std::string* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string() : *text;
}

std::int64_t number_of(const Json& object, std::string_view name) {
  const Json* member = object.member(name);
  const std::int64_t* number = member == nullptr ? nullptr : member->integer();
  return number == nullptr ? 0 : *number;
}

}  // namespace

Result<std::optional<AlertTarget>> parse_alert_target(const std::string& path,
                                                      const TargetFile& file) {
  const Json* alert = file.custom.member("alert");
  if (alert == nullptr)
    return std::optional<AlertTarget>{};
  AlertTarget target{path, file, text_of(*alert, "id"), number_of(*alert, "until")};
  if (target.id.empty() || target.until <= 0 || file.length > alert_limit)
    return Failure{Refusal::Malformed, path + " claims to be an alert and is none"};
  return std::optional<AlertTarget>(std::move(target));
}

std::optional<AlertTarget> current_alert(const std::map<std::string, TargetFile>& targets,
                                         std::int64_t now) {
  std::optional<AlertTarget> current;
  for (const auto& [path, file] : targets) {
    auto target = parse_alert_target(path, file);
    if (!target || !target->has_value() || (*target)->until <= now)
      continue;
    if (!current || (*target)->until > current->until)
      current = std::move(**target);
  }
  return current;
}

std::string alert_bytes(const AlertSlip& alert) {
  Json::Object texts;
  for (const auto& [tag, text] : alert.texts)
    texts.emplace(tag, text);
  return canonical(Json::Object{
      {"id", alert.id}, {"from", alert.from}, {"until", alert.until}, {"texts", std::move(texts)}});
}

Result<AlertSlip> parse_alert(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(alert_limit))
    return Failure{Refusal::TooLarge, "an alert is larger than one may be"};
  const auto json = parse_json(bytes);
  if (!json)
    return json.failure();
  AlertSlip alert{.id = text_of(*json, "id"),
                  .from = number_of(*json, "from"),
                  .until = number_of(*json, "until")};
  const Json* texts = json->member("texts");
  if (texts != nullptr && texts->object() != nullptr)
    for (const auto& [tag, text] : *texts->object())
      if (text.string() != nullptr)
        alert.texts[tag] = *text.string();
  if (const std::string fault = fault_of(alert); !fault.empty())
    return Failure{Refusal::Malformed, fault};
  return alert;
}

AlertTarget alert_target(const AlertSlip& alert) {
  const std::string bytes = alert_bytes(alert);
  AlertTarget target{.path = "alerts/" + alert.id + ".json", .id = alert.id, .until = alert.until};
  target.file.length = static_cast<std::int64_t>(bytes.size());
  target.file.hashes = {{"sha256", sha256_hex(bytes)}};
  target.file.custom =
      Json::Object{{"alert", Json::Object{{"id", alert.id}, {"until", alert.until}}}};
  return target;
}

}  // namespace content
