// What a web server can do to a client, from kind to hostile; small time-outs, so it is quick.
#include "content-engine/repository/https_transport.h"

#include <doctest/doctest.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "tests/fixtures/http_server.h"
#include "tests/fixtures/temporary_folder.h"

using namespace content;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

HttpsOptions quick() {
  return {.plain_http = PlainHttp::Allowed,
          .connect_time = 500ms,
          .fetch_time = 400ms,
          .patience = 1s,
          .least_speed = 1000};
}

std::string numbered(std::size_t size) {
  std::string bytes;
  for (int i = 0; bytes.size() < size; ++i)
    bytes += std::to_string(i) + " ";
  return bytes.substr(0, size);
}

struct Given {
  TemporaryFolder folder;
  fs::path to = folder / "part";
  HttpReply reply;
  HttpServer server{[this](const HttpRequest&) { return reply; }};
  std::unique_ptr<HttpsTransport> transport = *HttpsTransport::open(server.address(), quick());

  Given() { std::signal(SIGPIPE, SIG_IGN); }
  Refusal fetched(std::size_t limit = 1000) {
    const auto result = transport->fetch("timestamp.json", limit);
    return result ? Refusal::Invalid : result.failure().refusal;
  }
  Refusal downloaded(std::uint64_t length) {
    const auto result = transport->download("a.bundle", length, to, {});
    return result ? Refusal::Invalid : result.failure().refusal;
  }
  std::string contents() const {
    std::ostringstream out;
    out << std::ifstream(to, std::ios::binary).rdbuf();
    return out.str();
  }
};

}  // namespace

TEST_CASE("a file is fetched, and its name goes out as it is") {
  Given given;
  given.reply.body = "bytes";
  CHECK(*given.transport->fetch("..%2Fx/%3F%23/a%20b.json", 5) == "bytes");
  CHECK(given.server.requests.back().path == "/..%2Fx/%3F%23/a%20b.json");
  const auto below = HttpsTransport::open(given.server.address() + "a%5B1%5D/../metadata", quick());
  REQUIRE((*below)->fetch("1.root.json", 5));
  CHECK(given.server.requests.back().path == "/a%5B1%5D/../metadata/1.root.json");
}

TEST_CASE("statuses are told apart: not there, and not now") {
  Given given;
  for (const int status : {404, 403, 410}) {
    given.reply = {.status = status, .body = std::string(5000, 'x')};
    CHECK(given.fetched() == Refusal::NotFound);
    CHECK(given.downloaded(10) == Refusal::NotFound);
  }
  for (const int status : {500, 503, 429, 401, 301, 204}) {
    given.reply = {.status = status, .body = "x", .headers = "Location: /elsewhere\r\n"};
    CHECK(given.fetched() == Refusal::Unavailable);
    CHECK(given.downloaded(10) == Refusal::Unavailable);
    CHECK(given.contents().empty());
  }
}

TEST_CASE("a redirect is not followed, so that a circle of them is nothing") {
  Given given;
  given.reply = {.status = 302, .headers = "Location: /timestamp.json\r\n"};
  CHECK(given.fetched() == Refusal::Unavailable);
  CHECK(given.server.requests.size() == 1);
}

