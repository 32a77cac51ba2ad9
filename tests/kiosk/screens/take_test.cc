// What is taken along: codes that an independent reader reads from the drawn pixels, and the card.
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/canvas/png_file.h"
#include "kiosk/screens/staff_card.h"
#include "kiosk/screens/take_text.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/widgets/dump.h"
#include "kiosk/widgets/hit.h"
#include "kiosk/widgets/qr_code.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

// What zbar sees in the picture of the scene: each code on its own lines.
std::string read_codes(Stage& stage, const Scene& scene, const Look& look) {
  auto canvas = PageCanvas::open(look.panel.size, stage.text->fonts());
  REQUIRE(canvas);
  (*canvas)->fill(scene.root.rect, scene.ground);
  draw(scene.root, **canvas, look);
  const auto file = std::filesystem::temp_directory_path() /
                    ("wegweiser-take-" + std::to_string(getpid()) + ".png");
  REQUIRE(write_png((*canvas)->surface(), file));
  FILE* pipe = popen(("zbarimg -q --raw '" + file.string() + "' 2>/dev/null").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  for (std::array<char, 4096> chunk; std::size_t got = fread(chunk.data(), 1, chunk.size(), pipe);)
    text.append(chunk.data(), got);
  pclose(pipe);
  std::filesystem::remove(file);
  return text;
}

void collect_texts(const Box& box, std::vector<std::string>& lines) {
  if (box.name == "text")
    lines.push_back(box.spoken);
  for (const Box& child : box.children)
    collect_texts(child, lines);
}

const Box* box_named(const Box& box, std::string_view name) {
  if (box.name == name)
    return &box;
  for (const Box& child : box.children)
    if (const Box* found = box_named(child, name))
      return found;
  return nullptr;
}

// Rows of ink of the first letters: a capital, at the left edge whoever reads.
int drawn_capital(Stage& stage, const Scene& scene, std::string_view name) {
  const Box* box = box_named(scene.root, name);
  REQUIRE(box != nullptr);
  REQUIRE(box->paint.text);
  auto canvas = PageCanvas::open(upright.size, stage.text->fonts());
  REQUIRE(canvas);
  (*canvas)->fill(scene.root.rect, Color{255, 255, 255});
  draw(scene.root, **canvas, {.panel = upright});
  const int height = static_cast<int>(box->paint.text->lines.front().height);
  const Surface& surface = (*canvas)->surface();
  int rows = 0;
  for (int y = box->rect.y; y < box->rect.y + height; ++y) {
    bool ink = false;
    for (int x = box->rect.x; x < box->rect.x + 50; ++x)
      ink = ink || surface.at(x, y).green < 128;
    rows += ink ? 1 : 0;
  }
  return rows;
}

std::string spoken_of(const Scene& scene, std::string_view name) {
  const Box* box = box_named(scene.root, name);
  return box == nullptr ? std::string() : box->spoken;
}

}  // namespace

TEST_CASE("the address stands beside the text's code on the first page of an upright panel") {
  Stage stage;
  for (const char* language : {"de", "tr", "ar"}) {
    CAPTURE(language);
    const Scene scene = stage.scene("take:anmelden", language, upright);
    CHECK(box_named(scene.root, "qr:text") != nullptr);
    CHECK(box_named(scene.root, "qr:web") != nullptr);
  }
}

TEST_CASE("the codes on the glass read as the text that is shown, in every direction and theme") {
  Stage stage;
  for (const char* language : {"de", "tr", "ar"})
    for (const Panel& panel : {upright, across})
      for (const Theme theme : {Theme::Light, Theme::ContrastDark}) {
        CAPTURE(language);
        std::string codes;
        std::vector<std::string> shown;
        Scene scene = stage.scene("take:anmelden", language, panel);
        for (int page = 1; page <= scene.pages; ++page) {
          Session session{.language = language, .theme = theme};
          session = apply(session, {ActionKind::OpenTopic, "anmelden"});
          session = apply(session, {ActionKind::OpenTakeAlong, "anmelden"});
          session.trail.back().page = page - 1;
          const Scene there = stage.scene(session, panel);
          codes += read_codes(stage, there, {.panel = panel, .theme = theme});
          collect_texts(there.root, shown);
        }
        const auto words = stage.library.page("anmelden", language, {2026, 11, 23});
        REQUIRE(words);
        CHECK(codes.find(words->title + "\n") != std::string::npos);
        CHECK(codes.find("https://www.herne.de/?wegweiser=anmelden&lang=" +
                         std::string(language)) != std::string::npos);
        CHECK(codes.find("02323 16-1633") != std::string::npos);
        // Every line of the text code stands on the screen.
        const std::size_t address = codes.find("https://");
        std::string text = codes.substr(0, address);
        int lines = 0;
        for (std::size_t at = 0, end; (end = text.find('\n', at)) != std::string::npos;
             at = end + 1, ++lines) {
          const std::string line = text.substr(at, end - at);
          CHECK_MESSAGE(
              (line.empty() || std::find(shown.begin(), shown.end(), line) != shown.end()), line);
        }
        CHECK(lines > 6);
      }
}

