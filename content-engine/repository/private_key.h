// The secret half of a role's key, which exists only at the editors' desk: made, used to sign, kept
// as PKCS#8 PEM encrypted with AES-256 under a key that scrypt makes of a passphrase. All
// cryptography is OpenSSL's. Our own keys are ed25519; the other schemes are for repositories that
// are shared with other tools.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "content-engine/model/result.h"
#include "content-engine/trust/metadata.h"

struct evp_pkey_st;

namespace content {

class PrivateKey final {
 public:
  static PrivateKey generate(KeyScheme scheme = KeyScheme::Ed25519);
  // Untrusted: the passphrase does not open it. Malformed: it is no such key. NotFound.
  static Result<PrivateKey> read(const std::filesystem::path& file, std::string_view passphrase);

  PrivateKey(PrivateKey&&) noexcept;
  PrivateKey& operator=(PrivateKey&&) noexcept;
  ~PrivateKey();

  // A new file that only its owner may read. Invalid when the file exists (a key is never
  // overwritten) or the passphrase is empty.
  Result<Done> store(const std::filesystem::path& file, std::string_view passphrase) const;

  const PublicKey& public_key() const { return public_key_; }
  Signature sign(std::string_view message) const;

 private:
  struct Free {
    void operator()(evp_pkey_st* key) const;
  };
  using Handle = std::unique_ptr<evp_pkey_st, Free>;

  PrivateKey(Handle handle, PublicKey public_key);

  Handle handle_;
  PublicKey public_key_;
};

}  // namespace content
