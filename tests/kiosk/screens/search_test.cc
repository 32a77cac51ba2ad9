// The search screen and the index: what a visitor sees of what she types, and what she can do next.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kiosk/keyboard/keyboard.h"
#include "kiosk/screens/alphabet.h"
#include "kiosk/widgets/fits.h"
#include "kiosk/widgets/focus.h"
#include "kiosk/widgets/hit.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

const Box* find(const Box& box, std::string_view name) {
  if (box.name == name)
    return &box;
  for (const Box& child : box.children)
    if (const Box* found = find(child, name))
      return found;
  return nullptr;
}

Session searching(const std::string& language, const std::string& typed) {
  Session session = apply({}, {ActionKind::ChooseLanguage, language});
  session = apply(session, {ActionKind::OpenSearch, {}});
  return apply(session, {ActionKind::TypeText, typed});
}

// Every character typed by touching its key on the glass.
Session touched(Stage& stage, Session session, const std::vector<std::string>& keys) {
  for (const std::string& name : keys) {
    const Scene scene = stage.scene(session);
    const Box* key = find_key(scene.root, "key:" + name);
    REQUIRE_MESSAGE(key != nullptr, name);
    const Rect rect = key->rect;
    session =
        apply(session, hit(scene.root, rect.x + rect.width / 2, rect.y + rect.height / 2)->action);
  }
  return session;
}

int caret_x(const Scene& scene) {
  const Box* caret = find(scene.root, "caret");
  REQUIRE(caret != nullptr);
  return caret->rect.x + caret->rect.width / 2;
}

}  // namespace

TEST_CASE("a word is typed key by key, in Arabic too, and found as it grows") {
  Stage stage;
  const Session session = touched(stage, searching("ar", ""), {"س", "ك", "ن"});
  CHECK(session.typing.text == "سكن");
  const Scene scene = stage.scene(session);
  CHECK(find_key(scene.root, "hit:anmelden")->action == Action{ActionKind::OpenTopic, "anmelden"});
  CHECK(find(scene.root, "search:count")->spoken.find("نتيجة") != std::string::npos);
  CHECK(find_key(scene.root, "search:field")->spoken.find("سكن") != std::string::npos);
}

TEST_CASE("the caret stands behind what was typed: at the left of Arabic, at the right of Latin") {
  Stage stage;
  const int empty = caret_x(stage.scene(searching("ar", "")));
  const int one = caret_x(stage.scene(searching("ar", "س")));
  const int two = caret_x(stage.scene(searching("ar", "سك")));
  CHECK(empty > one);
  CHECK(one > two);
  CHECK(caret_x(stage.scene(searching("de", "ab"))) > caret_x(stage.scene(searching("de", "a"))));
  // A German word in an Arabic field grows to the right; the caret goes with its end.
  const Scene mixed = stage.scene(searching("ar", "Wohn"));
  const Box* typed = find(mixed.root, "search:typed");
  const Line& line = typed->paint.text->lines.at(0);
  CHECK(caret_x(mixed) >= typed->rect.x + static_cast<int>(line.left + line.width) - 4);
  // And Arabic behind German stands at its left.
  const Scene behind = stage.scene(searching("ar", "Wohn سكن"));
  const Box* both = find(behind.root, "search:typed");
  CHECK(caret_x(behind) <= both->rect.x + static_cast<int>(both->paint.text->lines.at(0).left) + 8);
}

TEST_CASE("a field knows every place of its caret, from left to right, one of them here") {
  Stage stage;
  for (const char* typed : {"Bürgergeld", "سكن", "Wohn سكن 12", "a"}) {
    const Scene scene = stage.scene(searching("ar", typed));
    const auto& stops = find_key(scene.root, "search:field")->stops;
    CAPTURE(typed);
    CHECK(stops.size() >= 2);
    CHECK(std::is_sorted(stops.begin(), stops.end(),
                         [](const CaretStop& a, const CaretStop& b) { return a.x < b.x; }));
    CHECK(std::any_of(stops.begin(), stops.end(), [](const CaretStop& s) { return s.here; }));
  }
}

TEST_CASE("text that is too long shows the part around the caret, in the field") {
  Stage stage;
  const std::string lang = "Schwerbehindertenausweis und Wohngeld beantrage";
  Session session = searching("de", lang);
  const Scene end = stage.scene(session);
  CHECK(find(end.root, "search:typed")->spoken.ends_with("beantrage"));
  CHECK(misfits(end.root, {.panel = upright}).empty());
  session = apply(session, {ActionKind::PlaceCaret, "2"});
  CHECK(find(stage.scene(session).root, "search:typed")->spoken.starts_with("Schwer"));
}