TEST_CASE("a code's squares are a millimetre at least and have four free ones around them") {
  const Look look{.panel = upright};
  const auto code = qr_code(look, "qr", std::string(900, 'a'), look.px(600));
  REQUIRE(code);
  int least = code->rect.width;
  int start = code->rect.width;
  int lowest = 0;
  for (const Rect& cell : code->paint.cells) {
    least = std::min(least, cell.height);
    start = std::min({start, cell.x, cell.y});
    lowest = std::max(lowest, cell.bottom());
  }
  CHECK(least >= 4);
  CHECK(start == 4 * least);
  CHECK(lowest == code->rect.height - 4 * least);
  CHECK(code->rect.width <= look.px(600));
  CHECK_FALSE(qr_code(look, "qr", std::string(2900, 'a'), look.px(600)));
  CHECK_FALSE(qr_code(look, "qr", std::string(5000, 'a'), look.px(5000)));
  CHECK_FALSE(qr_code(look, "qr", {}, look.px(600)));
}

TEST_CASE("what does not fit is left out from the end, and is named") {
  Stage stage;
  Session session{.language = "tr"};
  const Frame frame(session, stage.library, stage.moment, upright, *stage.text);
  const auto page = stage.library.page("anmelden", "tr", {2026, 11, 23});
  REQUIRE(page);
  const TakeText all = take_text(frame, *page, [](const std::string&) { return true; });
  CHECK(all.left_out.empty());
  const TakeText some =
      take_text(frame, *page, [](const std::string& text) { return text.size() < 300; });
  CHECK(some.text().size() < 300);
  CHECK(all.text().starts_with(some.text()));
  REQUIRE_FALSE(some.left_out.empty());
  CHECK(some.left_out.back() == frame.words()("block.steps"));
  CHECK(some.lines.size() > 2);
  CHECK(take_text(frame, *page, [](const std::string&) { return false; }).lines.empty());
}

TEST_CASE("the desk reads in German what she needs, with a code that names no person [R38]") {
  Stage stage;
  for (const char* language : {"de", "tr", "ar"}) {
    const Scene scene = stage.scene("staff:anmelden", language, upright);
    const std::string sentence = spoken_of(scene, "sentence");
    CHECK(sentence.find("Ich brauche Hilfe") != std::string::npos);
    CHECK(reference_code(stage.library.town(), "anmelden") == "anmelden 2026-11-23");
    CHECK(spoken_of(scene, "code").find("anmelden 2026") != std::string::npos);
    // Its page stands where the desk is told to look; the place is the one the topic sends to.
    const auto place = stage.library.place("buergerzentrum");
    REQUIRE(place);
    CHECK(spoken_of(scene, "office").find(place->name + ", " + place->street) != std::string::npos);
    for (const char* name : {"sentence", "code"}) {
      CAPTURE(name);
      CHECK(upright.mm(drawn_capital(stage, scene, name)) >= 15.0);
    }
    CHECK((box_named(scene.root, "own") != nullptr) == (std::string_view(language) != "de"));
  }
  CHECK(spoken_of(stage.scene("staff:anmelden", "tr", upright), "language")
            .find("Türkisch (Türkçe)") != std::string::npos);
}

TEST_CASE("from the topic to the codes and the card; a sensitive one has no card") {
  Stage stage;
  Session session{.language = "tr"};
  session = apply(session, {ActionKind::OpenTopic, "anmelden"});
  session = apply(session, find_key(stage.scene(session, upright).root, "take-along")->action);
  CHECK(session.place().screen == ScreenKind::TakeAlong);
  session = apply(session, find_key(stage.scene(session, upright).root, "staff-card")->action);
  CHECK(session.place().screen == ScreenKind::StaffCard);
  CHECK(find_key(stage.scene("take:hilfe", "tr", upright).root, "staff-card") == nullptr);
  CHECK(box_named(stage.scene("staff:hilfe", "tr", upright).root, "sentence") == nullptr);
}
