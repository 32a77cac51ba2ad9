#include "content-engine/repository/alert_target.h"

#include <doctest/doctest.h>

using namespace content;

namespace {

AlertSlip fire(std::int64_t until = 2'000) {
  return {.id = "warning-" + std::to_string(until),
          .from = 1'000,
          .until = until,
          .texts = {{"de", "Verlassen Sie das Haus."}, {"ar", "غادروا المبنى."}}};
}

}  // namespace

TEST_SUITE("repository/alert target") {
  TEST_CASE("a warning comes out of its target as it went in [R47]") {
    const AlertTarget target = alert_target(fire());
    CHECK(target.path == "alerts/warning-2000.json");
    const auto parsed = parse_alert_target(target.path, target.file);
    REQUIRE(parsed);
    CHECK(*parsed == target);
    const auto alert = parse_alert(alert_bytes(fire()));
    REQUIRE(alert);
    CHECK(*alert == fire());
    CHECK(target.file.length == static_cast<std::int64_t>(alert_bytes(fire()).size()));
  }

  TEST_CASE("the one that holds longest is shown, one that is over is not") {
    std::map<std::string, TargetFile> targets;
    CHECK_FALSE(current_alert(targets, 1'500));
    for (const std::int64_t until : {2'000, 3'000})
      targets[alert_target(fire(until)).path] = alert_target(fire(until)).file;
    targets["bundles/1.zst"] = {.length = 7, .hashes = {}, .custom = {}};
    CHECK(current_alert(targets, 1'500)->id == "warning-3000");
    CHECK(current_alert(targets, 2'999)->id == "warning-3000");
    CHECK_FALSE(current_alert(targets, 3'000));
  }

  TEST_CASE("what claims to be a warning and is none is refused") {
    TargetFile file = alert_target(fire()).file;
    file.length = alert_limit + 1;
    CHECK(parse_alert_target("alerts/x.json", file).failure().refusal == Refusal::Malformed);
    file = alert_target(fire()).file;
    file.custom = Json::Object{{"alert", Json::Object{{"id", "x"}}}};
    CHECK_FALSE(parse_alert_target("alerts/x.json", file));
    for (const char* bytes : {"", "[]", "{}", R"({"id":"x","from":1,"until":2,"texts":{}})",
                              R"({"id":"x","from":1,"until":2,"texts":{"de":7}})",
                              R"({"id":"../x","from":1,"until":2,"texts":{"de":"Hallo"}})"})
      CHECK_MESSAGE(!parse_alert(bytes), bytes);
    CHECK_FALSE(parse_alert(std::string(static_cast<std::size_t>(alert_limit) + 1, ' ')));
  }
}
