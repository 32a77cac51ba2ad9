// The PIN: what is one, how often it may be tried, and that it is checked beside the screen.
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <thread>

#include "content-engine/store/names.h"
#include "content-engine/store/pin_hash.h"
#include "kiosk/selftest/pin_check.h"
#include "kiosk/selftest/pin_guard.h"
#include "tests/fixtures/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

// "274951", with the least that is allowed, so that tests do not wait.
const std::string hash =
    "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0$LvZPS/GyDeMD4YXuj0XghjpBdME45zPz/Wu8i1tWFEU";

}  // namespace

TEST_SUITE("selftest/pin") {
  TEST_CASE("six to twelve digits, and none that everybody tries") {
    for (const char* good : {"274951", "112358", "907314", "274951274952"})
      CHECK_MESSAGE(content::is_good_pin(good), good);
    for (const char* bad :
         {"", "12345", "1234567890123", "27495a", "27 951", "111111", "123456", "654321", "890123",
          "121212", "123123", "474747", "112112", "447474", "0000001"})
      CHECK_FALSE_MESSAGE(content::is_good_pin(bad), bad);
  }

  TEST_CASE("a hash is Argon2id's, and checking it costs no more than a kiosk has") {
    const std::string end = "$c2FsdHNhbHRzYWx0$0Q9OT3vW5B3zEVaV8QnKvMDCbwUL1xJcaGaPWFt0bXk";
    CHECK(content::is_pin_hash("$argon2id$v=19$m=32768,t=3,p=1" + end));
    for (const std::string& bad :
         {std::string("274951"), "$argon2i$v=19$m=32768,t=3,p=1" + end,
          "$argon2id$v=16$m=32768,t=3,p=1" + end, "$argon2id$v=19$m=4000000,t=3,p=1" + end,
          "$argon2id$v=19$m=32768,t=99,p=1" + end, "$argon2id$v=19$m=32768,t=3,p=64" + end,
          "$argon2id$v=19$m=0,t=3,p=1" + end, "$argon2id$v=19$m=32768,t=3,p=1" + end + " ",
          std::string("$argon2id$v=19$m=32768,t=3,p=1$c2Fs$short"), std::string(500, '$')})
      CHECK_FALSE_MESSAGE(content::is_pin_hash(bad), bad);
  }

  TEST_CASE("three tries, then half a minute, doubling to a quarter of an hour") {
    const TemporaryFolder folder;
    content::DiskFiles files;
    PinGuard guard(files, folder.path(), 0ms);
    std::chrono::milliseconds now{0};
    for (const auto wanted : {0s, 0s, 30s, 60s, 120s, 240s, 480s, 900s, 900s}) {
      guard.trying(now);
      CHECK(guard.wait(now) == wanted);
      now += guard.wait(now);
      CHECK(guard.wait(now) == 0ms);
    }
    guard.succeeded();
    guard.trying(now);
    CHECK(guard.wait(now) == 0ms);
  }

  TEST_CASE("pulling the plug wins nothing: failures are kept, and the wait begins anew") {
    const TemporaryFolder folder;
    content::DiskFiles files;
    {
      PinGuard guard(files, folder.path(), 0ms);
      for (int i = 0; i < 4; ++i)
        guard.trying(0ms);
    }
    PinGuard again(files, folder.path(), 5ms);
    CHECK(again.failures() == 4);
    CHECK(again.wait(5ms) == 60s);
    again.succeeded();
    CHECK(PinGuard(files, folder.path(), 0ms).failures() == 0);
    CHECK_FALSE(std::filesystem::exists(folder / "service-pin"));
    // What is no slip of ours was one; it does not set the count back.
    std::ofstream(folder / "service-pin") << "garbage";
    CHECK(PinGuard(files, folder.path(), 0ms).wait(0ms) == 30s);
  }

  TEST_CASE("a disk that takes nothing keeps nobody out, and the wait holds all the same") {
    content::DiskFiles files;
    PinGuard guard(files, "/nonexistent/state", 0ms);
    for (int i = 0; i < 3; ++i)
      guard.trying(0ms);
    CHECK(guard.wait(0ms) == 30s);
  }

  TEST_CASE(
      "checked on a thread of its own; the wrong one, and a hash that is none, open nothing") {
    for (const auto& [text, pin, right] :
         {std::tuple{hash, "274951", true}, std::tuple{hash, "274952", false},
          std::tuple{std::string("$argon2id$v=19$m=4000000,t=3,p=1$x$y"), "274951", false},
          std::tuple{std::string(), "", false}}) {
      std::atomic<bool> woken{false};
      std::thread::id other;
      PinCheck check(text, [&] {
        other = std::this_thread::get_id();
        woken = true;
      });
      CHECK_FALSE(check.take());
      check.ask(pin);
      CHECK(check.asked());
      while (!woken)
        std::this_thread::sleep_for(1ms);
      CHECK(other != std::this_thread::get_id());
      const auto answer = check.take();
      REQUIRE(answer);
      CHECK(*answer == right);
      CHECK_FALSE(check.take());
    }
  }
}
