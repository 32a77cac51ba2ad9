// From an editor's keys to a visitor's eyes, with every real program: keys, publish, a web server
// with TLS, a stick, the device's program, and the kiosk before a real X server.
#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "content-engine/bundle/sha256.h"
#include "content-engine/store/names.h"
#include "content-engine/store/verdicts.h"
#include "kiosk/canvas/page_canvas.h"
#include "kiosk/screens/screen.h"
#include "kiosk/settings.h"
#include "kiosk/widgets/draw.h"
#include "tests/fixtures/child.h"
#include "tests/fixtures/nginx.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/fixtures/whole_bundle.h"
#include "tests/fixtures/x_screen.h"

namespace fs = std::filesystem;

namespace {

const std::string bin = BINARY_DIR "/bin/";
constexpr kiosk::Size size{1080, 1920};

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Editor's desk, web server, stick and kiosk of one town, in a folder.
class Town final {
 public:
  Town() : screen(size) {
    for (const char* name : {"store", "state", "exchange", "stick", "web"})
      fs::create_directory(folder_ / name);
    std::ofstream(at("passphrase")) << "correct horse battery\n";
    fs::permissions(at("passphrase"), fs::perms::owner_read | fs::perms::owner_write);
    signing({"keys", "new"});
    publish(1);
    server = std::make_unique<Nginx>(folder_ / "web", folder_ / "nginx");
    std::ofstream(at("wegweiser.conf"))
        << "store = " << at("store") << "\nkiosk_state = " << at("state")
        << "\nexchange = " << at("exchange") << "\nshipped = " << bundle(1)
        << "\nrepository = " << server->address()
        << "herne\nauthorities = " << server->authority().string() << "\nkiosk_id = foyer-1\n";
    REQUIRE(device({"trust", at("keys/1.root.json")}) == 0);
    start();
  }

  // The desk.
  std::string bundle(int edition) const { return at("v" + std::to_string(edition) + ".bundle"); }
  void publish(int edition) {
    std::ofstream(bundle(edition), std::ios::binary)
        << whole_bundle("Stadt Herne", [&](content::Edition& made) {
             made.town.edition = {2026, 3, edition};
             for (auto& language : made.languages)
               language.greeting = "Ausgabe " + std::to_string(edition);
           });
    signing({"publish", bundle(edition), "--repository", at("web/herne")});
  }
  void signing(std::vector<std::string> words) {
    words.insert(words.begin(), bin + "wegweiser-content");
    for (const std::string& word :
         {std::string("--keys"), at("keys"), std::string("--passphrase-file"), at("passphrase")})
      words.push_back(word);
    const int status = Child(words, at("desk.log")).wait();
    REQUIRE_MESSAGE(status == 0, text_of(at("desk.log")));
  }
  void fill_stick() { signing({"stick", at("web/herne"), at("stick")}); }

  // The kiosk.
  void start() {
    kiosk = std::make_unique<Child>(
        std::vector<std::string>{bin + "wegweiser-kiosk", "--settings", at("wegweiser.conf"),
                                 "--now", "2026-11-23T10:24"},
        at("kiosk.log"));
  }
  int device(std::vector<std::string> words) const {
    words.insert(words.begin(), bin + "wegweiser-device");
    words.insert(words.end(), {"--settings", at("wegweiser.conf")});
    const int status = Child(words, at("device.log")).wait();
    if (status != 0)
      MESSAGE(text_of(at("device.log")));
    return status;
  }
  // Whether the screen comes to show the first page of this edition, and what is told of a stick.
  bool shows(int edition) {
    auto library = content::Library::open(bundle(edition));
    REQUIRE(library);
    auto text = kiosk::TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
    REQUIRE(text);
    auto canvas = kiosk::PageCanvas::open(size, (*text)->fonts());
    REQUIRE(canvas);
    kiosk::Moment moment{.today = {2026, 11, 23}, .hour = 10, .minute = 24};
    const auto slip = content::read_delivery_slip(content::DiskFiles(), at("exchange"));
    if (slip && slip->medium == content::Medium::Stick)
      moment.delivery = *slip;
    const kiosk::Panel panel = kiosk::panel_of(size, {});
    const kiosk::Scene scene = kiosk::make_scene({}, **library, moment, panel, **text);
    (*canvas)->fill({0, 0, size.width, size.height}, scene.ground);
    kiosk::draw(scene.root, **canvas, {panel, kiosk::Theme::Light, kiosk::TextSize::Normal});
    return screen.comes_to_show({(*canvas)->surface()},
                                BINARY_DIR "/journeys/edition-" + std::to_string(edition) + ".png");
  }
  std::string active() const {
    const auto slots = content::read_slots(content::DiskFiles(), at("store"));
    return slots && slots->active ? slots->active->trial.bundle : "";
  }
  std::string hash(int edition) const { return content::sha256(text_of(bundle(edition))); }
  std::string log() const { return text_of(at("kiosk.log")); }
  std::string at(const std::string& name) const { return (folder_ / name).string(); }

