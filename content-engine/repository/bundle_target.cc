#include "content-engine/repository/bundle_target.h"

#include <algorithm>
#include <charconv>
#include <climits>

#include "content-engine/bundle/format.h"

namespace content {

namespace {

std::optional<std::string> text_of(const Json& object, std::string_view name) {
  const Json* value = object.member(name);
  const auto* text = value == nullptr ? nullptr : value->string();
  return text == nullptr ? std::nullopt : std::optional(*text);
}

std::optional<std::int64_t> number_of(const Json& object, std::string_view name, std::int64_t least,
                                      std::int64_t most) {
  const Json* value = object.member(name);
  const auto* number = value == nullptr ? nullptr : value->integer();
  return number == nullptr || *number < least || *number > most ? std::nullopt
                                                                : std::optional(*number);
}

bool is_sha256(const std::string& text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::string format_of(int major, int minor) {
  return std::to_string(major) + "." + std::to_string(minor);
}

}  // namespace

Result<std::optional<BundleTarget>> parse_bundle_target(const std::string& path,
                                                        const TargetFile& file) {
  const Json* bundle = file.custom.member("bundle");
  if (bundle == nullptr)
    return std::optional<BundleTarget>();
  const auto major = number_of(*bundle, "major", 0, INT_MAX),
             minor = number_of(*bundle, "minor", 0, INT_MAX),
             length = number_of(*bundle, "length", 1, bundle_size_limit),
             sequence = number_of(*bundle, "sequence", 1, INT64_MAX),
             rollout = number_of(*bundle, "rollout", 0, 100);
  const auto program = text_of(*bundle, "program"), edition = text_of(*bundle, "edition"),
             sha256 = text_of(*bundle, "sha256");
  const std::string base = text_of(*bundle, "base").value_or("");
  if (!major || !minor || !length || !sequence || !rollout || !program ||
      !parse_program(*program) || !edition || !sha256 || !is_sha256(*sha256) ||
      (bundle->member("base") != nullptr && !is_sha256(base)))
    return Failure{Refusal::Malformed, "target \"" + path + "\" does not describe a bundle"};
  return std::optional(BundleTarget{.path = path,
                                    .file = file,
                                    .major = static_cast<int>(*major),
                                    .minor = static_cast<int>(*minor),
                                    .minimum_program = *program,
                                    .edition = *edition,
                                    .sha256 = *sha256,
                                    .length = *length,
                                    .sequence = *sequence,
                                    .rollout = static_cast<int>(*rollout),
                                    .base = base,
                                    .town = text_of(*bundle, "town").value_or("")});
}

Json custom_of(const BundleTarget& target) {
  Json::Object bundle{{"major", std::int64_t{target.major}},
                      {"minor", std::int64_t{target.minor}},
                      {"program", target.minimum_program},
                      {"edition", target.edition},
                      {"sha256", target.sha256},
                      {"length", target.length},
                      {"sequence", target.sequence},
                      {"rollout", std::int64_t{target.rollout}}};
  if (!target.base.empty())
    bundle.emplace("base", target.base);
  if (!target.town.empty())
    bundle.emplace("town", target.town);
  return Json::Object{{"bundle", std::move(bundle)}};
}

int ring_of(std::string_view kiosk_id) {
  unsigned int number = 0;
  const std::string hex = sha256_hex(kiosk_id).substr(0, 7);
  std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
  return static_cast<int>(number % 100);
}

std::optional<std::vector<int>> parse_program(std::string_view version) {
  std::vector<int> parts;
  const char* at = version.data();
  const char* const end = at + version.size();
  for (;;) {
    int number = -1;
    const auto [stop, error] = std::from_chars(at, end, number);
    if (error != std::errc() || number < 0 || parts.size() == 4)
      return std::nullopt;
    parts.push_back(number);
    if (stop == end)
      break;
    if (*stop != '.')
      return std::nullopt;
    at = stop + 1;
  }
  parts.resize(4);
  return parts;
}

Result<Offer> newest_offer(const std::map<std::string, TargetFile>& targets,
                           std::string_view program, int ring) {
  std::optional<Offer> offer;
  std::vector<BundleTarget> deltas;
  for (const auto& [path, file] : targets) {
    auto target = parse_bundle_target(path, file);
    if (!target)
      return target.failure();
    if (!target->has_value())
      continue;
    BundleTarget& bundle = **target;
    if (!bundle.base.empty())
      deltas.push_back(std::move(bundle));
    else if (ring < bundle.rollout && (!offer || bundle.sequence > offer->whole.sequence))
      offer = Offer{std::move(bundle), {}};
  }
  if (!offer)
    return Failure{Refusal::NotFound, "the repository has no bundle for this kiosk"};
  const BundleTarget& whole = offer->whole;
  const auto have = parse_program(program);
  if (!have)
    return Failure{Refusal::Invalid, "\"" + std::string(program) + "\" is no version of a program"};
  if (*have < *parse_program(whole.minimum_program))
    return Failure{Refusal::Unsupported, "edition " + whole.edition + " needs program ≥ " +
                                             whole.minimum_program + ", this is " +
                                             std::string(program)};
  if (whole.major != bundle_major)
    return Failure{Refusal::Unsupported, "edition " + whole.edition + " has format " +
                                             format_of(whole.major, whole.minor) +
                                             ", this program reads format " +
                                             format_of(bundle_major, bundle_minor)};
  for (auto& delta : deltas)
    if (delta.sha256 == whole.sha256)
      offer->deltas.push_back(std::move(delta));
  std::sort(offer->deltas.begin(), offer->deltas.end(),
            [](const auto& a, const auto& b) { return a.file.length < b.file.length; });
  return std::move(*offer);
}

}  // namespace content
