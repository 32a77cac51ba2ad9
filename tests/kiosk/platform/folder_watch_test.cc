#include "kiosk/platform/folder_watch.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

#include "content-engine/store/files.h"
#include "tests/fixtures/temporary_folder.h"

using kiosk::FolderWatch;

TEST_SUITE("folder watch") {
  TEST_CASE("a file that takes its place ends the wait, also when it came before") {
    const TemporaryFolder folder;
    FolderWatch watch({folder.path()});
    REQUIRE(content::write_file(folder / "slots", "1"));
    watch.wait();
    std::atomic<int> waits{0};
    std::thread waiter([&] {
      watch.wait();
      ++waits;
    });
    REQUIRE(content::write_file(folder / "slots", "2"));
    waiter.join();
    CHECK(waits == 1);
  }

  TEST_CASE("a call ends the wait, also when it came before") {
    const TemporaryFolder folder;
    FolderWatch watch({folder.path()});
    watch.call();
    watch.wait();
    std::thread waiter([&] { watch.wait(); });
    watch.call();
    waiter.join();
  }

  TEST_CASE("a folder that comes later is watched, and one that goes away is missed") {
    const TemporaryFolder folder;
    const auto later = folder / "exchange";
    FolderWatch watch({later});
    std::filesystem::create_directory(later);
    watch.wait();  // because it has come
    REQUIRE(content::write_file(later / "delivery", "1"));
    watch.wait();
    std::filesystem::remove_all(later);
    watch.wait();  // because it is gone
    std::filesystem::create_directory(later);
    watch.wait();
    REQUIRE(content::write_file(later / "delivery", "2"));
    watch.wait();
  }
}
