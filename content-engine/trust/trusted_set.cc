#include "content-engine/trust/trusted_set.h"

#include <algorithm>

namespace content {

static Failure untrusted(std::string_view role) {
  return {Refusal::Untrusted, std::string(role) + " is not signed by enough of its keys"};
}

static Failure expired_on(std::string_view role, UtcTime when) {
  return {Refusal::Expired, std::string(role) + " expired on " + to_iso(when)};
}

static Failure rolled_back(std::string_view role, std::int64_t offered, std::int64_t trusted) {
  return {Refusal::RolledBack, std::string(role) + " has version " + std::to_string(offered) +
                                   ", version " + std::to_string(trusted) + " is already trusted"};
}

static bool self_signed(const Envelope<Root>& root) {
  return meets_threshold(root.canonical, root.signatures, root.role.keys,
                         root.role.roles.at("root"));
}

bool TrustedSet::signed_by_role(std::string_view role, std::string_view canonical_bytes,
                                const std::vector<Signature>& signatures) const {
  return meets_threshold(canonical_bytes, signatures, root_.role.keys,
                         root_.role.roles.at(std::string(role)));
}

Result<TrustedSet> TrustedSet::start(std::string_view bytes, UtcTime now) {
  auto root = parse_root(bytes);
  if (!root)
    return root.failure();
  if (!self_signed(*root))
    return untrusted("root");
  return TrustedSet(std::move(*root), now);
}

Result<Done> TrustedSet::update_root(std::string_view bytes) {
  auto next = parse_root(bytes);
  if (!next)
    return next.failure();
  // 5.3.4: by the threshold of the trusted root's keys and by its own.
  if (!signed_by_role("root", next->canonical, next->signatures) || !self_signed(*next))
    return untrusted("root");
  // 5.3.5: exactly the next version.
  if (next->role.version != root_.role.version + 1)
    return Failure{
        next->role.version > root_.role.version ? Refusal::Untrusted : Refusal::RolledBack,
        "root has version " + std::to_string(next->role.version) + ", expected " +
            std::to_string(root_.role.version + 1)};
  root_ = std::move(*next);
  return Done{};
}

Result<Done> TrustedSet::close_root() {
  if (expired(root_.role.expires))
    return expired_on("root", root_.role.expires);
  return Done{};
}

void TrustedSet::remember_timestamp(std::string_view bytes) {
  auto local = parse_timestamp(bytes);
  if (local && signed_by_role("timestamp", local->canonical, local->signatures))
    timestamp_ = std::move(local->role);
}

void TrustedSet::remember_snapshot(std::string_view bytes) {
  auto local = parse_snapshot(bytes);
  if (!local)
    return;
  snapshot_keys_new_ = !signed_by_role("snapshot", local->canonical, local->signatures);
  if (snapshot_keys_new_)
    return;
  snapshot_ = std::move(local->role);
  snapshot_bytes_ = bytes;
}

Result<Freshness> TrustedSet::update_timestamp(std::string_view bytes) {
  auto offered = parse_timestamp(bytes);
  if (!offered)
    return offered.failure();
  // 5.4.2
  if (!signed_by_role("timestamp", offered->canonical, offered->signatures))
    return untrusted("timestamp");
  if (timestamp_) {
    // 5.4.3.1
    if (offered->role.version < timestamp_->version)
      return rolled_back("timestamp", offered->role.version, timestamp_->version);
    if (offered->role.version == timestamp_->version)
      return Freshness::Same;
    // 5.4.3.2; a version that only keys of the past vouched for is forgotten (5.3.11)
    if (!snapshot_keys_new_ && offered->role.snapshot.version < timestamp_->snapshot.version)
      return rolled_back("snapshot", offered->role.snapshot.version, timestamp_->snapshot.version);
  }
  // 5.4.4
  if (expired(offered->role.expires))
    return expired_on("timestamp", offered->role.expires);
  timestamp_ = std::move(offered->role);
  return Freshness::Newer;
}

bool TrustedSet::is_older_state(std::string_view bytes) const {
  const auto offered = parse_timestamp(bytes);
  return offered && timestamp_ &&
         signed_by_role("timestamp", offered->canonical, offered->signatures) &&
         offered->role.version < timestamp_->version &&
         offered->role.snapshot.version <= timestamp_->snapshot.version;
}

bool TrustedSet::snapshot_is_current() const {
  return timestamp_ && snapshot_ && snapshot_->version == timestamp_->snapshot.version &&
         fits(snapshot_bytes_, timestamp_->snapshot.length, timestamp_->snapshot.hashes);
}

Result<Done> TrustedSet::update_snapshot(std::string_view bytes) {
  if (!timestamp_)
    return Failure{Refusal::Invalid, "a snapshot needs its timestamp first"};
  // 5.5.2
  if (!fits(bytes, timestamp_->snapshot.length, timestamp_->snapshot.hashes))
    return Failure{Refusal::Untrusted, "snapshot is not the file the timestamp names"};
  auto offered = parse_snapshot(bytes);
  if (!offered)
    return offered.failure();
  // 5.5.3
  if (!signed_by_role("snapshot", offered->canonical, offered->signatures))
    return untrusted("snapshot");
  // 5.5.4
  if (offered->role.version != timestamp_->snapshot.version)
    return Failure{Refusal::Untrusted,
                   "snapshot has version " + std::to_string(offered->role.version) +
                       ", the timestamp names " + std::to_string(timestamp_->snapshot.version)};
  // 5.5.5: every role known before is still there, none older.
  if (snapshot_)
    for (const auto& [role, known] : snapshot_->meta) {
      const auto now_listed = offered->role.meta.find(role);
      if (now_listed == offered->role.meta.end())
        return Failure{Refusal::RolledBack, "snapshot no longer lists " + role};
      if (now_listed->second.version < known.version)
        return rolled_back(role, now_listed->second.version, known.version);
    }
  // 5.5.6
  if (expired(offered->role.expires))
    return expired_on("snapshot", offered->role.expires);
  snapshot_ = std::move(offered->role);
  snapshot_bytes_ = bytes;
  return Done{};
}

Result<Done> TrustedSet::close_snapshot() const {
  if (!timestamp_ || !snapshot_)
    return Failure{Refusal::Invalid, "timestamp and snapshot were not read"};
  if (expired(timestamp_->expires))
    return expired_on("timestamp", timestamp_->expires);
  if (expired(snapshot_->expires))
    return expired_on("snapshot", snapshot_->expires);
  return Done{};
}

const MetaFile* TrustedSet::meta(std::string_view role) const {
  if (!snapshot_)
    return nullptr;
  const auto at = snapshot_->meta.find(std::string(role));
  return at == snapshot_->meta.end() ? nullptr : &at->second;
}

Result<Targets> TrustedSet::verify_targets(std::string_view role, const Targets* delegator,
                                           std::string_view bytes) const {
  const std::string name(role);
  const MetaFile* listed = meta(role);
  if (listed == nullptr)
    return Failure{Refusal::Untrusted, "the snapshot does not list " + name};
  // 5.6.2
  if (!fits(bytes, listed->length, listed->hashes))
    return Failure{Refusal::Untrusted, name + " is not the file the snapshot names"};
  auto offered = parse_targets(bytes);
  if (!offered)
    return Failure{offered.failure().refusal, name + ": " + offered.failure().message};
  // 5.6.3: by the role's keys in root, or in the delegation by which it was reached.
  bool trusted = false;
  if (delegator == nullptr) {
    trusted = role == "targets" && signed_by_role(role, offered->canonical, offered->signatures);
  } else {
    const auto at =
        std::find_if(delegator->delegations.begin(), delegator->delegations.end(),
                     [&](const Delegation& delegation) { return delegation.role == role; });
    trusted = at != delegator->delegations.end() &&
              meets_threshold(offered->canonical, offered->signatures, delegator->keys, at->keys);
  }
  if (!trusted)
    return untrusted(role);
  // 5.6.4
  if (offered->role.version != listed->version)
    return Failure{Refusal::Untrusted,
                   name + " has version " + std::to_string(offered->role.version) +
                       ", the snapshot names " + std::to_string(listed->version)};
  // 5.6.5
  if (expired(offered->role.expires))
    return expired_on(role, offered->role.expires);
  return std::move(offered->role);
}

}  // namespace content
