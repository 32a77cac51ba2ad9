#include <doctest/doctest.h>

#include <functional>
#include <vector>

#include "tests/fixtures/update_world.h"

using namespace content;

namespace {

const std::string old_bytes = "the old edition";
const std::string new_bytes = "the new edition, which is longer";

UpdateWorld showing_old() {
  UpdateWorld world;
  REQUIRE(world.deliver(old_bytes));
  world.try_candidate();
  REQUIRE(world.settle());
  REQUIRE(world.start() == old_bytes);
  return world;
}

// What one delivery and the switch after it are made of.
void update(UpdateWorld& world) {
  world.deliver(new_bytes);
  world.try_candidate();
  world.settle();
}

// An update without faults, a second time where the first one died while trying.
void recover(UpdateWorld& world) {
  for (int again = 0; again < 2; ++again) {
    world.start();
    update(world);
  }
}

int calls_of(const std::function<void(UpdateWorld&)>& work) {
  UpdateWorld world = showing_old();
  const int before = world.files.calls();
  work(world);
  return world.files.calls() - before;
}

UpdateWorld cut(UpdateWorld& world, Loss loss, std::mt19937& random) {
  UpdateWorld next;
  next.files = world.files.after_cut(loss, random);
  return next;
}

constexpr std::array losses{Loss::Nothing, Loss::Unsynced, Loss::Some};

}  // namespace

TEST_SUITE("store/power cut") {
  TEST_CASE("an update without a cut shows the new bundle and keeps the old one") {
    UpdateWorld world = showing_old();
    update(world);
    CHECK(world.start() == new_bytes);
    REQUIRE(world.roll_back());
    CHECK(world.start() == old_bytes);
  }

  TEST_CASE("power lost at any call of an update: old or new, whole, and the next update works") {
    const int calls = calls_of(update);
    REQUIRE(calls > 15);
    for (const Loss loss : losses)
      for (int call = 1; call <= calls; ++call)
        for (unsigned int seed = 0; seed < (loss == Loss::Some ? 12U : 1U); ++seed) {
          CAPTURE(call);
          CAPTURE(seed);
          std::mt19937 random(seed);
          UpdateWorld world = showing_old();
          world.files.cut_at(world.files.calls() + call);
          CHECK_THROWS_AS(update(world), PowerCut);
          UpdateWorld next = cut(world, loss, random);
          const auto shown = next.start();
          CHECK((shown == old_bytes || shown == new_bytes));
          recover(next);
          CHECK(next.start() == new_bytes);
        }
  }

  TEST_CASE("power lost again while recovering") {
    const int calls = calls_of(update);
    for (int call = 1; call <= calls; ++call)
      for (unsigned int seed = 0; seed < 6; ++seed) {
        CAPTURE(call);
        CAPTURE(seed);
        std::mt19937 random(seed * 100 + static_cast<unsigned int>(call));
        UpdateWorld world = showing_old();
        world.files.cut_at(world.files.calls() + call);
        CHECK_THROWS_AS(update(world), PowerCut);
        UpdateWorld second = cut(world, Loss::Some, random);
        second.files.cut_at(1 + static_cast<int>(random() % static_cast<unsigned int>(calls)));
        try {
          second.start();
          update(second);
        } catch (const PowerCut&) {
        }
        UpdateWorld third = cut(second, Loss::Some, random);
        const auto shown = third.start();
        CHECK((shown == old_bytes || shown == new_bytes));
        recover(third);
        // Two starts that found an unfinished try: then it stays refused, and the old one is shown.
        const auto last = third.start();
        CHECK((last == new_bytes || last == old_bytes));
      }
  }

  TEST_CASE("power lost at any call of a rollback: the one or the other") {
    const auto work = [](UpdateWorld& world) { world.roll_back(); };
    UpdateWorld prepared = showing_old();
    update(prepared);
    const int before = prepared.files.calls();
    work(prepared);
    const int calls = prepared.files.calls() - before;
    REQUIRE(calls > 3);
    for (int call = 1; call <= calls; ++call)
      for (unsigned int seed = 0; seed < 10; ++seed) {
        std::mt19937 random(seed);
        UpdateWorld world = showing_old();
        update(world);
        world.files.cut_at(world.files.calls() + call);
        CHECK_THROWS_AS(work(world), PowerCut);
        const auto shown = cut(world, Loss::Some, random).start();
        CHECK((shown == old_bytes || shown == new_bytes));
      }
  }

  TEST_CASE("a disk that fails at any call, once or for good, loses nothing") {
    const int calls = calls_of(update);
    for (const Refusal refusal : {Refusal::NoSpace, Refusal::Unavailable})
      for (const auto failing : {MemoryFiles::Failing::Once, MemoryFiles::Failing::FromThenOn})
        for (int call = 1; call <= calls; ++call) {
          CAPTURE(call);
          UpdateWorld world = showing_old();
          world.files.fail_at(world.files.calls() + call, refusal, failing);
          update(world);
          const auto meanwhile = world.start();
          CHECK((meanwhile == old_bytes || meanwhile == new_bytes));
          world.files.heal();
          recover(world);
          CHECK(world.start() == new_bytes);
        }
  }

  TEST_CASE("a thousand random histories: what is shown is always whole and was once published") {
    for (unsigned int seed = 0; seed < 1000; ++seed) {
      CAPTURE(seed);
      std::mt19937 random(seed);
      std::vector<std::string> published{old_bytes};
      UpdateWorld world = showing_old();
      for (int step = 0; step < 12; ++step) {
        world.files.heal();
        if (random() % 3 == 0)
          world.files.cut_at(world.files.calls() + 1 + static_cast<int>(random() % 12));
        try {
          switch (random() % 6) {
            case 0:
              published.push_back("edition " + std::to_string(published.size()));
              [[fallthrough]];
            case 1:
              world.deliver(published.back());
              break;
            case 2:
              world.try_candidate(random() % 4 != 0);
              break;
            case 3:
              world.settle();
              break;
            case 4:
              world.start();
              break;
            default:
              world.roll_back();
          }
        } catch (const PowerCut&) {
          world = cut(world, losses[random() % losses.size()], random);
        }
        const auto held = world.files;  // a look must not change what comes
        const auto shown = [&] {
          UpdateWorld look;
          look.files = held;
          look.files.heal();
          return look.start();
        }();
        REQUIRE(shown);
        CHECK(std::find(published.begin(), published.end(), *shown) != published.end());
      }
      world.files.heal();
      // Afterwards an edition that nobody has seen yet is taken as ever.
      published.push_back("the last edition");
      for (int again = 0; again < 2; ++again) {
        world.start();
        world.deliver(published.back());
        world.try_candidate();
        world.settle();
      }
      CHECK(world.start() == published.back());
    }
  }
}
