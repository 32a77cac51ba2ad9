// The shape of metadata: what is refused before any signature was looked at.
#include "content-engine/trust/metadata.h"

#include <doctest/doctest.h>

#include <functional>

using namespace content;

namespace {

const std::string key_object = R"({"keytype":"ed25519","keyval":{"public":")" +
                               std::string(64, 'a') + R"("},"scheme":"ed25519"})";

std::string root_text(const std::string& key = key_object, const std::string& id = {}) {
  const std::string name = id.empty() ? key_id(*parse_json(key)) : id;
  const std::string role = R"({"keyids":[")" + name + R"("],"threshold":1})";
  return R"({"signatures":[{"keyid":"x","sig":""}],"signed":{"_type":"root","spec_version":"1.0.34",)"
         R"("version":1,"expires":"2030-01-01T00:00:00Z","consistent_snapshot":true,"keys":{")" +
         name + "\":" + key + R"(},"roles":{"root":)" + role + R"(,"timestamp":)" + role +
         R"(,"snapshot":)" + role + R"(,"targets":)" + role + "}}}";
}

const std::string targets_text =
    R"({"signatures":[],"signed":{"_type":"targets","spec_version":"1.0.34","version":1,)"
    R"("expires":"2030-01-01T00:00:00Z","targets":{"a":{"length":1,"hashes":{"sha256":")" +
    std::string(64, 'a') +
    R"("},"custom":{"x":1}}},"delegations":{"keys":{},"roles":[{"name":"r","keyids":[],)"
    R"("threshold":1,"paths":["*"],"terminating":false}]}}})";

const std::string snapshot_text =
    R"({"signatures":[],"signed":{"_type":"snapshot","spec_version":"1.0.34","version":1,)"
    R"("expires":"2030-01-01T00:00:00Z","meta":{"targets.json":{"version":1,"length":9,)"
    R"("hashes":{"sha512":")" +
    std::string(128, 'a') + R"("}}}}})";

const std::string timestamp_text =
    R"({"signatures":[],"signed":{"_type":"timestamp","spec_version":"1.0.34","version":1,)"
    R"("expires":"2030-01-01T00:00:00Z","meta":{"snapshot.json":{"version":1}}}})";

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const auto at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

// Every value in the tree, once each, taken for another by `visit`.
void each_value(Json& json, const std::function<void(Json&)>& visit) {
  visit(json);
  if (auto* object = json.object())
    for (auto& [name, value] : *object)
      each_value(value, visit);
  else if (auto* array = json.array())
    for (auto& value : *array)
      each_value(value, visit);
}

}  // namespace

TEST_CASE("well-formed metadata of each role is read") {
  const auto root = parse_root(root_text());
  REQUIRE(root);
  CHECK(root->role.keys.size() == 1);
  CHECK(root->role.consistent_snapshot);
  const auto targets = parse_targets(targets_text);
  REQUIRE(targets);
  CHECK(targets->role.targets.at("a").custom.member("x") != nullptr);
  CHECK(targets->role.delegations.front().paths.front() == "*");
  CHECK(parse_snapshot(snapshot_text)->role.meta.at("targets").length == 9);
  CHECK(parse_timestamp(timestamp_text)->role.snapshot.version == 1);
}

TEST_CASE("metadata of one role is not taken for another's") {
  CHECK_FALSE(parse_snapshot(timestamp_text));
  CHECK_FALSE(parse_timestamp(snapshot_text));
  CHECK_FALSE(parse_root(targets_text));
  CHECK_FALSE(parse_targets(root_text()));
}

