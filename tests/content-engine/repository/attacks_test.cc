// The attacks that TUF names (specification, section 1.5.2), each against a folder and a web
// server. Every one ends in a refusal with its reason, and what the kiosk had stays as it was.
#include <doctest/doctest.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "content-engine/repository/folder_transport.h"
#include "content-engine/repository/https_transport.h"
#include "tests/fixtures/http_server.h"
#include "tests/fixtures/kiosk_client.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

enum class Medium { Folder, Web };

// A kiosk that holds edition 1, and a repository that the attacker may do with as he likes.
class Attack final {
 public:
  explicit Attack(Medium medium) : medium_(medium) {
    std::signal(SIGPIPE, SIG_IGN);
    repository.add_target("edition", "edition 1");
    repository.release();
    REQUIRE(refresh());
    REQUIRE(*kiosk.take("edition") == "edition 1");
    before_ = kept();
  }

  Result<Done> refresh(UtcTime now = SimulatedRepository::now) {
    metadata_ = open("metadata");
    targets_ = open("targets");
    return kiosk.refresh_over(*metadata_, *targets_, now);
  }
  // The refusal of refresh, search or download, whichever it was.
  Refusal refusal(UtcTime now = SimulatedRepository::now) {
    const auto refreshed = refresh(now);
    if (!refreshed)
      return refreshed.failure().refusal;
    const auto taken = kiosk.take("edition");
    REQUIRE_FALSE(taken);
    return taken.failure().refusal;
  }
  // What it showed before the attack is whole.
  bool untouched() const { return kept() == before_; }

  SimulatedRepository repository;
  KioskClient kiosk{repository};

 private:
  std::unique_ptr<Transport> open(const std::string& part) {
    if (medium_ == Medium::Web)
      return *HttpsTransport::open(server_.address() + part, {.plain_http = PlainHttp::Allowed});
    fs::remove_all(folder_ / part);
    fs::create_directory(folder_ / part);
    for (const auto& [name, bytes] : repository.files) {
      fs::create_directories((folder_ / name).parent_path());
      std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    return std::make_unique<FolderTransport>(folder_ / part);
  }
  std::string kept() const {
    std::ifstream in(kiosk.targets() / "edition");
    std::string bytes;
    std::getline(in, bytes, '\0');
    return bytes;
  }

  Medium medium_;
  TemporaryFolder folder_;
  HttpServer server_{serving(repository.files)};
  std::unique_ptr<Transport> metadata_, targets_;
  std::string before_;
};

template <typename Case>
void on_each_medium(Case run) {
  for (const Medium medium : {Medium::Folder, Medium::Web}) {
    INFO(std::string(medium == Medium::Folder ? "folder" : "web"));
    Attack attack(medium);
    run(attack);
    CHECK(attack.untouched());
  }
}

// The served bytes of the target as the metadata names it.
std::string& served(Attack& attack) {
  const auto& hash = attack.repository.targets.targets.at("edition").hashes.at("sha256");
  return attack.repository.files.at("targets/" + hash + ".edition");
}

}  // namespace

TEST_CASE("arbitrary installation: an edition that no trusted key signed") {
  on_each_medium([](Attack& attack) {
    attack.repository.signers["targets"] = {&attack.repository.make_key()};
    attack.repository.add_target("edition", "the attacker's edition");
    attack.repository.release();
    CHECK(attack.refusal() == Refusal::Untrusted);
  });
  on_each_medium([](Attack& attack) {
    attack.repository.add_target("edition", "edition 2");
    attack.repository.release();
    served(attack) = "EDITION 2";
    CHECK(attack.refusal() == Refusal::Untrusted);
  });
}

