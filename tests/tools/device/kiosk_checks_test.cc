// The kiosk's half of the self-test, as the device's program sees it: a child that answers, that is
// of another state, that talks nonsense or does not end.
#include "tools/device/selftest/kiosk_checks.h"

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/fixtures/device_world.h"
#include "tools/device/child_run.h"
#include "tools/device/redaction.h"
#include "tools/device/selftest/questions.h"
#include "tools/device/selftest/short_form.h"

using namespace content;
namespace fs = std::filesystem;

namespace {

nlohmann::json healthy_answer() {
  nlohmann::json checks = nlohmann::json::array();
  for (const KioskCheck& check : kiosk_checks())
    checks.push_back({{"check", std::string(check.name)},
                      {"result", "pass"},
                      {"reason", {{"de", "gut"}, {"en", "good"}}},
                      {"remedy", {{"de", ""}, {"en", ""}}},
                      {"figure", "1"}});
  return {{"wegweiser_examination", 1}, {"program", WEGWEISER_VERSION}, {"checks", checks}};
}

// A program in the kiosk's place.
std::string program(const fs::path& file, const std::string& script) {
  std::ofstream(file) << "#!/bin/sh\n" << script;
  fs::permissions(file, fs::perms::owner_all);
  return file.string();
}

std::map<std::string, std::string> results(const DeviceRun& run) {
  std::map<std::string, std::string> found;
  const auto told = nlohmann::json::parse(run.out);
  for (const auto& check : told["checks"])
    found[check["check"]] = check["result"];
  return found;
}

}  // namespace

