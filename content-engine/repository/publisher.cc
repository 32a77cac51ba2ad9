#include "content-engine/repository/publisher.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "content-engine/bundle/format.h"
#include "content-engine/repository/delta.h"
#include "content-engine/repository/leftovers.h"
#include "content-engine/repository/metadata_writer.h"
#include "content-engine/repository/publisher_commit.h"
#include "content-engine/repository/service_pass.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view bundles_folder = "bundles", deltas_folder = "deltas",
                           alerts_folder = "alerts", systems_folder = "systems";

std::string versioned(std::int64_t version, const char* role) {
  return std::to_string(version) + "." + role + ".json";
}

TargetFile described_target(const std::string& packed) {
  return {.length = static_cast<std::int64_t>(packed.size()),
          .hashes = {{"sha256", sha256_hex(packed)}},
          .custom = {}};
}

using TargetFiles = std::map<std::string, TargetFile>;

// Without alerts, or without those that are over at that moment.
TargetFiles without_alerts(TargetFiles targets, std::optional<UtcTime> over_at = {}) {
  std::erase_if(targets, [&](const auto& target) {
    const auto alert = parse_alert_target(target.first, target.second);
    return !alert || (alert->has_value() && (!over_at || (*alert)->until <= over_at->seconds));
  });
  return targets;
}

// A delta that saves less than a fifth is not worth a name.
bool worthwhile(std::size_t delta, std::int64_t whole) {
  return static_cast<std::int64_t>(delta) * 5 < whole * 4;
}

}  // namespace

Result<Done> make_repository_folders(const fs::path& repository) {
  std::error_code error;
  const fs::path targets = repository / targets_folder_name;
  for (const fs::path& folder :
       {repository / metadata_folder_name, targets / bundles_folder, targets / deltas_folder,
        targets / alerts_folder, targets / systems_folder}) {
    fs::create_directories(folder, error);
    if (error)
      return Failure{Refusal::Unavailable, folder.string() + ": " + error.message()};
  }
  return Done{};
}

Result<Publisher> Publisher::open(Files& files, const fs::path& repository, RootChain desk) {
  auto lock = lock_made(files, repository / repository_lock_name);
  if (!lock)
    return lock.failure();
  Publisher publisher(files, repository, std::move(*lock));
  publisher.roots_ = std::move(desk);
  if (auto read = publisher.read(); !read)
    return read.failure();
  return publisher;
}

Result<Done> Publisher::read() {
  auto catalogue = read_catalogue(*files_, repository_);
  if (!catalogue)
    return catalogue.failure();
  auto roots = longer_chain(roots_, catalogue->roots);
  if (!roots)
    return roots.failure();
  auto shelf = read_shelf(catalogue->targets.targets);
  if (!shelf)
    return shelf.failure();
  catalogue_ = std::move(*catalogue);
  roots_ = std::move(*roots);
  shelf_ = std::move(*shelf);
  if (roots_.empty())
    return Failure{Refusal::NotFound,
                   "there is no root beside the keys and none in " + repository_.string()};
  if (!writable(roots_.newest().keys) || !writable(catalogue_.targets.keys))
    return Failure{Refusal::Unsupported,
                   "the keys in " + repository_.string() + " were written by another program"};
  return Done{};
}

bool Publisher::roots_are_pending() const {
  return catalogue_.roots.files.size() != roots_.files.size() ||
         catalogue_.signing_root + 1 != roots_.files.size();
}

std::vector<std::string> Publisher::key_ids(const std::string& role) const {
  std::vector<std::string> ids;
  for (std::size_t at = catalogue_.signing_root; at < roots_.roots.size(); ++at)
    for (const auto& id : roots_.roots[at].roles.at(role).keys)
      if (std::find(ids.begin(), ids.end(), id) == ids.end())
        ids.push_back(id);
  return ids;
}

Result<Done> Publisher::check_signers(const Signers& signers) const {
  for (const char* role : {"targets", "snapshot", "timestamp"}) {
    const RoleKeys& keys = roots_.newest().roles.at(role);
    std::set<std::string> have;
    if (const auto given = signers.find(role); given != signers.end())
      for (const PrivateKey* key : given->second)
        if (std::find(keys.keys.begin(), keys.keys.end(), key->public_key().id) != keys.keys.end())
          have.insert(key->public_key().id);
    if (static_cast<std::int64_t>(have.size()) < keys.threshold)
      return Failure{Refusal::Untrusted,
                     std::string(role) + " needs " + std::to_string(keys.threshold) +
                         " of its keys to sign, " + std::to_string(have.size()) + " are here"};
  }
  return Done{};
}

Result<Published> Publisher::commit_targets(TargetFiles targets, UtcTime now,
                                            const Signers& signers) {
  if (auto done =
          commit({.now = now, .signers = &signers, .all = true, .targets = std::move(targets)});
      !done)
    return done.failure();
  return result(Outcome::Published);
}

