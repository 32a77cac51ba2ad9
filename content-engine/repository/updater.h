// One refresh and the downloads after it: the order of fetches of TUF's client workflow, with the
// metadata folder as memory. trust/trusted_set.h judges, a Transport carries, this file decides
// what to ask for next and what is written to disk, and only after it was verified.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "content-engine/repository/transport.h"
#include "content-engine/trust/path_pattern.h"
#include "content-engine/trust/trusted_set.h"

namespace content {

struct UpdaterPaths {
  std::filesystem::path metadata;  // root.json, timestamp.json, …; as received, byte for byte
};

class Updater {
 public:
  // Plants the root once; Invalid when one is already there and differs.
  static Result<Done> trust_root(const UpdaterPaths& paths, std::string_view root);

  // `metadata` and `targets` carry names below their folder: "2.root.json", "ab/cd.bundle.zst".
  Updater(UpdaterPaths paths, Transport& metadata, Transport& targets, UtcTime now);

  // Root, timestamp, snapshot, top-level targets, in that order, and stops there.
  Result<Done> refresh();
  // After a refresh that ended in RolledBack: the source is an older state of what is trusted, as
  // TrustedSet::is_older_state() says.
  bool source_is_older() const { return source_is_older_; }
  // Pre-order search through the delegations; NotFound when no role lists the path.
  Result<TargetFile> find_target(const std::string& path);
  // A role that the top one delegates to directly, verified and kept (after refresh). NotFound: it
  // delegates nothing to a role of that name.
  Result<Targets> delegated(const std::string& role);
  // Every target of the top role, by path (after refresh).
  const std::map<std::string, TargetFile>& targets() const;
  // Verified bytes of a target in `folder`, under its encoded name; a file already right is kept.
  Result<std::filesystem::path> download(const std::string& path, const TargetFile& target,
                                         const std::filesystem::path& folder,
                                         const Progress& progress);
  const TrustedSet& trusted() const { return *set_; }

 private:
  Result<Done> refresh_root();
  Result<Done> refresh_timestamp();
  Result<Done> refresh_snapshot();
  Result<Targets> load_targets(const std::string& role, const Targets* delegator);
  Result<TargetFile> search(const std::string& path, const std::string& role,
                            const Targets& targets, std::set<std::string>& visited, bool& ended);

  UpdaterPaths paths_;
  Transport& metadata_;
  Transport& targets_;
  UtcTime now_;
  std::optional<TrustedSet> set_;
  std::optional<Targets> top_;
  bool source_is_older_ = false;
};

}  // namespace content