TEST_CASE("letters keep the places of a real keyboard on pages that run right to left") {
  Stage stage;
  const Scene scene = stage.scene(searching("ar", "س"));
  const auto x = [&](const char* name) { return find_key(scene.root, name)->rect.x; };
  CHECK(x("key:ض") < x("key:ص"));
  CHECK(x("key:ص") < x("key:د"));
  CHECK(x("key:signs") < x("key:space"));
  CHECK(x("key:space") < x("key:erase"));
  CHECK(x("key:erase") < x("key:go"));
}

TEST_CASE("every key is at least 20 mm wide and 18 mm high, in both orientations") {
  Stage stage;
  for (const char* language : {"de", "tr", "ar"})
    for (const Panel& panel : {upright, across}) {
      const Scene scene = stage.scene(searching(language, ""), panel);
      for (const Box* key : focus_order(*find(scene.root, "keyboard"))) {
        CAPTURE(key->name);
        CHECK(panel.mm(key->rect.width) >= 20.0);
        CHECK(panel.mm(key->rect.height) >= 18.0);
        CHECK_FALSE(key->spoken.empty());
      }
    }
}

TEST_CASE("digits and German letters lie under keys of their own, and lead back") {
  Stage stage;
  Session session = touched(stage, searching("ar", ""), {"signs", "1", "2"});
  CHECK(session.typing.text == "12");
  session = touched(stage, session, {"german", "b", "ü", "erase", "space", "german", "س"});
  CHECK(session.typing.text == "12b س");
  CHECK(find_key(stage.scene(searching("de", "")).root, "key:german") == nullptr);
}

TEST_CASE("nothing typed offers the index; nothing found offers near terms, index and a person") {
  Stage stage;
  const Scene empty = stage.scene(searching("tr", ""));
  CHECK(find_key(empty.root, "index")->action.kind == ActionKind::OpenIndex);
  CHECK(find_key(empty.root, "key:go") == nullptr);
  CHECK(find_key(empty.root, "search:clear") == nullptr);
  const Scene none = stage.scene(searching("tr", "zzz"));
  CHECK(find_key(none.root, "nearest:Ausweis")->action ==
        Action{ActionKind::ReplaceTyped, "Ausweis"});
  CHECK(find_key(none.root, "index") != nullptr);
  CHECK(find(none.root, "panel/text")->spoken.find("02323 16-0") != std::string::npos);
  CHECK(find_key(none.root, "search:clear") != nullptr);
}

TEST_CASE("a place that is found opens as a place, a topic as a topic [R21]") {
  Stage stage;
  const Scene scene = stage.scene(searching("tr", "Bürgerzentrum"));
  const Box* key = find_key(scene.root, "hit:buergerzentrum");
  REQUIRE(key != nullptr);
  CHECK(key->action == Action{ActionKind::OpenPlace, "buergerzentrum"});
  const Session there = apply(searching("tr", "Bürgerzentrum"), key->action);
  CHECK(find(stage.scene(there).root, "state") != nullptr);
}

TEST_CASE("a page found by its German title says so, one found by its own says nothing [R00]") {
  Stage stage;
  const auto spoken = [&](const char* typed) {
    return find_key(stage.scene(searching("tr", typed)).root, "hit:anmelden")->spoken;
  };
  CHECK(spoken("Wohn").find("Almancası: ") != std::string::npos);
  CHECK(spoken("kamet").find("Almancası") == std::string::npos);
}

TEST_CASE("all that was found is one key away, without the keyboard") {
  Stage stage;
  Session session = touched(stage, searching("de", "n"), {"go"});
  const Scene scene = stage.scene(session);
  CHECK(find(scene.root, "keyboard") == nullptr);
  CHECK(find_key(scene.root, "search:field")->action.kind == ActionKind::OpenSearch);
  CHECK(find_key(scene.root, "hit:verein") != nullptr);
  CHECK(find_key(scene.root, "bar:search")->rect ==
        find_key(stage.scene("home", "de", upright).root, "bar:search")->rect);
}

