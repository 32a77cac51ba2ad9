// Public keys of TUF metadata and the one question put to them: did this key sign these bytes? All
// cryptography is OpenSSL's. ed25519, ecdsa-sha2-nistp256, rsassa-pss-sha256.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content-engine/trust/json.h"

namespace content {

enum class KeyScheme { Ed25519, EcdsaP256Sha256, RsaPssSha256 };

struct PublicKey {
  std::string id;  // SHA-256 of the key object's canonical JSON, in hex
  KeyScheme scheme{};
  std::string value;  // ed25519: 32 bytes; else PEM SubjectPublicKeyInfo

  bool operator==(const PublicKey&) const = default;
};

// The key of a key object, whose id must be `id`; none when its type or scheme is unknown to us (it
// then cannot count towards a threshold); Malformed when it claims a known type and is not one.
Result<std::optional<PublicKey>> parse_key(const std::string& id, const Json& key);
std::string key_id(const Json& key);

// `signature` in hex. False for whatever is wrong with it.
bool verify(const PublicKey& key, std::string_view message, std::string_view signature);

// Lower-case hex digests, as TUF writes them.
std::string sha256_hex(std::string_view bytes);
std::string sha512_hex(std::string_view bytes);
std::optional<std::string> from_hex(std::string_view hex);
std::string to_hex(std::string_view bytes);

}  // namespace content
