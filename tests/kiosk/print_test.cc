// From the key to the paper, without a window: shell, worker and print shop of the kiosk, then the
// device's program with stand-ins for CUPS.
#include <doctest/doctest.h>

#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <sstream>

#include "content-engine/store/print_slip.h"
#include "kiosk/print_shop.h"
#include "kiosk/shell.h"
#include "kiosk/widgets/fits.h"
#include "kiosk/widgets/hit.h"
#include "tests/fixtures/temporary_folder.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr WallTime wall{{2026, 11, 23}, 10, 24, 1h};

class Lobby final {
 public:
  explicit Lobby(bool tray = true) {
    for (const char* name : {"print", "exchange", "cups"})
      fs::create_directory(folder / name);
    settings.printer = "Foyer";
    settings.print_folder = folder / (tray ? "print" : "none");
    shop.emplace(files, settings, [](const std::string&) {});
    ShellRules rules;
    rules.print = shop->rules();
    rules.fresh.language = "ar";
    rules.fresh.trail = {Place{}, {.screen = ScreenKind::TakeAlong, .id = "anmelden"}};
    shell.emplace(rules, now, wall);
    worker.emplace(
        upright,
        [this] {
          return Opened(Stock{std::make_unique<SampleLibrary>(), std::move(stage.text)});
        },
        [this] {
          const std::lock_guard lock(mutex);
          ++wakes;
          bell.notify_all();
        },
        Count{}, shop->prints());
    settle();
  }
  ~Lobby() { worker.reset(); }

  // Until the screen shows what was asked for.
  void settle() {
    while (auto request = shell->take_request()) {
      worker->ask(std::move(*request));
      for (;;) {
        if (auto answer = worker->take()) {
          shell->answered(std::move(*answer), now);
          break;
        }
        wait();
      }
    }
  }
  void wait() {
    std::unique_lock lock(mutex);
    bell.wait_for(lock, 10s, [this] { return wakes > 0; });
    wakes = 0;
  }
  const Box* key(const std::string& name) const {
    return find_key(shell->view().scene->root, name);
  }
  void touch(const std::string& name) {
    const Box* box = key(name);
    REQUIRE(box != nullptr);
    const int x = box->rect.x + box->rect.width / 2;
    const int y = box->rect.y + box->rect.height / 2;
    now += 1s;
    shell->finger_down(x, y, now);
    shell->finger_up(x, y, now);
    settle();
  }
  // Everything that the screen says, one after another.
  std::string shown() const { return words_of(shell->view().scene->root); }
  static std::string words_of(const Box& box) {
    std::string all = box.spoken + "\n";
    for (const Box& child : box.children)
      all += words_of(child);
    return all;
  }
  std::string word(const char* key) const { return std::string(SampleLibrary().word("ar", key)); }
  std::vector<fs::path> tray() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder / "print"))
      found.push_back(entry.path());
    return found;
  }
  void until_tray_is_filled() {
    for (int i = 0; i < 600 && tray().empty(); ++i)
      std::this_thread::sleep_for(20ms);
  }
  int device() const {
    std::ofstream(folder / "conf")
        << "printer = Foyer\nprint_folder = " << (folder / "print").string()
        << "\nexchange = " << (folder / "exchange").string() << "\n";
    return std::system(("PATH='" SOURCE_DIR "/tests/fixtures/cups':\"$PATH\" WEGWEISER_CUPS='" +
                        (folder / "cups").string() +
                        "' " BINARY_DIR "/bin/wegweiser-device print --patience 1 --settings '" +
                        (folder / "conf").string() + "' >/dev/null 2>&1")
                           .c_str());
  }
  void hear_device() {
    const auto slip = content::read_print_slip(files, folder / "exchange");
    REQUIRE(slip);
    shell->printed(*slip, now);
    settle();
  }

  TemporaryFolder folder;
  content::DiskFiles files;
  content::DeviceSettings settings;
  Stage stage;
  std::optional<PrintShop> shop;
  std::optional<Shell> shell;
  std::mutex mutex;
  std::condition_variable bell;
  int wakes = 0;
  Instant now{0};
  std::optional<Worker> worker;
};

}  // namespace

