#include "content-engine/repository/updater.h"

#include <algorithm>
#include <set>

#include "content-engine/repository/encoded_name.h"
#include "content-engine/repository/target_file.h"
#include "content-engine/store/files.h"

namespace content {

namespace fs = std::filesystem;

namespace {

// Consistent snapshots carry the version in the name of everything but the timestamp.
std::string remote_name(std::string_view role, std::int64_t version, bool consistent) {
  return (consistent ? std::to_string(version) + "." : "") + encode_name(role) + ".json";
}

fs::path local_file(const UpdaterPaths& paths, std::string_view role) {
  return paths.metadata / (local_name(role) + ".json");
}

std::size_t cap(const MetaFile& file, std::size_t limit) {
  return file.length ? std::min(limit, static_cast<std::size_t>(*file.length)) : limit;
}

}  // namespace

Result<Done> Updater::trust_root(const UpdaterPaths& paths, std::string_view root) {
  const fs::path file = local_file(paths, "root");
  const auto planted = read_file(file, root_limit);
  if (planted && *planted == root)
    return Done{};
  if (planted)
    return Failure{Refusal::Invalid, "another root is already trusted in " + file.string()};
  if (auto checked = TrustedSet::start(root, UtcTime{}); !checked)
    return checked.failure();
  return write_file(file, root);
}

Updater::Updater(UpdaterPaths paths, Transport& metadata, Transport& targets, UtcTime now)
    : paths_(std::move(paths)), metadata_(metadata), targets_(targets), now_(now) {}

Result<Done> Updater::refresh() {
  const auto root = read_file(local_file(paths_, "root"), root_limit);
  if (!root)
    return root.failure();
  auto set = TrustedSet::start(*root, now_);
  if (!set)
    return set.failure();
  set_ = std::move(*set);
  if (auto done = refresh_root(); !done)
    return done;
  if (auto done = refresh_timestamp(); !done)
    return done;
  if (auto done = refresh_snapshot(); !done)
    return done;
  auto top = load_targets("targets", nullptr);
  if (!top)
    return top.failure();
  top_ = std::move(*top);
  return Done{};
}

// 5.3: newer roots, each stored before the next is asked for, until there is none.
Result<Done> Updater::refresh_root() {
  for (int rotation = 0; rotation < root_rotation_limit; ++rotation) {
    const auto bytes =
        metadata_.fetch(std::to_string(set_->root().version + 1) + ".root.json", root_limit);
    if (!bytes && bytes.failure().refusal == Refusal::NotFound)
      break;
    if (!bytes)
      return bytes.failure();
    if (auto accepted = set_->update_root(*bytes); !accepted)
      return accepted;
    if (auto stored = write_file(local_file(paths_, "root"), *bytes); !stored)
      return stored;
  }
  return set_->close_root();
}

// 5.4: the local files count as memory when today's keys verify them; else they are forgotten,
// which is also the recovery from fast-forwarded versions (5.3.11).
Result<Done> Updater::refresh_timestamp() {
  const fs::path file = local_file(paths_, "timestamp");
  if (const auto local = read_file(file, timestamp_limit))
    set_->remember_timestamp(*local);
  if (const auto local = read_file(local_file(paths_, "snapshot"), snapshot_limit))
    set_->remember_snapshot(*local);
  const auto bytes = metadata_.fetch("timestamp.json", timestamp_limit);
  if (!bytes)
    return bytes.failure();
  const auto verdict = set_->update_timestamp(*bytes);
  source_is_older_ = !verdict && set_->is_older_state(*bytes);
  if (!verdict)
    return verdict.failure();
  return *verdict == Freshness::Newer ? write_file(file, *bytes) : Result<Done>(Done{});
}

// 5.5
Result<Done> Updater::refresh_snapshot() {
  const fs::path file = local_file(paths_, "snapshot");
  if (!set_->snapshot_is_current()) {
    const MetaFile& named = set_->timestamp()->snapshot;
    const auto bytes =
        metadata_.fetch(remote_name("snapshot", named.version, set_->root().consistent_snapshot),
                        cap(named, snapshot_limit));
    if (!bytes)
      return bytes.failure();
    if (auto accepted = set_->update_snapshot(*bytes); !accepted)
      return accepted;
    if (auto stored = write_file(file, *bytes); !stored)
      return stored;
  }
  return set_->close_snapshot();
}

// 5.6 for every targets role: the local file when it still fits, else the repository's.
Result<Targets> Updater::load_targets(const std::string& role, const Targets* delegator) {
  const fs::path file = local_file(paths_, role);
  if (const auto local = read_file(file, targets_limit))
    if (auto known = set_->verify_targets(role, delegator, *local))
      return known;
  const MetaFile* named = set_->meta(role);
  if (named == nullptr)
    return Failure{Refusal::Untrusted, "the snapshot does not list " + role};
  const auto bytes =
      metadata_.fetch(remote_name(role, named->version, set_->root().consistent_snapshot),
                      cap(*named, targets_limit));
  if (!bytes)
    return bytes.failure();
  auto accepted = set_->verify_targets(role, delegator, *bytes);
  if (!accepted)
    return accepted;
  if (auto stored = write_file(file, *bytes); !stored)
    return stored.failure();
  return accepted;
}

// 5.6.7: pre-order, depth first; a role is visited once; terminating ends the search behind it.
Result<TargetFile> Updater::find_target(const std::string& path) {
  if (!top_)
    return Failure{Refusal::Invalid, "refresh comes before a search"};
  std::set<std::string> visited;
  bool ended = false;
  auto found = search(path, "targets", *top_, visited, ended);
  if (found || found.failure().refusal != Refusal::NotFound)
    return found;
  return Failure{Refusal::NotFound, "no role lists \"" + path + "\""};
}

Result<TargetFile> Updater::search(const std::string& path, const std::string& role,
                                   const Targets& targets, std::set<std::string>& visited,
                                   bool& ended) {
  visited.insert(role);
  if (const auto at = targets.targets.find(path); at != targets.targets.end())
    return at->second;
  for (const auto& delegation : targets.delegations) {
    if (ended || static_cast<int>(visited.size()) >= delegation_limit)
      break;
    if (!covers(delegation, path))
      continue;
    if (visited.contains(delegation.role)) {  // a circle; its end is still an end
      ended = delegation.terminating;
      continue;
    }
    const auto delegated = load_targets(delegation.role, &targets);
    if (!delegated)
      return Failure{delegated.failure().refusal == Refusal::NotFound
                         ? Refusal::Unavailable  // a missing role is no «not listed»
                         : delegated.failure().refusal,
                     delegated.failure().message};
    auto found = search(path, delegation.role, *delegated, visited, ended);
    if (found || found.failure().refusal != Refusal::NotFound)
      return found;
    ended = ended || delegation.terminating;
  }
  return Failure{Refusal::NotFound, "not listed"};
}

Result<Targets> Updater::delegated(const std::string& role) {
  if (!top_)
    return Failure{Refusal::Invalid, "refresh comes before a role"};
  const bool named =
      std::any_of(top_->delegations.begin(), top_->delegations.end(),
                  [&](const Delegation& delegation) { return delegation.role == role; });
  if (!named)
    return Failure{Refusal::NotFound, "nothing is delegated to " + role};
  return load_targets(role, &*top_);
}

const std::map<std::string, TargetFile>& Updater::targets() const {
  return top_->targets;
}

Result<fs::path> Updater::download(const std::string& path, const TargetFile& target,
                                   const fs::path& folder, const Progress& progress) {
  return fetch_target(targets_, path, target, set_->root().consistent_snapshot, folder, progress);
}

}  // namespace content
