// The next root of a repository: the first with all its keys, or one in which a role has new keys.
// It counts once enough of the old and of the new root keys have signed it, and those may come one
// after the other, each from its own safe: until then it is a draft beside the keys.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>
#include <vector>

#include "content-engine/repository/private_key.h"
#include "content-engine/repository/root_chain.h"

namespace content {

class RootDraft final {
 public:
  static RootDraft first(UtcTime now);
  // Version, dates and nothing else are new.
  static Result<RootDraft> after(const RootChain& chain, UtcTime now);
  // Malformed; Untrusted: it is no successor of that chain.
  static Result<RootDraft> read(std::string_view bytes, const RootChain& chain);

  // These keys, and no others, stand for the role from now on.
  void set_role(const std::string& role, std::span<const PublicKey> keys, std::int64_t threshold);

  const Root& root() const { return root_; }
  // Ids of the keys that may sign: the root keys of this one and of the one before.
  std::vector<std::string> signers() const;
  void sign(const PrivateKey& key);
  // How many more signatures of the old, of the new root's keys; both 0: it is a root.
  struct Missing {
    std::int64_t old_keys = 0, new_keys = 0;
  };
  Missing missing() const;
  std::string bytes() const;

 private:
  Root root_;
  Keys old_keys_;
  RoleKeys old_role_{.keys = {}, .threshold = 0};
  std::vector<Signature> signatures_;
};

}  // namespace content