TEST_SUITE("print") {
  TEST_CASE("a sheet goes from the key to the queue, is gone, and the screen says so [R35]") {
    Lobby lobby;
    CHECK(lobby.shell->view().scene != nullptr);
    lobby.touch("print");
    CHECK(lobby.shown().find(lobby.word("print.running")) != std::string::npos);
    CHECK(lobby.key("print") == nullptr);
    lobby.until_tray_is_filled();
    REQUIRE(lobby.tray().size() == 1);
    CHECK(lobby.device() == 0);
    CHECK(lobby.tray().empty());
    std::ostringstream sheet;
    sheet << std::ifstream(lobby.folder / "cups" / "sheet", std::ios::binary).rdbuf();
    CHECK(sheet.str().starts_with("%PDF-"));
    lobby.hear_device();
    CHECK(lobby.shown().find(lobby.word("print.done")) != std::string::npos);
  }

  TEST_CASE("a printer that fails is said, and she may try again") {
    Lobby lobby;
    std::ofstream(lobby.folder / "cups" / "mode") << "fail";
    lobby.touch("print");
    lobby.until_tray_is_filled();
    CHECK(lobby.device() != 0);
    CHECK(lobby.tray().empty());
    lobby.hear_device();
    CHECK(lobby.shown().find(lobby.word("print.failed")) != std::string::npos);
    CHECK(lobby.key("print") != nullptr);
  }

  TEST_CASE("who leaves takes back what nobody has printed yet") {
    Lobby lobby;
    lobby.touch("print");
    lobby.until_tray_is_filled();
    REQUIRE(lobby.tray().size() == 1);
    std::ofstream(lobby.folder / "print" / "b-1.pdf.new") << "%PDF";
    lobby.touch("bar:leave-now");
    CHECK(lobby.tray().empty());
  }

  TEST_CASE("a sheet that cannot be laid ready is no sheet, and silence is none either") {
    Lobby lobby(false);
    lobby.touch("print");
    std::optional<std::string> job;
    for (int i = 0; i < 60 && !job; ++i) {
      lobby.wait();
      job = lobby.worker->take_unprinted();
    }
    REQUIRE(job);
    PrintWait waits({.printer = true, .series = "a"});
    REQUIRE(waits.begin("anmelden", "de", 0s));
    CHECK_FALSE(waits.begin("anmelden", "de", 1s));
    CHECK(waits.take()->name == "a-1");
    CHECK_FALSE(waits.take());
    const Place here{.screen = ScreenKind::TakeAlong, .id = "anmelden"};
    waits.ended({.job = "b-1", .end = content::PrintEnd::Done});
    CHECK(waits.at(here, 2s) == Printing::Running);
    CHECK(waits.at(here, 150s) == Printing::Failed);
    CHECK(waits.at({.screen = ScreenKind::Home}, 151s) == Printing::None);
    CHECK(waits.at(here, 152s) == Printing::Ready);
    CHECK_FALSE(PrintWait({}).begin("anmelden", "de", 0s));
  }

  TEST_CASE("what lay there before the start is of nobody, and three may wait") {
    const TemporaryFolder folder;
    content::DiskFiles files;
    std::ofstream(folder / "0-1.pdf") << "%PDF-";
    std::ofstream(folder / "note") << "of a technician";
    PrintTray tray(files, folder.path());
    CHECK_FALSE(fs::exists(folder / "0-1.pdf"));
    CHECK(fs::exists(folder / "note"));
    for (const char* job : {"1", "2", "3"})
      CHECK(tray.put(job, "%PDF-"));
    CHECK_FALSE(tray.put("4", "%PDF-"));
    CHECK_FALSE(tray.put("../4", "%PDF-"));
    tray.clear();
    CHECK_FALSE(
        tray.put("5", std::string(static_cast<std::size_t>(content::print_job_limit) + 1, 'x')));
  }

  TEST_CASE("without a printer no screen knows of one") {
    Stage stage;
    CHECK(find_key(stage.scene("take:anmelden", "de", upright).root, "print") == nullptr);
    for (const Panel& panel : {upright, across})
      for (const char* language : {"de", "ar"}) {
        stage.moment.printing = Printing::Ready;
        const Scene ready = stage.scene("take:anmelden", language, panel);
        CHECK(find_key(ready.root, "print") != nullptr);
        CHECK(find_key(stage.scene("take:hilfe", language, panel).root, "print") != nullptr);
        CHECK(find_key(stage.scene("topic:anmelden", language, panel).root, "print") == nullptr);
      }
  }

  TEST_CASE("whatever is said of a sheet fits the screen in every language") {
    Stage stage;
    for (const Printing printing :
         {Printing::Ready, Printing::Running, Printing::Done, Printing::Failed})
      for (const Panel& panel : {upright, across})
        for (const content::Language& language : stage.library.languages())
          for (const TextSize size : {TextSize::Normal, TextSize::Plus3}) {
            stage.moment.printing = printing;
            const Scene scene = stage.scene("take:anmelden", language.tag, panel, 1, size);
            INFO(language.tag << " " << static_cast<int>(printing));
            const auto found = misfits(scene.root, {panel, Theme::Light, size});
            CHECK_MESSAGE(found.empty(), (found.empty() ? "" : found.front()));
          }
  }
}
