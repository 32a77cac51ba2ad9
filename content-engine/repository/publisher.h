// The desk's side of a repository: packs a bundle, makes the deltas, signs, and puts the files in
// such an order that every moment in between is a repository kiosks accept, the old one or the new:
// targets, targets.json, snapshot, timestamp, and last the roots that are new. Whatever ends it,
// the next publication goes on from what lies there. One publisher a repository: open() holds its
// lock.
//
// A key that a new root replaces signs once more beside its successor, so that a kiosk which has
// not seen that root yet is not kept from it. FORMAT.md in this folder is the page about all names.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/repository/alert_target.h"
#include "content-engine/repository/catalogue.h"
#include "content-engine/repository/packing.h"
#include "content-engine/repository/private_key.h"
#include "content-engine/repository/service_pass.h"
#include "content-engine/repository/system_shelf.h"
#include "content-engine/repository/target_plan.h"

namespace content {

// The lifetimes of store/FORMAT.md, in seconds.
inline constexpr std::int64_t one_day = 86'400;
inline constexpr std::int64_t root_lifetime = 730 * one_day;
inline constexpr std::int64_t targets_lifetime = 365 * one_day;
inline constexpr std::int64_t snapshot_lifetime = 365 * one_day;
inline constexpr std::int64_t online_lifetime = 14 * one_day;
inline constexpr std::int64_t stick_lifetime = 400 * one_day;

// Opened keys by role: "targets", "snapshot", "timestamp", for passes "service".
using Signers = std::map<std::string, std::vector<const PrivateKey*>>;

struct PublishRules {
  UtcTime now;
  ShelfRules shelf;
  Packing packing = Packing::Thorough;
};

// What is being done now, for people who wait: a path of a target.
using PublishProgress = std::function<void(const std::string& target)>;

enum class Outcome { Published, NothingNew };

struct Published {
  Outcome outcome{};
  BundleTarget bundle;               // the newest
  std::vector<BundleTarget> deltas;  // to it
  std::int64_t timestamp = 0;        // its version
};

class Publisher final {
 public:
  // `desk`: the chain that lies beside the keys; the repository's own may be longer. Unavailable:
  // somebody else is publishing here. Untrusted: the two chains part, or what lies there was signed
  // by other keys.
  static Result<Publisher> open(Files& files, const std::filesystem::path& repository,
                                RootChain desk);

  const std::filesystem::path& repository() const { return repository_; }
  const Catalogue& catalogue() const { return catalogue_; }
  const Shelf& shelf() const { return shelf_; }
  // With those that are not published yet.
  const RootChain& roots() const { return roots_; }
  // What is published next brings new roots, or ends what began to.
  bool roots_are_pending() const;
  // Ids of the keys that sign for a role now, a replaced one's last time included.
  std::vector<std::string> key_ids(const std::string& role) const;

  // NothingNew: this very bundle is the newest, with this rollout. Untrusted: too few signers.
  Result<Published> publish(const NewEdition& edition, const PublishRules& rules,
                            const Signers& signers, const PublishProgress& progress);
  // A warning beside the editions, or none any more: whatever was published as one is taken away.
  // What is over is taken away by every publication as well.
  Result<Published> publish_alert(const AlertSlip& alert, UtcTime now, const Signers& signers);
  Result<Published> withdraw_alert(UtcTime now, const Signers& signers);
  // A system beside the editions; older ones of its machine that nobody takes any more go.
  // RolledBack: this machine has a newer one here.
  Result<Published> publish_system(const NewSystem& system, const PublishRules& rules,
                                   const Signers& signers);
  // A technician's pass in the place of one of its name, or one less. Both drop what is over, and
  // delegate the role to the keys they are given. What they write is the hash of a pass; the file
  // goes onto a stick only. NotFound: there is none of that name, or no edition yet.
  Result<Done> publish_pass(const ServicePass& pass, UtcTime now, const Signers& signers);
  Result<Done> withdraw_pass(const std::string& name, UtcTime now, const Signers& signers);
  // Those that are not over, by path.
  std::map<std::string, TargetFile> passes(UtcTime now) const;
  // A fresh timestamp; targets and snapshot too where half their life is over or keys are new.
  Result<Published> renew(UtcTime now, const Signers& signers);
  // A long-lived timestamp for a stick, its version below the one that the repository gets first,
  // so that no two timestamps share a number.
  Result<std::string> timestamp_for_stick(UtcTime now, const Signers& signers);

 private:
  struct Commit;
  Publisher(Files& files, std::filesystem::path repository, std::unique_ptr<FileLock> lock)
      : files_(&files), repository_(std::move(repository)), lock_(std::move(lock)) {}

  Result<Done> read();
  Result<std::string> unpacked(const BundleTarget& whole) const;
  Result<Done> put_target(BundleTarget& target, const std::string& packed);
  Result<Done> put_file(const std::string& path, const TargetFile& target,
                        const std::string& packed);
  Result<Done> commit(const Commit& commit);
  Result<Published> commit_targets(std::map<std::string, TargetFile> targets, UtcTime now,
                                   const Signers& signers);
  // As that; NothingNew where these are published already.
  Result<Published> publish_targets(std::map<std::string, TargetFile> targets, UtcTime now,
                                    const Signers& signers);
  Result<Done> put_passes(std::map<std::string, TargetFile> passes, UtcTime now,
                          const Signers& signers);
  Result<MetaFile> write_passes(const Commit& commit, Targets& top);
  Result<Done> put_roots();
  Result<Done> check_signers(const Signers& signers) const;
  void clean_up();
  Published result(Outcome outcome) const;

  Files* files_;  // outlives this
  std::filesystem::path repository_;
  std::unique_ptr<FileLock> lock_;
  RootChain roots_;
  Catalogue catalogue_;
  Shelf shelf_;
};

// What makes a pass one that nobody can guess from its hash.
std::string new_pass_secret();

// The folders of a new repository. NotFound, Unavailable: they cannot be made.
Result<Done> make_repository_folders(const std::filesystem::path& repository);

}  // namespace content
