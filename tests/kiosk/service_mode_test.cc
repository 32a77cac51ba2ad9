// Into the technicians' mode and out of it again: by stick, by corner and PIN, by time.
#include "kiosk/service_mode.h"

#include <doctest/doctest.h>

#include <fstream>

#include "content-engine/store/examination.h"
#include "tests/fixtures/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

// "274951", as cheap as it may be.
const std::string pin_hash =
    "$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0$LvZPS/GyDeMD4YXuj0XghjpBdME45zPz/Wu8i1tWFEU";
const content::ServiceSlip stick_1{.name = "stick-1", .until = 2'000'000'000, .since = 5};

struct Lobby {
  TemporaryFolder folder;
  content::DiskFiles files;
  Calibration used;
  std::optional<Calibration> kept;
  int forgotten = 0;
  std::unique_ptr<ServiceMode> mode;
  std::chrono::milliseconds now{0};

  explicit Lobby(std::string pin = pin_hash) {
    ServiceRules rules{.places = {&files, folder.path(), folder.path()},
                       .fonts = "/nonexistent",
                       .pin = std::move(pin),
                       .calibration = {},
                       .versions = [] { return std::vector<ServiceFact>{}; },
                       .display = [] { return std::vector<ServiceFact>{}; },
                       .wake = [] {}};
    rules.calibration.current.x0 = 0.25;
    rules.calibration.use = [this](const Calibration& c) { used = c; };
    rules.calibration.keep = [this](const std::optional<Calibration>& c) {
      kept = c;
      forgotten += c ? 0 : 1;
      return true;
    };
    mode = std::make_unique<ServiceMode>(std::move(rules), Panel{}, now);
  }
  bool down(int x, int y, bool vacant = true) {
    return mode->take({.kind = EventKind::FingerDown, .at = {x, y}}, vacant, now);
  }
  bool up(int x, int y) {
    return mode->take({.kind = EventKind::FingerUp, .at = {x, y}}, true, now);
  }
  bool key(EventKind kind, std::string text = {}) {
    return mode->take({.kind = kind, .text = std::move(text)}, true, now);
  }
  // Where a key of that name lies, as it says itself.
  Pixel place(const std::string& name) const {
    const std::string lines = mode->lines();
    const auto at = lines.find("key " + name + " ");
    REQUIRE_MESSAGE(at != std::string::npos, name << "\n" << lines);
    int x = 0, y = 0, width = 0, height = 0;
    REQUIRE(std::sscanf(lines.c_str() + at + 5 + name.size(), "%d,%d %dx%d", &x, &y, &width,
                        &height) == 4);
    return {x + width / 2, y + height / 2};
  }
  void strike(const std::string& name) {
    const Pixel at = place(name);
    down(at.x, at.y);
    up(at.x, at.y);
  }
  bool says(const std::string& words) const {
    return mode->lines().find(words) != std::string::npos;
  }
  void hold_corner(bool vacant = true) {
    down(1070, 10, vacant);
    now += 6s;
    up(1070, 10);
  }
  void type(const std::string& digits) {
    for (const char digit : digits)
      strike(std::string(1, digit));
    strike("ok");
    // The other thread reckons; nobody here may wait for it by a clock.
    for (int i = 0; i < 5'000 && says("Wird geprüft"); ++i) {
      std::this_thread::sleep_for(1ms);
      mode->tick(now);
    }
  }
};

}  // namespace