TEST_CASE("from each key every other is reached, and none is left out of the reading order") {
  Stage stage;
  for (const char* language : {"de", "ar"})
    for (const char* typed : {"", "n", "zzz"}) {
      const Scene scene = stage.scene(searching(language, typed));
      const auto keys = focus_order(scene.root);
      std::set<std::string> names;
      for (const Box* key : keys)
        CHECK_MESSAGE(names.insert(key->name).second, "twice: " << key->name);
      const Box* at = keys.front();
      for (std::size_t i = 0; i < keys.size(); ++i)
        at = focus_after(scene.root, at->name, Step::Next);
      CHECK(at == keys.front());
      for (const Box* key : keys)
        for (const Step step : {Step::Up, Step::Down})
          CHECK(focus_after(scene.root, key->name, step) != key);
      // In a row of letters the focus goes as the page reads.
      const Box* bed = find(scene.root, "keyboard");
      const bool onward = bed->children[0].rect.x < bed->children[1].rect.x;
      CHECK(onward == (scene.direction == Direction::LeftToRight));
    }
}

TEST_CASE("each keyboard fits its bed, in every language that has one, upright and across") {
  Stage stage;
  for (const KeyboardFile& file : keyboard_files()) {
    const auto board = parse_keyboard(file.text);
    REQUIRE(board);
    for (const std::string& tag : board->languages) {
      const bool arabic =
          std::set<std::string_view>{"ar", "fa", "ckb", "ps", "ur"}.contains(file.name);
      stage.library.speak({tag, "en-GB", arabic ? "Arab" : "Zyyy",
                           arabic ? Direction::RightToLeft : Direction::LeftToRight, tag, tag,
                           content::Tier::Selected, 9});
      for (const Panel& panel : {upright, across}) {
        const Scene scene = stage.scene(searching(tag, ""), panel);
        const auto found = misfits(*find(scene.root, "keyboard"), {.panel = panel});
        CHECK_MESSAGE(found.empty(), tag << ": " << (found.empty() ? "" : found.front()));
      }
    }
  }
}

TEST_CASE("the index has a language's own letters in its own order, German names among them") {
  const auto letters = [](const char* locale, std::vector<std::string> titles) {
    std::vector<content::TopicEntry> topics;
    for (std::string& title : titles) {
      topics.emplace_back();
      topics.back().title = std::move(title);
    }
    std::string all;
    for (const IndexLetter& letter : by_letters(topics, locale))
      all += letter.label + std::to_string(letter.topics.size());
    return all;
  };
  content::TopicEntry said;
  said.title = "Ich kann die Miete kaum bezahlen";
  said.official_title = "Wohngeld";
  CHECK(by_letters({said}, "de-DE").at(0).label == "W");
  CHECK(letters("de-DE", {"Ärzte", "Abfall", "Zeugnis", "116 117"}) == "#1A2Z1");
  CHECK(letters("tr", {"Çocuk", "Cenaze", "İkamet", "Isınma"}) == "C1Ç1I1İ1");
  CHECK(letters("ar-u-nu-latn", {"تسجيل السكن", "أسرة", "BAföG"}) == "ا1ت1B1");
  CHECK(letters("zh-Hans", {"住房", "北京", "安家"}) == "A1B1Z1");
  CHECK(letters("ti", {"ትምህርቲ", "ሓበሬታ"}) == "ሐ1ተ1");
  CHECK(letters("uk", {"Їжа", "Іспит", "Житло"}) == "Ж1І1Ї1");
}

TEST_CASE("a language without a title of its own has the index of the town's language") {
  Stage stage;
  stage.library.speak({"zh-Hans", "zh-Hans", "Hans", Direction::LeftToRight, "简体中文", "",
                       content::Tier::Welcome, 6});
  const Scene all = stage.scene("index", "zh-Hans", upright);
  CHECK(find_key(all.root, "letter:A") != nullptr);
}

TEST_CASE("a letter of the index leads to its topics, and back to all letters") {
  Stage stage;
  const Scene all = stage.scene("index", "tr", upright);
  const Box* letter = find_key(all.root, "letter:İ");
  REQUIRE(letter != nullptr);
  CHECK(letter->spoken.find("1") != std::string::npos);
  const Scene one = stage.scene("index:İ", "tr", upright);
  CHECK(find_key(one.root, "topic:anmelden") != nullptr);
  CHECK(find_key(one.root, "topic:hilfe") == nullptr);
  CHECK(find_key(one.root, "all-letters")->action == Action{ActionKind::OpenIndex, ""});
}
