// What the screens promise a visitor, told by their keys and words.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kiosk/widgets/dump.h"
#include "kiosk/widgets/fits.h"
#include "kiosk/widgets/hit.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

std::set<std::string> keys(const Box& box) {
  std::set<std::string> names;
  if (box.role == Role::Key)
    names.insert(box.name);
  for (const Box& child : box.children)
    names.merge(keys(child));
  return names;
}

const Box* find(const Box& box, std::string_view name) {
  if (box.name == name)
    return &box;
  for (const Box& child : box.children)
    if (const Box* found = find(child, name))
      return found;
  return nullptr;
}

bool says(const Scene& scene, const std::string& words) {
  return dump(scene.root).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the first screen names every language by its own name and begins nothing else") {
  Stage stage;
  const Scene scene = stage.scene("attract", "", upright);
  const auto names = keys(scene.root);
  for (const char* tag : {"de", "de-simple", "tr", "ar"})
    CHECK(names.contains(std::string("language:") + tag));
  CHECK(names.contains("bar:emergency"));
  CHECK_FALSE(names.contains("bar:back"));
  CHECK_FALSE(names.contains("bar:leave-now"));
  CHECK(says(scene, "العربية"));
}

TEST_CASE("the greeting changes with the moment until somebody begins") {
  Stage stage;
  CHECK(find(stage.scene("attract", "", upright).root, "greeting")->spoken == "Willkommen");
  stage.moment.attract_step = 2;
  CHECK(find(stage.scene("attract", "", upright).root, "greeting")->spoken == "Hoş geldiniz");
  CHECK(find(stage.scene("languages", "ar", upright).root, "greeting")->spoken == "أهلًا وسهلًا");
}

TEST_CASE("keys of the bar keep their places on every screen") {
  Stage stage;
  const Scene home = stage.scene("home", "de", upright);
  for (const char* screen : {"groups", "topic:anmelden", "emergency", "about", "idle"}) {
    const Scene other = stage.scene(screen, "de", upright);
    for (const char* name :
         {"bar:language", "bar:emergency", "bar:home", "bar:leave-now", "bar:back"}) {
      CAPTURE(screen);
      CAPTURE(name);
      CHECK(find_key(other.root, name)->rect == find_key(home.root, name)->rect);
    }
  }
}

TEST_CASE("an emergency page that nobody's session opened leads back and to other languages") {
  Stage stage;
  Session session;
  session = apply(session, {ActionKind::OpenEmergency, {}});
  const auto names = keys(stage.scene(session).root);
  CHECK(names.contains("bar:back"));
  CHECK(names.contains("bar:language"));
  CHECK_FALSE(names.contains("bar:home"));
}

TEST_CASE("the tiles run from the start edge: in Arabic the first is at the right [R17]") {
  Stage stage;
  const Scene german = stage.scene("home", "de", upright);
  const Scene arabic = stage.scene("home", "ar", upright);
  CHECK(find_key(german.root, "situation:neu-in-herne")->rect.x == 48);
  CHECK(find_key(arabic.root, "situation:neu-in-herne")->rect.right() == 1032);
}

TEST_CASE("a home without groups has no key for them, and one situation less is no hole") {
  Stage stage;
  stage.library.groups_.clear();
  stage.library.situations_.pop_back();
  const auto names = keys(stage.scene("home", "de", upright).root);
  CHECK_FALSE(names.contains("groups"));
  CHECK(names.contains("situation:mitreden"));
}

TEST_CASE("what is not in the visitor's language stands last with the languages it has [R04]") {
  Stage stage;
  const Scene scene = stage.scene("situation:neu-in-herne", "tr", upright);
  const Box* missing = find_key(scene.root, "topic:verein");
  REQUIRE(missing != nullptr);
  for (const char* other : {"topic:anmelden", "topic:hilfe", "topic:wegweisung"})
    CHECK(find_key(scene.root, other)->rect.y < missing->rect.y);
  CHECK(find(*missing, "topic:verein/second")->spoken.find("Deutsch") != std::string::npos);
}

TEST_CASE(
    "a page there is not is said plainly, with its languages and a person, never German [R04]") {
  Stage stage;
  const Scene scene = stage.scene("topic:verein", "tr", upright);
  CHECK(keys(scene.root).contains("read-in:de"));
  CHECK(keys(scene.root).contains("other-topics"));
  CHECK(says(scene, "02323 16-0"));
  CHECK_FALSE(says(scene, "Sie wohnen neu in Herne"));
}