TEST_CASE(
    "CVE-2026-23991, GHSA-846p-jg2w-w324, go-tuf 749: the wrong shape anywhere is a refusal, "
    "never a crash") {
  const std::vector<Json> others{Json(),
                                 Json(true),
                                 Json(std::int64_t{-1}),
                                 Json("x"),
                                 Json(Json::Array{Json()}),
                                 Json(Json::Object{{"x", Json()}})};
  for (const std::string& text : {root_text(), targets_text, snapshot_text, timestamp_text}) {
    Json json = *parse_json(text);
    std::size_t refused = 0, tried = 0;
    each_value(json, [&](Json& value) {
      const Json before = value;
      for (const Json& other : others) {
        value = other;
        const std::string bytes = canonical(json);
        ++tried;
        refused += !parse_root(bytes) && !parse_targets(bytes) && !parse_snapshot(bytes) &&
                   !parse_timestamp(bytes);
      }
      value = before;
    });
    // What is free to change: custom data, the text of key ids and signatures, the paths.
    CHECK(refused > tried * 3 / 4);
  }
  for (const char* text : {"", "null", "[]", "{}", "1", "{\"signed\":null,\"signatures\":null}"}) {
    CHECK_FALSE(parse_root(text));
    CHECK_FALSE(parse_timestamp(text));
  }
}

TEST_CASE("versions are integers above zero and no booleans") {
  for (const char* wrong : {"0", "-1", "true", "1.5", "\"1\"", "null", "9223372036854775808"}) {
    INFO(wrong);
    CHECK_FALSE(parse_timestamp(
        replaced(timestamp_text, "\"version\":1,", "\"version\":" + std::string(wrong) + ",")));
    CHECK_FALSE(parse_timestamp(
        replaced(timestamp_text, "{\"version\":1}", "{\"version\":" + std::string(wrong) + "}")));
  }
}

TEST_CASE("a timestamp names the snapshot and nothing else") {
  CHECK_FALSE(parse_timestamp(replaced(timestamp_text, "snapshot.json", "root.json")));
  CHECK_FALSE(parse_timestamp(replaced(timestamp_text, "{\"version\":1}}",
                                       "{\"version\":1},\"targets.json\":{\"version\":1}}")));
  CHECK_FALSE(parse_snapshot(replaced(snapshot_text, "targets.json", "targets")));
}

TEST_CASE("the specification's major number is 1") {
  for (const char* wrong : {"2.0.0", "0.9", "10.0", "1", "", "x"})
    CHECK_FALSE(parse_timestamp(replaced(timestamp_text, "1.0.34", wrong)));
  CHECK(parse_timestamp(replaced(timestamp_text, "1.0.34", "1.99.0")));
}

TEST_CASE("a member given twice is refused, whatever other parsers take") {
  CHECK_FALSE(
      parse_timestamp(replaced(timestamp_text, "\"version\":1,", "\"version\":1,\"version\":2,")));
}

TEST_CASE("go-tuf 721: a target needs a hash, of a kind we know, of the right length") {
  const std::string hash = "\"sha256\":\"" + std::string(64, 'a') + "\"";
  for (const std::string& wrong :
       {std::string(), std::string("\"sha256\":\"\""), std::string("\"md5\":\"aa\""),
        "\"sha256\":\"" + std::string(63, 'a') + "\"",
        "\"sha512\":\"" + std::string(64, 'a') + "\"",
        "\"sha256\":\"" + std::string(64, 'g') + "\"", hash + ",\"blake2b\":\"aa\""})
    CHECK_FALSE_MESSAGE(parse_targets(replaced(targets_text, hash, wrong)), wrong);
  const auto upper =
      parse_targets(replaced(targets_text, hash, "\"sha256\":\"" + std::string(64, 'A') + "\""));
  REQUIRE(upper);
  CHECK(upper->role.targets.at("a").hashes.at("sha256") == std::string(64, 'a'));
}

TEST_CASE("go-tuf 739: an ed25519 key has 32 bytes") {
  for (const std::size_t digits : {0U, 2U, 62U, 63U, 66U, 128U}) {
    const std::string key = R"({"keytype":"ed25519","keyval":{"public":")" +
                            std::string(digits, 'a') + R"("},"scheme":"ed25519"})";
    CHECK_FALSE(parse_root(root_text(key)));
  }
}

