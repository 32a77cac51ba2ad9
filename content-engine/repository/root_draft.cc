#include "content-engine/repository/root_draft.h"

#include <algorithm>
#include <set>

#include "content-engine/repository/metadata_writer.h"
#include "content-engine/repository/publisher.h"

namespace content {

namespace {

std::int64_t lacking(const RoleKeys& role, const std::vector<Signature>& signatures) {
  const auto have = std::count_if(role.keys.begin(), role.keys.end(), [&](const std::string& id) {
    return std::any_of(signatures.begin(), signatures.end(),
                       [&](const Signature& signature) { return signature.key == id; });
  });
  return std::max<std::int64_t>(0, role.threshold - have);
}

}  // namespace

RootDraft RootDraft::first(UtcTime now) {
  RootDraft draft;
  draft.root_ = {.version = 1,
                 .expires = {now.seconds + root_lifetime},
                 .consistent_snapshot = true,
                 .keys = {},
                 .roles = {}};
  return draft;
}

Result<RootDraft> RootDraft::after(const RootChain& chain, UtcTime now) {
  if (chain.empty())
    return Failure{Refusal::NotFound, "there is no root to go on from"};
  if (!writable(chain.newest().keys))
    return Failure{Refusal::Unsupported, "the root was written by another program"};
  RootDraft draft;
  draft.root_ = chain.newest();
  draft.root_.version += 1;
  draft.root_.expires.seconds = now.seconds + root_lifetime;
  draft.old_keys_ = chain.newest().keys;
  draft.old_role_ = chain.newest().roles.at("root");
  return draft;
}

Result<RootDraft> RootDraft::read(std::string_view bytes, const RootChain& chain) {
  auto parsed = parse_root(bytes);
  if (!parsed)
    return parsed.failure();
  if (chain.empty() || parsed->role.version != chain.newest().version + 1 ||
      !writable(parsed->role.keys))
    return Failure{Refusal::Untrusted, "the draft does not follow the newest root"};
  RootDraft draft;
  draft.root_ = std::move(parsed->role);
  draft.old_keys_ = chain.newest().keys;
  draft.old_role_ = chain.newest().roles.at("root");
  for (Signature& signature : parsed->signatures) {
    const auto known = draft.root_.keys.find(signature.key);
    const auto old = draft.old_keys_.find(signature.key);
    const PublicKey* key = known != draft.root_.keys.end() ? &known->second
                           : old != draft.old_keys_.end()  ? &old->second
                                                           : nullptr;
    if (key != nullptr && verify(*key, canonical(body_of(draft.root_)), signature.value))
      draft.signatures_.push_back(std::move(signature));
  }
  return draft;
}

void RootDraft::set_role(const std::string& role, std::span<const PublicKey> keys,
                         std::int64_t threshold) {
  RoleKeys& stands = root_.roles[role];
  stands = {.keys = {}, .threshold = threshold};
  for (const PublicKey& key : keys) {
    root_.keys.insert_or_assign(key.id, key);
    stands.keys.push_back(key.id);
  }
  std::set<std::string> used;
  for (const auto& [name, other] : root_.roles)
    used.insert(other.keys.begin(), other.keys.end());
  std::erase_if(root_.keys, [&](const auto& entry) { return !used.contains(entry.first); });
  signatures_.clear();
}

std::vector<std::string> RootDraft::signers() const {
  std::vector<std::string> ids = old_role_.keys;
  for (const std::string& id : root_.roles.at("root").keys)
    if (std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.push_back(id);
  return ids;
}

void RootDraft::sign(const PrivateKey& key) {
  const std::string& id = key.public_key().id;
  std::erase_if(signatures_, [&](const Signature& signature) { return signature.key == id; });
  signatures_.push_back(key.sign(canonical(body_of(root_))));
}

RootDraft::Missing RootDraft::missing() const {
  return {lacking(old_role_, signatures_), lacking(root_.roles.at("root"), signatures_)};
}

std::string RootDraft::bytes() const {
  return metadata_file(body_of(root_), signatures_);
}

}  // namespace content
