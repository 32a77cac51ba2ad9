// Each rule finds what breaks it, and the sample's screens break none of them. All of content/herne
// is examined by `wegweiser-snapshot --accessibility`.
#include "tools/accessibility.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/accessibility/examine.h"
#include "kiosk/text/faces.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

const Session begun{.language = "de", .trail = {Place{}, Place{ScreenKind::Home, {}, 0}}};

Box bar_key(const char* name, int x) {
  Box box;
  box.role = Role::Key;
  box.name = name;
  box.spoken = name;
  box.rect = {x, 1500, 190, 136};
  box.action = {ActionKind::OpenHome, {}};
  box.paint.fill = palette(Theme::Light).ink;
  return box;
}

// Nothing wrong with it.
Scene scene() {
  Scene made;
  made.ground = palette(Theme::Light).paper;
  made.root.name = "screen";
  made.root.rect = {0, 0, 1080, 1920};
  made.root.children = {bar_key("bar:home", 40), bar_key("bar:emergency", 280),
                        bar_key("bar:leave-now", 520)};
  return made;
}

bool finds(const Scene& made, Rule rule, const Look& look = {}) {
  const auto found = examine(made, look, begun).violations;
  for (const Violation& violation : found)
    MESSAGE(violation.what);
  return std::any_of(found.begin(), found.end(),
                     [&](const Violation& violation) { return violation.rule == rule; });
}

}  // namespace

TEST_SUITE("accessibility") {
  TEST_CASE("a scene as it shall be has nothing to find") {
    CHECK(examine(scene(), {}, begun).violations.empty());
  }

  TEST_CASE("a key that is small, near another or out of reach is found") {
    Scene made = scene();
    made.root.children[0].rect.height = 40;
    CHECK(finds(made, Rule::Targets));
    made = scene();
    made.root.children[1].rect.x = 40 + 190 + 4;
    CHECK(finds(made, Rule::Targets));
    made = scene();
    made.root.children[0].rect.y = 20;
    CHECK(finds(made, Rule::Reach));
  }

  TEST_CASE("in low reach a target above 1100 or below 800 mm is found") {
    CHECK_FALSE(finds(scene(), Rule::Reach, {.low_reach = true}));
    Scene made = scene();
    made.root.children[0].rect.y = 500;
    CHECK(finds(made, Rule::Reach, {.low_reach = true}));
    made.root.children[0].rect.y = 1700;
    CHECK(finds(made, Rule::Reach, {.low_reach = true}));
    CHECK_FALSE(finds(made, Rule::Reach));
  }

  TEST_CASE("words too small or too pale are found, on the ground they stand on") {
    Stage stage;
    const auto words = [&](float size, Color color) {
      Box box;
      box.role = Role::Text;
      box.name = "words";
      box.rect = {60, 300, 600, 200};
      box.spoken = "Wohngeld";
      box.paint.foreground = color;
      box.paint.text_x = 60;
      box.paint.text_y = 300;
      box.paint.text =
          stage.text->layout({.text = "Wohngeld", .language = "de", .style = {.size = size}});
      return box;
    };
    const Palette& colors = palette(Theme::Light);
    Scene made = scene();
    made.root.children.push_back(words(41, colors.ink));
    CHECK(examine(made, {}, begun).violations.empty());
    made.root.children.back() = words(38, colors.ink);
    CHECK(finds(made, Rule::Caps));
    made.root.children.back() = words(41, colors.edge);
    CHECK(finds(made, Rule::Contrast));
    Box panel;
    panel.rect = {50, 290, 700, 220};
    panel.paint.fill = colors.ink;
    panel.children = {words(41, colors.ink)};
    made.root.children.back() = panel;
    CHECK(finds(made, Rule::Contrast));
  }

  TEST_CASE("a drawing or a key without words is found") {
    Scene made = scene();
    made.root.children[0].spoken.clear();
    CHECK(finds(made, Rule::Alternatives));
    made = scene();
    Box drawing;
    drawing.role = Role::Pictogram;
    drawing.name = "clock";
    drawing.rect = {60, 300, 40, 40};
    drawing.paint.pictogram = "clock";
    drawing.paint.foreground = palette(Theme::Light).ink;
    made.root.children.push_back(drawing);
    CHECK(finds(made, Rule::Alternatives));
  }

  TEST_CASE("a focus that stays between two keys of one name, and a page without a way out") {
    Scene made = scene();
    Box twin = bar_key("bar:home", 760);
    made.root.children.push_back(twin);
    CHECK(finds(made, Rule::Focus));
    made = scene();
    made.root.children.pop_back();
    CHECK(finds(made, Rule::Focus));
  }

  TEST_CASE("capitals of the stack's Noto Sans are 0.714 em, which the rule reckons with") {
    Stage stage;
    Faces faces(stage.text->fonts());
    const Paragraph line = stage.text->layout({.text = "H", .language = "de"});
    const Glyph& glyph = line.lines.at(0).glyphs.at(0);
    CHECK(faces.ink(glyph.font, glyph.id).above == doctest::Approx(0.714).epsilon(0.002));
  }

  TEST_CASE("every screen of the sample keeps every rule, low reach included [R36]") {
    Stage stage;
    const auto report =
        examine_all(stage.library, *stage.text, stage.moment,
                    {.languages = {"de", "ar"}, .every_size = false, .every_topic = false});
    CHECK(report.screens.size() > 15);
    for (const Violation& violation : report.violations)
      FAIL_CHECK(word_of(violation.rule) << ": " << violation.what);
  }
}
