#include "tools/service_view.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "content-engine/store/names.h"
#include "kiosk/canvas/png_file.h"
#include "kiosk/selftest/service_calibration_page.h"
#include "kiosk/selftest/service_display_page.h"
#include "kiosk/selftest/service_glyph_page.h"
#include "kiosk/selftest/service_grid_page.h"
#include "kiosk/selftest/service_keypad_page.h"
#include "kiosk/selftest/service_menu_page.h"
#include "kiosk/selftest/service_pin_page.h"
#include "kiosk/selftest/service_result_page.h"
#include "kiosk/selftest/service_sound_page.h"
#include "kiosk/service_facts.h"

namespace kiosk {
namespace {

using Time = ServicePage::Time;
using Page = std::unique_ptr<ServicePage>;

// A folder that is gone with this value.
class PassingFolder final {
 public:
  PassingFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "wegweiser-view-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr)
      path_ = name;
  }
  ~PassingFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  PassingFolder(const PassingFolder&) = delete;
  PassingFolder& operator=(const PassingFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// What pages need beside them while they are drawn.
struct Bench {
  content::DiskFiles files;
  PassingFolder folder;
  PinGuard guard{files, folder.path(), Time{0}};
  PinCheck check{{}, [] {}};
};

Page pin(Bench& bench, bool waiting) {
  auto page = std::make_unique<ServicePinPage>(bench.guard, bench.check, Time{0});
  if (waiting)
    for (int i = 0; i < 3; ++i)
      bench.guard.trying(Time{0});
  page->tick(Time{4'000});
  for (int i = 0; i < 4 && !waiting; ++i)
    page->act("1", Time{4'000});
  return page;
}

Page result(Bench& bench, const ServiceViewing& viewing, const char* key) {
  std::error_code ignored;
  if (!viewing.result.empty())
    std::filesystem::copy_file(viewing.result, bench.folder.path() / content::selftest_name,
                               ignored);
  auto page = std::make_unique<ServiceResultPage>(
      ServicePlaces{&bench.files, bench.folder.path(), bench.folder.path()}, Time{0});
  if (key != nullptr)
    page->act(key, Time{0});
  return page;
}

Page grid(const Panel& panel, bool done) {
  auto page = std::make_unique<ServiceGridPage>(panel, Time{0});
  const int columns = page->columns(), rows = page->rows();
  const int wanted = done ? columns * rows : columns * rows / 3;
  for (int i = 0; i < wanted; ++i) {
    if (i % 17 == 5)
      continue;
    page->take({.kind = EventKind::FingerMoved,
                .at = {(2 * (i % columns) + 1) * panel.size.width / (2 * columns),
                       (2 * (i / columns) + 1) * panel.size.height / (2 * rows)}},
               Time{0});
  }
  if (done)
    page->tick(ServiceGridPage::rest);
  return page;
}

Page calibration(const Panel& panel, int taps) {
  CalibrationHands hands;
  hands.use = [](const Calibration&) {};
  hands.keep = [](const std::optional<Calibration>&) { return true; };
  auto page = std::make_unique<ServiceCalibrationPage>(std::move(hands), panel, Time{0});
  if (taps >= 0)
    page->act("begin", Time{0});
  for (int i = 0; i < taps; ++i) {
    const Point2 cross = calibration_crosses()[static_cast<std::size_t>(i)];
    page->take({.kind = EventKind::FingerDown,
                .at = {static_cast<int>(cross.x * panel.size.width),
                       static_cast<int>(cross.y * panel.size.height)}},
               Time{0});
  }
  page->tick(Time{3'000});
  return page;
}

Page keypad() {
  auto page = std::make_unique<ServiceKeypadPage>();
  for (const auto& [name, code, kind] : {std::tuple{"F14", 0x69, EventKind::Repeat},
                                         std::tuple{"Right", 0x4f, EventKind::ArrowRight},
                                         std::tuple{"Return", 0x28, EventKind::Activate}}) {
    page->key_seen(name, code);
    page->take({.kind = kind}, Time{0});
  }
  for (int i = 0; i < 9; ++i)  // more than a low panel has room for
    page->key_seen("Pause", 0x48);
  return page;
}

Page sound() {
  auto page = std::make_unique<ServiceSoundPage>(
      SoundHands{.steps = 7, .say = [](auto&&...) {}, .ended = [] { return SoundEnd::Done; }});
  page->act("step-4", Time{0});
  page->tick(Time{0});
  page->take({.kind = EventKind::JackIn}, Time{0});
  return page;
}

Page display(const Panel& panel, const char* key) {
  auto page = std::make_unique<ServiceDisplayPage>(display_facts(panel, {}));
  if (key != nullptr)
    page->act(key, Time{0});
  return page;
}

}  // namespace

std::vector<std::string> service_views() {
  return {"pin",     "pin-wait", "menu",   "selftest", "code",    "grid", "dead",   "set",
          "crosses", "trial",    "keypad", "sound",    "display", "bars", "glyphs", "about"};
}

std::optional<content::Result<ServiceView>> service_view(const std::string& name,
                                                         const ServiceViewing& viewing) {
  Bench bench;
  const Panel& panel = viewing.panel;
  Page page = name == "pin"        ? pin(bench, false)
              : name == "pin-wait" ? pin(bench, true)
              : name == "menu"     ? std::make_unique<ServiceMenuPage>("stick-1")
              : name == "selftest" ? result(bench, viewing, nullptr)
              : name == "code"     ? result(bench, viewing, "code")
              : name == "grid"     ? grid(panel, false)
              : name == "dead"     ? grid(panel, true)
              : name == "set"      ? calibration(panel, -1)
              : name == "crosses"  ? calibration(panel, 2)
              : name == "trial"    ? calibration(panel, 5)
              : name == "keypad"   ? keypad()
              : name == "sound"    ? sound()
              : name == "display"  ? display(panel, nullptr)
              : name == "bars"     ? display(panel, "bars")
              : name == "glyphs"   ? std::make_unique<ServiceGlyphPage>(viewing.fonts)
              : name == "about"
                  ? std::make_unique<ServiceFactsPage>(content::Sentence{"Versionen", "Versions"},
                                                       version_facts(bench.files, {}, "0.1.0"))
                  : Page();
  if (!page)
    return std::nullopt;
  auto letters = Lettering::open();
  if (!letters)
    return content::Result<ServiceView>(letters.failure());
  ServiceView view{.scene = {}, .letters = std::make_shared<Lettering>(std::move(*letters))};
  view.scene = page->scene({panel, viewing.language, view.letters.get()});
  return content::Result<ServiceView>(std::move(view));
}

content::Result<content::Done> write_service_view(const ServiceView& view, Size size,
                                                  const std::filesystem::path& picture) {
  Surface page(size);
  draw(view.scene, {}, page, view.letters.get());
  return write_png(page, picture);
}

}  // namespace kiosk