 private:
  TemporaryFolder folder_;

 public:
  XScreen screen;
  std::unique_ptr<Nginx> server;
  std::unique_ptr<Child> kiosk;
};

}  // namespace

TEST_SUITE("delivery journey") {
  TEST_CASE("editors push, kiosks take: by https, by stick, and under new keys") {
    fs::create_directories(BINARY_DIR "/journeys");
    Town town;
    REQUIRE(town.shows(1));  // what came with the program
    town.publish(2);
    REQUIRE(town.device({"sync"}) == 0);
    CHECK(town.shows(2));
    CHECK(town.server->requests().find("/herne/metadata/timestamp.json") != std::string::npos);
    CHECK(town.device({"confirm"}) == 0);
    CHECK(town.active() == town.hash(2));

    town.publish(3);
    town.fill_stick();
    REQUIRE(town.device({"import", town.at("stick")}) == 0);
    CHECK(town.shows(3));  // and says above it that the stick was accepted
    CHECK(town.device({"confirm"}) == 0);
    REQUIRE(town.device({"import", town.at("stick")}) == 0);
    CHECK(town.shows(3));  // and says that it has all of that already

    town.signing({"keys", "rotate", "root"});
    for (const char* role : {"targets", "snapshot", "timestamp"})
      town.signing({"keys", "rotate", role});
    town.publish(4);
    REQUIRE(town.device({"sync"}) == 0);
    CHECK(town.shows(4));
    CHECK(town.device({"confirm"}) == 0);
    CHECK(town.active() == town.hash(4));

    REQUIRE(town.device({"rollback"}) == 0);
    CHECK(town.shows(3));
    CHECK(town.kiosk->end() == 0);
    CHECK(town.log().find("refused") == std::string::npos);
  }

  TEST_CASE(
      "the kiosk's process killed while it tries: old or new, whole, and the next sync works") {
    Town town;
    REQUIRE(town.shows(1));
    town.publish(2);
    REQUIRE(town.device({"sync"}) == 0);
    const fs::path trying = fs::path(town.at("state")) / content::trying_name;
    constexpr int tries = 20'000;
    for (int i = 0; i < tries && !fs::exists(trying); ++i)
      usleep(1000);
    REQUIRE(kill(town.kiosk->id(), SIGKILL) == 0);
    CHECK(town.kiosk->wait() == 128 + SIGKILL);
    const bool had_shown =
        content::read_verdicts(content::DiskFiles(), town.at("state")).shown.has_value();
    town.start();
    CHECK(town.shows(had_shown ? 2 : 1));
    REQUIRE(town.device({"sync"}) == 0);  // offered once more: it may have been a power cut
    CHECK(town.shows(2));
    CHECK(town.device({"confirm"}) == 0);
    CHECK(town.active() == town.hash(2));
    CHECK(town.kiosk->end() == 0);
  }
}
