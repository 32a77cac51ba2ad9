// The report: small, without a word about people, to a stick that asks for it, to a server, to
// node-exporter; and to nobody else.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "content-engine/store/names.h"
#include "tests/fixtures/device_world.h"
#include "tools/device/condition.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

std::set<std::string> names_below(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    names.insert(fs::relative(entry.path(), folder).string());
  return names;
}

}  // namespace

TEST_SUITE("device/report") {
  TEST_CASE("a stick without the folder stays as it was, byte for byte and name for name") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    const auto before = names_below(world.stick);
    const auto written = fs::last_write_time(world.stick);
    CHECK(world.import("--json").out.find("\"report\": \"absent\"") != std::string::npos);
    CHECK(names_below(world.stick) == before);
    CHECK(fs::last_write_time(world.stick) == written);
  }

  TEST_CASE("a stick with the folder gets one file, after the import, also after a refusal") {
    DeviceWorld world;
    const std::string first = world.publish_on_stick("Herne eins");
    fs::create_directory(world.stick / "wegweiser-report");
    auto expected = names_below(world.stick);
    expected.insert("wegweiser-report/foyer-1.json");
    CHECK(world.import("--json").out.find("\"report\": \"done\"") != std::string::npos);
    CHECK(names_below(world.stick) == expected);
    const fs::path file = world.stick / "wegweiser-report" / "foyer-1.json";
    auto json = nlohmann::json::parse(contents_of(file));
    CHECK(json["candidate"]["bundle"] == first);
    CHECK(json["last_run"]["exit"] == 0);
    CHECK(fs::file_size(file) <= report_limit);

    world.repository.metadata("timestamp")[20] ^= 1;
    world.fill_stick();
    const auto refused = world.import("--json");
    CHECK(refused.status == 5);
    CHECK(nlohmann::json::parse(refused.out)["report"] == "done");
    json = nlohmann::json::parse(contents_of(file));
    CHECK(json["last_run"]["result"] == "untrusted");
  }

  TEST_CASE("what the kiosk counted is exported under the device's name and goes with the report") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    CHECK(world.run("counters export").status == 11);
    CHECK(world.run("counters import").status == 2);
    const std::string lines =
        "day,hour,language,deed,subject,count\n"
        "2026-11-02,9,de,session,,3\n"
        "2026-11-23,10,tr,topic,wohngeld,2\n";
    std::ofstream(world.state / "counters") << "wegweiser-counters 1\n" << lines;
    const auto exported = world.run("counters export");
    CHECK(exported.status == 0);
    CHECK(exported.out == "wegweiser-counters 1 foyer-1\n" + lines);
    fs::create_directory(world.stick / "wegweiser-report");
    CHECK(world.import("--json").out.find("\"report\": \"done\"") != std::string::npos);
    CHECK(contents_of(world.stick / "wegweiser-report" / "foyer-1.counters.csv") == exported.out);
    std::ofstream(world.state / "counters") << "dust";
    CHECK(world.run("counters export").status != 0);
  }

  TEST_CASE("a link in the place of the folder or of the file leads nowhere") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    const fs::path outside = world.folder / "outside";
    fs::create_directory(outside);
    SUBCASE("folder") {
      fs::create_directory_symlink(outside, world.stick / "wegweiser-report");
      CHECK(world.import("--json").out.find("\"report\": \"absent\"") != std::string::npos);
    }
    SUBCASE("file") {
      fs::create_directory(world.stick / "wegweiser-report");
      std::ofstream(outside / "file") << "mine";
      fs::create_symlink(outside / "file", world.stick / "wegweiser-report" / "foyer-1.json");
      fs::create_symlink(outside / "new", world.stick / "wegweiser-report" / "foyer-1.json.new");
      const auto run = world.import();
      CHECK(run.status == 0);
      CHECK(contents_of(outside / "file") == "mine");
      fs::remove(outside / "file");
    }
    CHECK(fs::is_empty(outside));
  }

  TEST_CASE("a folder that cannot be written is said and changes nothing of the import") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    // A folder in the file's place fails for root as well, who may write everywhere.
    fs::create_directories(world.stick / "wegweiser-report" / "foyer-1.json" / "x");
    const auto run = world.import("--messages de");
    CHECK(run.status == 0);
    CHECK(run.err.find("Der Bericht kam nicht an") != std::string::npos);
    CHECK(world.slots().candidate);
  }

  TEST_CASE("by PUT where configured, again when the server is busy, never when it says no") {
    DeviceWorld world;
    world.publish("Herne eins");
    std::vector<HttpRequest> puts;
    std::vector<HttpRequest> metrics;
    std::vector<int> answers;
    const auto files = serving(world.repository.files);
    HttpServer& server = world.serve([&](const HttpRequest& request) {
      if (request.method != "PUT")
        return files(request);
      if (request.path.ends_with(".prom")) {
        metrics.push_back(request);
        return HttpReply{.status = 204};
      }
      puts.push_back(request);
      return HttpReply{.status = answers.at(puts.size() - 1)};
    });
    world.set("report_url", server.address() + "reports");
    std::string word;
    SUBCASE("taken at once") {
      answers = {204};
      word = "done";
    }
    SUBCASE("taken at the second time") {
      answers = {503, 201};
      word = "done";
    }
    SUBCASE("never taken: the run is fine all the same, and says so") {
      answers = {503, 503, 503};
      word = "failed";
    }
    SUBCASE("not taken") {
      answers = {403};
      word = "failed";
    }
    const auto run = world.run("--json sync");
    INFO(run.err);
    CHECK(run.status == 0);
    CHECK(nlohmann::json::parse(run.out)["report"] == word);
    REQUIRE(puts.size() == answers.size());
    CHECK(puts.back().path == "/reports/foyer-1.json");
    CHECK(puts.back().agent.find("(foyer-1)") != std::string::npos);
    CHECK(nlohmann::json::parse(puts.back().body)["kiosk"] == "foyer-1");
    CHECK(puts.back().body.size() <= report_limit);
    // Where the report was taken, the same for Prometheus beside it.
    REQUIRE(metrics.size() == (word == "done" ? 1U : 0U));
    if (!metrics.empty()) {
      CHECK(metrics[0].path == "/reports/foyer-1.prom");
      CHECK(metrics[0].body.find("wegweiser_last_run_exit{kiosk=\"foyer-1\"} 0\n") !=
            std::string::npos);
    }
  }

  TEST_CASE("the textfile is replaced in one step and readable by the collector") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    const fs::path file = world.folder / "wegweiser.prom";
    world.set("textfile", file.string());
    REQUIRE(world.import().status == 0);
    const std::string text = contents_of(file);
    CHECK(text.find("wegweiser_candidate{kiosk=\"foyer-1\"} 1\n") != std::string::npos);
    CHECK(text.find("wegweiser_last_run_exit{kiosk=\"foyer-1\"} 0\n") != std::string::npos);
    CHECK(text.find("wegweiser_info{kiosk=\"foyer-1\",") != std::string::npos);
    CHECK((fs::status(file).permissions() & fs::perms::others_read) != fs::perms::none);
    struct stat before {};
    struct stat after {};
    REQUIRE(stat(file.c_str(), &before) == 0);
    std::ofstream keeper(file, std::ios::app);  // keeps the old file's number in use
    REQUIRE(world.import().status == 0);
    REQUIRE(stat(file.c_str(), &after) == 0);
    CHECK(before.st_ino != after.st_ino);
    world.set("textfile", "/nowhere/wegweiser.prom");
    CHECK(world.import().status == 0);
  }

  TEST_CASE("when a run last ended well is kept over those that do not") {
    DeviceWorld world;
    const fs::path file = world.folder / "wegweiser.prom";
    world.set("textfile", file.string());
    const auto success = [&] {
      const std::string text = contents_of(file);
      const std::string name = "\nwegweiser_last_success_seconds{kiosk=\"foyer-1\"} ";
      const auto at = text.find(name);
      return at == std::string::npos ? 0L : std::stol(text.substr(at + name.size()));
    };
    CHECK(world.import().status != 0);  // nothing is on the stick, which is no fault
    const long first = success();
    CHECK(first > 0);
    world.publish_on_stick("Herne eins");
    world.repository.metadata("timestamp")[20] ^= 1;
    world.fill_stick();
    CHECK(world.run_at("+1h", "import '" + world.stick.string() + "'").status == 5);
    CHECK(success() == first);
    world.repository.metadata("timestamp")[20] ^= 1;
    world.fill_stick();
    CHECK(world.run_at("+1h", "import '" + world.stick.string() + "'").status == 0);
    CHECK(success() > first);
  }

  TEST_CASE("what the newest self-test found goes with the report, whoever wrote nonsense there") {
    DeviceWorld world;
    const fs::path file = world.folder / "wegweiser.prom";
    world.set("textfile", file.string());
    const auto left = [&](const std::string& text) {
      std::ofstream(world.exchange / "selftest.json") << text;
      world.import();
      return nlohmann::json::parse(world.run("--json status").out)["selftest"];
    };
    const std::string head =
        R"({"wegweiser_selftest":1,"at":"2026-11-26T10:00:00Z","result":"fail",)";
    CHECK(left("").is_null());
    CHECK(left("{").is_null());
    CHECK(left(R"({"wegweiser_selftest":2})").is_null());
    CHECK(left(head + R"("checks":7})").is_null());
    CHECK(contents_of(file).find("selftest") == std::string::npos);
    const auto told = left(
        head +
        R"("checks":[7,{"check":"clock","result":"fail"},{"check":"sound","result":"warn"},)"
        R"({"check":"touch","result":"pass"},{"check":"a\"} 1\n","result":"fail"},)"
        R"({"check":"printer","result":"not-applicable"},{"check":"disk","result":"worse"}]})");
    CHECK(told["at"] == "2026-11-26T10:00:00Z");
    CHECK(told["result"] == "fail");
    CHECK(told["fail"] == nlohmann::json{"clock"});
    CHECK(told["warn"] == nlohmann::json{"sound"});
    const std::string text = contents_of(file);
    for (const char* line : {R"(wegweiser_selftest_result{kiosk="foyer-1",check="clock"} 2)",
                             R"(wegweiser_selftest_result{kiosk="foyer-1",check="sound"} 1)",
                             R"(wegweiser_selftest_result{kiosk="foyer-1",check="touch"} 0)"})
      CHECK_MESSAGE(text.find(std::string("\n") + line + "\n") != std::string::npos, text);
    CHECK(text.find("printer") == std::string::npos);
    CHECK(text.find("disk") == std::string::npos);
  }

  TEST_CASE("however long the parts, the report stays one object within its limit") {
    Condition condition;
    const std::string hash(64, 'a');
    const Slot slot{.trial = {hash, 1000},
                    .edition = std::string(400, 'e'),
                    .sequence = INT64_MAX,
                    .signed_at = 4'000'000'000,
                    .signer = std::string(400, 's'),
                    .source = std::string(200, '"') + std::string(200, '\\')};
    condition.kiosk_id = std::string(40, 'k');
    condition.slots.active = condition.slots.previous = condition.slots.candidate = slot;
    for (std::size_t i = 0; i < dropped_limit; ++i)
      condition.slots.dropped.push_back(
          {{hash, 1000}, DropReason::Undrawable, std::string(400, '\x01')});
    condition.store_trouble = "ä\xff" + std::string(10'000, 'x');
    condition.last_run = LastRun{.command = "import", .result = "broken", .detail = "\xf0\x9f"};
    condition.last_run->detail += std::string(5000, '"');
    condition.selftest = LastSelftest{.result = "fail"};
    for (int i = 0; i < 100; ++i)
      condition.selftest->checks.emplace_back(std::string(40, 'c'), i % 2 == 0 ? "fail" : "warn");
    const std::string text = to_json(condition);
    CHECK(text.size() <= report_limit);
    const auto json = nlohmann::json::parse(text);
    CHECK(json["active"]["bundle"] == hash);
  }

  TEST_CASE("the report has these members and no others") {
    DeviceWorld world;
    const auto json = nlohmann::json::parse(world.run("--json status").out);
    std::set<std::string> members;
    for (const auto& [name, ignored] : json.items())
      members.insert(name);
    CHECK(members == std::set<std::string>{"active", "at", "candidate", "clock", "dropped",
                                           "free_bytes", "kiosk", "last_run", "metadata_signed_at",
                                           "previous", "program", "ring", "root", "selftest",
                                           "shown", "store_trouble", "timestamp", "trying",
                                           "wegweiser_report"});
  }
}
