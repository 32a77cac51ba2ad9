// What systemd is told, heard on a socket like its own.
#include "kiosk/platform/overseer.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>

using namespace kiosk;
using std::chrono::milliseconds;

namespace {

// Systemd's end; in the abstract namespace, as its own may be.
class Socket final {
 public:
  Socket() : fd_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0)) {
    const std::string name = "wegweiser-overseer-" + std::to_string(::getpid());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(&address.sun_path[1], sizeof address.sun_path - 2);
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    REQUIRE(::bind(fd_, reinterpret_cast<sockaddr*>(&address), length) == 0);
    ::setenv("NOTIFY_SOCKET", ("@" + name).c_str(), 1);
  }
  ~Socket() {
    ::unsetenv("NOTIFY_SOCKET");
    ::close(fd_);
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  // Everything said since the last time, each thing ended by ';'.
  std::string heard() {
    std::string all;
    std::array<char, 512> bytes{};
    for (ssize_t got; (got = ::recv(fd_, bytes.data(), bytes.size(), 0)) > 0;)
      all += std::string(bytes.data(), static_cast<std::size_t>(got)) + ';';
    return all;
  }

 private:
  int fd_;
};

}  // namespace

TEST_SUITE("platform/overseer") {
  TEST_CASE("only a picture that reached the screen is a sign of life") {
    Socket systemd;
    Overseer overseer(milliseconds(10'000));
    CHECK_FALSE(overseer.due());
    overseer.shown(0, milliseconds(5));
    CHECK(systemd.heard().empty());
    overseer.shown(1, milliseconds(100));
    CHECK(systemd.heard() == "READY=1\nSTATUS=shows pictures;WATCHDOG=1;");
    CHECK(overseer.due() == milliseconds(4'100));
    overseer.shown(1, milliseconds(4'200));
    CHECK(systemd.heard().empty());
    overseer.shown(2, milliseconds(4'300));
    CHECK(systemd.heard() == "WATCHDOG=1;");
    overseer.shown(3, milliseconds(4'350));
    CHECK_MESSAGE(systemd.heard().empty(), "a fade is not forty messages");
  }

  TEST_CASE("a kiosk that owes a page for a minute gives no sign of life, whatever it draws") {
    Socket systemd;
    Overseer overseer(milliseconds(10'000));
    overseer.asked(1, milliseconds(0));
    overseer.answered(1, milliseconds(50));
    overseer.shown(1, milliseconds(60));
    overseer.asked(2, milliseconds(1'000));
    overseer.asked(3, milliseconds(2'000));
    overseer.shown(2, milliseconds(30'000));
    CHECK(systemd.heard() == "READY=1\nSTATUS=shows pictures;WATCHDOG=1;WATCHDOG=1;");
    overseer.shown(3, milliseconds(61'001));
    CHECK(systemd.heard().empty());
    overseer.answered(2, milliseconds(61'100));
    overseer.shown(4, milliseconds(61'200));
    CHECK(systemd.heard() == "WATCHDOG=1;");
    overseer.answered(3, milliseconds(61'300));
    overseer.shown(5, milliseconds(500'000));
    CHECK(systemd.heard() == "WATCHDOG=1;");
  }

  TEST_CASE("waiting for a screen is no failure to start") {
    Socket systemd;
    Overseer overseer;
    overseer.awaits_screen(milliseconds(5'000));
    CHECK(systemd.heard() == "EXTEND_TIMEOUT_USEC=10000000\nSTATUS=waits for a screen;");
  }

  TEST_CASE(
      "a screen that is gone is waited for alive, and its next picture says that it is back") {
    Socket systemd;
    Overseer overseer(milliseconds(10'000));
    overseer.shown(7, milliseconds(100));
    systemd.heard();
    overseer.awaits_screen(milliseconds(5'000));
    overseer.awaits_screen(milliseconds(5'000));
    CHECK(systemd.heard() ==
          "EXTEND_TIMEOUT_USEC=10000000\nSTATUS=waits for a screen;WATCHDOG=1;"
          "EXTEND_TIMEOUT_USEC=10000000\nSTATUS=waits for a screen;WATCHDOG=1;");
    overseer.shown(1, milliseconds(200));
    CHECK(systemd.heard() == "STATUS=shows pictures;WATCHDOG=1;");
    overseer.shown(2, milliseconds(4'300));
    CHECK(systemd.heard() == "WATCHDOG=1;");
  }

  TEST_CASE("on a desk nobody is told and nothing is due") {
    Overseer overseer;
    overseer.shown(1, milliseconds(10));
    CHECK_FALSE(overseer.due());
  }
}