TEST_CASE("a server without end is cut at the limit") {
  Given given;
  given.reply = {.body = std::string(1000, 'x'), .claimed_length = -2, .endless = true};
  CHECK(given.fetched(16'384) == Refusal::TooLarge);
  CHECK(given.downloaded(50'000) == Refusal::TooLarge);
  CHECK(fs::file_size(given.to) <= 50'000);
  given.reply = {.body = std::string(1001, 'x')};
  CHECK(given.fetched(1000) == Refusal::TooLarge);
}

TEST_CASE("headers without end are cut as well") {
  Given given;
  for (int i = 0; i < 2000; ++i)
    given.reply.headers += "X-" + std::to_string(i) + ": " + std::string(40, 'x') + "\r\n";
  CHECK(given.fetched() == Refusal::TooLarge);
}

TEST_CASE("a server that hangs is given up, before and after its headers") {
  for (const int status : {0, 200}) {
    Given given;
    given.reply = {.status = status, .body = "x", .claimed_length = 10, .hang = true};
    CHECK(given.fetched() == Refusal::Unavailable);
  }
  Given given;
  given.reply = {.body = "half", .claimed_length = 8, .hang = true};
  CHECK(given.downloaded(8) == Refusal::Unavailable);
  CHECK(given.contents() == "half");
}

TEST_CASE("a server that trickles is given up") {
  Given given;
  given.reply = {.body = std::string(2000, 'x'), .pause_ms = 20};
  CHECK(given.fetched(2000) == Refusal::Unavailable);
  CHECK(given.downloaded(2000) == Refusal::Unavailable);
}

TEST_CASE("a transfer cut at every tenth goes on where it stopped") {
  Given given;
  const std::string whole = numbered(50'000);
  for (const bool says_length : {true, false}) {
    fs::remove(given.to);
    given.reply = {.body = whole, .claimed_length = says_length ? -1 : -2, .cut_after = 5000};
    for (int tenth = 1; tenth < 10; ++tenth) {
      CHECK(given.downloaded(whole.size()) == Refusal::Unavailable);
      CHECK(fs::file_size(given.to) == static_cast<std::uintmax_t>(5000 * tenth));
    }
    CHECK(given.downloaded(whole.size()) == Refusal::Invalid);
    CHECK(given.contents() == whole);
    CHECK(given.server.requests.back().from == 45'000);
  }
}

TEST_CASE("where the server has no ranges the download begins again") {
  Given given;
  const std::string whole = numbered(20'000);
  given.reply = {.body = whole, .cut_after = 12'000};
  CHECK(given.downloaded(whole.size()) == Refusal::Unavailable);
  given.reply = {.body = whole, .ranges = false};
  CHECK(given.downloaded(whole.size()) == Refusal::Invalid);
  CHECK(given.contents() == whole);
}

TEST_CASE("a range that is not the one asked for is not appended") {
  Given given;
  std::ofstream(given.to) << "12345";
  given.reply = {.status = 206, .body = "67890", .headers = "Content-Range: bytes 0-4/10\r\n"};
  CHECK(given.downloaded(10) == Refusal::Unavailable);
  given.reply.headers.clear();
  CHECK(given.downloaded(10) == Refusal::Unavailable);
  CHECK(given.contents() == "12345");
}

TEST_CASE("a server that lies about the length gains nothing") {
  Given given;
  const std::string whole = numbered(3000);
  given.reply = {.body = whole.substr(0, 2000)};  // shorter than signed, and says so
  CHECK(given.downloaded(3000) == Refusal::Untrusted);
  fs::remove(given.to);
  given.reply = {.body = whole, .claimed_length = 4000};
  CHECK(given.downloaded(3000) != Refusal::NotFound);
  fs::remove(given.to);
  given.reply = {.body = whole + "more"};
  CHECK(given.downloaded(3000) == Refusal::TooLarge);
  CHECK(fs::file_size(given.to) <= 3000);
  fs::remove(given.to);
  std::ofstream(given.to) << whole.substr(0, 2500);
  given.reply = {.body = whole.substr(0, 2500)};  // nothing behind what is there: 416
  CHECK(given.downloaded(3000) == Refusal::Untrusted);
}

TEST_CASE("nobody there, no such address, a full disk") {
  Given given;
  std::string dead;
  {
    HttpServer gone([](const HttpRequest&) { return HttpReply{}; });
    dead = gone.address();
  }
  CHECK((*HttpsTransport::open(dead, quick()))->fetch("x", 10).failure().refusal ==
        Refusal::Unavailable);
  for (const char* wrong : {"ftp://a/", "file:///etc", "kiosk.example", "", "HTTPS//x"})
    CHECK(HttpsTransport::open(wrong, quick()).failure().refusal == Refusal::Invalid);
  CHECK(HttpsTransport::open("http://a/", {}).failure().refusal == Refusal::Invalid);
  given.reply.body = "bytes";
  CHECK(given.transport->download("x", 5, "/dev/full", {}).failure().refusal == Refusal::NoSpace);
}

TEST_CASE("a download can be interrupted by the one who asked") {
  Given given;
  given.reply.body = numbered(100'000);
  const auto done = given.transport->download("x", 100'000, given.to,
                                              [](std::uint64_t bytes) { return bytes < 1; });
  CHECK(done.failure().refusal == Refusal::Unavailable);
}

TEST_CASE("TLS: only a server whose certificate an authority of ours vouches for, by its name") {
  const TemporaryFolder folder;
  const TlsFiles right = make_certificate(folder.path(), "IP:127.0.0.1");
  const TlsFiles elsewhere = make_certificate(folder.path(), "DNS:elsewhere.example");
  const auto reply = [](const HttpRequest&) { return HttpReply{.body = "bytes"}; };
  HttpsOptions options = quick();
  options.plain_http = PlainHttp::Refused;
  options.fetch_time = 3s;
  {
    HttpServer server(reply, right);
    CHECK((*HttpsTransport::open(server.address(), options))->fetch("x", 9).failure().refusal ==
          Refusal::Unavailable);
    options.authorities = right.certificate;
    CHECK(*(*HttpsTransport::open(server.address(), options))->fetch("x", 9) == "bytes");
  }
  {
    HttpServer server(reply, elsewhere);
    options.authorities = elsewhere.certificate;
    CHECK_FALSE((*HttpsTransport::open(server.address(), options))->fetch("x", 9));
  }
  {
    TlsFiles asking = right;
    asking.client_authority = elsewhere.certificate;
    HttpServer server(reply, asking);
    options.authorities = right.certificate;
    CHECK_FALSE((*HttpsTransport::open(server.address(), options))->fetch("x", 9));
    options.client_certificate = elsewhere.certificate;
    options.client_key = elsewhere.key;
    CHECK(*(*HttpsTransport::open(server.address(), options))->fetch("x", 9) == "bytes");
  }
}

TEST_CASE("a proxy from the settings is used, one from the environment is not") {
  Given given;
  given.reply.body = "from the proxy";
  HttpsOptions options = quick();
  setenv("http_proxy", "http://127.0.0.1:1/", 1);
  CHECK(given.transport->fetch("x", 100));
  options.proxy = given.server.address();
  const auto through = HttpsTransport::open("http://kiosk.example/", options);
  CHECK(*(*through)->fetch("x", 100) == "from the proxy");
  CHECK(given.server.requests.back().path == "http://kiosk.example/x");
  unsetenv("http_proxy");
}

TEST_CASE("the description names the server and no password") {
  CHECK((*HttpsTransport::open("https://kiosk:secret@stadt.example/herne", {}))->description() ==
        "https://stadt.example/herne/");
  CHECK((*HttpsTransport::open("https://stadt.example/a@b/", {}))->description() ==
        "https://stadt.example/a@b/");
}
