// The real program before a real X server, used by touches from outside. What its window shows is
// compared, pixel for pixel, with what the same functions draw here without a window.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "content-engine/bundle/sha256.h"
#include "kiosk/canvas/page_canvas.h"
#include "kiosk/canvas/png_file.h"
#include "kiosk/screens/screen.h"
#include "kiosk/selftest/out_of_service.h"
#include "kiosk/session/finger.h"
#include "kiosk/settings.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/widgets/hit.h"
#include "tests/fixtures/child.h"
#include "tests/fixtures/x_screen.h"

namespace fs = std::filesystem;

namespace {

using kiosk::ActionKind;
using kiosk::Moment;
using kiosk::Session;
using kiosk::Surface;

const std::string bin = BINARY_DIR "/bin/";
const std::string moment_word = "2026-11-23T10:24";
constexpr Moment morning{.today = {2026, 11, 23}, .hour = 10, .minute = 24};
constexpr kiosk::Size size{1080, 1920};

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

// A folder of this test's own, empty at its begin.
fs::path fresh_folder(const std::string& name) {
  const fs::path folder = fs::path(BINARY_DIR) / "journeys" / name;
  fs::remove_all(folder);
  fs::create_directories(folder);
  return folder;
}

// content/herne as it is now, compiled once.
const fs::path& bundle() {
  static const fs::path file = [] {
    const fs::path target = fresh_folder("bundle") / "herne.bundle";
    Child build({bin + "wegweiser-content", "build", SOURCE_DIR "/content/herne", "-o",
                 target.string(), "--today", "2026-11-23"});
    REQUIRE(build.wait() == 0);
    return target;
  }();
  return file;
}

// Draws what a visitor with this session should see.
class Eye final {
 public:
  Eye() {
    auto library = content::Library::open(bundle());
    REQUIRE(library);
    library_ = std::move(*library);
    auto text = kiosk::TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
    REQUIRE(text);
    text_ = std::move(*text);
    auto canvas = kiosk::PageCanvas::open(size, text_->fonts());
    REQUIRE(canvas);
    canvas_ = std::move(*canvas);
  }

  kiosk::Scene scene(const Session& session, const Moment& moment) {
    return kiosk::make_scene(session, *library_, moment, panel_, *text_);
  }
  const Surface& page(const Session& session, const Moment& moment, const std::string& pressed) {
    const kiosk::Scene shown = scene(session, moment);
    canvas_->fill({0, 0, size.width, size.height}, shown.ground);
    kiosk::draw(shown.root, *canvas_, {panel_, session.theme, session.text_size},
                {.pressed = pressed, .focused = {}});
    return canvas_->surface();
  }

 private:
  kiosk::Panel panel_ = kiosk::panel_of(size, {});
  std::unique_ptr<content::Library> library_;
  std::unique_ptr<kiosk::TextEngine> text_;
  std::unique_ptr<kiosk::PageCanvas> canvas_;
};

// One visit: the program, its screen, and the session as it should be.
class Visit final {
 public:
  Visit(std::string name, const std::vector<std::string>& options)
      : folder_(fresh_folder(std::move(name))), screen_(size) {
    std::vector<std::string> command{bin + "wegweiser-kiosk", "--now", moment_word};
    command.insert(command.end(), options.begin(), options.end());
    kiosk_ = std::make_unique<Child>(command, (folder_ / "log").string());
  }

  bool shows(const std::string& pressed = {}) { return comes(session, morning, pressed); }
  // The attract screen, at whichever greeting it is by now.
  bool attracts() {
    std::vector<Surface> pages;
    for (int step = 0; step < 8; ++step) {
      Moment moment = morning;
      moment.attract_step = step;
      pages.push_back(eye_.page(Session{}, moment, {}));
    }
    return screen_.comes_to_show(pages, picture("instead"));
  }
  // The idle dialog over the page, at whichever of its seconds.
  bool warns(int seconds) {
    std::vector<Surface> pages;
    for (int left = seconds; left > 0; --left) {
      Moment moment = morning;
      moment.idle_seconds_left = left;
      pages.push_back(eye_.page(session, moment, {}));
    }
    return screen_.comes_to_show(pages, picture("instead"));
  }
  void touch(const std::string& name, const Moment& moment = morning, bool look = true) {
    const kiosk::Scene scene = eye_.scene(session, moment);
    const kiosk::Box* key = kiosk::find_key(scene.root, name);
    REQUIRE_MESSAGE(key != nullptr, name);
    screen_.press(key->rect.x + key->rect.width / 2, key->rect.y + key->rect.height / 2);
    if (look)
      CHECK_MESSAGE(comes(session, moment, name), "pressed: " << name);
    screen_.release();
    session = kiosk::apply(session, key->action);
    int& page = session.trail.back().page;
    page = std::min(page, eye_.scene(session, morning).pages - 1);
  }
  // Longer than what a finger's bouncing is taken for: no hand comes back sooner.
  static void rest() { std::this_thread::sleep_for(2 * kiosk::FingerRules{}.again_after); }
  bool out_of_service(const kiosk::Notice& notice) {
    Surface page(size);
    REQUIRE(kiosk::draw_out_of_service(notice, page));
    return shows_picture(page);
  }
  bool shows_picture(const Surface& page) {
    return screen_.comes_to_show({page}, picture("instead"));
  }
  int end() { return kiosk_->end(); }
  bool running() { return !kiosk_->ended(); }
  std::string log() const { return text_of(folder_ / "log"); }

