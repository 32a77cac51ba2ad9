#include "content-engine/repository/metadata_writer.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "content-engine/repository/floor.h"

namespace content {

namespace {

constexpr std::string_view specification = "1.0.34";

Json::Array texts(const std::vector<std::string>& words) {
  Json::Array array;
  for (const auto& word : words)
    array.emplace_back(word);
  return array;
}

Json::Object start(std::string_view type, std::int64_t version, UtcTime expires) {
  return {{"_type", std::string(type)},
          {"spec_version", std::string(specification)},
          {"version", version},
          {"expires", to_iso(expires)}};
}

Json::Object key_objects(const Keys& keys) {
  Json::Object objects;
  for (const auto& [id, key] : keys) {
    Json object = key_object(key);
    if (key_id(object) != id)
      throw std::logic_error("key " + id + " was written by another program and cannot be copied");
    objects.emplace(id, std::move(object));
  }
  return objects;
}

Json::Object hash_object(const Hashes& hashes) {
  Json::Object object;
  for (const auto& [kind, hex] : hashes)
    object.emplace(kind, hex);
  return object;
}

Json meta_object(const MetaFile& file) {
  Json::Object object{{"version", file.version}};
  if (file.length)
    object.emplace("length", *file.length);
  if (!file.hashes.empty())
    object.emplace("hashes", hash_object(file.hashes));
  return object;
}

Json delegation_object(const Delegation& delegation) {
  const bool paths = delegation.path_hash_prefixes.empty();
  return Json::Object{{"name", delegation.role},
                      {"keyids", texts(delegation.keys.keys)},
                      {"threshold", delegation.keys.threshold},
                      {"terminating", delegation.terminating},
                      {paths ? "paths" : "path_hash_prefixes",
                       texts(paths ? delegation.paths : delegation.path_hash_prefixes)}};
}

void quote(const std::string& text, std::string& out) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += "\\u00";
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

void lay_out(const Json& json, std::size_t depth, std::string& out) {
  const std::string margin(2 * depth + 2, ' '), end(2 * depth, ' ');
  std::string_view separator = "\n";
  if (const auto* object = json.object(); object != nullptr && !object->empty()) {
    out += '{';
    for (const auto& [name, value] : *object) {
      out.append(separator).append(margin);
      separator = ",\n";
      quote(name, out);
      out += ": ";
      lay_out(value, depth + 1, out);
    }
    out.append("\n").append(end).append("}");
  } else if (const auto* array = json.array(); array != nullptr && !array->empty()) {
    out += '[';
    for (const auto& value : *array) {
      out.append(separator).append(margin);
      separator = ",\n";
      lay_out(value, depth + 1, out);
    }
    out.append("\n").append(end).append("]");
  } else if (const auto* text = json.string()) {
    quote(*text, out);
  } else {
    out += canonical(json);
  }
}

}  // namespace

Json key_object(const PublicKey& key) {
  const bool edwards = key.scheme == KeyScheme::Ed25519;
  const bool rsa = key.scheme == KeyScheme::RsaPssSha256;
  const char* type = edwards ? "ed25519" : rsa ? "rsa" : "ecdsa";
  const char* scheme = edwards ? "ed25519" : rsa ? "rsassa-pss-sha256" : "ecdsa-sha2-nistp256";
  return Json::Object{
      {"keytype", type},
      {"scheme", scheme},
      {"keyval", Json::Object{{"public", edwards ? to_hex(key.value) : key.value}}}};
}

bool writable(const Keys& keys) {
  return std::all_of(keys.begin(), keys.end(), [](const auto& entry) {
    return key_id(key_object(entry.second)) == entry.first;
  });
}

Json body_of(const Root& root) {
  Json::Object body = start("root", root.version, root.expires);
  body.emplace("consistent_snapshot", root.consistent_snapshot);
  body.emplace("keys", key_objects(root.keys));
  Json::Object roles;
  for (const auto& [name, role] : root.roles)
    roles.emplace(name, Json::Object{{"keyids", texts(role.keys)}, {"threshold", role.threshold}});
  body.emplace("roles", std::move(roles));
  return body;
}

Json body_of(const Timestamp& timestamp) {
  Json::Object body = start("timestamp", timestamp.version, timestamp.expires);
  body.emplace("meta", Json::Object{{"snapshot.json", meta_object(timestamp.snapshot)}});
  return body;
}

Json body_of(const Snapshot& snapshot) {
  Json::Object body = start("snapshot", snapshot.version, snapshot.expires);
  Json::Object meta;
  for (const auto& [role, file] : snapshot.meta)
    meta.emplace(role + ".json", meta_object(file));
  body.emplace("meta", std::move(meta));
  return body;
}

Json body_of(const Targets& targets) {
  Json::Object body = start("targets", targets.version, targets.expires);
  Json::Object files;
  for (const auto& [path, file] : targets.targets) {
    Json::Object object{{"length", file.length}, {"hashes", hash_object(file.hashes)}};
    if (!file.custom.null())
      object.emplace("custom", file.custom);
    files.emplace(path, std::move(object));
  }
  body.emplace("targets", std::move(files));
  if (!targets.delegations.empty()) {
    Json::Array roles;
    for (const auto& delegation : targets.delegations)
      roles.push_back(delegation_object(delegation));
    body.emplace("delegations",
                 Json::Object{{"keys", key_objects(targets.keys)}, {"roles", std::move(roles)}});
  }
  return body;
}

std::string metadata_file(const Json& body, std::span<const Signature> signatures) {
  Json::Array list;
  for (const auto& signature : signatures)
    list.emplace_back(Json::Object{{"keyid", signature.key}, {"sig", signature.value}});
  return readable(Json::Object{{"signatures", std::move(list)}, {"signed", body}});
}

std::string signed_file(const Json& body, std::span<const PrivateKey* const> keys) {
  const std::string message = canonical(body);
  std::vector<Signature> signatures;
  for (const auto* key : keys)
    signatures.push_back(key->sign(message));
  return metadata_file(body, signatures);
}

Json dated_body(Json body, UtcTime now) {
  body.object()->insert_or_assign(std::string(signed_at_member), to_iso(now));
  return body;
}

MetaFile described_file(std::int64_t version, const std::string& bytes) {
  return {.version = version,
          .length = static_cast<std::int64_t>(bytes.size()),
          .hashes = {{"sha256", sha256_hex(bytes)}}};
}

std::string readable(const Json& json) {
  std::string out;
  lay_out(json, 0, out);
  out += '\n';
  return out;
}

}  // namespace content
