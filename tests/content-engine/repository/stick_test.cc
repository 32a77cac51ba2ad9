#include "content-engine/repository/stick.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "tests/fixtures/publishing_desk.h"

using namespace content;

namespace {

const auto on_stick = PublishingDesk::stick / stick_folder_name;

PublishingDesk with_four_editions() {
  PublishingDesk desk;
  for (int number = 1; number <= 4; ++number)
    REQUIRE(desk.publish(number));
  return desk;
}

// A medium that loses a bit of whatever is named so.
class ForgetfulFiles final : public Files {
 public:
  ForgetfulFiles(Files& files, std::string part) : files_(files), part_(std::move(part)) {}

  Result<std::string> read(const std::filesystem::path& file, std::int64_t limit) const override {
    auto bytes = files_.read(file, limit);
    if (bytes && file.string().find(part_) != std::string::npos &&
        file.string().starts_with("/stick"))
      bytes->back() = static_cast<char>(bytes->back() ^ 1);
    return bytes;
  }
  Result<std::vector<std::string>> names(const std::filesystem::path& folder) const override {
    return files_.names(folder);
  }
  Result<Done> write(const std::filesystem::path& file, std::string_view bytes) override {
    return files_.write(file, bytes);
  }
  Result<Done> sync(const std::filesystem::path& file) override { return files_.sync(file); }
  Result<Done> rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    return files_.rename(from, to);
  }
  Result<Done> remove(const std::filesystem::path& file) override { return files_.remove(file); }
  Result<Done> sync_folder(const std::filesystem::path& folder) override {
    return files_.sync_folder(folder);
  }
  Result<std::unique_ptr<FileLock>> lock(const std::filesystem::path& file,
                                         Locking locking) override {
    return files_.lock(file, locking);
  }

 private:
  Files& files_;
  std::string part_;
};

}  // namespace

