// Every service screen in both languages and on every kind of panel: all of it on the page, nothing
// over another thing, no key smaller than a finger, no letter that the program does not carry.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "tests/fixtures/temporary_folder.h"
#include "tools/service_view.h"

using namespace kiosk;

namespace {

const std::string result_text =
    R"({"wegweiser_selftest":1,"kiosk":"foyer-1","program":"0.1.0","at":"2026-11-26T23:34:26Z","checks":[
{"check":"card","result":"fail","reason":{"de":"Schreiben und Zurücklesen misslingt","en":"writing and reading back fails"},"remedy":{"de":"Karte tauschen; Netzteil prüfen, denn oft ist es die Ursache","en":"swap the card; look at the power supply, which often is the cause"},"figure":"0 MiB"},
{"check":"clock","result":"warn","reason":{"de":"Uhr unbekannt","en":"clock unknown"},"remedy":{"de":"NTP","en":"NTP"},"figure":""},
{"check":"slots","result":"pass","reason":{"de":"gut","en":"fine"},"figure":""},
{"check":"printer","result":"not-applicable","reason":{"de":"Kein Drucker","en":"no printer"},"figure":""}]})";

struct Looking {
  TemporaryFolder folder;
  Looking() { std::ofstream(folder / "result.json") << result_text; }

  ServiceView view(const std::string& name, Panel panel, content::MessageLanguage language) const {
    auto view = service_view(name, {.panel = panel,
                                    .language = language,
                                    .fonts = BINARY_DIR "/share/wegweiser/fonts",
                                    .result = folder / "result.json"});
    REQUIRE(view);
    REQUIRE(*view);
    return std::move(**view);
  }
};

Panel panel_of(int width, int height, double px_per_mm) {
  return {.size = {width, height}, .px_per_mm = px_per_mm};
}

const std::vector<Panel> panels{panel_of(1080, 1920, 3.942), panel_of(1920, 1080, 3.942),
                                panel_of(768, 1366, 3.0), panel_of(1280, 1024, 3.4),
                                panel_of(2160, 3840, 6.3)};

bool apart(const Rect& a, const Rect& b) {
  return a.right() <= b.x || b.right() <= a.x || a.bottom() <= b.y || b.bottom() <= a.y;
}

Rect place_of(const ServiceItem& item, const Lettering& letters) {
  const int lines = 1 + static_cast<int>(std::count(item.words.begin(), item.words.end(), '\n'));
  return {item.rect.x, item.rect.y, letters.width(item.words, item.style),
          lines * item.style.leading};
}

}  // namespace

TEST_SUITE("selftest/service_pages") {
  TEST_CASE("all fits, keys are large enough, and every letter is there") {
    const Looking looking;
    for (const Panel& panel : panels)
      for (const auto language :
           {content::MessageLanguage::German, content::MessageLanguage::English})
        for (const std::string& name : service_views()) {
          INFO(name << " " << panel.size.width << "x" << panel.size.height << " "
                    << static_cast<int>(language));
          const ServiceView view = looking.view(name, panel, language);
          const Rect page{0, 0, panel.size.width, panel.size.height};
          std::vector<Rect> places;
          for (const ServiceKey& key : view.scene.keys) {
            CAPTURE(key.name);
            CHECK(page.contains(key.rect));
            CHECK(key.rect.height >= panel.px(20));
            CHECK(key.rect.width >= panel.px(20));
            CHECK(view.letters->missing(key.label, Cut::SemiBold).empty());
            for (const Rect& other : places)
              CHECK(apart(key.rect, other));
            places.push_back(key.rect);
          }
          for (const ServiceItem& item : view.scene.items) {
            if (item.shape != ServiceShape::Text)
              continue;
            CAPTURE(item.words);
            const Rect place = place_of(item, *view.letters);
            CHECK(page.contains(place));
            CHECK(view.letters->missing(item.words, item.style.cut).empty());
            for (const Rect& other : places)
              CHECK(apart(place, other));
            places.push_back(place);
          }
        }
  }

  TEST_CASE("the other language says something else, and keeps its keys") {
    const Looking looking;
    for (const std::string& name : service_views()) {
      if (name == "bars")
        continue;
      INFO(name);
      const auto german = looking.view(name, panels[0], content::MessageLanguage::German);
      const auto english = looking.view(name, panels[0], content::MessageLanguage::English);
      CHECK(dump(german.scene) != dump(english.scene));
      REQUIRE(german.scene.keys.size() == english.scene.keys.size());
      for (std::size_t i = 0; i < german.scene.keys.size(); ++i)
        CHECK(german.scene.keys[i].name == english.scene.keys[i].name);
    }
  }

  TEST_CASE("a result shows the failure first, with word, symbol, reason and remedy") {
    const Looking looking;
    const auto view = looking.view("selftest", panels[0], content::MessageLanguage::German);
    const std::string lines = dump(view.scene);
    const auto at = [&](const std::string& words) {
      INFO(words);
      const auto found = lines.find(words);
      CHECK(found != std::string::npos);
      return found;
    };
    CHECK(at("1 Fehler, 1 Warnungen, 1 in Ordnung, 1 entfallen") < at("Fehler: card · 0 MiB"));
    CHECK(at("Fehler: card") < at("Schreiben und Zurücklesen misslingt"));
    CHECK(at("Karte tauschen") < at("Warnung: clock"));
    CHECK(at("Warnung: clock") < at("In Ordnung: slots"));
    CHECK(at("In Ordnung: slots") < at("Entfällt: printer"));
    for (const char* symbol : {" close\n", " warning\n", " check-circle\n", " minus\n"})
      CHECK_MESSAGE(lines.find(symbol) != std::string::npos, symbol);
  }

  TEST_CASE("the code is read from the drawn pixels") {
    const Looking looking;
    const auto view = looking.view("code", panels[0], content::MessageLanguage::German);
    const std::string picture = looking.folder / "code.png";
    REQUIRE(write_service_view(view, panels[0].size, picture));
    const std::string out = looking.folder / "read";
    REQUIRE(std::system(
                ("zbarimg -q --raw '" + picture + "' >'" + out + "' 2>/dev/null").c_str()) == 0);
    std::ifstream in(out);
    const std::string read{std::istreambuf_iterator<char>(in), {}};
    CHECK(read.find("Wegweiser self-test\nfoyer-1\n") == 0);
    CHECK(read.find("fail: card (0 MiB)\nwarn: clock\n") != std::string::npos);
  }

  TEST_CASE("the dead cells are named") {
    const Looking looking;
    const auto view = looking.view("dead", panels[0], content::MessageLanguage::German);
    CHECK(dump(view.scene).find("Zeile 1, Spalte 6") != std::string::npos);
  }

  TEST_CASE("without fonts the sheet of letters says so") {
    auto view = service_view("glyphs", {.panel = panels[0], .fonts = "/nonexistent"});
    REQUIRE(view);
    REQUIRE(*view);
    CHECK(dump((*view)->scene).find("neu installieren") != std::string::npos);
  }
}