  Session session;

 private:
  std::string picture(const std::string& name) { return (folder_ / (name + ".png")).string(); }
  bool comes(const Session& here, const Moment& moment, const std::string& pressed) {
    return shows_picture(eye_.page(here, moment, pressed));
  }
  fs::path folder_;
  XScreen screen_;
  Eye eye_;
  std::unique_ptr<Child> kiosk_;
};

// What a screen that hangs on its side gets.
Surface turned(const Surface& page, kiosk::Size lying, kiosk::Rotation rotation) {
  kiosk::Picture picture{.width = lying.width, .height = lying.height};
  for (int y = 0; y < lying.height; ++y)
    for (int x = 0; x < lying.width; ++x) {
      const kiosk::Pixel from = kiosk::to_page({x, y}, lying, rotation);
      picture.pixels.push_back(page.row(from.y)[from.x]);
    }
  Surface screen(lying);
  screen.blend(picture, 0, 0);
  return screen;
}

const std::map<std::string, kiosk::ScreenKind> screens{
    {"Languages", kiosk::ScreenKind::Languages},
    {"Home", kiosk::ScreenKind::Home},
    {"TopicsOfSituation", kiosk::ScreenKind::TopicsOfSituation},
    {"Topic", kiosk::ScreenKind::Topic},
    {"Emergency", kiosk::ScreenKind::Emergency},
    {"TextSizes", kiosk::ScreenKind::TextSizes},
};

fs::path settings_file(const fs::path& folder, const std::string& text) {
  fs::path file = folder / "wegweiser.conf";
  write(file, text);
  return file;
}

}  // namespace