TEST_CASE("endless data: metadata and targets larger than allowed") {
  for (const char* role : {"timestamp", "snapshot", "targets", "root"})
    on_each_medium([&](Attack& attack) {
      if (role == std::string("root"))
        ++attack.repository.root.version;
      attack.repository.release();
      attack.repository.metadata(role) += std::string(600'000, ' ');
      CHECK(attack.refusal() == Refusal::TooLarge);
    });
  on_each_medium([](Attack& attack) {
    attack.repository.add_target("edition", "edition 2");
    attack.repository.release();
    served(attack) += std::string(3'000'000, 'x');
    CHECK(attack.refusal() == Refusal::TooLarge);
    CHECK(std::distance(fs::directory_iterator(attack.kiosk.targets()), {}) == 1);
  });
}

TEST_CASE("extraneous dependencies: a role signs what was not delegated to it") {
  on_each_medium([](Attack& attack) {
    attack.repository.delegate("targets", {.role = "events", .paths = {"events/*"}});
    attack.repository.targets.targets.clear();
    attack.repository.add_target("edition", "edition 2", "events");
    attack.repository.add_target("events/may", "dances", "events");
    attack.repository.release();
    CHECK(attack.refusal() == Refusal::NotFound);
    CHECK(*attack.kiosk.take("events/may") == "dances");
  });
}

TEST_CASE("fast-forward: versions raised to the end are recovered from by new keys") {
  on_each_medium([](Attack& attack) {
    attack.repository.timestamp.version = INT64_MAX;
    attack.repository.publish();
    REQUIRE(attack.refresh());
    attack.repository.timestamp.version = 3;
    attack.repository.publish();
    CHECK(attack.refusal() == Refusal::RolledBack);
    attack.repository.rotate("timestamp");
    ++attack.repository.root.version;
    attack.repository.publish();
    CHECK(attack.refresh());
  });
}

TEST_CASE("indefinite freeze: the same old metadata, for ever") {
  on_each_medium([](Attack& attack) {
    const UtcTime later{SimulatedRepository::now.seconds + 31 * SimulatedRepository::day};
    CHECK(attack.refusal(later) == Refusal::Expired);
  });
  on_each_medium([](Attack& attack) {
    // The root alone goes on; what it vouches for is frozen.
    attack.repository.root.expires.seconds += 365 * SimulatedRepository::day;
    ++attack.repository.root.version;
    attack.repository.put_root();
    const UtcTime later{SimulatedRepository::now.seconds + 31 * SimulatedRepository::day};
    CHECK(attack.refusal(later) == Refusal::Expired);
  });
}

TEST_CASE("malicious mirror: nothing, or nonsense, instead of files") {
  on_each_medium([](Attack& attack) {
    attack.repository.files.clear();
    CHECK(attack.refusal() == Refusal::NotFound);
  });
  on_each_medium([](Attack& attack) {
    attack.repository.release();
    for (auto& [name, bytes] : attack.repository.files)
      bytes = "<html><h1>Please log in to the town hall's wireless network</h1></html>";
    CHECK(attack.refusal() == Refusal::Malformed);
  });
}

TEST_CASE("mix and match: files of two releases together") {
  on_each_medium([](Attack& attack) {
    attack.repository.add_target("edition", "edition 2");
    attack.repository.release();
    const std::string second = attack.repository.metadata("targets");
    attack.repository.add_target("edition", "edition 3");
    attack.repository.release();
    attack.repository.metadata("targets") = second;
    CHECK(attack.refusal() == Refusal::Untrusted);
  });
}

TEST_CASE("rollback: an older release, whole and rightly signed") {
  on_each_medium([](Attack& attack) {
    const auto first = attack.repository.files;
    attack.repository.release();
    REQUIRE(attack.refresh());
    attack.repository.files = first;
    CHECK(attack.refusal() == Refusal::RolledBack);
  });
}

TEST_CASE("key compromise: fewer stolen keys than the threshold gain nothing") {
  for (const char* role : {"timestamp", "snapshot", "targets", "root"})
    on_each_medium([&](Attack& attack) {
      attack.repository.add_key(role, 2);
      ++attack.repository.root.version;
      attack.repository.release();
      REQUIRE(attack.refresh());
      attack.repository.old_root_signers.clear();
      attack.repository.signers[role].pop_back();
      if (role == std::string("root"))
        ++attack.repository.root.version;
      attack.repository.release();
      CHECK(attack.refusal() == Refusal::Untrusted);
    });
}

TEST_CASE("wrong software: another target's bytes under this target's name") {
  on_each_medium([](Attack& attack) {
    attack.repository.add_target("edition", "edition 2");
    attack.repository.add_target("leaflet", "leaflet!!");  // as long as the edition
    attack.repository.release();
    served(attack) = "leaflet!!";
    CHECK(attack.refusal() == Refusal::Untrusted);
  });
}
