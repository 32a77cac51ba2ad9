#include "content-engine/repository/trusted_passes.h"

#include <algorithm>
#include <array>

#include "content-engine/repository/target_file.h"
#include "content-engine/store/files.h"
#include "content-engine/trust/path_pattern.h"
#include "content-engine/trust/trusted_set.h"

namespace content {

namespace {

// Names tried on one stick; a desk has a few.
constexpr std::size_t most_passes = 1000;

std::string remembered(const std::filesystem::path& metadata, const char* role, std::size_t limit) {
  const auto bytes =
      read_file(metadata / (std::string(role) + ".json"), static_cast<std::int64_t>(limit));
  return bytes ? *bytes : std::string{};
}

// "service/<hash>.<name>.json", as it lies in a repository with consistent snapshots.
std::string name_on_stick(const std::string& name, const TargetFile& file) {
  return std::string(service_role_name) + "/" + file.hashes.begin()->second + "." + name + ".json";
}

PassVerdict verdict_on(const ServicePass& pass, const std::string& kiosk, const RunTime& time) {
  if (!pass.holds_at(kiosk))
    return PassVerdict::OtherKiosk;
  const bool over = pass.until <= time.now.seconds;
  const bool not_yet = time.clock == Clock::Plausible && time.now.seconds < pass.from;
  return over || not_yet ? PassVerdict::Expired : PassVerdict::Accepted;
}

}  // namespace

std::string_view word_of(PassVerdict verdict) {
  constexpr std::array<std::string_view, 5> words{"none", "accepted", "unknown", "other-kiosk",
                                                  "expired"};
  return words.at(static_cast<std::size_t>(verdict));
}

Result<Targets> trusted_passes(const std::filesystem::path& metadata, UtcTime now) {
  auto set = TrustedSet::start(remembered(metadata, "root", root_limit), now);
  if (!set)
    return set.failure();
  set->remember_timestamp(remembered(metadata, "timestamp", timestamp_limit));
  set->remember_snapshot(remembered(metadata, "snapshot", snapshot_limit));
  const auto top =
      set->verify_targets("targets", nullptr, remembered(metadata, "targets", targets_limit));
  if (!top)
    return top.failure();
  const auto delegation =
      std::find_if(top->delegations.begin(), top->delegations.end(),
                   [](const Delegation& one) { return one.role == service_role_name; });
  if (delegation == top->delegations.end())
    return Failure{Refusal::NotFound, "nothing is delegated to technicians"};
  auto passes =
      set->verify_targets(service_role_name, &*top, remembered(metadata, "service", targets_limit));
  if (!passes)
    return passes;
  // What the delegation does not cover was never this role's to sign.
  std::erase_if(passes->targets,
                [&](const auto& target) { return !covers(*delegation, target.first); });
  return passes;
}

PassJudgement judge_pass(const std::filesystem::path& metadata, Transport& targets,
                         const std::string& kiosk, const RunTime& time) {
  const auto passes = trusted_passes(metadata, time.now);
  if (!passes)
    return {};
  PassJudgement best;
  std::size_t tried = 0;
  for (const auto& [path, file] : passes->targets) {
    const std::string name = name_in_pass_path(path);
    if (name.empty() || file.length > pass_limit || ++tried > most_passes)
      continue;
    const auto bytes =
        targets.fetch(name_on_stick(name, file), static_cast<std::size_t>(file.length));
    if (!bytes)
      continue;
    const auto pass = fits(*bytes, file.length, file.hashes) ? parse_pass(*bytes)
                                                             : Result<ServicePass>(Failure{});
    if (!pass || pass->name != name) {
      best.verdict = std::max(best.verdict, PassVerdict::Unknown);
      continue;
    }
    best = {verdict_on(*pass, kiosk, time), *pass};
    if (best.verdict == PassVerdict::Accepted)
      return best;
  }
  return best;
}

}  // namespace content
