#include "content-engine/store/installer.h"

#include <doctest/doctest.h>

#include "content-engine/bundle/sha256.h"
#include "content-engine/store/names.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/fixtures/update_world.h"

using namespace content;

namespace {

const std::filesystem::path store = "store";
const std::filesystem::path state = "state";

std::string file_of(const std::string& bytes) {
  return bundle_name(sha256(bytes));
}

Slots slots_in(const UpdateWorld& world) {
  auto slots = read_slots(world.files, store);
  REQUIRE(slots);
  return *slots;
}

UpdateWorld showing(const std::vector<std::string>& editions) {
  UpdateWorld world;
  for (const auto& bytes : editions) {
    REQUIRE(world.deliver(bytes));
    world.try_candidate();
    REQUIRE(world.settle());
  }
  return world;
}

}  // namespace

TEST_SUITE("store/installer") {
  TEST_CASE("a bundle is candidate until it was shown, then active") {
    UpdateWorld world = showing({"one"});
    REQUIRE(world.deliver("two"));
    CHECK(world.start() == "one");
    CHECK(slots_in(world).candidate->trial == Trial{sha256("two"), 1});
    REQUIRE(world.settle());
    CHECK(slots_in(world).active->trial.bundle == sha256("one"));
    world.try_candidate();
    CHECK(world.start() == "two");  // before the device has said so
    REQUIRE(world.settle());
    CHECK(slots_in(world).active->trial.bundle == sha256("two"));
    CHECK(slots_in(world).previous->trial.bundle == sha256("one"));
    CHECK_FALSE(slots_in(world).candidate);
  }

  TEST_CASE("a bundle whose pages do not draw is refused and stays refused") {
    UpdateWorld world = showing({"one"});
    REQUIRE(world.deliver("two"));
    world.try_candidate(false);
    CHECK(world.start() == "one");
    for (int again = 0; again < 3; ++again) {
      REQUIRE(world.deliver("two"));
      CHECK_FALSE(slots_in(world).candidate);
      world.try_candidate();
      CHECK(world.start() == "one");
    }
    CHECK(slots_in(world).dropped_before(sha256("two"))->why == DropReason::Undrawable);
  }

  TEST_CASE("a start that finds a try without an end refuses; one more attempt, then no more") {
    UpdateWorld world = showing({"one"});
    for (int attempt = 1; attempt <= 2; ++attempt) {
      REQUIRE(world.deliver("two"));
      CHECK(slots_in(world).candidate->trial.attempt == attempt);
      REQUIRE(begin_trial(world.files, state, slots_in(world).candidate->trial));
      CHECK(world.start() == "one");
    }
    REQUIRE(world.deliver("two"));
    CHECK_FALSE(slots_in(world).candidate);
    CHECK(world.start() == "one");
  }

  TEST_CASE("what was rolled back is not taken again, what comes after it is") {
    UpdateWorld world = showing({"one", "two"});
    REQUIRE(world.roll_back());
    CHECK(world.start() == "one");
    REQUIRE(world.deliver("two"));
    world.try_candidate();
    CHECK(world.start() == "one");
    REQUIRE(world.deliver("three"));
    world.try_candidate();
    CHECK(world.start() == "three");
    CHECK_FALSE(showing({"one"}).roll_back());
  }

  TEST_CASE("clean-up keeps active, previous, candidate and what somebody reads") {
    UpdateWorld world = showing({"one", "two"});
    const auto reading = world.files.lock(store / file_of("one"), Locking::Shared);
    REQUIRE(reading);
    REQUIRE(world.files.write(store / unfinished_bundle_name(sha256("x")), "half"));
    REQUIRE(world.deliver("three"));
    world.try_candidate();
    REQUIRE(world.settle());
    REQUIRE(world.deliver("four"));
    auto names = *world.files.names(store);
    const auto there = [&](const std::string& name) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    for (const char* kept : {"one", "two", "three", "four"})
      CHECK_MESSAGE(there(file_of(kept)), kept);
    CHECK_FALSE(there(unfinished_bundle_name(sha256("x"))));
    REQUIRE(reading);
  }

  TEST_CASE("clean-up removes what no slot names") {
    UpdateWorld world = showing({"one", "two", "three"});
    const auto names = *world.files.names(store);
    CHECK(std::find(names.begin(), names.end(), file_of("one")) == names.end());
    CHECK(std::find(names.begin(), names.end(), file_of("two")) != names.end());
  }

  TEST_CASE("two writers: the second is told so and changes nothing") {
    UpdateWorld world = showing({"one"});
    const auto first = Installer::open(world.files, store);
    REQUIRE(first);
    const auto second = Installer::open(world.files, store);
    REQUIRE_FALSE(second);
    CHECK(second.failure().refusal == Refusal::Unavailable);
    CHECK_FALSE(world.deliver("two"));
  }

  TEST_CASE("locks on a real disk: shared by readers, against clean-up") {
    const TemporaryFolder folder;
    DiskFiles disk;
    const auto file = folder.path() / "x";
    REQUIRE(disk.write(file, "1"));
    {
      const auto one = disk.lock(file, Locking::Shared);
      const auto two = disk.lock(file, Locking::Shared);
      CHECK(one);
      CHECK(two);
      CHECK_FALSE(disk.lock(file, Locking::Exclusive));
    }
    CHECK(disk.lock(file, Locking::Exclusive));
    CHECK(disk.lock(folder.path() / "none", Locking::Shared).failure().refusal ==
          Refusal::NotFound);
  }

  TEST_CASE("damaged slots count as empty, and the next delivery writes them anew") {
    UpdateWorld world = showing({"one"});
    REQUIRE(world.files.write(store / slots_name, "wegweiser-slots 1\nactive.bundle = zzz\n"));
    CHECK_FALSE(world.start());
    {
      const auto installer = Installer::open(world.files, store);
      REQUIRE(installer);
      CHECK(installer->slots_were_damaged());
    }
    REQUIRE(world.deliver("one"));
    CHECK(world.start() == "one");  // shown before: no second try is needed
  }

  TEST_CASE("an active bundle that the kiosk refuses gives way to the previous one") {
    UpdateWorld world = showing({"one", "two"});
    REQUIRE(record_refused(world.files, state,
                           {slots_in(world).active->trial, DropReason::Damaged, "a test"}));
    CHECK(world.start() == "one");
    REQUIRE(world.settle());
    CHECK(slots_in(world).active->trial.bundle == sha256("one"));
    // Damaged on our disk says nothing about the edition: it is fetched once more.
    REQUIRE(world.deliver("two"));
    CHECK(slots_in(world).candidate->trial == Trial{sha256("two"), 2});
  }
}