TEST_SUITE("device/kiosk-checks") {
  TEST_CASE("a kiosk that answers is merged, check by check; another version is its own fault") {
    auto answer = healthy_answer();
    auto all = parse_examination(answer.dump());
    REQUIRE(all);
    REQUIRE(all->size() == kiosk_checks().size());
    for (const Examined& one : *all)
      CHECK(one.grade == Grade::Pass);
    answer["program"] = "0.0.1";
    all = parse_examination(answer.dump());
    REQUIRE(all);
    CHECK((*all)[1].grade == Grade::Fail);
    CHECK((*all)[2].grade == Grade::Pass);
    answer = healthy_answer();
    answer["checks"][3]["result"] = "warn";
    answer["checks"][3]["figure"] = "ar: U+0600";
    all = parse_examination(answer.dump());
    REQUIRE(all);
    CHECK((*all)[3].grade == Grade::Warn);
    CHECK((*all)[3].figure == "ar: U+0600");
  }

  TEST_CASE("what is no whole answer is none") {
    auto answer = healthy_answer();
    for (const std::string& text :
         {std::string(), std::string("{}"), std::string("[1]"),
          std::string("{\"wegweiser_examination\":1}"),
          std::string("{\"wegweiser_examination\":2,\"checks\":[]}"),
          std::string("{\"wegweiser_examination\":1,\"checks\":[]}"), answer.dump().substr(0, 200)})
      CHECK_FALSE(parse_examination(text));
    answer["checks"].erase(4);
    CHECK_FALSE(parse_examination(answer.dump()));
  }

  TEST_CASE("a kiosk that does not answer is one fault; none installed is none") {
    DeviceWorld world;
    const std::string good = program(
        world.folder / "good", "cat <<'E'\n" + healthy_answer().dump() + "\nE\necho noise >&2\n");
    const std::string words = "--json selftest --system '" + world.folder.path().string() + "'";
    auto found = results(world.run(words + " --kiosk '" + good + "'"));
    for (const KioskCheck& check : kiosk_checks())
      CHECK(found.at(std::string(check.name)) == "pass");
    const std::string mute = program(world.folder / "mute", "exit 3\n");
    const auto run = world.run(words + " --check examination --kiosk '" + mute + "'");
    CHECK(run.status == 15);
    found = results(world.run(words + " --kiosk '" + mute + "'"));
    CHECK(found.at("examination") == "fail");
    CHECK(found.at("glyphs") == "not-applicable");
    found = results(world.run(words + " --kiosk /nowhere/kiosk"));
    CHECK(found.at("examination") == "not-applicable");
    // Who asks for another check does not wait for it.
    const std::string slow = program(world.folder / "slow", "sleep 55\n");
    CHECK(world.run(words + " --check clock --kiosk '" + slow + "'").status == 0);
  }

  TEST_CASE("of a child that never stops talking so much is kept, and it ends with its time") {
    const auto all = run_child({"sh", "-c", "yes | head -c 300000; echo end"}, {},
                               std::chrono::seconds(50), {.longest = 1000});
    REQUIRE(all);
    CHECK(all->status == 0);
    CHECK(all->text.size() == 1000);
    const auto endless = run_child({"yes"}, {}, std::chrono::milliseconds(300));
    REQUIRE_FALSE(endless);
    CHECK(endless.failure().refusal == Refusal::Unavailable);
    const auto split = run_child({"sh", "-c", "echo out; echo err >&2"}, {},
                                 std::chrono::seconds(50), {.complaints = false});
    REQUIRE(split);
    CHECK(split->text == "out\n");
    CHECK(run_child({"sh", "-c", "echo out; echo err >&2"}, {}, std::chrono::seconds(50))->text ==
          "out\nerr\n");
  }

  TEST_CASE("what only a person can see is asked, and becomes a check") {
    DeviceWorld world;
    const auto answered = [&](const std::string& typed) {
      return world.run_program("", "sh -c \"printf '" + typed +
                                       "' | " BINARY_DIR "/bin/wegweiser-device --settings '" +
                                       world.settings.string() +
                                       "' --json --messages de selftest --interactive --check "
                                       "seen-picture --kiosk /nowhere\"");
    };
    CHECK(results(answered("j\\n")).at("seen-picture") == "pass");
    const auto no = answered("what\\nn\\n");
    CHECK(no.status == 15);
    CHECK(results(no).at("seen-picture") == "fail");
    CHECK(no.err.find("Steht das Bild aufrecht") != std::string::npos);
    CHECK(results(answered("-\\n")).at("seen-picture") == "not-applicable");
    CHECK(results(answered("")).at("seen-picture") == "not-applicable");
  }

  TEST_CASE("the essence fits a code, as a picture and in the terminal") {
    ShortForm form{.kiosk = "foyer-1",
                   .at = "2026-11-26T23:00:00Z",
                   .program = "1.0",
                   .result = "fail",
                   .failing = {"display", "touch"},
                   .warning = {"sound"}};
    CHECK(to_text(form) ==
          "Wegweiser-Selbsttest 1\nfoyer-1 2026-11-26T23:00:00Z\nwegweiser 1.0\nfail\n"
          "fail: display touch\nwarn: sound\n");
    form.warning.assign(200, "under-voltage");
    CHECK(to_text(form).size() == 700);
    const auto code = code_of(to_text(form));
    REQUIRE(code);
    CHECK(code->size() >= 21);
    CHECK(code->front().starts_with("1111111"));  // the corner mark
    const std::string drawn = for_terminal(*code);
    CHECK(drawn.find("█") != std::string::npos);
    DeviceWorld world;
    const fs::path png = world.folder / "code.png";
    CHECK(world.run("selftest --check clock --qr '" + png.string() + "'").status == 0);
    CHECK(contents_of(png).starts_with("\x89PNG"));
    CHECK(world.run("selftest --check clock --qr -").out.find("▀") != std::string::npos);
    CHECK(world.run("selftest --check clock --qr /nowhere/x.png").status == 11);
  }

  TEST_CASE("a log leaves the house without addresses, names of networks, keys and passwords") {
    const std::pair<std::string, std::string> lines[] = {
        {"12:34:56 kiosk started", "12:34:56 kiosk started"},
        {"2026-11-26T23:32:14+0100 wegweiser-sync[411]: done",
         "2026-11-26T23:32:14+0100 wegweiser-sync[411]: done"},
        {"lease of 192.168.178.23 from 10.0.0.1", "lease of [ip] from [ip]"},
        {"addr fe80::1ff:fe23:4567:890a%eth0 up", "addr [ip] up"},
        {"addr 2001:db8:0:0:1:2:3:4 up", "addr [ip] up"},
        {"link b8:27:eb:12:34:56 up", "link [mac] up"},
        {"mail to anna.muster@herne.de failed", "mail to [e-mail] failed"},
        {"wlan: ssid=\"Rathaus Gast\" found", "wlan: ssid=[…] found"},
        {"SSID: Rathaus", "SSID=[…]"},
        {"psk='geheim und lang' set", "psk=[…] set"},
        {"wifi_password=geheim", "wifi_password=[…]"},
        {"Authorization: Bearer abc.def", "Authorization=[…]"},
        {"got https://user:pw@kiosk.example/x", "got https://[…]@kiosk.example/x"},
        {"GET /x?token=abc123&y=1", "GET /x?token=[…]"},
        {"session 0123456789abcdef0123456789abcdef ended", "session […] ended"},
        {"a -----BEGIN PRIVATE KEY-----", "a [PEM]"},
    };
    for (const auto& [line, told] : lines)
      CHECK(redacted(line + "\n") == told + "\n");
    CHECK(redacted("x\n-----BEGIN KEY-----\nMIIB\nMIIC\n-----END KEY-----\ny\n") ==
          "x\n[PEM]\ny\n");
    CHECK(redacted("-----BEGIN KEY-----\nMIIB") == "[PEM]\n");
    CHECK(redacted(std::string(100'000, 'a')).size() < 1010);
    CHECK(redacted("").empty());
  }

  TEST_CASE("onto a stick that asks for it comes the log too, redacted") {
    DeviceWorld world;
    world.publish_on_stick("first");
    fs::create_directory(world.stick / "wegweiser-report");
    fs::create_directory(world.folder / "bin");
    program(world.folder / "bin/journalctl", "echo \"$@\" >&2\necho 'lease of 10.1.2.3'\n");
    const auto run = world.run_with("PATH='" + (world.folder / "bin").string() + ":/usr/bin:/bin'",
                                    "import '" + world.stick.string() + "'");
    CHECK(run.status == 0);
    CHECK(contents_of(world.stick / "wegweiser-report/foyer-1.log") == "lease of [ip]\n");
    CHECK(run.err.find("--unit=wegweiser-*") != std::string::npos);
  }

  TEST_CASE("the repository's certificate is read off the connection") {
    DeviceWorld world;
    world.serve();
    const std::string words = "--json selftest --check repository";
    const auto near = world.run(words);
    const auto checks = nlohmann::json::parse(near.out)["checks"];
    INFO(near.out);
    CHECK(checks[0]["result"] != "fail");
    CHECK(checks[0]["figure"].get<std::string>().ends_with(" d"));
    world.set("authorities", "");
    CHECK(world.run(words).status == 15);
  }
}
