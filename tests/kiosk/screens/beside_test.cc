// What «beside German» promises: the same at the same height, each text in its own direction.
#include <doctest/doctest.h>

#include <algorithm>

#include "kiosk/screens/beside_rows.h"
#include "kiosk/widgets/hit.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

void collect(const Box& box, std::string_view name, std::vector<const Box*>& found) {
  if (box.name == name)
    found.push_back(&box);
  for (const Box& child : box.children)
    collect(child, name, found);
}

std::vector<const Box*> all(const Scene& scene, std::string_view name) {
  std::vector<const Box*> found;
  collect(scene.root, name, found);
  return found;
}

}  // namespace

TEST_CASE("what only one text has stands alone, all else in pairs") {
  using Names = std::vector<std::string>;
  const Pairs pairs = paired(Names{"text", "item", "item"}, Names{"text", "text", "item"});
  REQUIRE(pairs.size() == 4);
  CHECK(pairs[0] == Pairs::value_type{0, 0});
  CHECK(pairs[1] == Pairs::value_type{1, std::nullopt});
  CHECK(pairs[2] == Pairs::value_type{std::nullopt, 1});
  CHECK(pairs[3] == Pairs::value_type{2, 2});
  CHECK(paired({}, {}).empty());
  CHECK(paired({}, {"text"}).size() == 1);
}

TEST_CASE("paragraph stands beside paragraph, the visitor's on her own start side [R09]") {
  Stage stage;
  for (const char* language : {"tr", "ar"})
    for (const Panel& panel : {upright, across}) {
      CAPTURE(language);
      const Scene scene = stage.scene("beside:anmelden", language, panel);
      const auto rows = all(scene, "row");
      REQUIRE(rows.size() > 1);
      for (const Box* row : rows) {
        if (row->children.size() < 2)
          continue;  // a key, on the visitor's side only
        const Rect& own = row->children[0].rect;
        const Rect& german = row->children[1].rect;
        CHECK(own.y == german.y);
        const bool left = own.x < german.x;
        CHECK(left == (std::string_view(language) == "tr"));
      }
      const auto own = all(scene, std::string("head:") + language);
      const auto german = all(scene, "head:de");
      REQUIRE(own.size() == 1);
      REQUIRE(german.size() == 1);
      CHECK(own[0]->rect.y == german[0]->rect.y);
    }
}

TEST_CASE("very large text stands one above the other, block by block") {
  Stage stage;
  const Scene scene = stage.scene("beside:anmelden", "tr", upright, 1, TextSize::Plus2);
  CHECK(all(scene, "row").empty());
  std::vector<std::string> nodes;
  for (int page = 1; page <= scene.pages; ++page)
    for (const char* node : {"node:title-german", "node:what", "node:what-german", "node:who"})
      if (!all(stage.scene("beside:anmelden", "tr", upright, page, TextSize::Plus2), node)
               .empty() &&
          std::find(nodes.begin(), nodes.end(), node) == nodes.end())
        nodes.emplace_back(node);
  CHECK(nodes ==
        std::vector<std::string>{"node:title-german", "node:what", "node:what-german", "node:who"});
}

TEST_CASE("German is offered beside every text that is not German, and taken away again") {
  Stage stage;
  const auto offered = [&](const char* topic, const char* language) {
    return find_key(stage.scene(topic, language, upright).root, "beside-german") != nullptr;
  };
  CHECK(offered("topic:anmelden", "tr"));
  CHECK(offered("topic:anmelden", "ar"));
  CHECK_FALSE(offered("topic:anmelden", "de"));
  CHECK_FALSE(offered("topic:verein", "tr"));
  // Whoever turns to German there reads the page alone.
  CHECK(all(stage.scene("beside:anmelden", "de", upright), "row").empty());

  Session session{.language = "tr"};
  session = apply(session, {ActionKind::OpenHome, {}});
  session = apply(session, {ActionKind::OpenTopic, "anmelden"});
  const Session topic = session;
  const Scene before = stage.scene(session, upright);
  session = apply(session, find_key(before.root, "beside-german")->action);
  CHECK(session.place().screen == ScreenKind::BesideGerman);
  const Scene beside = stage.scene(session, upright);
  session = apply(session, find_key(beside.root, "without-german")->action);
  CHECK(session == topic);
}

TEST_CASE("a text read in another language has German beside it too") {
  Stage stage;
  Session session{.language = "ar"};
  session = apply(session, {ActionKind::OpenTopic, "anmelden"});
  session = apply(session, {ActionKind::ReadTopicIn, "tr"});
  session = apply(session, {ActionKind::OpenBesideGerman, "anmelden"});
  const Scene scene = stage.scene(session, upright);
  const auto own = all(scene, "head:tr");
  const auto german = all(scene, "head:de");
  REQUIRE(own.size() == 1);
  REQUIRE(german.size() == 1);
  CHECK(own[0]->rect.x > german[0]->rect.x);  // the page still is an Arabic one
}