TEST_CASE("a key is named by its own hash, unknown members included") {
  CHECK_FALSE(parse_root(root_text(key_object, std::string(64, 'b'))));
  const std::string old =
      R"({"keyid_hash_algorithms":["sha256"],"keytype":"ed25519","keyval":{"public":")" +
      std::string(64, 'a') + R"("},"scheme":"ed25519"})";
  CHECK(parse_root(root_text(old))->role.keys.size() == 1);
  CHECK_FALSE(parse_root(root_text(old, key_id(*parse_json(key_object)))));
}

TEST_CASE("a key of a kind nobody here knows is left out, and cannot count") {
  const auto root = parse_root(
      root_text(R"({"keytype":"dilithium","keyval":{"public":"x"},"scheme":"dilithium3"})"));
  REQUIRE(root);
  CHECK(root->role.keys.empty());
}

TEST_CASE("a key that is not what its label says is refused") {
  const std::string p384 =
      "-----BEGIN PUBLIC KEY-----\\n"
      "MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEoeSACM0wELbILyW9DN9qfusq1QQ7lAkJ\\n"
      "X+kclQANRWRRXkC4B7ubcnLqGv9P1aJi4D9nluOI+tN/x7Jo8Szgt/1j+n+3BWMw\\n"
      "abEhUUlNh4jkUBTrA4r2/ccXF0hvNAwt\\n"
      "-----END PUBLIC KEY-----\\n";
  const std::string rsa_1024 =
      "-----BEGIN PUBLIC KEY-----\\n"
      "MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDJRAalN9IOPnjom9YNTkz7x9gj\\n"
      "hD8kYpMfnsIX9T17tmHLnEQnUoqiH/ENvXpkworRi1vC73SQYjYsCatPFfKdWQiW\\n"
      "jzHEwxfOgTC0WhXAMqBQgxsriflRot/EqjDPHux+7lkxFpAH/pUyUARKW6xg5qUM\\n"
      "rQLIekT4SdUotdoRswIDAQAB\\n"
      "-----END PUBLIC KEY-----\\n";
  for (const std::string& material : {std::string("not a PEM"), std::string(), p384, rsa_1024})
    for (const char* label :
         {R"("ecdsa","scheme":"ecdsa-sha2-nistp256")", R"("rsa","scheme":"rsassa-pss-sha256")"})
      CHECK_FALSE(parse_root(root_text(R"({"keytype":)" + std::string(label) +
                                       R"(,"keyval":{"public":")" + material + "\"}}")));
}

TEST_CASE("a role names each key once, and delegations each role once, none of the top ones") {
  const auto doubled = [](const std::string& text, const std::string& from, const std::string& to) {
    return parse_targets(replaced(text, from, to));
  };
  CHECK_FALSE(doubled(targets_text, "\"keyids\":[]", "\"keyids\":[\"a\",\"a\"]"));
  for (const char* name : {"root", "timestamp", "snapshot", "targets", ""})
    CHECK_FALSE(doubled(targets_text, "\"name\":\"r\"", "\"name\":\"" + std::string(name) + "\""));
  CHECK_FALSE(doubled(targets_text, "\"paths\":[\"*\"],", ""));
  CHECK_FALSE(doubled(targets_text, "\"paths\":[\"*\"],",
                      "\"paths\":[\"*\"],\"path_hash_prefixes\":[\"a\"],"));
  const auto from = targets_text.find("{\"name\"");
  const std::string role = targets_text.substr(from, targets_text.find('}', from) + 1 - from);
  CHECK_FALSE(doubled(targets_text, role, role + "," + role));
}

TEST_CASE("sizes are capped before anything is parsed") {
  CHECK(
      parse_timestamp(timestamp_text + std::string(timestamp_limit - timestamp_text.size(), ' ')));
  CHECK(parse_timestamp(timestamp_text + std::string(timestamp_limit, ' ')).failure().refusal ==
        Refusal::TooLarge);
  CHECK(parse_root(std::string(root_limit + 1, ' ')).failure().refusal == Refusal::TooLarge);
}
