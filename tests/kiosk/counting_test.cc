// From touches to counters: what is counted, by which hour, and what never is [R40].
#include "kiosk/counting.h"

#include <doctest/doctest.h>

#include "content-engine/counters/counter_file.h"
#include "kiosk/session/deeds.h"
#include "tests/fixtures/sample_library.h"
#include "tests/fixtures/shell_bench.h"
#include "tests/fixtures/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;
using content::Bucket;
using content::Deed;
using content::Doing;

namespace {

constexpr content::Date monday{2026, 11, 23};

Session in_german() {
  Session session;
  return apply(session, {ActionKind::ChooseLanguage, "de"});
}

std::vector<Doing> step(Session& session, const Action& action) {
  Session after = apply(session, action);
  auto doings = doings_of(session, action, after);
  session = std::move(after);
  return doings;
}

struct Desk {
  std::uint64_t count(Deed deed, const std::string& subject = {}, int hour = 10) const {
    const auto& counts = counting.gathered().counts();
    const auto at = counts.find({monday, hour, "de", deed, subject});
    return at == counts.end() ? 0 : at->second;
  }
  void take(std::vector<Doing> doings, Instant now = 0s, bool vacant = false) {
    Request request{.moment = {.today = monday, .hour = 10, .minute = 24},
                    .vacant = vacant,
                    .doings = std::move(doings)};
    counting.take(request, library, now);
  }

  TemporaryFolder folder;
  content::DiskFiles files;
  SampleLibrary library;
  Counting counting{files, folder.path(), 0s};
};

}  // namespace

TEST_SUITE("counting") {
  TEST_CASE("a step is counted by what it opened, a step back and a turned page are not") {
    Session session;
    CHECK(step(session, {ActionKind::ChooseLanguage, "de"}) ==
          std::vector<Doing>{{Deed::Session, "de"}});
    CHECK(step(session, {ActionKind::OpenSituation, "neu-in-herne"}) ==
          std::vector<Doing>{{Deed::Situation, "de", "neu-in-herne"}});
    CHECK(step(session, {ActionKind::OpenTopic, "anmelden"}) ==
          std::vector<Doing>{{Deed::Topic, "de", "anmelden"}});
    CHECK(step(session, {ActionKind::OpenTakeAlong, "anmelden"}) ==
          std::vector<Doing>{{Deed::Qr, "de", "anmelden"}});
    CHECK(step(session, {ActionKind::OpenStaffCard, "anmelden"}).empty());
    CHECK(step(session, {ActionKind::Back, {}}).empty());
    CHECK(step(session, {ActionKind::Back, {}}).empty());
    CHECK(step(session, {ActionKind::NextPage, {}}).empty());
    CHECK(step(session, {ActionKind::NextTheme, {}}).empty());
    CHECK(step(session, {ActionKind::OpenLanguages, {}}).empty());
    CHECK(step(session, {ActionKind::ChooseLanguage, "tr"}) ==
          std::vector<Doing>{{Deed::Language, "tr"}, {Deed::Topic, "tr", "anmelden"}});
    CHECK(step(session, {ActionKind::Back, {}}).empty());
    CHECK(ending_of(session, Deed::Left) == std::vector<Doing>{{Deed::Left, "tr", "2"}});
    CHECK(ending_of(Session{}, Deed::Idle).empty());
  }

  TEST_CASE("feedback is one touch, once a topic and visitor [R32]") {
    Session session = in_german();
    step(session, {ActionKind::OpenTopic, "anmelden"});
    CHECK(step(session, {ActionKind::GiveFeedback, "understood"}) ==
          std::vector<Doing>{{Deed::Understood, "de", "anmelden"}});
    CHECK(step(session, {ActionKind::GiveFeedback, "not-understood"}).empty());
    step(session, {ActionKind::OpenTopic, "hilfe"});
    CHECK(step(session, {ActionKind::GiveFeedback, "session"}).empty());
  }

  TEST_CASE("a search is counted as hit or miss, and what was typed goes no further") {
    Desk desk;
    Session session = in_german();
    step(session, {ActionKind::OpenSearch, {}});
    CHECK(step(session, {ActionKind::TypeText, "kanarienvogel"}).empty());
    const auto doings = step(session, {ActionKind::OpenHome, {}});
    CHECK(doings == std::vector<Doing>{{Deed::SearchMiss, "de", {}, "kanarienvogel"}});
    desk.take(doings);
    CHECK(desk.count(Deed::SearchMiss) == 1);
    desk.take({{Deed::SearchMiss, "de", {}, "anmelden"}});
    CHECK(desk.count(Deed::SearchHit) == 1);
    desk.counting.write(monday);
    const auto text = content::read_file(desk.folder.path() / content::counters_name, 4096);
    REQUIRE(text);
    CHECK(text->find("anarien") == std::string::npos);
    CHECK(text->find("search-miss") != std::string::npos);
  }

  TEST_CASE("what nobody should be seen with is counted by the day only [R40]") {
    Desk desk;
    desk.take({{Deed::Topic, "de", "hilfe"}, {Deed::Topic, "de", "anmelden"}});
    CHECK(desk.count(Deed::Topic, "hilfe") == 0);
    CHECK(desk.count(Deed::Topic, "hilfe", Bucket::whole_day) == 1);
    CHECK(desk.count(Deed::Topic, "anmelden") == 1);
    desk.take({{Deed::Understood, "de", "hilfe"}});
    CHECK(desk.count(Deed::Understood, "hilfe", Bucket::whole_day) == 1);
  }

  TEST_CASE(
      "a topic that is not there in her language is a fallback; what nobody knows is nothing") {
    Desk desk;
    Session session;
    desk.take({{Deed::Topic, "ti", "hilfe"}, {Deed::Topic, "tr", "verein"}});
    desk.take({{Deed::Topic, "de", "kanarienvogel"},
               {Deed::Situation, "de", "kanarienvogel"},
               {Deed::Group, "de", "kanarienvogel"},
               {Deed::Session, "kanarienvogel"}});
    for (const auto& [bucket, count] : desk.counting.gathered().counts()) {
      CHECK(bucket.deed == Deed::Fallback);
      CHECK(bucket.subject != "kanarienvogel");
    }
  }

  TEST_CASE("counters are written when nobody is here, and not often") {
    Desk desk;
    const auto file = desk.folder.path() / content::counters_name;
    desk.take({{Deed::Session, "de"}}, 1min, true);
    CHECK_FALSE(std::filesystem::exists(file));
    desk.take({}, 11min, false);
    CHECK_FALSE(std::filesystem::exists(file));
    desk.take({}, 12min, true);
    CHECK(std::filesystem::exists(file));
    CHECK(desk.counting.gathered().empty());
  }

  TEST_CASE("the shell hands each deed to the worker once, and an ending with its leaving") {
    shell_bench::Kiosk kiosk;
    kiosk.touch(shell_bench::arabic);
    kiosk.answer();
    CHECK(kiosk.asked.doings == std::vector<Doing>{{Deed::Session, "ar"}});
    kiosk.touch(shell_bench::topic);
    kiosk.answer();
    CHECK(kiosk.asked.doings == std::vector<Doing>{{Deed::Topic, "ar", "wohngeld"}});
    kiosk.touch(shell_bench::theme);
    kiosk.answer();
    CHECK(kiosk.asked.doings.empty());
    kiosk.touch(shell_bench::leave);
    kiosk.answer();
    CHECK(kiosk.asked.doings == std::vector<Doing>{{Deed::Left, "ar", "2"}});
    CHECK(kiosk.asked.session == Session{});
  }
}