Result<Published> Publisher::publish_targets(TargetFiles targets, UtcTime now,
                                             const Signers& signers) {
  if (catalogue_.timestamp && targets == catalogue_.targets.targets && !roots_are_pending())
    return result(Outcome::NothingNew);
  return commit_targets(std::move(targets), now, signers);
}

Result<Published> Publisher::publish(const NewEdition& edition, const PublishRules& rules,
                                     const Signers& signers, const PublishProgress& progress) {
  if (auto enough = check_signers(signers); !enough)
    return enough.failure();
  TargetPlan plan = plan_targets(shelf_, edition, rules.shelf);
  const auto tell = [&](const std::string& path) {
    if (progress)
      progress(path);
  };
  if (plan.new_whole) {
    BundleTarget& whole = plan.shelf.wholes.front();
    tell(whole.path);
    if (auto put = put_target(whole, pack(edition.bytes, {}, rules.packing)); !put)
      return put.failure();
  }
  for (DeltaWish& wish : plan.wishes) {
    const auto bytes_of = [&](const BundleTarget& whole) {
      return whole.sha256 == edition.sha256 ? Result<std::string>(edition.bytes) : unpacked(whole);
    };
    const auto from = bytes_of(wish.from), to = bytes_of(wish.to);
    if (!from || !to)
      continue;  // a damaged old bundle costs its delta; repository check names it
    BundleTarget delta = wish.to;
    delta.path = delta_path(wish);
    delta.base = wish.from.sha256;
    tell(delta.path);
    const std::string packed = pack(*to, *from, rules.packing);
    const auto& whole = plan.shelf.wholes;
    const auto at = std::find_if(whole.begin(), whole.end(),
                                 [&](const auto& one) { return one.sha256 == wish.to.sha256; });
    if (!worthwhile(packed.size(), at->file.length))
      continue;
    if (auto put = put_target(delta, packed); !put)
      return put.failure();
    plan.shelf.deltas.push_back(std::move(delta));
  }
  auto targets = without_alerts(to_targets(plan.shelf, catalogue_.targets.targets), rules.now);
  return publish_targets(std::move(targets), rules.now, signers);
}

Result<Published> Publisher::publish_alert(const AlertSlip& alert, UtcTime now,
                                           const Signers& signers) {
  if (const std::string fault = fault_of(alert); !fault.empty())
    return Failure{Refusal::Invalid, fault};
  if (auto enough = check_signers(signers); !enough)
    return enough.failure();
  const AlertTarget target = alert_target(alert);
  const fs::path file = repository_ / targets_folder_name / target_name(target.path, target.file);
  if (auto put = write_file(*files_, file, alert_bytes(alert)); !put)
    return put.failure();
  TargetFiles targets = without_alerts(catalogue_.targets.targets);
  targets[target.path] = target.file;
  return commit_targets(std::move(targets), now, signers);
}

Result<Published> Publisher::withdraw_alert(UtcTime now, const Signers& signers) {
  if (auto enough = check_signers(signers); !enough)
    return enough.failure();
  TargetFiles targets = without_alerts(catalogue_.targets.targets);
  if (targets == catalogue_.targets.targets)
    return result(Outcome::NothingNew);
  return commit_targets(std::move(targets), now, signers);
}

Result<Published> Publisher::publish_system(const NewSystem& system, const PublishRules& rules,
                                            const Signers& signers) {
  if (auto enough = check_signers(signers); !enough)
    return enough.failure();
  auto target = plan_system(catalogue_.targets.targets, system, rules.shelf.rollout,
                            rules.shelf.minimum_program);
  if (!target)
    return target.failure();
  const auto packed = files_->read(system.packed, packed_system_limit);
  if (!packed)
    return packed.failure();
  target->file = described_target(*packed);
  if (auto put = put_file(target->path, target->file, *packed); !put)
    return put.failure();
  auto targets = with_system(without_alerts(catalogue_.targets.targets, rules.now), *target);
  return publish_targets(std::move(targets), rules.now, signers);
}

Result<Published> Publisher::renew(UtcTime now, const Signers& signers) {
  if (auto enough = check_signers(signers); !enough)
    return enough.failure();
  if (!catalogue_.timestamp)
    return Failure{Refusal::NotFound, "nothing has been published in " + repository_.string()};
  const auto half_over = [&](UtcTime expires, std::int64_t lifetime) {
    return expires.seconds - now.seconds < lifetime / 2;
  };
  const bool all = roots_are_pending() || half_over(catalogue_.targets.expires, targets_lifetime) ||
                   half_over(catalogue_.snapshot.expires, snapshot_lifetime);
  if (auto done = commit({.now = now, .signers = &signers, .all = all}); !done)
    return done.failure();
  return result(Outcome::Published);
}

