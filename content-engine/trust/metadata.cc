#include "content-engine/trust/metadata.h"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace content {

namespace {

// Shape errors of hostile metadata travel inside this file only; the parse functions catch them.
struct WrongShape : std::runtime_error {
  using std::runtime_error::runtime_error;
};

const Json& need(const Json& object, std::string_view name) {
  const Json* value = object.member(name);
  if (value == nullptr)
    throw WrongShape("\"" + std::string(name) + "\" is missing");
  return *value;
}

const std::string& text_of(const Json& object, std::string_view name) {
  const auto* value = need(object, name).string();
  if (value == nullptr)
    throw WrongShape("\"" + std::string(name) + "\" is no text");
  return *value;
}

std::int64_t integer_of(const Json& object, std::string_view name, std::int64_t least) {
  const auto* value = need(object, name).integer();
  if (value == nullptr || *value < least)
    throw WrongShape("\"" + std::string(name) + "\" is no integer of at least " +
                     std::to_string(least));
  return *value;
}

bool flag_of(const Json& object, std::string_view name) {
  const auto* value = need(object, name).boolean();
  if (value == nullptr)
    throw WrongShape("\"" + std::string(name) + "\" is neither true nor false");
  return *value;
}

const Json::Object& object_of(const Json& object, std::string_view name) {
  const auto* value = need(object, name).object();
  if (value == nullptr)
    throw WrongShape("\"" + std::string(name) + "\" is no object");
  return *value;
}

const Json::Array& array_of(const Json& object, std::string_view name) {
  const auto* value = need(object, name).array();
  if (value == nullptr)
    throw WrongShape("\"" + std::string(name) + "\" is no list");
  return *value;
}

std::vector<std::string> texts_of(const Json& object, std::string_view name) {
  std::vector<std::string> texts;
  for (const auto& entry : array_of(object, name)) {
    if (entry.string() == nullptr)
      throw WrongShape("\"" + std::string(name) + "\" holds something that is no text");
    texts.push_back(*entry.string());
  }
  return texts;
}

UtcTime expiry_of(const Json& body) {
  const auto time = parse_utc(text_of(body, "expires"));
  if (!time)
    throw WrongShape("\"expires\" is no moment in UTC");
  return *time;
}

Keys keys_of(const Json& object) {
  Keys keys;
  for (const auto& [id, entry] : object_of(object, "keys")) {
    auto key = parse_key(id, entry);
    if (!key)
      throw WrongShape(key.failure().message);
    if (key->has_value())
      keys.emplace(id, std::move(**key));
  }
  return keys;
}

RoleKeys role_keys_of(const Json& object) {
  RoleKeys role{texts_of(object, "keyids"), integer_of(object, "threshold", 1)};
  const std::set<std::string> distinct(role.keys.begin(), role.keys.end());
  if (distinct.size() != role.keys.size())
    throw WrongShape("a key id stands twice in a role");
  return role;
}

Hashes hashes_of(const Json& object) {
  Hashes hashes;
  for (const auto& [kind, entry] : object_of(object, "hashes")) {
    if (kind != "sha256" && kind != "sha512")
      throw WrongShape("hash of unknown kind \"" + kind + "\"");
    const auto raw = entry.string() == nullptr ? std::nullopt : from_hex(*entry.string());
    if (!raw || raw->size() != (kind == "sha256" ? 32U : 64U))
      throw WrongShape("\"" + kind + "\" is no hash");
    hashes.emplace(kind, to_hex(*raw));
  }
  if (hashes.empty())
    throw WrongShape("\"hashes\" is empty");
  return hashes;
}

MetaFile meta_file_of(const Json& object) {
  MetaFile file{.version = integer_of(object, "version", 1), .length = {}, .hashes = {}};
  if (object.member("length") != nullptr)
    file.length = integer_of(object, "length", 1);
  if (object.member("hashes") != nullptr)
    file.hashes = hashes_of(object);
  return file;
}

void read(const Json& body, Root& root) {
  root.consistent_snapshot = flag_of(body, "consistent_snapshot");
  root.keys = keys_of(body);
  for (const auto& [name, entry] : object_of(body, "roles"))
    root.roles.emplace(name, role_keys_of(entry));
  for (const char* name : {"root", "timestamp", "snapshot", "targets"})
    if (!root.roles.contains(name))
      throw WrongShape("the role " + std::string(name) + " is missing");
}

void read(const Json& body, Timestamp& timestamp) {
  const auto& meta = object_of(body, "meta");
  if (meta.size() != 1 || !meta.contains("snapshot.json"))
    throw WrongShape("\"meta\" must name snapshot.json and nothing else");
  timestamp.snapshot = meta_file_of(meta.begin()->second);
}

void read(const Json& body, Snapshot& snapshot) {
  for (const auto& [name, entry] : object_of(body, "meta")) {
    if (!name.ends_with(".json"))
      throw WrongShape("\"" + name + "\" is no name of metadata");
    snapshot.meta.emplace(name.substr(0, name.size() - 5), meta_file_of(entry));
  }
}

Delegation delegation_of(const Json& object) {
  Delegation delegation{.role = text_of(object, "name"),
                        .keys = role_keys_of(object),
                        .paths = {},
                        .path_hash_prefixes = {},
                        .terminating = flag_of(object, "terminating")};
  const bool paths = object.member("paths") != nullptr;
  if (paths == (object.member("path_hash_prefixes") != nullptr))
    throw WrongShape("a delegation needs either paths or path_hash_prefixes");
  (paths ? delegation.paths : delegation.path_hash_prefixes) =
      texts_of(object, paths ? "paths" : "path_hash_prefixes");
  static constexpr std::array<std::string_view, 4> top{"root", "timestamp", "snapshot", "targets"};
  if (delegation.role.empty() || std::find(top.begin(), top.end(), delegation.role) != top.end())
    throw WrongShape("a delegated role may not be named \"" + delegation.role + "\"");
  return delegation;
}

void read(const Json& body, Targets& targets) {
  for (const auto& [path, entry] : object_of(body, "targets")) {
    TargetFile file{
        .length = integer_of(entry, "length", 0), .hashes = hashes_of(entry), .custom = {}};
    if (const Json* custom = entry.member("custom"))
      file.custom = *custom;
    targets.targets.emplace(path, std::move(file));
  }
  if (const Json* delegations = body.member("delegations")) {
    targets.keys = keys_of(*delegations);
    std::set<std::string> names;
    for (const auto& entry : array_of(*delegations, "roles")) {
      targets.delegations.push_back(delegation_of(entry));
      if (!names.insert(targets.delegations.back().role).second)
        throw WrongShape("a role is delegated to twice");
    }
  }
}

// spec_version is ours to match: the same major number.
void check_specification(const Json& body) {
  const auto& version = text_of(body, "spec_version");
  if (!version.starts_with("1."))
    throw WrongShape("specification \"" + version + "\" is not 1.x");
}

template <typename Role>
Result<Envelope<Role>> parse(std::string_view bytes, std::string_view type, std::size_t limit) {
  const std::string name(type);
  if (bytes.size() > limit)
    return Failure{Refusal::TooLarge, name + " is larger than " + std::to_string(limit) + " bytes"};
  const auto json = parse_json(bytes);
  if (!json)
    return Failure{Refusal::Malformed, name + ": " + json.failure().message};
  try {
    const Json& body = need(*json, "signed");
    if (text_of(body, "_type") != type)
      throw WrongShape("is of type \"" + text_of(body, "_type") + "\"");
    check_specification(body);
    Envelope<Role> envelope;
    envelope.role.version = integer_of(body, "version", 1);
    envelope.role.expires = expiry_of(body);
    read(body, envelope.role);
    const auto& signatures = array_of(*json, "signatures");
    if (signatures.size() > signature_count_limit)
      throw WrongShape("more than 256 signatures");
    for (const auto& entry : signatures)
      envelope.signatures.push_back({text_of(entry, "keyid"), text_of(entry, "sig")});
    envelope.canonical = canonical(body);
    return envelope;
  } catch (const WrongShape& wrong) {
    return Failure{Refusal::Malformed, name + ": " + wrong.what()};
  }
}

}  // namespace