TEST_SUITE("service_mode") {
  TEST_CASE("a stick opens it, forgets the visitor, and ends it when it is pulled") {
    Lobby lobby;
    CHECK_FALSE(lobby.mode->on());
    lobby.mode->stick(stick_1, lobby.now);
    CHECK(lobby.mode->on());
    CHECK(lobby.mode->take_entered());
    CHECK_FALSE(lobby.mode->take_entered());
    CHECK(lobby.says("Pass stick-1"));
    CHECK(lobby.mode->picture().size() == Size{1080, 1920});
    lobby.mode->stick(std::nullopt, lobby.now);
    CHECK_FALSE(lobby.mode->on());
  }

  TEST_CASE("left with the stick in, it stays left, whatever is written about the stick") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    lobby.strike("leave");
    CHECK_FALSE(lobby.mode->on());
    auto again = stick_1;
    again.since = 9;
    lobby.mode->stick(again, lobby.now);
    CHECK_FALSE(lobby.mode->on());
    lobby.mode->stick(std::nullopt, lobby.now);
    lobby.mode->stick(again, lobby.now);
    CHECK(lobby.mode->on());
  }

  TEST_CASE("corner and PIN open it; pulling somebody's stick does not end it then") {
    Lobby lobby;
    lobby.hold_corner();
    REQUIRE(lobby.mode->on());
    CHECK(lobby.mode->take_entered());
    lobby.type("274951");
    CHECK(lobby.says("Selbsttest"));
    CHECK_FALSE(lobby.says("Pass "));
    lobby.mode->stick(std::nullopt, lobby.now);
    CHECK(lobby.mode->on());
  }

  TEST_CASE("without a PIN in the settings, and while somebody uses it, the corner does nothing") {
    Lobby without("");
    without.hold_corner();
    CHECK_FALSE(without.mode->on());
    Lobby lobby;
    lobby.hold_corner(false);
    CHECK_FALSE(lobby.mode->on());
  }

  TEST_CASE("wrong ones wait, also over a new way in; an answer nobody waits for opens nothing") {
    Lobby lobby;
    lobby.hold_corner();
    for (int i = 0; i < 3; ++i) {
      CHECK(lobby.says("PIN der Technik") == (i == 0));
      lobby.type("274952");
    }
    CHECK(lobby.says("Noch 30 Sekunden warten"));
    lobby.strike("leave");
    lobby.hold_corner();
    CHECK(lobby.says("Noch 24 Sekunden warten"));
    lobby.now += 24s;
    lobby.mode->tick(lobby.now);
    lobby.type("274951");
    CHECK(lobby.says("Selbsttest"));

    Lobby hasty;
    hasty.hold_corner();
    for (const char digit : std::string("274951"))
      hasty.strike(std::string(1, digit));
    hasty.strike("ok");
    hasty.strike("leave");
    CHECK_FALSE(hasty.mode->on());
    hasty.hold_corner();
    for (int i = 0; i < 50; ++i) {
      std::this_thread::sleep_for(2ms);
      hasty.mode->tick(hasty.now);
    }
    CHECK_FALSE(hasty.says("Selbsttest"));
  }

  TEST_CASE("a PIN typed on a keyboard, where the glass does not answer") {
    Lobby lobby;
    lobby.hold_corner();
    lobby.key(EventKind::Text, "274951");
    lobby.key(EventKind::Activate);
    for (int i = 0; i < 5'000 && !lobby.says("Selbsttest"); ++i) {
      std::this_thread::sleep_for(1ms);
      lobby.mode->tick(lobby.now);
    }
    CHECK(lobby.says("Selbsttest"));
    // On with the keys: the second one of the menu, behind the language.
    lobby.key(EventKind::FocusNext);
    lobby.key(EventKind::Activate);
    CHECK(lobby.says("Self-test"));
  }

  TEST_CASE("after five minutes without a hand it ends, at the PIN after one") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    lobby.now += 299s;
    lobby.mode->tick(lobby.now);
    CHECK(lobby.mode->on());
    lobby.strike("language");
    lobby.now += 300s;
    CHECK(lobby.mode->due() <= lobby.now);
    lobby.mode->tick(lobby.now);
    CHECK_FALSE(lobby.mode->on());
    CHECK(lobby.mode->due() == std::chrono::milliseconds::max());
    lobby.hold_corner();
    lobby.now += 60s;
    lobby.mode->tick(lobby.now);
    CHECK_FALSE(lobby.mode->on());
  }

  TEST_CASE("while it is off, hands are the shell's; while it is on, all of them are its own") {
    Lobby lobby;
    CHECK_FALSE(lobby.down(500, 500));
    CHECK_FALSE(lobby.key(EventKind::Activate));
    lobby.mode->stick(stick_1, lobby.now);
    CHECK(lobby.down(500, 5));
    CHECK(lobby.key(EventKind::Text, "a"));
    CHECK_FALSE(lobby.key(EventKind::Exposed));
  }

  TEST_CASE("a random walk of taps leads to no PIN pad") {
    Lobby lobby;
    std::uint32_t dice = 12345;
    const auto roll = [&](std::uint32_t most) {
      dice = dice * 1'664'525U + 1'013'904'223U;
      return static_cast<int>((dice >> 8U) % most);
    };
    for (int i = 0; i < 50'000; ++i) {
      const int x = roll(3) == 0 ? 1040 + roll(40) : roll(1080),
                y = roll(3) == 0 ? roll(40) : roll(1920);
      lobby.down(x, y);
      lobby.now += std::chrono::milliseconds(roll(10) == 0 ? 10'000 + roll(60'000) : roll(4'900));
      lobby.up(x, y);
      lobby.now += std::chrono::milliseconds(roll(500));
    }
    CHECK_FALSE(lobby.mode->on());
  }

  TEST_CASE("the self-test is asked for, and shown when it comes; the report goes to the stick") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    lobby.strike("selftest");
    CHECK(content::read_wish(lobby.files, lobby.folder.path(), content::Wish::Examine) == 1);
    CHECK(lobby.says("Das Gerät prüft sich"));
    CHECK(lobby.mode->due() <= lobby.now + 500ms);
    std::ofstream(lobby.folder / "selftest.json")
        << R"({"wegweiser_selftest":1,"kiosk":"foyer-1","at":"x","checks":[{"check":"card","result":"pass","reason":{"de":"heil","en":"whole"}}]})";
    lobby.now += 1s;
    lobby.mode->tick(lobby.now);
    CHECK(lobby.says("heil"));
    lobby.strike("again");
    CHECK(content::read_wish(lobby.files, lobby.folder.path(), content::Wish::Examine) == 2);
    CHECK(lobby.says("Das Gerät prüft sich"));
    lobby.now += 241s;
    lobby.mode->tick(lobby.now);
    CHECK(lobby.says("antwortet nicht"));
    lobby.strike("menu");
    lobby.strike("selftest");  // what lies there is shown at once
    CHECK(lobby.says("heil"));
    lobby.strike("stick");
    CHECK(content::read_wish(lobby.files, lobby.folder.path(), content::Wish::Report) == 1);
    REQUIRE(
        content::write_report_slip(lobby.files, lobby.folder.path(), {.done = true, .wish = 1}));
    lobby.now += 1s;
    lobby.mode->tick(lobby.now);
    CHECK(lobby.says("Der Bericht steht auf dem Stick"));
  }

  TEST_CASE("a calibration is tried, kept when the target is met, undone when it is not") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    lobby.strike("calibration");
    const auto tap_crosses = [&] {
      lobby.strike("begin");
      CHECK(lobby.used == Calibration{});  // raw, while crosses are tapped
      for (const Point2 cross : calibration_crosses())
        lobby.down(static_cast<int>(cross.x * 1079 * 0.9), static_cast<int>(cross.y * 1919));
    };
    tap_crosses();
    CHECK(lobby.used.xx == doctest::Approx(1 / 0.9).epsilon(0.01));
    lobby.now += 20s;
    lobby.mode->tick(lobby.now);
    CHECK(lobby.used.x0 == 0.25);
    CHECK_FALSE(lobby.kept);
    tap_crosses();
    lobby.down(100, 100);  // nothing but the target counts
    CHECK_FALSE(lobby.kept);
    lobby.down(720, 480);
    REQUIRE(lobby.kept);
    CHECK(lobby.kept->xx == doctest::Approx(1 / 0.9).epsilon(0.01));
    CHECK(lobby.used == *lobby.kept);
    lobby.strike("reset");
    CHECK(lobby.forgotten == 1);
    CHECK(lobby.used == Calibration{});
  }

  TEST_CASE("leaving in the middle of a calibration undoes it") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    lobby.strike("calibration");
    lobby.strike("begin");
    lobby.mode->stick(std::nullopt, lobby.now);
    CHECK(lobby.used.x0 == 0.25);
  }

  TEST_CASE("by a stick, three touches that meet no key lead to the crosses") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    for (int i = 0; i < 3; ++i) {
      CHECK_FALSE(lobby.says("rote"));
      lobby.down(500, 1500);
      lobby.up(500, 1500);
    }
    CHECK(lobby.says("Die Mitte des roten Kreuzes"));
    // Nobody who can meet keys is led there.
    Lobby other;
    other.mode->stick(stick_1, other.now);
    other.strike("language");
    for (int i = 0; i < 9; ++i)
      other.down(500, 1500);
    CHECK_FALSE(other.says("red cross"));
  }

  TEST_CASE("keys are named as they are struck; three times back leads out") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    lobby.strike("keypad");
    lobby.mode->key_seen("F14", 0x69);
    lobby.key(EventKind::Repeat);
    CHECK(lobby.says("F14  0x69"));
    CHECK(lobby.says("noch einmal vorlesen"));
    for (int i = 0; i < 3; ++i)
      lobby.key(EventKind::Back);
    CHECK(lobby.says("Verlassen"));
  }

  TEST_CASE("each step of loudness is said, and how it ended is shown") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    lobby.strike("sound");
    lobby.strike("step-6");
    REQUIRE(lobby.mode->saying());
    CHECK(lobby.mode->saying()->text == "Lautstärke 7");
    CHECK(lobby.mode->saying()->loudness == 190);
    lobby.mode->said({.number = lobby.mode->saying()->number, .how = SaidHow::Missing});
    lobby.mode->tick(lobby.now);
    CHECK_FALSE(lobby.mode->saying());
    CHECK(lobby.says("7: Das Programm"));
  }

  TEST_CASE("the panel is dead where no finger was seen") {
    Lobby lobby;
    lobby.mode->stick(stick_1, lobby.now);
    lobby.strike("grid");
    lobby.down(10, 10);
    lobby.now += 15s;
    lobby.mode->tick(lobby.now);
    CHECK(lobby.says("Feldern haben nichts gemeldet"));
    CHECK_FALSE(lobby.says("Zeile 1, Spalte 1;"));
    CHECK(lobby.says("Zeile 1, Spalte 2"));
  }
}
