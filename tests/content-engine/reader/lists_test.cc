// What a kiosk lists of courses, events, places and notices, for one visitor and one minute.
#include <doctest/doctest.h>

#include <algorithm>

#include "content-engine/reader/notice_list.h"
#include "content-engine/reader/offering_list.h"
#include "content-engine/reader/place_list.h"
#include "tests/fixtures/sample_registers.h"

using namespace content;

namespace {

const Registers registers = kiosk::sample_registers();
const Town town{.name = "Beispiel",
                .default_language = "de",
                .districts = {"Wanne", "Eickel", "Herne-Mitte", "Sodingen"}};

Here here(const char* language = "de", const char* district = "Wanne", Date day = {2026, 11, 23},
          int minute = 624) {
  return {town, district, language, {day, minute}};
}

std::string ids(const std::vector<Coming>& list) {
  std::string text;
  for (const Coming& each : list)
    text += each.offering->id + " ";
  return text;
}

std::string ids(const std::vector<const Place*>& places) {
  std::string text;
  for (const Place* place : places)
    text += place->id + " ";
  return text;
}

}  // namespace

TEST_CASE("a women's course in the morning with childcare in Wanne is one touch each [R14]") {
  CHECK(ids(courses(registers, {"type:parents-women", "time:morning", "childcare"}, here())) ==
        "frauen-a1 frauen-a2 ");
  CHECK(
      ids(courses(registers, {"type:parents-women", "time:morning", "childcare", "district:Wanne"},
                  here())) == "frauen-a1 ");
  CHECK(ids(courses(registers, {"type:parents-women", "time:evening"}, here())) == "");
}

TEST_CASE("of one sort of wish any may fit, of several each must [R14]") {
  CHECK(ids(courses(registers, {"level:a1", "level:b2"}, here())) ==
        "integration-a1 samstag-b2 frauen-a1 ");
  CHECK(ids(courses(registers, {"level:a1", "time:weekend"}, here())) == "");
}

TEST_CASE("courses are mixed by nearness and beginning, and the kiosk's place decides [R23]") {
  CHECK(ids(courses(registers, {}, here())) ==
        "integration-a1 samstag-b2 frauen-a1 abend-b1 alpha frauen-a2 ");
  CHECK(ids(courses(registers, {}, here("de", "Sodingen"))).starts_with("frauen-a2 alpha "));
  CHECK(ids(courses(registers, {}, here("de", ""))).starts_with("integration-a1 alpha frauen-a2 "));
}

TEST_CASE("a course vanishes on the day after its last [R14]") {
  CHECK(ids(courses(registers, {"level:c1"}, here("de", "Wanne", {2026, 11, 22}))) == "vorbei ");
  CHECK(ids(courses(registers, {"level:c1"}, here())) == "");
  CHECK_FALSE(coming(registers, "vorbei", here()));
}

TEST_CASE("only wishes that lead somewhere are offered") {
  const auto words = words_of_courses(registers, here());
  CHECK(std::find(words.begin(), words.end(), "level:alpha") == words.begin());
  CHECK(std::find(words.begin(), words.end(), "level:c1") == words.end());
  CHECK(std::find(words.begin(), words.end(), "type:youth") == words.end());
  CHECK(words.back() == "district:Sodingen");
}

TEST_CASE("events of the next fourteen days, the visitor's own language first [R56]") {
  CHECK(ids(coming_events(registers, here("tr"))) == "schule cafe empfang ");
  CHECK(ids(coming_events(registers, here("de"))) == "cafe schule empfang ");
  CHECK(coming_events(registers, here("tr"))[0].title == "Almanya’da okul nasıl işler?");
  CHECK(coming_events(registers, here("ar"))[0].title_language == "de");
  CHECK(ids(coming_events(registers, here("de", "", {2026, 11, 16}, 0))) == "cafe gestern schule ");
}

TEST_CASE("an event is gone when it ends, and comes back on its next day [R56]") {
  const auto cafe = [](Date day, int minute) {
    return coming(registers, "cafe", here("de", "", day, minute))->day;
  };
  CHECK(cafe({2026, 11, 24}, 900) == Date{2026, 11, 24});
  CHECK(cafe({2026, 11, 24}, 1019) == Date{2026, 11, 24});
  CHECK(cafe({2026, 11, 24}, 1020) == Date{2026, 12, 1});
  CHECK(coming(registers, "gestern", here("de", "", {2026, 11, 22}, 659)));
  CHECK_FALSE(coming(registers, "gestern", here("de", "", {2026, 11, 22}, 660)));
}

TEST_CASE("who speaks my language: places, never people, near ones first [R57]") {
  CHECK(ids(places_speaking(registers, here("ro"))) == "beratung ");
  CHECK(ids(places_speaking(registers, here("tr"))) == "buergerzentrum beratung ");
  CHECK(ids(places_speaking(registers, here("tr", "Eickel"))) == "beratung buergerzentrum ");
  CHECK(ids(places_speaking(registers, here("de-simple"))) == "buergerzentrum beratung ");
  CHECK(ids(places_speaking(registers, here("uk"))) == "");
}

TEST_CASE("places by kind; a kind this program does not know is an office [R21]") {
  CHECK(kinds_of_places(registers) ==
        std::vector<std::string_view>{"office", "partner", "family-centre", "meeting-place"});
  Registers newer = registers;
  newer.places[0].kind = "spaceport";
  CHECK(ids(places_of_kind(newer, "office", here())) == "buergerzentrum beratung ");
}

TEST_CASE("a notice is seen within its period, in its languages, on its topics [R47]") {
  const std::vector<Language> languages{{.tag = "de"}, {.tag = "uk"}, {.tag = "tr"}};
  const auto first = notices_for_everybody(registers, languages, {2026, 11, 23});
  REQUIRE(first.size() == 2);
  CHECK(first[1].language == "tr");
  CHECK(notices_for_everybody(registers, languages, {2026, 12, 1}).empty());
  CHECK(notices_for(registers, "anmelden", "", "ar", {2026, 11, 23}).size() == 1);
  CHECK(notices_for(registers, "anmelden", "", "tr", {2026, 11, 23}).empty());
  CHECK(notices_for(registers, "hilfe", "", "de", {2026, 11, 23}).empty());
  CHECK(notices_for(registers, "", "", "de-simple", {2026, 11, 23}).size() == 1);
  Registers grouped = registers;
  grouped.notices[1].groups = {"families"};
  CHECK(notices_for(grouped, "anmelden", "", "de", {2026, 11, 23}).empty());
  CHECK(notices_for(grouped, "anmelden", "families", "de", {2026, 11, 23}).size() == 1);
}
