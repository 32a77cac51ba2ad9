// wegweiser-device sync over https, and its command line.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/fixtures/device_world.h"

using namespace content;
namespace fs = std::filesystem;

TEST_SUITE("device/sync") {
  TEST_CASE("the newest edition comes from a server with TLS, and comes once") {
    DeviceWorld world;
    const std::string first = world.publish("Herne eins");
    HttpServer& server = world.serve();
    const auto run = world.run("sync --json");
    INFO(run.err);
    CHECK(run.status == 0);
    const auto json = nlohmann::json::parse(run.out);
    CHECK(json["result"] == "candidate");
    CHECK(json["bundle"] == first);
    CHECK(json["clock"] == "plausible");
    CHECK(world.slip().medium == Medium::Network);
    world.show();
    server.requests.clear();
    CHECK(world.run("sync").out == "edition 2026-11-23 is the newest and here\n");
    CHECK(world.active() == first);
    CHECK(server.requests.size() == 2);  // the next root, the timestamp
  }

  TEST_CASE("a folder in the house's network is a repository as well") {
    DeviceWorld world;
    const std::string first = world.publish("Herne eins");
    world.fill_stick();
    world.set("repository", world.stick.string());
    CHECK(world.run("sync").status == 0);
    CHECK(world.slots().candidate->trial.bundle == first);
  }

  TEST_CASE("without a repository sync carries out the verdict and is content") {
    DeviceWorld world;
    world.publish("Herne eins");
    world.fill_stick();
    REQUIRE(world.run("import '" + world.stick.string() + "'").status == 0);
    world.show();
    const auto run = world.run("sync --json");
    CHECK(run.status == 0);
    CHECK(nlohmann::json::parse(run.out)["settled"] == "promoted");
  }

  TEST_CASE("nobody there: said, with a status of its own, and nothing is lost") {
    DeviceWorld world;
    world.set("repository", "https://127.0.0.1:1/herne");
    const auto run = world.run("--messages de sync");
    CHECK(run.status == 10);
    CHECK(run.err.find("nicht erreichbar") != std::string::npos);
  }

  TEST_CASE("a certificate that nobody vouches for is nobody there") {
    DeviceWorld world;
    world.publish("Herne eins");
    world.serve();
    world.set("authorities", "");
    CHECK(world.run("sync").status == 10);
  }
}

TEST_SUITE("device/secrets") {
  TEST_CASE("a password in an address is in no message, slip, report or status") {
    DeviceWorld world;
    world.publish("Herne eins");
    HttpServer& server = world.serve();
    world.set("textfile", (world.folder / "wegweiser.prom").string());
    const auto nowhere = [&](const std::string& words, int status) {
      CAPTURE(words);
      const auto run = world.run(words);
      CHECK_MESSAGE(run.status == status, run.err);
      for (const std::string& said : {run.out, run.err})
        CHECK_MESSAGE(said.find("geheim") == std::string::npos, said);
      for (const fs::path& place : {world.exchange, world.store, world.state})
        for (const auto& entry : fs::recursive_directory_iterator(place))
          if (entry.is_regular_file())
            CHECK_MESSAGE(contents_of(entry.path()).find("geheim") == std::string::npos,
                          entry.path().string());
      CHECK(contents_of(world.folder / "wegweiser.prom").find("geheim") == std::string::npos);
    };
    SUBCASE("of a proxy that is not there") {
      world.set("proxy", "http://kiosk:geheim@127.0.0.1:1");
      nowhere("sync", 10);
      nowhere("sync --json", 10);
    }
    SUBCASE("of a proxy whose name nobody knows") {
      world.set("proxy", "http://kiosk:geheim@proxy.invalid:3128");
      nowhere("sync", 10);
    }
    SUBCASE("of a proxy that is none") {
      world.set("proxy", "http://kiosk:geheim@" + server.address().substr(8));
      nowhere("sync --messages de", 10);
    }
    SUBCASE("of a proxy that is written wrongly") {
      world.set("proxy", "ftp://kiosk:geheim@127.0.0.1");
      nowhere("sync", 3);
    }
    SUBCASE("of a server") {
      world.set("repository", "https://kiosk:geheim@" + server.address().substr(8));
      nowhere("sync", 0);
      nowhere("status", 0);
    }
    SUBCASE("of a server for reports") {
      world.set("report_url", "https://kiosk:geheim@127.0.0.1:1/reports");
      nowhere("sync", 0);
    }
    nowhere("status --json", world.run("status").status);
  }
}

TEST_SUITE("device/command line") {
  TEST_CASE("wrong usage is 2, wrong settings are 3, help is 0") {
    DeviceWorld world;
    for (const char* words : {"", "unknown", "sync more", "import", "import a b", "trust",
                              "--messages fr status", "--unknown status", "status --settings"})
      CHECK_MESSAGE(world.run(words).status == 2, words);
    CHECK(world.run("--help").status == 0);
    CHECK(world.run("--version").out.find("wegweiser-device ") == 0);
    world.set("repository", "ftp://elsewhere");
    const auto wrong = world.run("--messages de status");
    CHECK(wrong.status == 3);
    CHECK(wrong.err.find("https://") != std::string::npos);
  }

  TEST_CASE("a failure under --json is an object with the same status") {
    DeviceWorld world;
    const auto run = world.run("--json import /nowhere");
    CHECK(run.status == 10);
    const auto json = nlohmann::json::parse(run.out);
    CHECK(json["exit"] == 10);
    CHECK(json["why"] == "unreachable");
    CHECK(json["command"] == "import");
  }

  TEST_CASE("status says what is here, as words and as an object") {
    DeviceWorld world;
    const auto before = world.run("--messages de status");
    CHECK(before.status == 0);
    CHECK(before.out.find("keine; der Kiosk zeigt, was mit dem Programm kam") != std::string::npos);
    const std::string first = world.publish("Herne eins");
    world.fill_stick();
    REQUIRE(world.run("import '" + world.stick.string() + "'").status == 0);
    const auto waiting = world.run("status");
    CHECK(waiting.out.find("waits until nobody stands before the kiosk") != std::string::npos);
    world.show();
    REQUIRE(world.run("confirm").status == 0);
    const auto run = world.run("status --json");
    const auto json = nlohmann::json::parse(run.out);
    CHECK(json["active"]["bundle"] == first);
    CHECK(json["shown"] == first);
    CHECK(json["kiosk"] == "foyer-1");
    CHECK(json["last_run"]["result"] == "fine");
    CHECK(json["root"]["version"] == 1);
  }
}
