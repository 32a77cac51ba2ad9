#include "content-engine/repository/private_key.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>

#include "content-engine/repository/metadata_writer.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;

TEST_CASE("a key of each scheme signs what its public half verifies, and nothing else") {
  for (const KeyScheme scheme :
       {KeyScheme::Ed25519, KeyScheme::EcdsaP256Sha256, KeyScheme::RsaPssSha256}) {
    const PrivateKey key = PrivateKey::generate(scheme), other = PrivateKey::generate(scheme);
    const Signature signature = key.sign("an edition");
    CHECK(signature.key == key.public_key().id);
    CHECK(verify(key.public_key(), "an edition", signature.value));
    CHECK_FALSE(verify(key.public_key(), "an Edition", signature.value));
    CHECK_FALSE(verify(other.public_key(), "an edition", signature.value));
    CHECK_FALSE(verify(key.public_key(), "an edition", ""));
  }
}

TEST_CASE("a key read back from its file is the same key") {
  const TemporaryFolder folder;
  for (const KeyScheme scheme : {KeyScheme::Ed25519, KeyScheme::EcdsaP256Sha256}) {
    const PrivateKey key = PrivateKey::generate(scheme);
    const auto file = folder / key.public_key().id;
    REQUIRE(key.store(file, "Zeche Shamrock 1857"));
    const auto again = PrivateKey::read(file, "Zeche Shamrock 1857");
    REQUIRE(again);
    CHECK(again->public_key() == key.public_key());
    CHECK(verify(key.public_key(), "x", again->sign("x").value));
  }
}

TEST_CASE("a key file is encrypted, for its owner only, and never overwritten") {
  const TemporaryFolder folder;
  const auto file = folder / "timestamp.pem";
  const PrivateKey key = PrivateKey::generate();
  REQUIRE(key.store(file, "geheim"));
  struct stat status {};
  REQUIRE(stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  std::string first_line;
  std::ifstream(file) >> first_line >> first_line;
  CHECK(first_line == "ENCRYPTED");
  CHECK(PrivateKey::generate().store(file, "geheim").failure().refusal == Refusal::Invalid);
  CHECK(PrivateKey::read(file, "geheim")->public_key() == key.public_key());
  CHECK(key.store(folder / "other.pem", "").failure().refusal == Refusal::Invalid);
  CHECK_FALSE(std::filesystem::exists(folder / "other.pem"));
  CHECK(key.store(folder / "no/such/folder.pem", "x").failure().refusal == Refusal::Unavailable);
}

TEST_CASE("a wrong passphrase and a wrong file are told apart") {
  const TemporaryFolder folder;
  REQUIRE(PrivateKey::generate().store(folder / "key.pem", "richtig"));
  CHECK(PrivateKey::read(folder / "key.pem", "falsch").failure().refusal == Refusal::Untrusted);
  CHECK(PrivateKey::read(folder / "key.pem", "").failure().refusal == Refusal::Untrusted);
  std::ofstream(folder / "note.pem") << "my passphrase is on the note under the keyboard\n";
  CHECK(PrivateKey::read(folder / "note.pem", "x").failure().refusal == Refusal::Malformed);
  CHECK(PrivateKey::read(folder / "none.pem", "x").failure().refusal == Refusal::NotFound);
}

TEST_CASE("a published file is laid out for people and verifies over its canonical form") {
  const PrivateKey key = PrivateKey::generate(KeyScheme::EcdsaP256Sha256);
  Root root{.version = 1, .expires = {1'900'000'000}, .consistent_snapshot = true};
  root.keys.emplace(key.public_key().id, key.public_key());
  for (const char* role : {"root", "timestamp", "snapshot", "targets"})
    root.roles[role] = {{key.public_key().id}, 1};
  const PrivateKey* signers[] = {&key};
  const std::string file = signed_file(body_of(root), signers);
  CHECK(file.find("\n  \"signed\": {\n    \"_type\": \"root\",\n") != std::string::npos);
  CHECK(file.find("BEGIN PUBLIC KEY-----\\n") != std::string::npos);
  const auto read = parse_root(file);
  REQUIRE(read);
  CHECK(read->role.keys == root.keys);
  CHECK(read->role.roles == root.roles);
  CHECK(meets_threshold(read->canonical, read->signatures, read->role.keys,
                        read->role.roles.at("root")));
  CHECK(canonical(body_of(read->role)) == read->canonical);
}

TEST_CASE("a key with another writer's members is recognised as one that cannot be copied") {
  const PrivateKey key = PrivateKey::generate();
  Keys keys{{key.public_key().id, key.public_key()}};
  CHECK(writable(keys));
  Json object = key_object(key.public_key());
  object.object()->emplace("keyid_hash_algorithms", Json::Array{"sha256"});
  const auto foreign = parse_key(key_id(object), object);
  REQUIRE(foreign);
  REQUIRE(foreign->has_value());
  keys = {{key_id(object), **foreign}};
  CHECK_FALSE(writable(keys));
}
