// The kiosk's half of an update over real bundles: what it tries, shows and refuses, and what is
// left when it dies at any of its steps.
#include "kiosk/trial.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <functional>

#include "content-engine/bundle/sha256.h"
#include "content-engine/store/installer.h"
#include "content-engine/store/names.h"
#include "tests/fixtures/delivered_kiosk.h"
#include "tests/fixtures/dying_disk.h"
#include "tests/fixtures/memory_files.h"
#include "tests/fixtures/whole_bundle.h"

using namespace kiosk;
using content::DropReason;

namespace {

const Log quiet = [](const std::string&) {};

const std::string& old_bundle() {
  static const std::string bytes = whole_bundle("the old one");
  return bytes;
}
const std::string& new_bundle() {
  static const std::string bytes = whole_bundle("the new one");
  return bytes;
}

Rehearsing rehearsing(std::function<bool()> give_up = [] { return false; }) {
  return {.panel = {.size = {540, 960}, .px_per_mm = 1.971},
          .moment =
              [](const std::string&) {
                return Moment{.today = {2026, 11, 23}};
              },
          .give_up = std::move(give_up)};
}

// A kiosk that shows the old edition, and a repository that offers the next.
class Installed final {
 public:
  explicit Installed(const std::string& offered = new_bundle()) : kiosk(repository) {
    DeliveredKiosk::offer(repository, old_bundle(), 1);
    repository.publish();
    REQUIRE(kiosk.deliver());
    kiosk.show();
    hash = DeliveredKiosk::offer(repository, offered, 2);
    repository.release();
    REQUIRE(sync());
  }

