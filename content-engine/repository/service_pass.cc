#include "content-engine/repository/service_pass.h"

#include <algorithm>
#include <utility>

namespace content {

namespace {

constexpr std::string_view pass_folder = "service/", pass_ending = ".json";
constexpr const char* pass_member = "service";
constexpr std::size_t longest_kiosk_id = 40, secret_length = 64;
constexpr std::size_t longest_pass_name = 40;

// As `kiosk_id` in the settings.
bool is_kiosk_id(std::string_view id) {
  return !id.empty() && id.size() <= longest_kiosk_id &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

std::string member_text(const Json& object, std::string_view name) {
  const Json* member = object.member(name);
  const std::string* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string() : *text;
}

std::int64_t member_number(const Json& object, std::string_view name) {
  const Json* member = object.member(name);
  const std::int64_t* number = member == nullptr ? nullptr : member->integer();
  return number == nullptr ? 0 : *number;
}

}  // namespace

bool is_pass_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_pass_name && name.front() != '-' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

bool ServicePass::holds_at(std::string_view kiosk) const {
  return all_kiosks || std::find(kiosks.begin(), kiosks.end(), kiosk) != kiosks.end();
}

std::string fault_of(const ServicePass& pass) {
  if (!is_pass_name(pass.name))
    return "a pass without a name of small letters, digits and hyphens";
  if (pass.all_kiosks != pass.kiosks.empty() || pass.kiosks.size() > most_pass_kiosks ||
      !std::all_of(pass.kiosks.begin(), pass.kiosks.end(), is_kiosk_id))
    return "a pass for no kiosk, or for what is none";
  if (pass.from <= 0 || pass.until <= pass.from)
    return "a pass that ends before it begins";
  if (pass.until - pass.from > longest_pass)
    return "a pass that lasts longer than 366 days";
  if (pass.secret.size() != secret_length || !from_hex(pass.secret))
    return "a pass without its secret";
  return {};
}

std::string pass_path(std::string_view name) {
  return std::string(pass_folder) + std::string(name) + std::string(pass_ending);
}

std::string name_in_pass_path(std::string_view path) {
  if (!path.starts_with(pass_folder) || !path.ends_with(pass_ending) ||
      path.size() <= pass_folder.size() + pass_ending.size())
    return {};
  const auto name =
      path.substr(pass_folder.size(), path.size() - pass_folder.size() - pass_ending.size());
  return is_pass_name(name) ? std::string(name) : std::string();
}

std::string pass_bytes(const ServicePass& pass) {
  Json::Object object{{"wegweiser_service", std::int64_t{1}},
                      {"name", pass.name},
                      {"from", pass.from},
                      {"until", pass.until},
                      {"secret", pass.secret},
                      {"all_kiosks", pass.all_kiosks}};
  Json::Array kiosks;
  for (const std::string& id : pass.kiosks)
    kiosks.emplace_back(id);
  object.emplace("kiosks", std::move(kiosks));
  return canonical(std::move(object));
}

Result<ServicePass> parse_pass(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(pass_limit))
    return Failure{Refusal::TooLarge, "a pass is larger than one may be"};
  const auto json = parse_json(bytes);
  if (!json)
    return json.failure();
  ServicePass pass{.name = member_text(*json, "name"),
                   .kiosks = {},
                   .from = member_number(*json, "from"),
                   .until = member_number(*json, "until"),
                   .secret = member_text(*json, "secret")};
  if (member_number(*json, "wegweiser_service") != 1)
    return Failure{Refusal::Unsupported, "a pass of another kind"};
  if (const Json* all = json->member("all_kiosks"); all != nullptr && all->boolean() != nullptr)
    pass.all_kiosks = *all->boolean();
  if (const Json* kiosks = json->member("kiosks"); kiosks != nullptr && kiosks->array() != nullptr)
    for (const Json& id : *kiosks->array())
      pass.kiosks.push_back(id.string() == nullptr ? std::string() : *id.string());
  if (const std::string fault = fault_of(pass); !fault.empty())
    return Failure{Refusal::Malformed, fault};
  return pass;
}

TargetFile pass_target(const ServicePass& pass) {
  const std::string bytes = pass_bytes(pass);
  return {.length = static_cast<std::int64_t>(bytes.size()),
          .hashes = {{"sha256", sha256_hex(bytes)}},
          .custom = Json::Object{{pass_member, Json::Object{{"until", pass.until}}}}};
}

std::int64_t until_of(const TargetFile& file) {
  const Json* pass = file.custom.member(pass_member);
  return pass == nullptr ? 0 : member_number(*pass, "until");
}

}  // namespace content
