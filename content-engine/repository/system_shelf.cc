#include "content-engine/repository/system_shelf.h"

#include <algorithm>

namespace content {

Result<NewSystem> read_new_system(const std::filesystem::path& packed) {
  std::error_code error;
  const auto size = std::filesystem::file_size(packed, error);
  if (error)
    return Failure{Refusal::NotFound, packed.string() + ": " + error.message()};
  if (size > static_cast<std::uintmax_t>(packed_system_limit))
    return Failure{Refusal::TooLarge, packed.string() + " is larger than " +
                                          std::to_string(packed_system_limit) + " bytes"};
  auto label = label_of(packed);
  if (!label)
    return label.failure();
  auto unpacked = measure_system(packed, system_limit);
  if (!unpacked)
    return unpacked.failure();
  if (unpacked->length < 1)
    return Failure{Refusal::Malformed, packed.string() + " is empty"};
  return NewSystem{packed, std::move(*label), std::move(*unpacked)};
}

Result<std::vector<SystemTarget>> systems_of(const std::map<std::string, TargetFile>& targets,
                                             std::string_view machine) {
  std::vector<SystemTarget> found;
  for (const auto& [path, file] : targets) {
    auto target = parse_system_target(path, file);
    if (!target)
      return target.failure();
    if (target->has_value() && (machine.empty() || (*target)->machine == machine))
      found.push_back(std::move(**target));
  }
  std::sort(found.begin(), found.end(),
            [](const auto& a, const auto& b) { return a.sequence > b.sequence; });
  return found;
}

Result<SystemTarget> plan_system(const std::map<std::string, TargetFile>& targets,
                                 const NewSystem& fresh, int rollout,
                                 const std::string& minimum_program) {
  const auto before = systems_of(targets, fresh.label.machine);
  if (!before)
    return before.failure();
  SystemTarget target{.path = system_path(fresh.label.machine, fresh.label.version),
                      .file = {},
                      .machine = fresh.label.machine,
                      .version = fresh.label.version,
                      .minimum_program = minimum_program,
                      .sequence = 1,
                      .length = fresh.unpacked.length,
                      .sha256 = fresh.unpacked.sha256,
                      .rollout = rollout};
  if (before->empty())
    return target;
  const SystemTarget& newest = before->front();
  if (newest.version == target.version && newest.sha256 == target.sha256)
    target.sequence = newest.sequence;  // only its rollout changes
  else if (is_newer_system(target.version, newest.version))
    target.sequence = newest.sequence + 1;
  else
    return Failure{Refusal::RolledBack, "the repository has version " + newest.version + " for " +
                                            newest.machine + "; version " + target.version +
                                            " is not newer"};
  return target;
}

std::map<std::string, TargetFile> with_system(std::map<std::string, TargetFile> targets,
                                              const SystemTarget& system) {
  TargetFile file = system.file;
  file.custom = custom_of(system);
  targets.insert_or_assign(system.path, std::move(file));
  const auto all = systems_of(targets, system.machine);
  if (!all)
    return targets;
  int served = 0;  // rings below this one have their system
  for (const SystemTarget& one : *all) {
    if (one.rollout <= served && one.path != system.path)
      targets.erase(one.path);
    served = std::max(served, one.rollout);
  }
  return targets;
}

}  // namespace content