TEST_CASE("a German page on an Arabic screen runs left to right, the bar stays where it was") {
  Stage stage;
  Session session;
  session.language = "ar";
  session.trail.push_back({ScreenKind::Topic, "verein", 0});
  session.language_of_topic = "de";
  const Scene scene = stage.scene(session);
  CHECK(find(scene.root, "node:what")->rect.x == 48);
  CHECK(find_key(scene.root, "bar:language")->rect.right() == 1056);
  CHECK(says(scene, "Sie wohnen neu in Herne"));
}

TEST_CASE(
    "whoever reads a page in another language is asked in her own whether she understood it") {
  Stage stage;
  for (const auto& [language, question] :
       {std::pair{"tr", "Bu sayfayı anladınız mı?"}, std::pair{"ar", "هل فهمت هذه الصفحة؟"}}) {
    Session session;
    session.language = language;
    session.trail.push_back({ScreenKind::Topic, "verein", 0});
    session.language_of_topic = "de";
    session.trail.back().page = stage.scene(session).pages - 1;
    const Scene scene = stage.scene(session);
    CHECK(says(scene, question));
    CHECK_FALSE(says(scene, "Haben Sie die Seite verstanden?"));
    CHECK(misfits(scene.root, Look{}).empty());
  }
}

TEST_CASE("a sensitive topic has no big headline") {
  Stage stage;
  const auto size = [&](const char* screen) {
    return find(stage.scene(screen, "de", upright).root, "title")
        ->paint.text->lines[0]
        .glyphs[0]
        .size;
  };
  CHECK(size("topic:anmelden") == doctest::Approx(78));
  CHECK(size("topic:hilfe") == doctest::Approx(48));
}

TEST_CASE("a machine's draft says so on every page") {
  Stage stage;
  const int pages = stage.scene("topic:anmelden", "tr", upright).pages;
  CHECK(pages > 1);
  for (int page = 1; page <= pages; ++page)
    CHECK(find(stage.scene("topic:anmelden", "tr", upright, page).root, "badge") != nullptr);
}

TEST_CASE("a number that has expired is said to be checked, without the word it counted [R29]") {
  Stage stage;
  bool found = false;
  for (int page = 1; page <= stage.scene("topic:hilfe", "de", upright).pages; ++page) {
    const Scene scene = stage.scene("topic:hilfe", "de", upright, page);
    if (const Box* checking = find(scene.root, "being-checked")) {
      found = true;
      CHECK(find(*checking, "value")->spoken == "wird geprüft");
      CHECK(find(*checking, "clock") != nullptr);
    }
  }
  CHECK(found);
}

TEST_CASE("pages lead on, back by one, and from the last to the first") {
  Stage stage;
  const int pages = stage.scene("topic:anmelden", "ar", upright).pages;
  REQUIRE(pages > 2);
  CHECK(keys(stage.scene("topic:anmelden", "ar", upright, 1).root).contains("page:next"));
  const auto middle = keys(stage.scene("topic:anmelden", "ar", upright, 2).root);
  CHECK(middle.contains("page:next"));
  CHECK(middle.contains("page:previous"));
  const auto last = keys(stage.scene("topic:anmelden", "ar", upright, pages).root);
  CHECK(last.contains("page:first"));
  CHECK_FALSE(last.contains("page:next"));
  CHECK(stage.scene("topic:anmelden", "ar", upright, 99) ==
        stage.scene("topic:anmelden", "ar", upright, pages));
}

TEST_CASE("every element of a topic is on exactly one page") {
  Stage stage;
  for (const Panel& panel : {upright, across}) {
    int steps = 0;
    int items = 0;
    const int pages = stage.scene("topic:anmelden", "de", panel).pages;
    for (int page = 1; page <= pages; ++page) {
      const std::string dumped = dump(stage.scene("topic:anmelden", "de", panel, page).root);
      for (std::size_t at = dumped.find("text step"); at != std::string::npos;
           at = dumped.find("text step", at + 1))
        ++steps;
      for (std::size_t at = dumped.find("text item"); at != std::string::npos;
           at = dumped.find("text item", at + 1))
        ++items;
    }
    CHECK(steps == 3);
    CHECK(items == 2);
  }
}

