#include "content-engine/repository/publisher.h"

#include <doctest/doctest.h>

#include "tests/fixtures/publishing_desk.h"

using namespace content;

namespace {

std::vector<std::string> names(const MemoryFiles& files, const std::string& folder) {
  return *files.names(PublishingDesk::repository / folder);
}

}  // namespace

TEST_SUITE("repository/publisher") {
  TEST_CASE("what is published first is taken by a kiosk that has only the first root") {
    PublishingDesk desk;
    const auto published = desk.publish(1);
    REQUIRE(published);
    CHECK(published->outcome == Outcome::Published);
    CHECK(published->bundle.sequence == 1);
    CHECK(published->timestamp == 1);
    CHECK(names(desk.files, "metadata") ==
          std::vector<std::string>{"1.root.json", "1.snapshot.json", "1.targets.json",
                                   "timestamp.json"});
    TakingKiosk kiosk(desk.roots);
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 1);
  }

  TEST_CASE("deltas lead to the newest from so many before, and what nobody needs is tidied away") {
    PublishingDesk desk;
    desk.rules.bases = 2;
    TakingKiosk kiosk(desk.roots);
    for (int number = 1; number <= 8; ++number) {
      REQUIRE(desk.publish(number));
      CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == number);
      CHECK(kiosk.deltas == static_cast<std::size_t>(std::min(number - 1, 2)));
    }
    // The newest three versions of the metadata, and what those name.
    CHECK(names(desk.files, "metadata").size() == 1 + 3 + 3 + 1);
    CHECK(names(desk.files, "targets/bundles").size() == 5);
    CHECK(names(desk.files, "targets/deltas").size() == 6);
  }

  TEST_CASE("the same bundle again changes nothing") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    const int calls = desk.files.calls();
    const auto again = desk.publish(1);
    REQUIRE(again);
    CHECK(again->outcome == Outcome::NothingNew);
    CHECK(desk.files.calls() == calls);
  }

  TEST_CASE("a rollout in stages: each ring has its bundle and a delta to it") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    REQUIRE(desk.publish(2));
    desk.rules.rollout = 10;
    REQUIRE(desk.publish(3));
    TakingKiosk early(desk.roots), late(desk.roots);
    CHECK(*early.take(desk.files, desk.repository, desk.now, 9) == 3);
    CHECK(early.deltas == 2);
    CHECK(*late.take(desk.files, desk.repository, desk.now, 10) == 2);
    CHECK(late.deltas == 1);
    desk.rules.rollout = 100;
    const auto raised = desk.publish(3);
    REQUIRE(raised);
    CHECK(raised->outcome == Outcome::Published);
    CHECK(raised->bundle.sequence == 3);
    CHECK(*late.take(desk.files, desk.repository, desk.now, 10) == 3);
  }

  TEST_CASE("an edition that goes back is the newest again under a new number") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    REQUIRE(desk.publish(2));
    const auto back = desk.publish(1);
    REQUIRE(back);
    CHECK(back->bundle.sequence == 3);
    TakingKiosk kiosk(desk.roots);
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 1);
  }

  TEST_CASE("a replaced key signs once more beside the new one, then no more") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    TakingKiosk kiosk(desk.roots);
    REQUIRE(kiosk.take(desk.files, desk.repository, desk.now));
    desk.rotate("timestamp");
    {
      const auto publisher = desk.open();
      CHECK(publisher->key_ids("timestamp").size() == 2);
      CHECK(publisher->key_ids("targets").size() == 1);
    }
    REQUIRE(desk.publish(2));
    CHECK(desk.open()->key_ids("timestamp").size() == 1);
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 2);
    desk.rotate("root");
    desk.rotate("targets");
    desk.lose_old_keys();
    REQUIRE(desk.renew());
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 2);
    REQUIRE(desk.publish(3));
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 3);
  }

  TEST_CASE("an old bundle that is damaged costs its delta, not the publication") {
    PublishingDesk desk;
    const auto first = desk.publish(1);
    REQUIRE(first);
    const auto file =
        desk.repository / "targets" / target_name(first->bundle.path, first->bundle.file);
    REQUIRE(desk.files.write(file, "rust"));
    const auto second = desk.publish(2);
    REQUIRE(second);
    CHECK(second->deltas.empty());
    TakingKiosk kiosk(desk.roots);
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 2);
  }

  TEST_CASE("a renewal signs the timestamp anew, the rest when half its life is over") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    desk.now.seconds += 20 * one_day;
    TakingKiosk kiosk(desk.roots);
    CHECK(kiosk.take(desk.files, desk.repository, desk.now).failure().refusal == Refusal::Expired);
    REQUIRE(desk.renew());
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 1);
    CHECK(desk.open()->catalogue().targets.version == 1);
    desk.now.seconds += 200 * one_day;
    REQUIRE(desk.renew());
    CHECK(desk.open()->catalogue().targets.version == 2);
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 1);
  }

  TEST_CASE(
      "too few signers, another publisher, another chain of roots: refused, nothing written") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    const int calls = desk.files.calls();
    {
      const auto publisher = desk.open();
      CHECK(desk.publish(2).failure().refusal == Refusal::Unavailable);
    }
    {
      auto publisher = desk.open();
      const auto refused =
          publisher->publish(PublishingDesk::edition(2), {.now = desk.now}, {}, {});
      REQUIRE_FALSE(refused);
      CHECK(refused.failure().refusal == Refusal::Untrusted);
      CHECK(refused.failure().message == "targets needs 1 of its keys to sign, 0 are here");
    }
    PublishingDesk other;
    other.files = desk.files;
    CHECK(other.publish(2).failure().refusal == Refusal::Untrusted);
    CHECK(desk.files.calls() == calls);
  }

  TEST_CASE("metadata that somebody else signed is no state to go on from") {
    PublishingDesk desk;
    REQUIRE(desk.publish(1));
    auto timestamp = *desk.files.read(desk.repository / "metadata/timestamp.json", 10000);
    timestamp.replace(timestamp.find("\"version\": 1"), 12, "\"version\": 9");
    REQUIRE(desk.files.write(desk.repository / "metadata/timestamp.json", timestamp));
    CHECK(desk.publish(2).failure().refusal == Refusal::Untrusted);
  }
}