Result<std::string> Publisher::timestamp_for_stick(UtcTime now, const Signers& signers) {
  if (auto enough = check_signers(signers); !enough)
    return enough.failure();
  if (!catalogue_.timestamp)
    return Failure{Refusal::NotFound, "nothing has been published in " + repository_.string()};
  if (auto done = commit(
          {.now = now, .signers = &signers, .all = roots_are_pending(), .timestamp_step = 2});
      !done)
    return done.failure();
  Timestamp stick = *catalogue_.timestamp;
  stick.version -= 1;
  stick.expires.seconds = now.seconds + stick_lifetime;
  return signed_file(dated_body(body_of(stick), now), signers.at("timestamp"));
}

Result<std::string> Publisher::unpacked(const BundleTarget& whole) const {
  const auto packed = files_->read(
      repository_ / targets_folder_name / target_name(whole.path, whole.file), whole.file.length);
  if (!packed)
    return packed.failure();
  std::string bytes(static_cast<std::size_t>(whole.length), '\0');
  if (!fits(*packed, whole.file.length, whole.file.hashes) || !unpack(*packed, {}, bytes) ||
      sha256_hex(bytes) != whole.sha256)
    return Failure{Refusal::Untrusted, whole.path + " is damaged"};
  return bytes;
}

Result<Done> Publisher::put_target(BundleTarget& target, const std::string& packed) {
  target.file = described_target(packed);
  return put_file(target.path, target.file, packed);
}

Result<Done> Publisher::put_file(const std::string& path, const TargetFile& target,
                                 const std::string& packed) {
  const fs::path file = repository_ / targets_folder_name / target_name(path, target);
  const auto there = files_->read(file, target.length);
  if (there && *there == packed)
    return Done{};
  return write_file(*files_, file, packed);
}

Result<Done> Publisher::put_roots() {
  const fs::path metadata = repository_ / metadata_folder_name;
  for (std::size_t at = catalogue_.roots.files.size(); at < roots_.files.size(); ++at)
    if (auto put = write_file(*files_, metadata / root_name(static_cast<std::int64_t>(at) + 1),
                              roots_.files[at]);
        !put)
      return put;
  return Done{};
}

Result<Done> Publisher::commit(const Commit& commit) {
  const fs::path metadata = repository_ / metadata_folder_name;
  const bool first = catalogue_.roots.empty();
  if (first)
    if (auto put = put_roots(); !put)
      return put;
  Timestamp timestamp = catalogue_.timestamp.value_or(Timestamp{});
  if (commit.all || !catalogue_.timestamp) {
    Targets targets = catalogue_.targets;
    targets.version += 1;
    targets.expires.seconds = commit.now.seconds + targets_lifetime;
    if (commit.targets)
      targets.targets = *commit.targets;
    Snapshot snapshot = catalogue_.snapshot;
    if (commit.passes) {
      auto passes = write_passes(commit, targets);
      if (!passes)
        return passes.failure();
      snapshot.meta[std::string(service_role_name)] = std::move(*passes);
    }
    const std::string targets_bytes =
        signed_file(dated_body(body_of(targets), commit.now), commit.signers->at("targets"));
    if (auto put =
            write_file(*files_, metadata / versioned(targets.version, "targets"), targets_bytes);
        !put)
      return put;
    snapshot.version += 1;
    snapshot.expires.seconds = commit.now.seconds + snapshot_lifetime;
    snapshot.meta["targets"] = described_file(targets.version, targets_bytes);
    const std::string snapshot_bytes =
        signed_file(dated_body(body_of(snapshot), commit.now), commit.signers->at("snapshot"));
    if (auto put =
            write_file(*files_, metadata / versioned(snapshot.version, "snapshot"), snapshot_bytes);
        !put)
      return put;
    timestamp.snapshot = described_file(snapshot.version, snapshot_bytes);
  }
  timestamp.version += commit.timestamp_step;
  timestamp.expires.seconds = commit.now.seconds + online_lifetime;
  if (auto put = write_file(
          *files_, metadata / "timestamp.json",
          signed_file(dated_body(body_of(timestamp), commit.now), commit.signers->at("timestamp")));
      !put)
    return put;
  if (!first)
    if (auto put = put_roots(); !put)
      return put;
  if (auto again = read(); !again)  // what lies there now is what a kiosk will get
    return again;
  remove_leftovers(*files_, repository_, catalogue_);
  return Done{};
}

Published Publisher::result(Outcome outcome) const {
  Published published{.outcome = outcome, .bundle = {}, .deltas = {}};
  if (const BundleTarget* newest = shelf_.newest())
    published.bundle = *newest;
  for (const BundleTarget& delta : shelf_.deltas)
    if (delta.sha256 == published.bundle.sha256)
      published.deltas.push_back(delta);
  published.timestamp = catalogue_.timestamp ? catalogue_.timestamp->version : 0;
  return published;
}

}  // namespace content
