#include <nlohmann/json.hpp>

#include "tools/device/condition.h"

namespace content {

namespace {

using Object = nlohmann::ordered_json;

// Without cutting a character.
std::string cut(const std::string& text, std::size_t longest) {
  if (text.size() <= longest)
    return text;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return text.substr(0, end) + "…";
}

Object json_of(const std::optional<Slot>& slot, std::size_t longest) {
  if (!slot)
    return nullptr;
  return {{"bundle", slot->trial.bundle},           {"attempt", slot->trial.attempt},
          {"edition", cut(slot->edition, longest)}, {"sequence", slot->sequence},
          {"signed_at", to_iso({slot->signed_at})}, {"signer", cut(slot->signer, longest)},
          {"source", cut(slot->source, longest)}};
}

Object json_of(const TrustedRole& role) {
  if (role.version == 0)
    return nullptr;
  return {{"version", role.version}, {"expires", to_iso(role.expires)}};
}

// The names of the checks that said so.
Object named(const LastSelftest& selftest, std::string_view result, std::size_t most) {
  Object names = Object::array();
  for (const auto& [check, found] : selftest.checks)
    if (found == result && names.size() < most)
      names.push_back(check);
  return names;
}

Object json_of(const std::optional<LastSelftest>& selftest, std::size_t most) {
  if (!selftest)
    return nullptr;
  return {{"at", to_iso(selftest->at)},
          {"result", selftest->result},
          {"fail", named(*selftest, "fail", most)},
          {"warn", named(*selftest, "warn", most)}};
}

std::string written(const Condition& condition, std::size_t longest, std::size_t most_dropped) {
  Object dropped = Object::array();
  for (const Dropped& one : condition.slots.dropped)
    if (dropped.size() < most_dropped)
      dropped.push_back({{"bundle", one.trial.bundle},
                         {"attempt", one.trial.attempt},
                         {"why", word_of(one.why)},
                         {"detail", cut(one.detail, longest)}});
  const auto hash_of = [](const std::optional<Trial>& trial) {
    return trial ? Object(trial->bundle) : Object(nullptr);
  };
  Object last = nullptr;
  if (condition.last_run)
    last = {{"command", condition.last_run->command},
            {"result", condition.last_run->result},
            {"exit", condition.last_run->exit},
            {"at", to_iso({condition.last_run->at})},
            {"detail", cut(condition.last_run->detail, longest)}};
  const Object all{{"wegweiser_report", 1},
                   {"kiosk", condition.kiosk_id},
                   {"ring", condition.ring},
                   {"program", WEGWEISER_VERSION},
                   {"at", to_iso(condition.at)},
                   {"clock", condition.clock == Clock::Plausible ? "plausible" : "unknown"},
                   {"active", json_of(condition.slots.active, longest)},
                   {"previous", json_of(condition.slots.previous, longest)},
                   {"candidate", json_of(condition.slots.candidate, longest)},
                   {"shown", hash_of(condition.verdicts.shown)},
                   {"trying", hash_of(condition.verdicts.unfinished())},
                   {"dropped", std::move(dropped)},
                   {"store_trouble", cut(condition.store_trouble, longest)},
                   {"root", json_of(condition.root)},
                   {"timestamp", json_of(condition.timestamp)},
                   {"metadata_signed_at", condition.metadata_signed_at == 0
                                              ? Object(nullptr)
                                              : Object(to_iso({condition.metadata_signed_at}))},
                   {"free_bytes", condition.free_bytes},
                   {"last_run", std::move(last)},
                   {"selftest", json_of(condition.selftest, 2 * most_dropped)}};
  return all.dump(1, ' ', false, Object::error_handler_t::replace) + "\n";
}

}  // namespace

std::string to_json(const Condition& condition) {
  std::string text = written(condition, 200, dropped_limit);
  for (std::size_t dropped = 4; text.size() > report_limit && dropped > 0; dropped /= 2)
    text = written(condition, 40, dropped);
  return text.size() <= report_limit ? text : written(condition, 0, 0);
}

}  // namespace content
