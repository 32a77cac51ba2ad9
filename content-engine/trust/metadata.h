// TUF 1.0.34 metadata as values, read from bytes that nobody has verified yet. Parsing checks shape
// and limits only; whether to believe it is trusted_set.h's to say. The bytes as received stay the
// truth for hashes and for disk; signatures are made over the canonical form of `signed`.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/trust/public_key.h"
#include "content-engine/trust/utc_time.h"

namespace content {

// Caps of section 5 of the client workflow (W, X, Y, Z): bytes before a signature was checked.
inline constexpr std::size_t root_limit = 512'000;
inline constexpr std::size_t timestamp_limit = 16'384;
inline constexpr std::size_t snapshot_limit = 2'000'000;
inline constexpr std::size_t targets_limit = 5'000'000;
inline constexpr int root_rotation_limit = 256;  // new roots in one refresh
inline constexpr int delegation_limit = 32;      // roles visited in one search
inline constexpr std::size_t signature_count_limit = 256;

struct Signature {
  std::string key;    // key id
  std::string value;  // hex; empty: not signed yet

  bool operator==(const Signature&) const = default;
};

using Keys = std::map<std::string, PublicKey>;      // by id; keys of unknown type are left out
using Hashes = std::map<std::string, std::string>;  // "sha256" → hex, lower case

struct RoleKeys {
  std::vector<std::string> keys;  // distinct ids
  std::int64_t threshold = 1;     // ≥ 1

  bool operator==(const RoleKeys&) const = default;
};

struct Root {
  std::int64_t version = 0;
  UtcTime expires;
  bool consistent_snapshot = false;
  Keys keys;
  std::map<std::string, RoleKeys> roles;  // root timestamp snapshot targets, all four
};

struct MetaFile {
  std::int64_t version = 0;
  std::optional<std::int64_t> length;
  Hashes hashes;  // may be empty in timestamp and snapshot

  bool operator==(const MetaFile&) const = default;
};

struct Timestamp {
  std::int64_t version = 0;
  UtcTime expires;
  MetaFile snapshot;
};

struct Snapshot {
  std::int64_t version = 0;
  UtcTime expires;
  std::map<std::string, MetaFile> meta;  // by role name, without ".json"
};

struct TargetFile {
  std::int64_t length = 0;
  Hashes hashes;  // at least one of a known kind, none of an unknown one
  Json custom;    // null when absent

  bool operator==(const TargetFile&) const = default;
};

struct Delegation {
  std::string role;
  RoleKeys keys;
  std::vector<std::string> paths;
  std::vector<std::string> path_hash_prefixes;
  bool terminating = false;
};

struct Targets {
  std::int64_t version = 0;
  UtcTime expires;
  std::map<std::string, TargetFile> targets;
  Keys keys;
  std::vector<Delegation> delegations;  // in order
};

template <typename Role>
struct Envelope {
  Role role;
  std::string canonical;  // of `signed`
  std::vector<Signature> signatures;
};

Result<Envelope<Root>> parse_root(std::string_view bytes);
Result<Envelope<Timestamp>> parse_timestamp(std::string_view bytes);
Result<Envelope<Snapshot>> parse_snapshot(std::string_view bytes);
Result<Envelope<Targets>> parse_targets(std::string_view bytes);

// Whether `threshold` distinct keys of the role signed: each public key counts once, under whatever
// ids and however often it signed (CVE-2020-6174 and its sisters).
bool meets_threshold(std::string_view canonical_bytes, const std::vector<Signature>& signatures,
                     const Keys& keys, const RoleKeys& role);
// Length and every hash a file was promised to have.
bool fits(std::string_view bytes, const std::optional<std::int64_t>& length, const Hashes& hashes);

}  // namespace content