TEST_CASE("under the dialog only emergency and leaving work; elsewhere a touch means yes") {
  Stage stage;
  const Scene scene = stage.scene("idle", "de", upright);
  const auto touched = [&](std::string_view name) {
    const Rect rect = find_key(scene.root, name)->rect;
    return hit(scene.root, rect.x + rect.width / 2, rect.y + rect.height / 2)->action.kind;
  };
  CHECK(touched("bar:emergency") == ActionKind::OpenEmergency);
  CHECK(touched("bar:leave-now") == ActionKind::Leave);
  CHECK(touched("bar:home") == ActionKind::Continue);
  CHECK(touched("situation:neu-in-herne") == ActionKind::Continue);
  CHECK(touched("continue") == ActionKind::Continue);
  CHECK(touched("leave") == ActionKind::Leave);
}

TEST_CASE("a topic that an edition no longer has leads home instead of to nothing") {
  Stage stage;
  CHECK(keys(stage.scene("topic:weg", "de", upright).root).contains("situation:neu-in-herne"));
}

TEST_CASE("the same question gives the same scene") {
  Stage stage;
  CHECK(stage.scene("topic:anmelden", "ar", upright) ==
        stage.scene("topic:anmelden", "ar", upright));
}

TEST_CASE("what happened to a stick stands where the greetings are, in words, colour and symbol") {
  using content::DeliveryState;
  Stage stage;
  std::set<std::string> drawings;
  std::set<std::string> words;
  for (const auto state : {DeliveryState::Running, DeliveryState::Accepted, DeliveryState::Newest,
                           DeliveryState::Refused}) {
    stage.moment.delivery = {
        .state = state, .percent = 40, .why = content::Objection::TooNew, .edition = "2026-11-23"};
    const Scene scene = stage.scene("attract", "", upright);
    const Box* panel = find(scene.root, "delivery:" + std::string(content::word_of(state)));
    REQUIRE(panel != nullptr);
    CHECK(find(scene.root, "greeting") == nullptr);
    CHECK(keys(scene.root).contains("language:ar"));
    drawings.insert(panel->children.front().paint.pictogram);
    words.insert(find(*panel, "delivery/title")->spoken);
    CHECK((find(*panel, "delivery/progress") != nullptr) == (state == DeliveryState::Running));
  }
  CHECK(drawings.size() == 4);
  CHECK(words.size() == 4);
  const auto text = [](const Scene& scene) { return find(scene.root, "delivery/text")->spoken; };
  CHECK(text(stage.scene("attract", "", upright)).find("neueres Programm") != std::string::npos);
  CHECK(text(stage.scene("languages", "tr", upright)).find("daha yeni") != std::string::npos);
}

TEST_CASE("every reason for a refusal has words of its own, in both directions") {
  Stage stage;
  std::set<std::string> said;
  for (int why = 0; why <= static_cast<int>(content::Objection::Refused); ++why)
    for (const char* language : {"de", "tr", "ar"})
      for (const Panel& panel : {upright, across}) {
        stage.moment.delivery = {.state = content::DeliveryState::Refused,
                                 .why = static_cast<content::Objection>(why)};
        const Scene scene = stage.scene("languages", language, panel);
        said.insert(find(scene.root, "delivery/text")->spoken);
        CAPTURE(why);
        CAPTURE(language);
        CHECK(misfits(scene.root, {.panel = panel}).empty());
      }
  CHECK(said.size() == 24);
  CHECK(std::none_of(said.begin(), said.end(),
                     [](const std::string& text) { return text.find("delivery.") == 0; }));
}

TEST_CASE("staff read edition, signer and age on the about page, and when the clock is unknown") {
  Stage stage;
  const auto small = [&] {
    for (int page = 1;; ++page) {
      const Scene scene = stage.scene("about", "de", across, page);
      if (const Box* box = find(scene.root, "small"))
        return box->spoken;
      if (page >= scene.pages)
        return std::string();
    }
  };
  CHECK(small().empty());
  stage.moment.origin = {Channel::Delivered, {2026, 11, 20}, "3f1c9a02"};
  CHECK(small().find("3f1c9a02") != std::string::npos);
  CHECK(small().find("20.\u00A0November") != std::string::npos);
  CHECK(small().find("Tagen") != std::string::npos);
  stage.moment.origin.signed_on = {2026, 11, 24};
  CHECK(small().find("Uhr unbekannt") != std::string::npos);
  stage.moment.origin = {.channel = Channel::Shipped};
  CHECK(small().find("mit dem Programm") != std::string::npos);
}
