#include "kiosk/settings.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

using kiosk::parse_settings;
using kiosk::Settings;

namespace {

std::string documentation() {
  std::ostringstream text;
  text << std::ifstream(SOURCE_DIR "/board-support/wegweiser.conf").rdbuf();
  return text.str();
}

}  // namespace

TEST_SUITE("settings") {
  TEST_CASE("an empty file means the defaults") {
    const auto reading = parse_settings("", "f");
    CHECK(reading.findings.empty());
    CHECK(reading.settings == Settings{});
  }

  TEST_CASE("the documented file holds every key with its default") {
    const std::string text = documentation();
    const auto reading = parse_settings(text, "wegweiser.conf");
    CHECK(reading.findings.empty());
    CHECK(reading.settings == Settings{});
    CHECK(kiosk::settings_keys() == content::kiosk_setting_keys());
    auto every_key = kiosk::settings_keys();
    const auto device_keys = content::device_setting_keys();
    every_key.insert(every_key.end(), device_keys.begin(), device_keys.end());
    for (const auto key : every_key) {
      INFO(key);
      const std::string line = std::string(key) + " = ";
      CHECK((text.find("\n" + line) != std::string::npos ||
             text.find("\n#" + line) != std::string::npos));
    }
  }

  TEST_CASE("every key is taken") {
    const auto reading = parse_settings(
        "\xEF\xBB\xBF# comment\r\nbundle=/b\r\nfonts = /f\npanel_diagonal_inch = 21.5\n"
        "panel_bottom_mm = 800\nrotation = 270\ntouch_matrix = -1 0 1 0 -1 1\nnight = "
        "20:00-07:00\nidle_seconds = 300\nwarning_seconds = "
        "60\ndouble_touch_ms = 500\n"
        "theme = contrast-dark\ntown = Stadt Bochum\ndistrict = Mitte\nphone = 0234 910-0\n  "
        "terminal =  Foyer = 2 \n"
        "store = /s\nkiosk_state = /k\nexchange = /e\nshipped = /b.bundle\n"
        "repository = https://a.example/h\nproxy = http://p:3128\nauthorities = /a.pem\n"
        "client_certificate = /c.pem\nclient_key = /c.key\nkiosk_id = foyer-2\n"
        "report_url = https://a.example/r\ntextfile = /t.prom\n"
        "printer = Foyer_A4.2\nprinter_paper = receipt\nprint_folder = /p",
        "f");
    CHECK(reading.findings.empty());
    using namespace std::chrono_literals;
    CHECK(reading.settings == Settings{.device = {.store = "/s",
                                                  .kiosk_state = "/k",
                                                  .exchange = "/e",
                                                  .shipped = "/b.bundle",
                                                  .repository = "https://a.example/h",
                                                  .proxy = "http://p:3128",
                                                  .authorities = "/a.pem",
                                                  .client_certificate = "/c.pem",
                                                  .client_key = "/c.key",
                                                  .kiosk_id = "foyer-2",
                                                  .report_url = "https://a.example/r",
                                                  .textfile = "/t.prom",
                                                  .printer = "Foyer_A4.2",
                                                  .printer_paper = content::PrinterPaper::Receipt,
                                                  .print_folder = "/p"},
                                       .bundle = "/b",
                                       .fonts = "/f",
                                       .panel_diagonal_inch = 21.5,
                                       .panel_bottom_mm = 800,
                                       .rotation = kiosk::Rotation::ThreeQuarters,
                                       .touch = {-1, 0, 1, 0, -1, 1},
                                       .night = kiosk::Night{1200, 420},
                                       .idle = {300s, 60s},
                                       .double_touch = 500ms,
                                       .theme = kiosk::Theme::ContrastDark,
                                       .district = "Mitte",
                                       .town = "Stadt Bochum",
                                       .phone = "0234 910-0",
                                       .terminal = "Foyer = 2"});
  }

  TEST_CASE("all mistakes are reported at once, each with its line") {
    const auto reading = parse_settings(
        "bundle = relative/path\n\nidle_seconds = 4\nidle_seconds = 5\nidle_secnds = 5\nwords\n"
        "warning_seconds = 30s\npanel_diagonal_inch = 22,5\ntheme = pink\ntown =\n"
        "panel_bottom_mm = nan\nphone = \x01\n",
        "w.conf");
    std::vector<int> lines;
    for (const auto& finding : reading.findings) {
      lines.push_back(finding.line);
      CHECK(finding.file == "w.conf");
      CHECK_FALSE(finding.problem.german.empty());
      CHECK_FALSE(finding.problem.english.empty());
    }
    CHECK(lines == std::vector<int>{1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    CHECK(reading.settings == Settings{});
  }

  TEST_CASE("a queue's name cannot become an option or a path of the program that prints") {
    const std::string long_name(128, 'a');
    for (const std::string& wrong :
         {std::string("-o"), std::string("a b"), std::string("a/b"), std::string("a#b"),
          std::string("Büro"), std::string(""), long_name}) {
      INFO(wrong);
      const auto reading = parse_settings("printer = " + wrong + "\n", "w.conf");
      CHECK(reading.findings.size() == 1);
      CHECK(reading.settings == Settings{});
    }
    for (const char* line :
         {"printer_paper = A4\n", "printer_paper = letter\n", "print_folder = tmp\n"})
      CHECK(parse_settings(line, "w.conf").findings.size() == 1);
  }

  TEST_CASE(
      "a matrix that would put keys out of reach, and a night that never ends, are mistakes") {
    for (const char* line : {"touch_matrix = 1 0 0 0 0 0\n", "touch_matrix = 1 0 0 0 1\n",
                             "night = 20:00\n", "night = 20:00-20:00\n", "night = on\n"}) {
      INFO(line);
      const auto reading = parse_settings(line, "w.conf");
      CHECK(reading.findings.size() == 1);
      CHECK(reading.settings == Settings{});
    }
    CHECK(parse_settings("night = off\n", "w.conf").findings.empty());
  }

  TEST_CASE("a mistake says in both languages what is expected") {
    const auto reading = parse_settings("idle_seconds = soon\n", "w.conf");
    REQUIRE(reading.findings.size() == 1);
    CHECK(content::to_line(reading.findings[0], content::MessageLanguage::English) ==
          "w.conf:1: error [settings]: idle_seconds: a number from 5 to 3600 is expected; "
          "the template explains every key (/usr/share/wegweiser/wegweiser.conf)");
    CHECK(content::to_line(reading.findings[0], content::MessageLanguage::German)
              .find("erwartet wird eine Zahl von 5 bis 3600") != std::string::npos);
  }

  TEST_CASE("the default panel is the look's, and bigger glass makes fewer pixels a millimetre") {
    Settings settings;
    CHECK(kiosk::panel_of({1080, 1920}, settings) == kiosk::Panel{});
    CHECK(kiosk::panel_of({540, 960}, settings).px_per_mm == doctest::Approx(1.971));
    settings.panel_diagonal_inch = 32;
    CHECK(kiosk::panel_of({1080, 1920}, settings).px_per_mm == doctest::Approx(2.710));
  }

  TEST_CASE("a file that cannot be read and one that is too long are mistakes") {
    CHECK(kiosk::read_settings("/nonexistent/wegweiser.conf").findings.size() == 1);
    CHECK(kiosk::read_settings(SOURCE_DIR).findings.size() == 1);
    CHECK(parse_settings(std::string(content::settings_limit + 1, '#'), "f").findings.size() == 1);
  }
}
