#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <set>
#include <stdexcept>

#include "tests/fixtures/publishing_desk.h"

using namespace content;

namespace {

constexpr std::array losses{Loss::Nothing, Loss::Unsynced, Loss::Some};

using Work = std::function<void(PublishingDesk&)>;

// What has to go well; not doctest's REQUIRE, which would swallow the cut.
template <typename T>
void must(const Result<T>& result) {
  if (!result)
    throw std::runtime_error(result.failure().message);
}

// Two editions are out, and this kiosk has the second.
struct Scene {
  PublishingDesk desk;
  TakingKiosk kiosk;

  Scene() : kiosk(desk.roots) {
    REQUIRE(desk.publish(1));
    REQUIRE(desk.publish(2));
    REQUIRE(kiosk.take(desk.files, desk.repository, desk.now));
  }
};

int calls_of(const Scene& scene, const Work& work) {
  PublishingDesk desk = scene.desk;
  const int before = desk.files.calls();
  work(desk);
  return desk.files.calls() - before;
}

// At every call, with every loss: a kiosk that knows the old state and one that is new both take
// the second or the third edition; then the third is published as if nothing had been.
void cut_everywhere(const Scene& scene, const Work& work, unsigned int seeds = 1) {
  const int calls = calls_of(scene, work);
  REQUIRE(calls > 3);
  std::set<std::string> seen;  // what comes of the same remains is known
  for (const Loss loss : losses)
    for (int call = 1; call <= calls; ++call)
      for (unsigned int seed = 0; seed < (loss == Loss::Some ? seeds : 1U); ++seed) {
        CAPTURE(call);
        CAPTURE(seed);
        std::mt19937 random(seed);
        PublishingDesk desk = scene.desk;
        desk.files.cut_at(desk.files.calls() + call);
        CHECK_THROWS_AS(work(desk), PowerCut);
        PublishingDesk next = desk.with(desk.files.after_cut(loss, random));
        if (!seen.insert(next.files.remains()).second)
          continue;
        TakingKiosk knowing(scene.kiosk), fresh(next.roots);
        for (TakingKiosk* kiosk : {&knowing, &fresh}) {
          const auto taken = kiosk->take(next.files, next.repository, next.now);
          CAPTURE((taken ? std::string() : taken.failure().message));
          REQUIRE(taken);
          CHECK((*taken == 2 || *taken == 3));
        }
        REQUIRE(next.publish(3));
        for (TakingKiosk* kiosk : {&knowing, &fresh})
          CHECK(*kiosk->take(next.files, next.repository, next.now) == 3);
        CHECK_FALSE(next.open()->roots_are_pending());
      }
}

}  // namespace

TEST_SUITE("repository/power cut") {
  TEST_CASE("power lost at any call of a publication: kiosks take the old or the new edition") {
    cut_everywhere(
        Scene(), [](PublishingDesk& desk) { must(desk.publish(3)); }, 4);
  }

  TEST_CASE("power lost at any call of a renewal or of making a stick's timestamp") {
    cut_everywhere(Scene(), [](PublishingDesk& desk) { must(desk.renew()); });
    cut_everywhere(Scene(), [](PublishingDesk& desk) { must(desk.write_stick()); });
  }

  TEST_CASE("power lost at any call of a publication that brings new keys") {
    for (const char* role : {"timestamp", "targets", "root"}) {
      CAPTURE(role);
      Scene scene;
      scene.desk.rotate(role);
      cut_everywhere(scene, [](PublishingDesk& desk) { must(desk.publish(3)); });
    }
  }

  TEST_CASE("two rotations at once, power lost at any call") {
    Scene scene;
    scene.desk.rotate("root");
    scene.desk.rotate("timestamp");
    cut_everywhere(scene, [](PublishingDesk& desk) { must(desk.publish(3)); });
  }

  TEST_CASE("power lost at the first publication: nothing or everything, and the next one works") {
    PublishingDesk empty;
    PublishingDesk whole = empty;
    REQUIRE(whole.publish(1));
    for (const Loss loss : losses)
      for (int call = 1; call <= whole.files.calls(); ++call) {
        CAPTURE(call);
        std::mt19937 random(static_cast<unsigned int>(call));
        PublishingDesk desk = empty;
        desk.files.cut_at(call);
        CHECK_THROWS_AS((void)desk.publish(1), PowerCut);
        PublishingDesk next = desk.with(desk.files.after_cut(loss, random));
        REQUIRE(next.publish(1));
        TakingKiosk kiosk(next.roots);
        CHECK(*kiosk.take(next.files, next.repository, next.now) == 1);
      }
  }

  TEST_CASE("a disk that fails at any call, once or for good, costs the publication alone") {
    const Scene scene;
    const int calls = calls_of(scene, [](PublishingDesk& desk) { must(desk.publish(3)); });
    for (const Refusal refusal : {Refusal::NoSpace, Refusal::Unavailable})
      for (const auto failing : {MemoryFiles::Failing::Once, MemoryFiles::Failing::FromThenOn})
        for (int call = 1; call <= calls; ++call) {
          CAPTURE(call);
          PublishingDesk desk = scene.desk;
          desk.files.fail_at(desk.files.calls() + call, refusal, failing);
          const auto published = desk.publish(3);
          if (!published)
            CHECK(published.failure().refusal == refusal);
          TakingKiosk kiosk(scene.kiosk);
          const auto meanwhile = kiosk.take(desk.files, desk.repository, desk.now);
          REQUIRE(meanwhile);
          CHECK((*meanwhile == 2 || *meanwhile == 3));
          desk.files.heal();
          REQUIRE(desk.publish(3));
          CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 3);
        }
  }

  TEST_CASE("random histories of publishing, renewing, new keys, sticks and cuts") {
    for (unsigned int seed = 0; seed < 25; ++seed) {
      CAPTURE(seed);
      std::mt19937 random(seed);
      PublishingDesk desk;
      REQUIRE(desk.publish(1));
      int newest = 1;
      TakingKiosk kiosk(desk.roots);
      int taken = *kiosk.take(desk.files, desk.repository, desk.now);
      for (int step = 0; step < 10; ++step) {
        desk.files.heal();
        if (random() % 3 == 0)
          desk.files.cut_at(desk.files.calls() + 1 + static_cast<int>(random() % 40));
        try {
          switch (random() % 5) {
            case 0:
            case 1:
              must(desk.publish(++newest));
              break;
            case 2:
              must(desk.renew());
              break;
            case 3:
              desk.rotate(std::array{"root", "timestamp", "snapshot", "targets"}[random() % 4]);
              break;
            default:
              must(desk.write_stick());
          }
        } catch (const PowerCut&) {
          desk = desk.with(desk.files.after_cut(losses[random() % losses.size()], random));
        }
        const auto now_taken = kiosk.take(desk.files, desk.repository, desk.now);
        CAPTURE((now_taken ? std::string() : now_taken.failure().message));
        REQUIRE(now_taken);
        CHECK(*now_taken >= taken);
        CHECK(*now_taken <= newest);
        taken = *now_taken;
      }
      desk.files.heal();
      REQUIRE(desk.publish(++newest));
      CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == newest);
      TakingKiosk fresh(desk.roots);
      CHECK(*fresh.take(desk.files, desk.repository, desk.now) == newest);
    }
  }
}