  StockPlace place() const {
    return {.fonts = BINARY_DIR "/share/wegweiser/fonts",
            .store = kiosk.store(),
            .state = kiosk.state(),
            .shipped = kiosk.store() / "none"};
  }
  // The device: carries the verdict out and takes what is offered.
  content::Result<content::Delivery> sync() {
    {
      auto installer = content::Installer::open(disk, kiosk.store());
      REQUIRE(installer);
      REQUIRE(installer->settle(content::read_verdicts(disk, kiosk.state())));
    }
    return kiosk.deliver();
  }
  // A start of the program, and what it shows.
  std::string start(content::Files& files) const {
    refuse_unfinished(files, kiosk.state(), quiet);
    const Opened opened = open_stock(files, place(), quiet);
    const auto* stock = std::get_if<Stock>(&opened);
    return stock == nullptr ? std::get<Trouble>(opened).code : stock->library->town().name;
  }
  std::string start() const {
    content::DiskFiles files;
    return start(files);
  }
  Tried try_out(
      content::Files& files, const std::function<bool()>& give_up = [] { return false; }) const {
    const auto slots = content::read_slots(files, kiosk.store());
    const auto slot = content::to_try(*slots, content::read_verdicts(files, kiosk.state()));
    return slot ? try_candidate(files, place(), *slot, rehearsing(give_up), quiet) : Tried{};
  }
  // The n-th writing call of a start and a trial kills the process. True: it lived through both.
  bool survives(int call) const {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      DyingDisk dying(call);
      start(dying);
      try_out(dying);
      _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

  SimulatedRepository repository;
  DeliveredKiosk kiosk;
  std::string hash;
  content::DiskFiles disk;
};

}  // namespace

TEST_SUITE("trial") {
  TEST_CASE("a candidate whose pages draw is shown, and the next start shows it") {
    Installed world;
    CHECK(world.start() == "the old one");
    Tried tried = world.try_out(world.disk);
    REQUIRE(tried.stock);
    CHECK(tried.stock->library->town().name == "the new one");
    CHECK(tried.stock->origin.channel == Channel::Delivered);
    CHECK(tried.stock->bundle == world.hash);
    CHECK(world.start() == "the new one");
    REQUIRE(world.sync());
    CHECK(world.kiosk.active() == world.hash);
    CHECK(world.start() == "the new one");
  }

  TEST_CASE("a bundle whose pages do not draw is refused and stays refused") {
    for (const bool without_topics : {true, false}) {
      CAPTURE(without_topics);
      Installed world(whole_bundle("the new one", [&](content::Edition& edition) {
        if (without_topics)
          edition.topics.clear();
        else
          edition.words["de"].erase("bar.back");
      }));
      Tried tried = world.try_out(world.disk);
      CHECK_FALSE(tried.stock);
      CHECK(tried.refused);
      const auto verdicts = content::read_verdicts(world.disk, world.kiosk.state());
      REQUIRE(verdicts.refused.size() == 1);
      CHECK(verdicts.refused[0].why ==
            (without_topics ? DropReason::Undrawable : DropReason::Unreadable));
      CHECK(world.start() == "the old one");
      for (int again = 0; again < 3; ++again) {
        const auto sync = world.sync();
        REQUIRE(sync);
        CHECK(sync->arrival == content::Arrival::RefusedBefore);
        CHECK_FALSE(world.try_out(world.disk).refused);  // there is nothing to try
      }
      CHECK(world.start() == "the old one");
    }
  }

  TEST_CASE("a visitor who comes has the kiosk: the try is given up and comes later") {
    Installed world;
    for (int pages = 0; pages < 12; pages += 3) {
      int left = pages;
      Tried tried = world.try_out(world.disk, [&] { return left-- <= 0; });
      CHECK_FALSE(tried.stock);
      CHECK_FALSE(tried.refused);
      CHECK_FALSE(content::read_verdicts(world.disk, world.kiosk.state()).trying);
      CHECK(world.start() == "the old one");
    }
    CHECK(world.try_out(world.disk).stock);
  }

  TEST_CASE("what is open cannot be removed, and can be once it is closed") {
    Installed world;
    const auto file = world.kiosk.store() / content::bundle_name(world.hash);
    {
      const Tried tried = world.try_out(world.disk);
      REQUIRE(tried.stock);
      CHECK_FALSE(world.disk.lock(file, content::Locking::Exclusive));
    }
    CHECK(world.disk.lock(file, content::Locking::Exclusive));
  }

  TEST_CASE("a start that finds a try without an end refuses it; it is offered once more") {
    Installed world;
    for (int attempt = 1; attempt <= 2; ++attempt) {
      REQUIRE(content::begin_trial(world.disk, world.kiosk.state(), {world.hash, attempt}));
      CHECK(world.start() == "the old one");
      const auto sync = world.sync();
      REQUIRE(sync);
      CHECK(sync->arrival ==
            (attempt == 1 ? content::Arrival::Candidate : content::Arrival::RefusedBefore));
    }
    CHECK(world.start() == "the old one");
  }

  TEST_CASE("an active bundle that is damaged gives way to the previous one and is fetched again") {
    Installed world;
    REQUIRE(world.try_out(world.disk).stock);
    REQUIRE(world.sync());
    const auto file = world.kiosk.store() / content::bundle_name(world.hash);
    std::string spoilt = new_bundle();
    spoilt[spoilt.size() / 2] = static_cast<char>(spoilt[spoilt.size() / 2] ^ 1);
    REQUIRE(world.disk.write(file, spoilt));
    CHECK(world.start() == "the old one");
    const auto sync = world.sync();
    REQUIRE(sync);
    CHECK(sync->arrival == content::Arrival::Candidate);
    CHECK(world.try_out(world.disk).stock);
    CHECK(world.start() == "the new one");
  }

  TEST_CASE("an empty store shows what came with the program, a ruined one what was shown last") {
    Installed world;
    StockPlace place = world.place();
    place.store = world.kiosk.store() / "nowhere";
    place.shipped = world.kiosk.store() / "shipped.bundle";
    REQUIRE(world.disk.write(place.shipped, old_bundle()));
    const Opened shipped = open_stock(world.disk, place, quiet);
    REQUIRE(std::holds_alternative<Stock>(shipped));
    CHECK(std::get<Stock>(shipped).origin.channel == Channel::Shipped);
    place.shipped = world.kiosk.store() / "nothing";
    const Opened nothing = open_stock(world.disk, place, quiet);
    REQUIRE(std::holds_alternative<Trouble>(nothing));
    CHECK(std::get<Trouble>(nothing).code == "W-10");
    REQUIRE(world.try_out(world.disk).stock);
    REQUIRE(world.disk.write(world.kiosk.store() / content::slots_name, "no slots at all"));
    CHECK(world.start() == "the new one");
  }

  TEST_CASE("killed at each of its steps: old or new, whole, and the next sync succeeds") {
    int calls = 0;
    for (bool lived = false; !lived;) {
      Installed world;
      lived = world.survives(++calls);
      CAPTURE(calls);
      const std::string shown = world.start();
      CHECK((shown == "the old one" || shown == "the new one"));
      REQUIRE(world.sync());
      world.try_out(world.disk);
      CHECK(world.start() == "the new one");
      REQUIRE(world.sync());
      CHECK(world.kiosk.active() == world.hash);
    }
    CHECK(calls > 8);
  }

  TEST_CASE("killed at each of its steps while it refuses: the old one, and refused in the end") {
    const std::string bad =
        whole_bundle("the new one", [](content::Edition& edition) { edition.topics.clear(); });
    int calls = 0;
    for (bool lived = false; !lived;) {
      Installed world(bad);
      lived = world.survives(++calls);
      CAPTURE(calls);
      CHECK(world.start() == "the old one");
      REQUIRE(world.sync());  // may offer it once more
      CHECK_FALSE(world.try_out(world.disk).stock);
      CHECK(world.start() == "the old one");
      const auto sync = world.sync();
      REQUIRE(sync);
      CHECK(sync->arrival == content::Arrival::RefusedBefore);
    }
    CHECK(calls == 9);
  }

  TEST_CASE("killed again at each step of the start after that") {
    // Before `trying` is there, with it, drawn, and with a verdict that is not yet on the disk.
    for (const int call : {3, 5, 6, 8})
      for (int again = 1; again <= 4; ++again) {
        Installed world;
        REQUIRE_FALSE(world.survives(call));
        world.survives(again);
        CAPTURE(call);
        CAPTURE(again);
        const std::string shown = world.start();
        CHECK((shown == "the old one" || shown == "the new one"));
        REQUIRE(world.sync());
        world.try_out(world.disk);
        const std::string then = world.start();
        CHECK((then == "the old one" || then == "the new one"));
        REQUIRE(world.sync());
      }
  }
}

TEST_SUITE("trial, power cut") {
  // Slips in memory, where unsynced writes can be lost and reordered; the bundles' bytes on a disk.
  TEST_CASE(
      "writes of the kiosk lost or reordered: old or new, whole, and the next sync succeeds") {
    Installed world;
    const auto slots = content::read_slots(world.disk, world.kiosk.store());
    REQUIRE(slots);
    MemoryFiles before;
    for (const auto* slot : {&slots->active, &slots->candidate})
      REQUIRE(content::write_file(
          before, world.kiosk.store() / content::bundle_name((*slot)->trial.bundle), "held"));
    REQUIRE(content::write_slip(before, world.kiosk.store() / content::slots_name,
                                content::slip_of(*slots)));
    MemoryFiles whole = before;
    REQUIRE(world.try_out(whole).stock);
    const int calls = whole.calls() - before.calls();
    REQUIRE(calls == 8);
    for (int call = 1; call <= calls; ++call) {
      MemoryFiles cut = before;
      cut.cut_at(before.calls() + call);
      CHECK_THROWS_AS(world.try_out(cut), PowerCut);
      for (const Loss loss : {Loss::Nothing, Loss::Unsynced, Loss::Some})
        for (unsigned int seed = 0; seed < (loss == Loss::Some ? 6U : 1U); ++seed) {
          CAPTURE(call);
          CAPTURE(seed);
          std::mt19937 random(seed);
          MemoryFiles next = cut.after_cut(loss, random);
          const std::string shown = world.start(next);
          CHECK((shown == "the old one" || shown == "the new one"));
          auto device = content::Installer::open(next, world.kiosk.store());
          REQUIRE(device);
          const auto settled = device->settle(content::read_verdicts(next, world.kiosk.state()));
          REQUIRE(settled);
          if (shown == "the new one") {
            CHECK(device->slots().active->trial.bundle == world.hash);
          } else if (*settled == content::Settled::Dropped) {
            CHECK(device->slots().next_attempt(world.hash) == 2);
          }
        }
    }
  }
}
