// What watches a fleet: the server that the guide describes takes each kiosk's report and no other;
// rules and dashboard name only what a kiosk says.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/fixtures/device_world.h"
#include "tests/fixtures/nginx.h"
#include "tools/device/condition.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

const std::string fleet = SOURCE_DIR "/board-support/fleet/";

std::set<std::string> metrics_in(const std::string& text) {
  static const std::regex metric("wegweiser_[a-z_]+");
  return {std::sregex_token_iterator(text.begin(), text.end(), metric), {}};
}

// Everything a kiosk can say.
std::string everything() {
  Condition condition;
  condition.kiosk_id = "foyer-1";
  condition.slots.active = Slot{.trial = {std::string(64, 'a'), 1}, .edition = "2026-11-26"};
  condition.last_run = LastRun{.command = "sync", .result = "fine", .at = 1, .well = 1};
  condition.selftest = LastSelftest{.at = {1}, .result = "fail", .checks = {{"clock", "fail"}}};
  return to_textfile(condition);
}

void replace_all(std::string& text, const std::string& old, const std::string& wanted) {
  for (std::size_t at = text.find(old); at != std::string::npos;
       at = text.find(old, at + wanted.size()))
    text.replace(at, old.size(), wanted);
}

// The guide's server, with places and certificates of this test.
std::string guides_server(const fs::path& folder, int port) {
  std::string text = contents_of(fleet + "nginx.conf");
  replace_all(text, "listen 443 ssl", "listen 127.0.0.1:" + std::to_string(port) + " ssl");
  replace_all(text, "/etc/ssl/wegweiser/server.", (folder / "nginx/tls.").string());
  replace_all(text, "/etc/ssl/wegweiser/kiosks.pem", (folder / "nginx/ca.pem").string());
  replace_all(text, "/srv/wegweiser", (folder / "srv").string());
  return text;
}

}  // namespace

TEST_SUITE("device/fleet") {
  TEST_CASE("each alert says how long, how bad and what to do, and asks for what a kiosk says") {
    const std::string rules = contents_of(fleet + "alerts.yml");
    const auto said = metrics_in(everything());
    std::set<std::string> asked;
    int alerts = 0;
    for (std::size_t at = rules.find("- alert: "); at != std::string::npos; ++alerts) {
      const std::size_t next = rules.find("- alert: ", at + 1);
      const std::string alert = rules.substr(at, next - at);
      INFO(alert);
      for (const char* part :
           {"\n        expr: ", "\n        for: ", "\n        labels: { severity: ",
            "\n          summary: \"", "\n          description: \""})
        CHECK(alert.find(part) != std::string::npos);
      asked.merge(metrics_in(alert));
      at = next;
    }
    CHECK(alerts >= 15);
    for (const auto& metric : asked)
      CHECK_MESSAGE(said.contains(metric), metric);
  }

  TEST_CASE(
      "the dashboard can be read, has one data source to choose and asks for what a kiosk says") {
    const std::string text = contents_of(fleet + "dashboard.json");
    const auto board = nlohmann::json::parse(text);
    CHECK(board["schemaVersion"] == 37);
    CHECK(board["templating"]["list"][0]["type"] == "datasource");
    const auto said = metrics_in(everything());
    std::set<int> numbers;
    for (const auto& panel : board["panels"]) {
      INFO(panel["title"]);
      CHECK(numbers.insert(panel["id"].get<int>()).second);
      CHECK_FALSE(panel["description"].get<std::string>().empty());
      CHECK(panel["gridPos"]["x"].get<int>() + panel["gridPos"]["w"].get<int>() <= 24);
      CHECK(panel["datasource"]["uid"] == "${datasource}");
      for (const auto& target : panel["targets"]) {
        const auto asked = metrics_in(target["expr"]);
        CHECK_FALSE(asked.empty());
        for (const auto& metric : asked)
          CHECK_MESSAGE(said.contains(metric), metric);
      }
    }
    CHECK(numbers.size() >= 10);
  }

  TEST_CASE("what a kiosk says is looked at: rule or dashboard ask for each of it") {
    auto asked = metrics_in(contents_of(fleet + "alerts.yml"));
    asked.merge(metrics_in(contents_of(fleet + "dashboard.json")));
    auto said = metrics_in(everything());
    // Moments beside a status and an age that are asked for.
    said.erase("wegweiser_last_run_seconds");
    said.erase("wegweiser_metadata_signed_seconds");
    for (const auto& metric : said)
      CHECK_MESSAGE(asked.contains(metric), metric);
  }

  TEST_CASE("the guide's server delivers editions and takes from a kiosk its own report only") {
    DeviceWorld world;
    world.publish_on_stick("Herne eins");
    const fs::path srv = world.folder / "srv";
    for (const char* place : {"inhalte", "berichte", "eingang"})
      fs::create_directories(srv / place);
    fs::copy(world.stick, srv / "inhalte/herne", fs::copy_options::recursive);
    Nginx server(world.folder / "nginx",
                 [&](int port) { return guides_server(world.folder.path(), port); });
    server.certify("foyer-1");
    world.set("repository", server.address() + "herne");
    world.set("authorities", server.authority().string());
    world.set("report_url", server.address() + "berichte");
    const auto report_of = [&] {
      const auto run = world.run("--json sync");
      INFO(run.err);
      CHECK(run.status == 0);
      return nlohmann::json::parse(run.out)["report"];
    };
    CHECK(report_of() == "failed");  // without a certificate

    world.set("client_certificate", (world.folder / "nginx/foyer-1.pem").string());
    world.set("client_key", (world.folder / "nginx/foyer-1.key").string());
    CHECK(report_of() == "done");
    CHECK(world.slots().candidate);
    const auto report = nlohmann::json::parse(contents_of(srv / "berichte/foyer-1.json"));
    CHECK(report["kiosk"] == "foyer-1");
    const std::string metrics = contents_of(srv / "berichte/foyer-1.prom");
    CHECK(metrics.find("wegweiser_candidate{kiosk=\"foyer-1\"} 1\n") != std::string::npos);
    CHECK(fs::is_empty(srv / "eingang"));

    world.set("kiosk_id", "foyer-2");  // with the certificate of foyer-1
    CHECK(report_of() == "failed");
    CHECK_FALSE(fs::exists(srv / "berichte/foyer-2.json"));
    // Not to be read by who may write, and nothing beside the repository to be read at all.
    world.set("repository", server.address() + "berichte");
    CHECK(world.run("sync").status == 11);
    world.set("repository", server.address() + "..");
    CHECK(world.run("sync").status != 0);
    const std::string asked = server.requests();
    CHECK(asked.find("wegweiser/") != std::string::npos);  // the fleet in the server's own log
    CHECK(asked.find("(foyer-1)") != std::string::npos);
  }
}
