#include "content-engine/repository/delivery.h"

#include <doctest/doctest.h>

#include <fstream>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/repository/bundle_target.h"
#include "content-engine/repository/target_file.h"
#include "tests/fixtures/delivered_kiosk.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

const std::string& one() {
  static const std::string bytes = DeliveredKiosk::edition("Herne eins");
  return bytes;
}
const std::string& two() {
  static const std::string bytes = DeliveredKiosk::edition("Herne zwei");
  return bytes;
}

// A repository with `one` published and a kiosk that shows it.
struct Town {
  Town() : first(DeliveredKiosk::offer(repository, one(), 1)), kiosk(repository) {
    repository.release();
    REQUIRE(kiosk.deliver());
    kiosk.show();
    REQUIRE(kiosk.active() == first);
  }
  std::string publish_two() {
    const std::string hash = DeliveredKiosk::offer(repository, two(), 2);
    repository.release();
    return hash;
  }
  SimulatedRepository repository;
  std::string first;
  DeliveredKiosk kiosk;
};

std::int64_t sequence_of(const SimulatedRepository& repository) {
  return static_cast<std::int64_t>(repository.targets.targets.size());
}

}  // namespace

TEST_SUITE("repository/delivery") {
  TEST_CASE("a new edition becomes candidate, its bytes under their hash") {
    Town town;
    const std::string second = town.publish_two();
    const auto delivery = town.kiosk.deliver();
    REQUIRE(delivery);
    CHECK(delivery->arrival == Arrival::Candidate);
    CHECK(delivery->slot.trial == Trial{second, 1});
    CHECK(delivery->clock == Clock::Plausible);
    CHECK(open_bundle(town.kiosk.store() / (second + ".bundle"), second));
    CHECK(town.kiosk.active() == town.first);
    CHECK(town.kiosk.deliver()->arrival == Arrival::AlreadyHere);
    town.kiosk.show();
    CHECK(town.kiosk.active() == second);
    CHECK(town.kiosk.deliver()->arrival == Arrival::AlreadyShown);
    CHECK(fs::is_empty(town.kiosk.rules.incoming));
  }

  TEST_CASE("the withdrawn edition's predecessor comes back without being fetched again") {
    Town town;
    town.publish_two();
    REQUIRE(town.kiosk.deliver());
    town.kiosk.show();
    const std::string again = DeliveredKiosk::offer(town.repository, one(), 3);
    town.repository.release();
    const auto delivery = town.kiosk.deliver();
    REQUIRE(delivery);
    CHECK(delivery->fetched_bytes == 0);
    town.kiosk.show();
    CHECK(town.kiosk.active() == again);
  }

  TEST_CASE("a delta is preferred when its base is here, and the result is the very bundle") {
    Town town;
    const std::string second = town.publish_two();
    DeliveredKiosk::offer_delta(town.repository, one(), two(), sequence_of(town.repository));
    town.repository.release();
    const auto delivery = town.kiosk.deliver();
    REQUIRE(delivery);
    CHECK(delivery->by_delta);
    CHECK(open_bundle(town.kiosk.store() / (second + ".bundle"), second));
  }

  TEST_CASE("a delta that makes trouble is as if there were none") {
    Town town;
    const std::string second = town.publish_two();
    DeliveredKiosk::offer_delta(town.repository, one(), two(), 2);
    for (auto& [name, bytes] : town.repository.files)
      if (name.starts_with("targets/deltas/"))
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
    town.repository.release();
    const auto delivery = town.kiosk.deliver();
    REQUIRE(delivery);
    CHECK_FALSE(delivery->by_delta);
    CHECK(delivery->slot.trial.bundle == second);
  }

  TEST_CASE("a delta for a base that is not here is not asked for") {
    Town town;
    town.publish_two();
    DeliveredKiosk::offer_delta(town.repository, DeliveredKiosk::edition("anderswo"), two(), 2);
    town.repository.release();
    town.repository.requests.clear();
    REQUIRE(town.kiosk.deliver());
    for (const auto& request : town.repository.requests)
      CHECK(request.find("deltas") == std::string::npos);
  }

  TEST_CASE("what is too new is refused before anything of it is fetched; the old one stays") {
    Town town;
    const std::string second = town.publish_two();
    auto& target = town.repository.targets.targets.at("bundles/" + second + ".zst");
    auto described = parse_bundle_target("x", target);
    REQUIRE(described);
    SUBCASE("by program") {
      (*described)->minimum_program = "0.2.0";
    }
    SUBCASE("by format") {
      (*described)->major += 1;
    }
    target.custom = custom_of(**described);
    town.repository.release();
    town.repository.requests.clear();
    const auto refused = town.kiosk.deliver();
    REQUIRE_FALSE(refused);
    CHECK(refused.failure().refusal == Refusal::Unsupported);
    for (const auto& request : town.repository.requests)
      CHECK(request.find(second) == std::string::npos);
    CHECK(town.kiosk.active() == town.first);
  }

  TEST_CASE("the newer program takes it") {
    Town town;
    const std::string second = town.publish_two();
    auto& target = town.repository.targets.targets.at("bundles/" + second + ".zst");
    auto described = parse_bundle_target("x", target);
    (*described)->minimum_program = "0.1.0";
    target.custom = custom_of(**described);
    town.repository.release();
    CHECK(town.kiosk.deliver());
  }

  TEST_CASE("space is checked before the first byte") {
    Town town;
    const std::string second = town.publish_two();
    town.kiosk.rules.free_space = [] { return std::uint64_t{1000}; };
    town.repository.requests.clear();
    const auto refused = town.kiosk.deliver();
    REQUIRE_FALSE(refused);
    CHECK(refused.failure().refusal == Refusal::NoSpace);
    for (const auto& request : town.repository.requests)
      CHECK(request.find(second) == std::string::npos);
  }

  TEST_CASE("a signed file that is no bundle never becomes candidate") {
    Town town;
    DeliveredKiosk::offer(town.repository, std::string(5000, 'x'), 2);
    town.repository.release();
    const auto refused = town.kiosk.deliver();
    REQUIRE_FALSE(refused);
    CHECK(refused.failure().refusal == Refusal::Malformed);
    CHECK(town.kiosk.active() == town.first);
    for (const auto& entry : fs::directory_iterator(town.kiosk.store()))
      CHECK(entry.path().extension() != ".new");
  }

  TEST_CASE("an older source changes nothing and is told apart from a false one") {
    Town town;
    const auto old_files = town.repository.files;
    town.publish_two();
    REQUIRE(town.kiosk.deliver());
    town.kiosk.show();
    const std::string shown = town.kiosk.active();
    town.repository.files = old_files;
    const auto older = town.kiosk.deliver();
    REQUIRE(older);
    CHECK(older->arrival == Arrival::AlreadyNewer);
    CHECK(older->slot.trial.bundle == shown);
    CHECK(older->why == "timestamp has version 2, version 3 is already trusted");
    CHECK(older->fetched_bytes == 0);
    CHECK(town.kiosk.active() == shown);
  }

  TEST_CASE("a source that is older in one thing and newer in another is no honest older one") {
    Town town;
    town.publish_two();
    REQUIRE(town.kiosk.deliver());
    town.repository.timestamp.version -= 1;
    town.repository.snapshot.version += 1;
    town.repository.publish();
    CHECK(town.kiosk.deliver().failure().refusal == Refusal::RolledBack);
    town.repository.timestamp.version += 2;
    town.repository.snapshot.version -= 2;
    town.repository.publish();
    CHECK(town.kiosk.deliver().failure().refusal == Refusal::RolledBack);
  }

  TEST_CASE(
      "halves of editions that nobody offers any more go; the one that is wanted is resumed") {
    Town town;
    const std::string second = town.publish_two();
    const auto& target = town.repository.targets.targets.at("bundles/" + second + ".zst");
    const std::string name = target.hashes.at("sha256");
    const fs::path halves = halves_folder(town.kiosk.rules.incoming);
    fs::create_directories(town.kiosk.rules.incoming);
    fs::create_directories(halves);
    const std::string& packed =
        town.repository.files.at("targets/bundles/" + name + "." + second + ".zst");
    std::ofstream(halves / name, std::ios::binary) << packed.substr(0, packed.size() / 2);
    std::ofstream(halves / std::string(64, 'a')) << "half of an edition of last year";
    std::ofstream(town.kiosk.rules.incoming / "bundles%2Fold.zst") << "a whole one of last year";
    SUBCASE("taken") {
      CHECK(town.kiosk.deliver()->slot.trial.bundle == second);
      CHECK_FALSE(fs::exists(halves));
      CHECK(fs::is_empty(town.kiosk.rules.incoming));
    }
    SUBCASE("interrupted before it is unpacked") {
      town.kiosk.progress = [](Stage stage, int) { return stage != Stage::Unpacking; };
      CHECK_FALSE(town.kiosk.deliver());
      CHECK_FALSE(fs::exists(halves));
      CHECK_FALSE(fs::exists(town.kiosk.rules.incoming / "bundles%2Fold.zst"));
      CHECK_FALSE(fs::is_empty(town.kiosk.rules.incoming));  // what was fetched is kept
    }
  }

  TEST_CASE("only the rings that an edition is out for take it") {
    Town town;
    const std::string second = town.publish_two();
    auto& target = town.repository.targets.targets.at("bundles/" + second + ".zst");
    auto described = parse_bundle_target("x", target);
    (*described)->rollout = 20;
    target.custom = custom_of(**described);
    town.repository.release();
    town.kiosk.rules.ring = 20;
    CHECK(town.kiosk.deliver()->arrival == Arrival::AlreadyShown);
    town.kiosk.rules.ring = 19;
    CHECK(town.kiosk.deliver()->arrival == Arrival::Candidate);
  }

  TEST_CASE("an online timestamp that lives too long is refused, a stick's is not") {
    Town town;
    town.publish_two();
    town.kiosk.rules.longest_lifetime = 29 * SimulatedRepository::day;
    CHECK(town.kiosk.deliver().failure().refusal == Refusal::Untrusted);
    town.kiosk.rules.longest_lifetime = 0;
    CHECK(town.kiosk.deliver());
  }

  TEST_CASE("a stick pulled at every tenth of a file: told, and the next one works") {
    Town town;
    const std::string second = town.publish_two();
    for (int tenth = 0; tenth <= 10; ++tenth) {
      class Pulled final : public Transport {
       public:
        Pulled(SimulatedRepository& repository, int tenth)
            : inner_(repository, "targets/"), repository_(repository), tenth_(tenth) {}
        Result<std::string> fetch(const std::string& name, std::size_t limit) override {
          return inner_.fetch(name, limit);
        }
        Result<Done> download(const std::string& name, std::uint64_t length, const fs::path& to,
                              const Progress&) override {
          const std::string& bytes = repository_.files.at("targets/" + name);
          std::ofstream(to, std::ios::binary)
              << bytes.substr(0, length * static_cast<std::uint64_t>(tenth_) / 11);
          return Failure{Refusal::Unavailable, "the stick is gone"};
        }
        std::string description() const override { return "a stick"; }

       private:
        MemoryTransport inner_;
        SimulatedRepository& repository_;
        int tenth_;
      };
      MemoryTransport metadata(town.repository, "metadata/");
      Pulled targets(town.repository, tenth);
      const auto refused = town.kiosk.deliver_over(metadata, targets);
      REQUIRE_FALSE(refused);
      CHECK(refused.failure().refusal == Refusal::Unavailable);
      CHECK(town.kiosk.active() == town.first);
    }
    CHECK(town.kiosk.deliver()->slot.trial.bundle == second);
  }

  TEST_CASE("a boot in 1970 or 2099, then the right date: the next delivery succeeds") {
    for (const std::int64_t wrong : {std::int64_t{0}, std::int64_t{4'070'908'800}}) {
      Town town;
      const std::string second = town.publish_two();
      town.kiosk.rules.clock = {wrong};
      const auto early = town.kiosk.deliver();
      if (wrong == 0) {
        // Unknown is not wrong: versions and signatures still decide.
        REQUIRE(early);
        CHECK(early->clock == Clock::Unknown);
        CHECK(early->slot.trial.bundle == second);
      } else {
        REQUIRE_FALSE(early);
        CHECK(early.failure().refusal == Refusal::Expired);
        CHECK(town.kiosk.active() == town.first);
      }
      town.kiosk.rules.clock = SimulatedRepository::now;
      CHECK(town.kiosk.deliver());
      town.kiosk.show();
      CHECK(town.kiosk.active() == second);
    }
  }
}
