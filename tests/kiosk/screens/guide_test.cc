// Places, courses, events, notices and warnings, as a visitor meets them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kiosk/widgets/dump.h"
#include "kiosk/widgets/fits.h"
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

bool says(const Scene& scene, const std::string& words) {
  return dump(scene.root).find(words) != std::string::npos;
}

void collect(const Box& box, std::vector<Action>& actions) {
  if (box.role == Role::Key)
    actions.push_back(box.action);
  for (const Box& child : box.children)
    collect(child, actions);
}

// Every screen within so many selections of the first; turning pages is no selection.
std::set<std::string> reached(Stage& stage, int selections) {
  std::vector<Session> now{Session{}};
  std::set<std::string> places;
  for (int step = 0; step <= selections; ++step) {
    std::vector<Session> next;
    for (Session& session : now)
      for (int page = 0, pages = 1; page < pages; ++page) {
        session.trail.back().page = page;
        const Scene scene = stage.scene(session, upright);
        pages = scene.pages;
        const Place& at = session.place();
        places.insert(std::to_string(static_cast<int>(at.screen)) + ":" + at.id);
        std::vector<Action> actions;
        collect(scene.root, actions);
        if (page == 0 || step < selections)
          for (const Action& action : actions) {
            const bool other_language =
                action.kind == ActionKind::ChooseLanguage && action.argument != "tr";
            if (step < selections && !other_language && action.kind != ActionKind::NextPage)
              next.push_back(apply(session, action));
          }
      }
    std::sort(next.begin(), next.end(), [](const Session& a, const Session& b) {
      return std::pair(static_cast<int>(a.place().screen), a.place().id) <
             std::pair(static_cast<int>(b.place().screen), b.place().id);
    });
    next.erase(std::unique(next.begin(), next.end(),
                           [](const Session& a, const Session& b) {
                             return a.place().screen == b.place().screen &&
                                    a.place().id == b.place().id && a.language == b.language;
                           }),
               next.end());
    now = std::move(next);
  }
  return places;
}

Session visitor(const char* language, std::vector<Action> actions) {
  Session session = apply({}, {ActionKind::ChooseLanguage, language});
  for (const Action& action : actions)
    session = apply(session, action);
  return session;
}

}  // namespace

TEST_CASE("every topic, place, course and event is three selections away at most [R33]") {
  Stage stage;
  const auto places = reached(stage, 3);
  const auto is_there = [&](ScreenKind kind, const std::string& id) {
    return places.contains(std::to_string(static_cast<int>(kind)) + ":" + id);
  };
  for (const char* topic : {"anmelden", "hilfe", "verein", "wegweisung"})
    CHECK_MESSAGE((is_there(ScreenKind::Topic, topic) || is_there(ScreenKind::TopicsBelow, topic)),
                  topic);
  for (const char* kind : {"office", "partner", "family-centre", "meeting-place"})
    CHECK_MESSAGE(is_there(ScreenKind::PlacesOfKind, kind), kind);
  CHECK(is_there(ScreenKind::CourseList, ""));
  CHECK(is_there(ScreenKind::Offering, "schule"));
}

TEST_CASE("a place says now and in the visitor's language whether it is open [R21]") {
  Stage stage;
  const auto state = [&](const char* language, int hour) {
    stage.moment.hour = hour;
    return find(stage.scene("place:buergerzentrum", language, upright).root, "state")->spoken;
  };
  CHECK(state("de", 10).find("Jetzt geöffnet bis") == 0);
  CHECK(state("de", 10).find("15:30") != std::string::npos);
  CHECK(state("de", 17).find("morgen") != std::string::npos);
  CHECK(state("tr", 17).find("yarın") != std::string::npos);
  CHECK(state("ar", 10).find("مفتوح الآن") == 0);
}

TEST_CASE("today is bold in the hours, and a day unlike its week stands below them [R21]") {
  Stage stage;
  stage.moment.today = {2026, 12, 3};  // a Thursday on which it is closed
  const Scene scene = stage.scene("place:buergerzentrum", "de", upright);
  std::string all;
  for (int page = 1; page <= scene.pages; ++page)
    all += dump(stage.scene("place:buergerzentrum", "de", upright, page).root);
  CHECK(all.find("3.\u00A0Dezember") != std::string::npos);
  CHECK(find(scene.root, "state")->spoken.find("mit Termin") != std::string::npos);
  stage.moment.today = {2026, 11, 26};
  const Scene usual = stage.scene("place:buergerzentrum", "de", upright);
  CHECK(says(usual, "18:00"));
  CHECK_FALSE(says(usual, "Samstag"));
}

TEST_CASE("hours that nobody has verified are being checked, not shown [R29]") {
  Stage stage;
  const Scene scene = stage.scene("place:treff", "de", upright);
  CHECK(says(scene, "Die Stadt prüft diese Angaben gerade."));
  CHECK_FALSE(says(scene, "17:00"));
}