TEST_SUITE("journeys") {
  TEST_CASE("a visitor's way, touch by touch, is what snapshots of the same places show") {
    Visit visit("herne", {"--bundle", bundle().string()});
    REQUIRE(visit.attracts());
    std::ifstream script(SOURCE_DIR "/tests/journeys/herne.txt");
    int touches = 0;
    for (std::string line; std::getline(script, line);) {
      std::istringstream words(line);
      std::string verb;
      std::string argument;
      words >> verb >> argument;
      INFO(line);
      if (verb == "touch") {
        // The attract screen may have been at any greeting when it was touched.
        visit.touch(argument, morning, touches++ > 0);
        if (visit.session == Session{})
          CHECK(visit.attracts());
        else
          REQUIRE(visit.shows());
      } else if (verb == "at") {
        CHECK(visit.session.place().screen == screens.at(argument));
      } else {
        CHECK((verb.empty() || verb.starts_with('#')));
      }
    }
    CHECK(touches == 15);
    CHECK(visit.log() == "wegweiser-kiosk: in service\n");
    CHECK(visit.end() == 0);
  }

  TEST_CASE("the window shows the picture that wegweiser-snapshot writes") {
    Visit visit("snapshot", {"--bundle", bundle().string()});
    REQUIRE(visit.attracts());
    visit.touch("language:ar", morning, false);
    REQUIRE(visit.shows());
    const std::string file = (fresh_folder("picture") / "home-ar.png").string();
    Child snapshot({bin + "wegweiser-snapshot", "--bundle", bundle().string(), "--screen", "home",
                    "--lang", "ar", "--now", moment_word, "-o", file});
    REQUIRE(snapshot.wait() == 0);
    const auto picture = kiosk::decode_png(text_of(file));
    REQUIRE(picture);
    Surface page(size);
    page.blend(*picture, 0, 0);
    CHECK(visit.shows_picture(page));
  }

  TEST_CASE("a visitor who leaves without a word leaves no trace [R34]") {
    const fs::path folder = fresh_folder("idle-settings");
    const fs::path settings =
        settings_file(folder, "idle_seconds = 8\nwarning_seconds = 6\ntheme = light\n");
    Visit visit("idle", {"--bundle", bundle().string(), "--settings", settings.string()});
    REQUIRE(visit.attracts());
    visit.touch("language:tr", morning, false);
    REQUIRE(visit.shows());
    for (const char* key : {"situation:geld", "topic:wohngeld", "bar:contrast", "bar:text-size"}) {
      visit.touch(key, morning, false);
      REQUIRE(visit.shows());
    }
    const Session before = visit.session;
    REQUIRE(visit.warns(6));
    // «Ja, weiter» brings the page back as it was …
    Moment asked = morning;
    asked.idle_seconds_left = 5;
    visit.touch("continue", asked, false);
    CHECK(visit.session == before);
    REQUIRE(visit.shows());
    // … and nobody there brings the first screen, in its own colours and letters.
    REQUIRE(visit.warns(6));
    visit.session = Session{};
    CHECK(visit.attracts());
    visit.touch("language:tr", morning, false);
    CHECK(visit.shows());
    CHECK(visit.end() == 0);
  }

  TEST_CASE("a panel hung any way shows the page upright and is touched where it shows") {
    using kiosk::Rotation;
    for (const auto& [degrees, rotation] :
         std::map<std::string, Rotation>{{"0", Rotation::None},
                                         {"90", Rotation::Quarter},
                                         {"180", Rotation::Half},
                                         {"270", Rotation::ThreeQuarters}}) {
      INFO(degrees);
      const fs::path folder = fresh_folder("turned-" + degrees);
      const fs::path settings = settings_file(folder, "rotation = " + degrees + "\n");
      const kiosk::Size hung = kiosk::turned(size, rotation);
      Eye eye;
      XScreen screen(hung);
      Child kiosk({bin + "wegweiser-kiosk", "--now", moment_word, "--bundle", bundle().string(),
                   "--settings", settings.string()});
      const auto comes = [&](const Session& session, int steps) {
        std::vector<Surface> pages;
        for (int step = 0; step < steps; ++step) {
          Moment moment = morning;
          moment.attract_step = step;
          pages.push_back(turned(eye.page(session, moment, {}), hung, rotation));
        }
        return screen.comes_to_show(pages, (folder / "instead.png").string());
      };
      REQUIRE(comes({}, 8));
      const kiosk::Scene scene = eye.scene({}, morning);
      const kiosk::Box* key = kiosk::find_key(scene.root, "language:ar");
      REQUIRE(key != nullptr);
      const kiosk::Rect touched = kiosk::to_screen(key->rect, hung, rotation);
      screen.press(touched.x + 9, touched.y + 9);
      screen.release();
      CHECK(comes(kiosk::apply({}, key->action), 1));
    }
  }

  TEST_CASE("at night the screen goes black, and the first touch only wakes it") {
    const fs::path settings =
        settings_file(fresh_folder("night"), "night = 10:00-11:00\nidle_seconds = 5\n");
    Visit visit("dark", {"--bundle", bundle().string(), "--settings", settings.string()});
    REQUIRE(visit.attracts());
    REQUIRE(visit.shows_picture(Surface(size, {0, 0, 0})));
    const Session nobody = visit.session;
    visit.touch("language:ar", morning, false);
    visit.session = nobody;
    REQUIRE(visit.attracts());
    visit.rest();
    visit.touch("language:ar", morning, false);
    CHECK(visit.shows());
    CHECK(visit.end() == 0);
  }

  TEST_CASE("without a bundle it says so, keeps running, and goes on when there is one") {
    const fs::path folder = fresh_folder("late-bundle");
    const fs::path link = folder / "active.bundle";
    const fs::path settings =
        settings_file(folder, "bundle = " + link.string() + "\nterminal = 3\ntown = Stadt Herne\n");
    Visit visit("late", {"--settings", settings.string()});
    kiosk::Notice notice{"Stadt Herne", "02323 16-0", "3", "W-10", 10, 24};
    REQUIRE(visit.out_of_service(notice));
    // A file that is not what its name says is another kind of trouble.
    const std::string bytes = text_of(bundle());
    const std::string hash = content::sha256(bytes);
    std::string damaged = bytes;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
    write(folder / (hash + ".bundle"), damaged);
    fs::create_symlink(hash + ".bundle", link);
    notice.code = "W-14";
    REQUIRE(visit.out_of_service(notice));
    CHECK(visit.running());
    write(folder / (hash + ".bundle"), bytes);
    CHECK(visit.attracts());
    const std::string log = visit.log();
    CHECK(log.find("out of service, W-10: ") != std::string::npos);
    CHECK(log.find("out of service, W-14: ") != std::string::npos);
    CHECK(log.ends_with("wegweiser-kiosk: in service\n"));
    CHECK(visit.end() == 0);
  }

  TEST_CASE("without fonts it says so") {
    Visit visit("no-fonts", {"--bundle", bundle().string(), "--fonts", "/nonexistent"});
    CHECK(visit.out_of_service({"Stadt Herne", "02323 16-0", "1", "W-20", 10, 24}));
    CHECK(visit.end() == 0);
  }

  TEST_CASE("with wrong settings it says so rather than staying black") {
    const fs::path settings = settings_file(fresh_folder("wrong"), "idle_seconds = soon\n");
    Visit visit("wrong-settings", {"--bundle", bundle().string(), "--settings", settings.string()});
    CHECK(visit.out_of_service({"Stadt Herne", "02323 16-0", "1", "W-30", 10, 24}));
    CHECK(visit.log().find("wegweiser.conf:1: ") != std::string::npos);
    CHECK(visit.end() == 0);
  }
}