TEST_SUITE("repository/stick") {
  TEST_CASE("a kiosk takes the newest edition from a stick, whole or from any edition before") {
    PublishingDesk desk = with_four_editions();
    const auto written = desk.write_stick();
    REQUIRE(written);
    CHECK(written->bundle.sequence == 4);
    CHECK(written->from == std::vector<std::int64_t>{1, 2, 3});
    CHECK(written->expires.seconds - desk.now.seconds == stick_lifetime);
    TakingKiosk kiosk(desk.roots);
    CHECK(*kiosk.take(desk.files, on_stick, desk.now) == 4);
    CHECK(kiosk.deltas == 3);
    // Most of a year in a drawer.
    CHECK(*TakingKiosk(desk.roots).take(desk.files, on_stick, {desk.now.seconds + 360 * one_day}) ==
          4);
  }

  TEST_CASE("from edition N on: older deltas stay at home") {
    PublishingDesk desk = with_four_editions();
    CHECK(desk.write_stick(3)->from == std::vector<std::int64_t>{3});
    TakingKiosk kiosk(desk.roots);
    CHECK(*kiosk.take(desk.files, on_stick, desk.now) == 4);
    CHECK(kiosk.deltas == 1);
  }

  TEST_CASE("one repository, one counter: after a stick the server's timestamp is newer") {
    PublishingDesk desk = with_four_editions();
    REQUIRE(desk.write_stick());
    TakingKiosk kiosk(desk.roots);
    REQUIRE(kiosk.take(desk.files, on_stick, desk.now));
    CHECK(*kiosk.take(desk.files, desk.repository, desk.now) == 4);
    CHECK(kiosk.take(desk.files, on_stick, desk.now).failure().refusal == Refusal::RolledBack);
    REQUIRE(desk.publish(5));
    REQUIRE(desk.write_stick());
    CHECK(*kiosk.take(desk.files, on_stick, desk.now) == 5);
  }

  TEST_CASE("a stick is topped up: what is right on it is not written again, the rest goes") {
    PublishingDesk desk = with_four_editions();
    desk.rules.bases = 1;
    REQUIRE(desk.write_stick());
    const auto again = desk.write_stick();
    REQUIRE(again);
    CHECK(again->written == 0);
    CHECK(again->kept > 5000);
    for (int number = 5; number <= 9; ++number)
      REQUIRE(desk.publish(number));
    REQUIRE(desk.write_stick());
    CHECK(desk.files.names(on_stick / "targets/bundles")->size() == 1);
    TakingKiosk kiosk(desk.roots);
    CHECK(*kiosk.take(desk.files, on_stick, desk.now) == 9);
  }

  TEST_CASE("too small a stick is said before a byte is written, with both figures") {
    PublishingDesk desk = with_four_editions();
    desk.stick_space = 5000;
    const int calls = desk.files.calls();
    const auto refused = desk.write_stick();
    REQUIRE_FALSE(refused);
    CHECK(refused.failure().refusal == Refusal::NoSpace);
    CHECK(refused.failure().message.find(" 5000 are free") != std::string::npos);
    CHECK(desk.files.calls() == calls);
  }

  TEST_CASE("nothing else on the stick is touched") {
    PublishingDesk desk = with_four_editions();
    const std::vector<std::filesystem::path> others{"/stick/holiday.jpg", "/stick/metadata",
                                                    on_stick / "notes.txt",
                                                    on_stick / "targets/bundles/notes.txt"};
    for (const auto& other : others)
      REQUIRE(desk.files.write(other, "mine"));
    REQUIRE(desk.write_stick());
    REQUIRE(desk.publish(5));
    REQUIRE(desk.write_stick());
    for (const auto& other : others)
      CHECK(*desk.files.read(other, 10) == "mine");
  }

  TEST_CASE("another town's stick, and one from a later state of this town, are left as they are") {
    PublishingDesk desk = with_four_editions(), other = with_four_editions();
    REQUIRE(other.write_stick());
    const auto carried = other.files.names(on_stick / "metadata");
    for (const auto& name : *carried)
      REQUIRE(desk.files.write(on_stick / "metadata" / name,
                               *other.files.read(on_stick / "metadata" / name, 100000)));
    const auto refused = desk.write_stick();
    REQUIRE_FALSE(refused);
    CHECK(refused.failure().message.find("carries another repository") != std::string::npos);

    PublishingDesk later = with_four_editions();
    const auto before = later.files.read(later.repository / "metadata/timestamp.json", 20000);
    REQUIRE(later.write_stick());
    REQUIRE(later.renew());
    REQUIRE(later.write_stick());
    REQUIRE(later.files.write(later.repository / "metadata/timestamp.json", *before));
    CHECK(later.write_stick().failure().refusal == Refusal::RolledBack);
  }

  TEST_CASE("a stick that does not give back what was written is named") {
    for (const char* part : {"bundles", "targets.json", "timestamp.json"}) {
      CAPTURE(part);
      PublishingDesk desk = with_four_editions();
      ForgetfulFiles forgetful(desk.files, part);
      auto publisher = Publisher::open(forgetful, desk.repository, desk.roots);
      REQUIRE(publisher);
      CHECK_FALSE(write_stick(forgetful, *publisher, desk.signers(*publisher), desk.stick,
                              {.now = desk.now}, {}));
    }
  }

  TEST_CASE(
      "a stick pulled at any call has the old edition or the new one, or is topped up again") {
    PublishingDesk made = with_four_editions();
    REQUIRE(made.write_stick());
    TakingKiosk known(made.roots);
    REQUIRE(known.take(made.files, on_stick, made.now));
    REQUIRE(made.publish(5));
    PublishingDesk whole = made;
    const int before = whole.files.calls();
    REQUIRE(whole.write_stick());
    for (const Loss loss : {Loss::Unsynced, Loss::Some})
      for (int call = 1; call <= whole.files.calls() - before; ++call) {
        CAPTURE(call);
        std::mt19937 random(static_cast<unsigned int>(call));
        PublishingDesk desk = made;
        desk.files.cut_at(before + call);
        CHECK_THROWS_AS((void)desk.write_stick(), PowerCut);
        PublishingDesk next = desk.with(desk.files.after_cut(loss, random));
        TakingKiosk kiosk(known);
        const auto taken = kiosk.take(next.files, on_stick, next.now);
        REQUIRE(taken);
        CHECK((*taken == 4 || *taken == 5));
        REQUIRE(next.write_stick());
        CHECK(*kiosk.take(next.files, on_stick, next.now) == 5);
      }
  }
}
