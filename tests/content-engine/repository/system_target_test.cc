#include "content-engine/repository/system_target.h"

#include <doctest/doctest.h>

#include <fstream>

#include "content-engine/bundle/sha256.h"
#include "content-engine/repository/packing.h"
#include "content-engine/repository/system_image.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;

namespace {

SystemTarget system_of(const std::string& version, std::int64_t sequence, int rollout = 100) {
  return {.path = system_path("generic-amd64", version),
          .file = {.length = 10, .hashes = {{"sha256", std::string(64, 'a')}}, .custom = {}},
          .machine = "generic-amd64",
          .version = version,
          .sequence = sequence,
          .length = 100,
          .sha256 = std::string(64, 'b'),
          .rollout = rollout};
}

std::map<std::string, TargetFile> targets_of(const std::vector<SystemTarget>& systems) {
  std::map<std::string, TargetFile> targets;
  for (const SystemTarget& system : systems) {
    targets[system.path] = system.file;
    targets[system.path].custom = custom_of(system);
  }
  return targets;
}

bool is_taken(const Json::Object& system, const std::string& path = "systems/pc-1.0.system") {
  return static_cast<bool>(parse_system_target(
      path, {.length = 10, .hashes = {}, .custom = Json::Object{{"system", system}}}));
}

}  // namespace

TEST_SUITE("repository/system target") {
  TEST_CASE("a version is numbers between dots, in one spelling") {
    for (const char* good : {"1", "0.1.0", "0.2.0.20261126", "10.0"})
      CHECK_MESSAGE(is_system_version(good), good);
    for (const char* bad :
         {"", ".", "1.", "01.2", "1.02", "1.2.3.4.5", "1.2-3", "-1", "v1", "1..2", "99999999999"})
      CHECK_FALSE_MESSAGE(is_system_version(bad), bad);
    CHECK(is_newer_system("0.10", "0.9.5"));
    CHECK(is_newer_system("0.2.0.20261127", "0.2.0.20261126"));
    CHECK_FALSE(is_newer_system("1", "1.0"));
    CHECK(is_machine("raspberry-pi"));
    for (const char* bad : {"", "-pi", "Pi", "a/b", "a.b", "ä"})
      CHECK_FALSE_MESSAGE(is_machine(bad), bad);
  }

  TEST_CASE("the newest for this machine and ring, and nothing for another machine") {
    const auto targets =
        targets_of({system_of("0.1", 1), system_of("0.2", 2), system_of("0.3", 3, 10)});
    CHECK(newest_system(targets, "generic-amd64", "0.1.0", 9)->version == "0.3");
    CHECK(newest_system(targets, "generic-amd64", "0.1.0", 10)->version == "0.2");
    CHECK(newest_system(targets, "raspberry-pi", "0.1.0", 0).failure().refusal ==
          Refusal::NotFound);
    SystemTarget picky = system_of("0.4", 4);
    picky.minimum_program = "0.9";
    CHECK(newest_system(targets_of({picky}), "generic-amd64", "0.8", 0).failure().refusal ==
          Refusal::Unsupported);
    CHECK(*parse_system_target(picky.path, targets_of({picky}).at(picky.path)) == [&] {
      SystemTarget read = picky;
      read.file.custom = custom_of(picky);
      return read;
    }());
  }

  TEST_CASE("what claims to be a system and is none, is refused") {
    const Json::Object good{{"machine", "pc"},
                            {"version", "1.0"},
                            {"sequence", std::int64_t{1}},
                            {"length", std::int64_t{5}},
                            {"sha256", std::string(64, 'a')},
                            {"rollout", std::int64_t{100}}};
    CHECK(is_taken(good));
    CHECK_FALSE(is_taken(good, "systems/other.system"));
    for (const auto& [member, value] : std::map<std::string, Json>{{"machine", "PC"},
                                                                   {"version", "one"},
                                                                   {"sequence", std::int64_t{0}},
                                                                   {"length", system_limit + 1},
                                                                   {"sha256", "ab"},
                                                                   {"rollout", std::int64_t{101}},
                                                                   {"program", "new"}}) {
      Json::Object bad = good;
      bad.insert_or_assign(member, value);
      CHECK_FALSE_MESSAGE(is_taken(bad), member);
    }
  }

  TEST_CASE("an image says in front which machine and version it is, and unpacks to its length") {
    const TemporaryFolder folder;
    const auto file = folder / "one.system";
    const auto put = [&](const std::string& bytes) {
      std::ofstream(file, std::ios::binary) << bytes;
    };
    // Of the length at which a piece is just full, and of others.
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{1} << 20, (std::size_t{3} << 20) + 7}) {
      std::string image(size, 'r');
      image.back() = '!';
      put(label_frame({"pc", "1.2"}) + pack(image, {}, Packing::Quick));
      CHECK(*label_of(file) == ImageLabel{"pc", "1.2"});
      const auto measured = measure_system(file, system_limit);
      REQUIRE(measured);
      CHECK(measured->length == static_cast<std::int64_t>(size));
      CHECK(measured->sha256 == sha256(image));
      CHECK(measure_system(file, static_cast<std::int64_t>(size) - 1).failure().refusal ==
            Refusal::TooLarge);
    }
    const std::string packed = pack(std::string(5000, 'x'), {}, Packing::Quick);
    put(packed);
    CHECK(label_of(file).failure().refusal == Refusal::Malformed);
    put(label_frame({"pc", "1.2"}) + packed.substr(0, packed.size() - 6));
    CHECK(measure_system(file, system_limit).failure().refusal == Refusal::Malformed);
    put(label_frame({"PC", "1.2"}) + packed);
    CHECK(label_of(file).failure().refusal == Refusal::Malformed);
    put(std::string("\x50\x2a\x4d\x18\xff\xff\xff\xff", 8) + packed);
    CHECK(label_of(file).failure().refusal == Refusal::Malformed);
  }
}