Result<Envelope<Root>> parse_root(std::string_view bytes) {
  return parse<Root>(bytes, "root", root_limit);
}
Result<Envelope<Timestamp>> parse_timestamp(std::string_view bytes) {
  return parse<Timestamp>(bytes, "timestamp", timestamp_limit);
}
Result<Envelope<Snapshot>> parse_snapshot(std::string_view bytes) {
  return parse<Snapshot>(bytes, "snapshot", snapshot_limit);
}
Result<Envelope<Targets>> parse_targets(std::string_view bytes) {
  return parse<Targets>(bytes, "targets", targets_limit);
}

bool meets_threshold(std::string_view canonical_bytes, const std::vector<Signature>& signatures,
                     const Keys& keys, const RoleKeys& role) {
  if (role.threshold < 1)
    return false;
  std::set<std::string> tried;         // key ids: each is verified once, whatever it signed
  std::set<std::string> signing_keys;  // the keys themselves
  for (const auto& signature : signatures) {
    const auto key = keys.find(signature.key);
    if (key == keys.end() ||
        std::find(role.keys.begin(), role.keys.end(), signature.key) == role.keys.end() ||
        !tried.insert(signature.key).second)
      continue;
    if (verify(key->second, canonical_bytes, signature.value))
      signing_keys.insert(key->second.value);
  }
  return static_cast<std::int64_t>(signing_keys.size()) >= role.threshold;
}

bool fits(std::string_view bytes, const std::optional<std::int64_t>& length, const Hashes& hashes) {
  if (length && static_cast<std::uint64_t>(*length) != bytes.size())
    return false;
  return std::all_of(hashes.begin(), hashes.end(), [&](const auto& hash) {
    return hash.second == (hash.first == "sha256" ? sha256_hex(bytes) : sha512_hex(bytes));
  });
}

}  // namespace content