TEST_CASE("who speaks my language leads to offices, and is no question in German [R57]") {
  Stage stage;
  CHECK(find_key(stage.scene("places", "tr", upright).root, "places:speaking") != nullptr);
  CHECK(find_key(stage.scene("places", "de", upright).root, "places:speaking") == nullptr);
  const Scene list = stage.scene("places-speaking", "ar", upright);
  CHECK(find_key(list.root, "place:buergerzentrum") != nullptr);
  CHECK(find_key(list.root, "place:beratung") == nullptr);
  // Where nobody is listed who speaks it, there is somebody to ask.
  stage.library.speak({"zh-Hans", "zh-Hans", "Hans", Direction::LeftToRight, "简体中文", "",
                       content::Tier::Welcome, 6});
  CHECK(says(stage.scene("places-speaking", "zh-Hans", upright), "02323 16-0"));
}

TEST_CASE("the kiosk's own district comes first [R23]") {
  Stage stage;
  stage.moment.district = "Sodingen";
  const auto keys = stage.scene("course-list", "de", upright);
  CHECK(find_key(keys.root, "offering:frauen-a2")->rect.y <
        find_key(keys.root, "offering:integration-a1")->rect.y);
}

TEST_CASE("a women's course in the morning with childcare is found by touches alone [R14]") {
  Stage stage;
  Session session = visitor("tr", {{ActionKind::OpenCourses, {}}});
  for (const char* wish : {"type:parents-women", "time:morning", "childcare", "district:Wanne"}) {
    Scene finder = stage.scene(session, upright);
    for (int page = 1;
         find_key(finder.root, std::string("wish:") + wish) == nullptr && page < finder.pages;
         ++page) {
      session.trail.back().page = page;
      finder = stage.scene(session, upright);
    }
    const Box* key = find_key(finder.root, std::string("wish:") + wish);
    REQUIRE_MESSAGE(key != nullptr, wish);
    session = apply(session, key->action);
    session.trail.back().page = 0;
  }
  const Scene scene = stage.scene(session, upright);
  CHECK(find_key(scene.root, "wish:childcare")->spoken.find("seçildi") != std::string::npos);
  CHECK(find_key(scene.root, "show-courses")->spoken.find("1") != std::string::npos);
  session = apply(session, find_key(scene.root, "show-courses")->action);
  const Scene list = stage.scene(session, upright);
  CHECK(find_key(list.root, "offering:frauen-a1") != nullptr);
  CHECK(find_key(list.root, "offering:frauen-a2") == nullptr);
}

TEST_CASE("wishes that fit nothing say so, and lead to no empty list") {
  Stage stage;
  Session session = visitor("de", {{ActionKind::OpenCourses, {}},
                                   {ActionKind::ToggleCourseWish, "level:alpha"},
                                   {ActionKind::ToggleCourseWish, "time:weekend"}});
  const Scene scene = stage.scene(session, upright);
  CHECK(find_key(scene.root, "show-courses") == nullptr);
  CHECK(says(scene, "02323 16-0"));
  session = apply(session, find_key(scene.root, "forget-wish")->action);
  CHECK(session.course_wish.empty());
}

TEST_CASE("an event that ends while it is read leads home instead of to nothing [R56]") {
  Stage stage;
  stage.moment.today = {2026, 11, 26};
  stage.moment.hour = 17;
  CHECK(find(stage.scene("offering:schule", "tr", upright).root, "title")->spoken.find("okul") !=
        std::string::npos);
  stage.moment.hour = 18;
  CHECK(find_key(stage.scene("offering:schule", "tr", upright).root, "situation:neu-in-herne") !=
        nullptr);
}

TEST_CASE("what a town has no lists of has no key") {
  Stage stage;
  stage.library.registers_ = {};
  const Scene scene = stage.scene("home", "de", upright);
  for (const char* key : {"courses", "events", "places"})
    CHECK(find_key(scene.root, key) == nullptr);
}

TEST_CASE("a group brings its preset, shown, and one touch takes it back for good [R18]") {
  Stage stage;
  Session session = visitor("de", {{ActionKind::OpenGroup, "seniors"}});
  CHECK(session.text_size == TextSize::Plus1);
  const Scene list = stage.scene(session, upright);
  const Box* key = find_key(list.root, "preset");
  REQUIRE(key != nullptr);
  CHECK(key->spoken.find("ausgewählt") != std::string::npos);
  session = apply(session, key->action);
  CHECK(session.text_size == TextSize::Normal);
  CHECK(session.preset == Preset::None);
  session = apply(apply(session, {ActionKind::Back, {}}), {ActionKind::OpenGroup, "seniors"});
  CHECK(session.preset == Preset::None);
  CHECK(find_key(stage.scene(session, upright).root, "preset")->spoken.find("nicht") !=
        std::string::npos);
  CHECK(find_key(stage.scene("group:women", "de", upright).root, "preset") == nullptr);
}

TEST_CASE("children read no paragraphs of law [R17]") {
  Stage stage;
  Session session = visitor("de", {{ActionKind::OpenTopic, "anmelden"}});
  const auto has_law = [&] {
    bool found = false;
    const int pages = stage.scene(session, upright).pages;
    for (int page = 0; page < pages; ++page) {
      session.trail.back().page = page;
      found = found || find(stage.scene(session, upright).root, "node:law") != nullptr;
    }
    return found;
  };
  CHECK(has_law());
  session.preset = Preset::Children;
  CHECK_FALSE(has_law());
}

