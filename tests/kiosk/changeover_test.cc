#include "kiosk/changeover.h"

#include <doctest/doctest.h>

#include <condition_variable>

#include "content-engine/bundle/sha256.h"
#include "content-engine/store/installer.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/fixtures/whole_bundle.h"

using namespace kiosk;

namespace {

// A running kiosk as far as its editions go: store, state and exchange on a disk, and a place to
// wait for what the changeover says.
class Lobby final {
 public:
  Lobby() {
    for (const char* name : {"store", "state", "exchange"})
      std::filesystem::create_directory(folder / name);
    deliver(whole_bundle("one"));
    settle_as_shown();
    changeover.emplace(files,
                       StockPlace{.fonts = BINARY_DIR "/share/wegweiser/fonts",
                                  .store = folder / "store",
                                  .state = folder / "state",
                                  .shipped = folder / "none"},
                       folder / "exchange", Panel{.size = {540, 960}, .px_per_mm = 1.971},
                       Changeover::Outside{[](const std::string&) {
                                             return WallTime{.today = {2026, 11, 23}};
                                           },
                                           [](const std::string&) {}, [this] { woken(); }});
  }

  // The device's verbs.
  void deliver(const std::string& bytes) {
    auto installer = content::Installer::open(files, folder / "store");
    REQUIRE(installer);
    REQUIRE(installer->settle(content::read_verdicts(files, folder / "state")));
    const std::string hash = content::sha256(bytes);
    REQUIRE(files.write(installer->unfinished_file(hash), bytes));
    REQUIRE(installer->make_candidate({.trial = {hash, 1}, .edition = "2026-11-23"}));
  }
  void settle_as_shown() {
    const auto slots = content::read_slots(files, folder / "store");
    REQUIRE(content::record_shown(files, folder / "state", slots->candidate->trial));
    settle();
  }
  void settle() {
    auto installer = content::Installer::open(files, folder / "store");
    REQUIRE(installer);
    REQUIRE(installer->settle(content::read_verdicts(files, folder / "state")));
  }
  void say(const content::DeliverySlip& slip) {
    REQUIRE(content::write_delivery_slip(files, folder / "exchange", slip));
  }

  std::string open() {
    const Opened opened = changeover->open();
    return std::get<Stock>(opened).library->town().name;
  }
  Tidings tidings() {
    for (;;) {
      if (auto found = changeover->take())
        return std::move(*found);
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return wakes_ > 0; });
      wakes_ = 0;
    }
  }
  std::string next_edition() {
    for (;;)
      if (auto found = tidings(); found.stock)
        return found.stock->library->town().name;
  }

  TemporaryFolder folder;
  content::DiskFiles files;
  std::optional<Changeover> changeover;

 private:
  void woken() {
    const std::lock_guard lock(mutex_);
    ++wakes_;
    changed_.notify_all();
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  int wakes_ = 0;
};

}  // namespace

TEST_SUITE("changeover") {
  TEST_CASE("a candidate is tried once nobody is here, and handed over drawn") {
    Lobby lobby;
    CHECK(lobby.open() == "one");
    lobby.deliver(whole_bundle("two"));
    CHECK_FALSE(lobby.changeover->take());
    CHECK_FALSE(content::read_verdicts(lobby.files, lobby.folder / "state").trying);
    lobby.changeover->vacant(true);
    CHECK(lobby.next_edition() == "two");
    lobby.settle();
    lobby.deliver(whole_bundle("three"));  // the store's change alone wakes it
    CHECK(lobby.next_edition() == "three");
  }

  TEST_CASE("after a technician has gone back, what was shown before is shown again") {
    Lobby lobby;
    lobby.open();
    lobby.changeover->vacant(true);
    lobby.deliver(whole_bundle("two"));
    CHECK(lobby.next_edition() == "two");
    lobby.settle();
    {
      auto installer = content::Installer::open(lobby.files, lobby.folder / "store");
      REQUIRE(installer);
      REQUIRE(installer->roll_back());
    }
    CHECK(lobby.next_edition() == "one");
    const auto verdicts = content::read_verdicts(lobby.files, lobby.folder / "state");
    CHECK_FALSE(verdicts.unfinished());
    CHECK(verdicts.shown->bundle == content::sha256(whole_bundle("one")));
  }

  TEST_CASE("what the device says of a stick is passed on, and the kiosk's own no comes after it") {
    Lobby lobby;
    lobby.open();
    const content::DeliverySlip running{.percent = 40, .edition = "2026-11-23", .since = 1};
    lobby.say(running);
    CHECK(lobby.tidings().delivery == running);
    content::DeliverySlip accepted = running;
    accepted.state = content::DeliveryState::Accepted;
    lobby.deliver(whole_bundle("two", [](content::Edition& edition) { edition.topics.clear(); }));
    lobby.say(accepted);
    CHECK(lobby.tidings().delivery == accepted);
    lobby.changeover->vacant(true);
    const auto said = lobby.tidings().delivery;
    REQUIRE(said);
    CHECK(said->state == content::DeliveryState::Refused);
    CHECK(said->why == content::Objection::Refused);
  }

  TEST_CASE("a trial that is quicker than the device's word for it still has the last word") {
    Lobby lobby;
    lobby.open();
    lobby.deliver(whole_bundle("two"));
    const auto slots = content::read_slots(lobby.files, lobby.folder / "store");
    REQUIRE(content::record_refused(
        lobby.files, lobby.folder / "state",
        {slots->candidate->trial, content::DropReason::Undrawable, "a test"}));
    lobby.say({.state = content::DeliveryState::Accepted, .since = 2});
    CHECK(lobby.tidings().delivery->why == content::Objection::Refused);
    lobby.settle();  // the device drops it; what was said stays said
    CHECK_FALSE(lobby.changeover->take());
  }

  TEST_CASE("it ends at once when nothing happens") {
    Lobby lobby;
    lobby.open();
    lobby.changeover.reset();
    CHECK(lobby.files.names(lobby.folder / "state"));
  }
}
