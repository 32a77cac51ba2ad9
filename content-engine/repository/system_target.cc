#include "content-engine/repository/system_target.h"

#include <algorithm>

#include "content-engine/repository/bundle_target.h"
#include "content-engine/store/names.h"

namespace content {

namespace {

constexpr std::size_t longest_name = 40;
constexpr std::string_view digits = "0123456789";

std::string system_text(const Json& system, std::string_view name) {
  const Json* value = system.member(name);
  const auto* text = value == nullptr ? nullptr : value->string();
  return text == nullptr ? std::string() : *text;
}

// −1: there is none within 0 to `most`.
std::int64_t system_number(const Json& system, std::string_view name, std::int64_t most) {
  const Json* value = system.member(name);
  const auto* number = value == nullptr ? nullptr : value->integer();
  return number == nullptr || *number < 0 || *number > most ? -1 : *number;
}

}  // namespace

bool is_machine(std::string_view name) {
  return !name.empty() && name.size() <= longest_name && name.front() != '-' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

bool is_system_version(std::string_view version) {
  if (version.size() > longest_name || version.find_first_not_of("0123456789.") != version.npos ||
      !parse_program(version))
    return false;
  // The loader reads 0.07 and 0.7 as two versions, this program as one.
  for (std::size_t at = 0; at + 1 < version.size(); ++at)
    if (version[at] == '0' && (at == 0 || version[at - 1] == '.') &&
        digits.find(version[at + 1]) != digits.npos)
      return false;
  return true;
}

bool is_newer_system(std::string_view version, std::string_view than) {
  return parse_program(version) > parse_program(than);
}

std::string system_path(std::string_view machine, std::string_view version) {
  return "systems/" + std::string(machine) + "-" + std::string(version) + ".system";
}

Result<std::optional<SystemTarget>> parse_system_target(const std::string& path,
                                                        const TargetFile& file) {
  const Json* system = file.custom.member("system");
  if (system == nullptr)
    return std::optional<SystemTarget>();
  SystemTarget target{.path = path,
                      .file = file,
                      .machine = system_text(*system, "machine"),
                      .version = system_text(*system, "version"),
                      .sequence = system_number(*system, "sequence", INT64_MAX),
                      .length = system_number(*system, "length", system_limit),
                      .sha256 = system_text(*system, "sha256"),
                      .rollout = static_cast<int>(system_number(*system, "rollout", 100))};
  if (system->member("program") != nullptr)
    target.minimum_program = system_text(*system, "program");
  if (!is_machine(target.machine) || !is_system_version(target.version) ||
      path != system_path(target.machine, target.version) || target.sequence < 1 ||
      target.length < 1 || !is_bundle_hash(target.sha256) || target.rollout < 0 ||
      !parse_program(target.minimum_program) || file.length > packed_system_limit)
    return Failure{Refusal::Malformed, "target \"" + path + "\" does not describe a system"};
  return std::optional(std::move(target));
}

Json custom_of(const SystemTarget& target) {
  Json::Object system{{"machine", target.machine},   {"version", target.version},
                      {"sequence", target.sequence}, {"length", target.length},
                      {"sha256", target.sha256},     {"rollout", std::int64_t{target.rollout}}};
  if (target.minimum_program != SystemTarget{}.minimum_program)
    system.emplace("program", target.minimum_program);
  return Json::Object{{"system", std::move(system)}};
}

Result<SystemTarget> newest_system(const std::map<std::string, TargetFile>& targets,
                                   std::string_view machine, std::string_view program, int ring) {
  std::optional<SystemTarget> newest;
  for (const auto& [path, file] : targets) {
    auto target = parse_system_target(path, file);
    if (!target)
      return target.failure();
    if (!target->has_value() || (*target)->machine != machine || ring >= (*target)->rollout)
      continue;
    if (!newest || (*target)->sequence > newest->sequence)
      newest = std::move(**target);
  }
  if (!newest)
    return Failure{Refusal::NotFound, "the repository has no system for " + std::string(machine)};
  if (parse_program(program) < parse_program(newest->minimum_program))
    return Failure{Refusal::Unsupported, "system " + newest->version + " needs program ≥ " +
                                             newest->minimum_program + ", this is " +
                                             std::string(program)};
  return std::move(*newest);
}

}  // namespace content
