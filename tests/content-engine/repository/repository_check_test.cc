#include "content-engine/repository/repository_check.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/fixtures/publishing_desk.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

// "metadata/timestamp.json signature", sorted.
std::vector<std::string> found(const PublishingDesk& desk, std::int64_t days = 0,
                               const fs::path& repository = PublishingDesk::repository) {
  std::vector<std::string> lines;
  for (const Finding& finding :
       check_repository(desk.files, repository, {desk.now.seconds + days * one_day}))
    lines.push_back(finding.file + " " + finding.rule);
  return lines;
}

using Lines = std::vector<std::string>;

class Damaged final {
 public:
  Damaged() {
    for (int number = 1; number <= 3; ++number)
      REQUIRE(desk.publish(number));
  }
  std::string read(const std::string& name) const {
    return *desk.files.read(desk.repository / name, 100000);
  }
  void write(const std::string& name, const std::string& bytes) {
    REQUIRE(desk.files.write(desk.repository / name, bytes));
  }
  void remove(const std::string& name) { REQUIRE(desk.files.remove(desk.repository / name)); }
  // The file of the n-th bundle: "targets/bundles/….zst"
  std::string bundle(int number) const {
    const auto names = desk.files.names(desk.repository / "targets/bundles");
    for (const auto& name : *names)
      if (name.find("." + std::to_string(number) + "-") == 64)
        return "targets/bundles/" + name;
    return {};
  }

  PublishingDesk desk;
};

}  // namespace

TEST_SUITE("repository/check") {
  TEST_CASE("a good repository and a good stick have no findings") {
    Damaged given;
    CHECK(found(given.desk).empty());
    REQUIRE(given.desk.write_stick(3));
    CHECK(found(given.desk).empty());
    CHECK(found(given.desk, 0, PublishingDesk::stick / stick_folder_name).empty());
    given.desk.rotate("root");
    given.desk.rotate("timestamp");
    REQUIRE(given.desk.renew());
    CHECK(found(given.desk).empty());
  }

  TEST_CASE("every problem is named at once, each by its file and rule") {
    Damaged given;
    given.write("metadata/timestamp.json", "{}");
    std::string snapshot = given.read("metadata/3.snapshot.json");
    snapshot.replace(snapshot.find("\"length\": "), 11, "\"length\": 9");
    given.write("metadata/3.snapshot.json", snapshot);
    given.remove(given.bundle(3));
    given.write(given.bundle(2), "rust");
    given.write("targets/bundles/x.new", "");
    const Lines lines = found(given.desk);
    CHECK(std::count(lines.begin(), lines.end(), "metadata/timestamp.json file-damaged") == 1);
    CHECK(std::count(lines.begin(), lines.end(), "metadata/3.snapshot.json signature") == 1);
    const auto ending = [&](const std::string& rule) {
      return std::count_if(lines.begin(), lines.end(),
                           [&](const std::string& line) { return line.ends_with(" " + rule); });
    };
    CHECK(ending("target-missing") == 1);
    CHECK(ending("target-damaged") == 1);
  }

  TEST_CASE("dates: what ends soon is a warning, what has ended an error") {
    Damaged given;
    CHECK(found(given.desk, 12) == Lines{"metadata/timestamp.json expiring"});
    CHECK(found(given.desk, 15) == Lines{"metadata/timestamp.json expired"});
    CHECK(found(given.desk, 400) == Lines{"metadata/3.snapshot.json expired",
                                          "metadata/3.targets.json expired",
                                          "metadata/timestamp.json expired"});
    CHECK(found(given.desk, 700) ==
          Lines{"metadata/1.root.json expiring", "metadata/3.snapshot.json expired",
                "metadata/3.targets.json expired", "metadata/timestamp.json expired"});
    CHECK(found(given.desk, -1) == Lines{"metadata/3.snapshot.json signed-ahead",
                                         "metadata/3.targets.json signed-ahead",
                                         "metadata/timestamp.json signed-ahead"});
  }

  TEST_CASE("a missing root, a root by other keys, a gap in the chain") {
    Damaged given;
    given.desk.rotate("root");
    given.desk.rotate("root");
    REQUIRE(given.desk.renew());
    given.remove("metadata/2.root.json");
    CHECK(found(given.desk) == Lines{"metadata/2.root.json file-missing"});
    given.write("metadata/2.root.json", PublishingDesk().roots.files.front());
    CHECK(found(given.desk) == Lines{"metadata/2.root.json signature"});
    given.remove("metadata/1.root.json");
    CHECK(found(given.desk).front() == "metadata/1.root.json file-missing");
  }

  TEST_CASE("an old bundle that is gone is a warning, the newest an error") {
    Damaged given;
    given.remove(given.bundle(1));
    const auto findings = check_repository(given.desk.files, given.desk.repository, given.desk.now);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().rule == "target-missing");
    CHECK(findings.front().severity == Severity::Warning);
    given.remove(given.bundle(3));
    CHECK(has_errors(check_repository(given.desk.files, given.desk.repository, given.desk.now)));
  }

  TEST_CASE("what a publication that died has left is a warning") {
    Damaged given;
    given.write("metadata/9.targets.json", "{}");
    given.write("metadata/timestamp.json.new", "{");
    CHECK(found(given.desk) ==
          Lines{"metadata/9.targets.json leftover", "metadata/timestamp.json.new leftover"});
    REQUIRE(given.desk.publish(4));
    CHECK(found(given.desk).empty());
  }

  TEST_CASE("a folder that is no repository is one finding") {
    CHECK(found(PublishingDesk()) == Lines{"metadata file-missing"});
  }
}