TEST_CASE("a notice of the town stands on the first screen and goes through its languages [R47]") {
  Stage stage;
  CHECK(says(stage.scene("attract", "", upright), "Am Samstag ist das Rathaus geschlossen."));
  stage.moment.attract_step = 1;
  CHECK(says(stage.scene("attract", "", upright), "Belediye cumartesi günü kapalıdır."));
  stage.moment.today = {2026, 12, 1};
  CHECK(find(stage.scene("attract", "", upright).root, "notice:markt") == nullptr);
}

TEST_CASE("a notice about a topic stands before its text, only in its languages [R47]") {
  Stage stage;
  CHECK(says(stage.scene("topic:anmelden", "de", upright), "Ab Januar gelten neue Formulare."));
  CHECK_FALSE(says(stage.scene("topic:anmelden", "tr", upright), "Formulare."));
  CHECK_FALSE(says(stage.scene("topic:hilfe", "de", upright), "Ab Januar"));
}

TEST_CASE("a warning lies over every screen until it is read, and for the next one again [R47]") {
  Stage stage;
  stage.moment.alert =
      Alert{.id = "brand",
            .texts = {{"de", "Verlassen Sie das Haus."}, {"tr", "Binayı terk edin."}},
            .until = {{2026, 11, 23}, 720}};
  for (const char* screen : {"attract", "home", "topic:anmelden", "courses"}) {
    const Scene scene = stage.scene(screen, "tr", upright);
    CAPTURE(screen);
    CHECK(says(scene, "Binayı terk edin."));
    CHECK(find_key(scene.root, "alert-read") != nullptr);
    CHECK(find_key(scene.root, "bar:emergency") != nullptr);
  }
  CHECK(says(stage.scene("attract", "", upright), "Verlassen Sie das Haus."));
  CHECK_FALSE(says(stage.scene("home", "tr", upright), "Verlassen Sie das Haus."));
  CHECK(says(stage.scene("home", "ar", upright), "Verlassen Sie das Haus."));
  CHECK_FALSE(says(stage.scene("emergency", "tr", upright), "Binayı terk edin."));
  Session session = visitor("tr", {{ActionKind::AlertRead, "brand"}});
  CHECK_FALSE(says(stage.scene(session, upright), "Binayı terk edin."));
  CHECK(says(stage.scene(apply(session, {ActionKind::Leave, {}}), upright), "Binayı terk edin."));
}

TEST_CASE("a warning fits in every size, on every panel") {
  Stage stage;
  stage.moment.alert = Alert{
      .id = "hitze",
      .texts = {{"de", std::string("Heute ist es sehr heiß. Trinken Sie viel Wasser. Bleiben Sie "
                                   "im Schatten. Fragen Sie am Empfang nach Wasser.")},
                {"tr", "Bugün hava çok sıcak. Bol su için. Gölgede kalın. Danışmadan su isteyin."},
                {"ar", "الجو حار جدًا اليوم. اشربوا الكثير من الماء وابقوا في الظل."}},
      .until = {{2026, 11, 24}, 1080}};
  for (const char* language : {"", "de", "tr", "ar"})
    for (const Panel& panel : {upright, across})
      for (const TextSize size :
           {TextSize::Normal, TextSize::Plus1, TextSize::Plus2, TextSize::Plus3}) {
        const Scene scene =
            stage.scene(*language == '\0' ? "attract" : "home", language, panel, 1, size);
        const auto found = misfits(scene.root, {.panel = panel, .text_size = size});
        CAPTURE(language);
        CAPTURE(static_cast<int>(size));
        CHECK_MESSAGE(found.empty(), (found.empty() ? "" : found.front()));
      }
}

static const Box* box_saying(const Box& box, std::string_view words) {
  if (box.paint.text && box.paint.text->text.find(words) != std::string::npos)
    return &box;
  for (const Box& child : box.children)
    if (const Box* found = box_saying(child, words))
      return found;
  return nullptr;
}

TEST_CASE("before a language is chosen, each part of a warning begins on its language's own side") {
  Stage stage;
  stage.moment.alert = Alert{.id = "hitze",
                             .texts = {{"de", "Heute ist es heiß."}, {"ar", "الجو حار."}},
                             .until = {{2026, 11, 24}, 1080}};
  const Scene scene = stage.scene("attract", "", upright);
  const Box* german = box_saying(scene.root, "heiß");
  const Box* arabic = box_saying(scene.root, "حار");
  REQUIRE((german != nullptr && arabic != nullptr));
  const auto side = [](const Box& box, bool right) {
    float edge = right ? 0 : 1e6F;
    for (const Line& line : box.paint.text->lines)
      for (const Glyph& glyph : line.glyphs)
        edge = right ? std::max(edge, glyph.x + glyph.advance) : std::min(edge, glyph.x);
    return box.paint.text_x + edge;
  };
  CHECK(side(*german, false) < 0.2F * static_cast<float>(upright.size.width));
  CHECK(side(*arabic, true) > 0.8F * static_cast<float>(upright.size.width));
}
