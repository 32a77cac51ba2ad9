// TUF metadata as it is published: the twin of trust/metadata.h's reader. The signature is made
// over the canonical form; the file is laid out for people, because editors and auditors open it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <span>
#include <string>

#include "content-engine/repository/private_key.h"
#include "content-engine/trust/metadata.h"

namespace content {

// The key object whose hash is the key's id.
Json key_object(const PublicKey& key);

// The part that is signed. A key that was read under an id that is not the hash of key_object()
// (an older writer's extra members) cannot be written again: that throws, so ask writable() first.
Json body_of(const Root& root);
Json body_of(const Timestamp& timestamp);
Json body_of(const Snapshot& snapshot);
Json body_of(const Targets& targets);
bool writable(const Keys& keys);

// The whole file: `body` and one signature of each key, in the order given.
std::string signed_file(const Json& body, std::span<const PrivateKey* const> keys);
// The same with signatures made elsewhere.
std::string metadata_file(const Json& body, std::span<const Signature> signatures);

// Signed at that moment (floor.h), and what the role above says of a file.
Json dated_body(Json body, UtcTime now);
MetaFile described_file(std::int64_t version, const std::string& bytes);

// JSON for people: two spaces a level, control characters escaped, keys sorted, newline at the end.
std::string readable(const Json& json);

}  // namespace content
