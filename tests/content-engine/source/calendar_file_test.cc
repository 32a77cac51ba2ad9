// Calendars as programs write them, read onto the town's clock whatever zone this machine is in
// (R56). The same tests run again under other values of TZ.
#include "content-engine/source/calendar_file.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace content;

namespace {

const std::string head =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Beispiel//Test//DE\r\n"
    "BEGIN:VTIMEZONE\r\nTZID:Amtszeit\r\n"
    "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

CalendarReading read(const std::string& events, Date today = {2026, 9, 1}) {
  auto reading = read_calendar(head + events + "END:VCALENDAR\r\n", "termine.ics",
                               {.time_zone = "Europe/Berlin", .today = today});
  REQUIRE(reading);
  return *std::move(reading);
}

std::string event(const std::string& lines, const std::string& uid = "eins") {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:Treffen\r\n" + lines + "END:VEVENT\r\n";
}

Offering only(const CalendarReading& reading) {
  REQUIRE(reading.events.size() == 1);
  return reading.events.front();
}

}  // namespace

TEST_CASE("a time of the town, of another zone, of Greenwich and of no zone [R56]") {
  for (const char* start :
       {"DTSTART;TZID=Europe/Berlin:20261124T180000\r\n",
        "DTSTART;TZID=Amtszeit:20261124T180000\r\n", "DTSTART:20261124T170000Z\r\n",
        "DTSTART:20261124T180000\r\n", "DTSTART;TZID=America/New_York:20261124T120000\r\n"}) {
    CAPTURE(start);
    const Offering made = only(read(event(std::string(start) + "DURATION:PT90M\r\n")));
    CHECK(made.starts == Date{2026, 11, 24});
    CHECK(made.from == 18 * 60);
    CHECK(made.until == 19 * 60 + 30);
  }
}

TEST_CASE("folded lines, escapes and the other properties") {
  const Offering made =
      only(read("BEGIN:VEVENT\r\nUID:zwei\r\nSUMMARY:Sprachcafé\\, für \r\n alle\r\n"
                "LOCATION:Beispielplatz 3\\, Herne\r\nURL:https://beispiel.example/cafe\r\n"
                "DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261204\r\nEND:VEVENT\r\n"));
  CHECK(made.title == "Sprachcafé, für alle");
  CHECK(made.address == "Beispielplatz 3, Herne");
  CHECK(made.web == "https://beispiel.example/cafe");
  CHECK(made.origin == "zwei");
  CHECK_FALSE(made.from);
  CHECK(made.ends == Date{2026, 12, 3});
}

TEST_CASE("a weekly meeting stays at its hour over both clock changes [R56]") {
  const Offering made =
      only(read(event("DTSTART;TZID=Europe/Berlin:20261020T180000\r\nDTEND;TZID=Europe/Berlin:"
                      "20261020T193000\r\nRRULE:FREQ=WEEKLY;UNTIL=20270406T160000Z\r\n"
                      "EXDATE;TZID=Europe/Berlin:20261103T180000\r\n")));
  CHECK(made.repeats.find("FREQ=WEEKLY") != std::string::npos);
  CHECK(made.from == 18 * 60);
  const auto days = event_days(made, {2026, 10, 20}, {2027, 12, 31});
  CHECK(days.front() == Date{2026, 10, 20});
  CHECK(std::find(days.begin(), days.end(), Date{2026, 11, 3}) == days.end());
  CHECK(days.back() == Date{2027, 4, 6});
  CHECK(days.size() == 24);
}

TEST_CASE("a rule in Greenwich's time moves on the town's clock and is written out [R56]") {
  const CalendarReading reading =
      read(event("DTSTART:20261019T160000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"));
  REQUIRE(reading.events.size() == 2);
  const Offering& winter = reading.events[0];
  const Offering& summer = reading.events[1];
  CHECK(summer.from == 18 * 60);
  CHECK(summer.starts == Date{2026, 10, 19});
  CHECK(winter.from == 17 * 60);
  CHECK(winter.until == 18 * 60);
  CHECK(event_days(winter, {2026, 10, 1}, {2026, 12, 1}) ==
        std::vector<Date>{{2026, 10, 26}, {2026, 11, 2}});
  CHECK(reading.findings.size() == 1);
}

TEST_CASE("what our rules cannot say is written out as days, and the report says so") {
  const CalendarReading reading =
      read(event("DTSTART;TZID=Europe/Berlin:20261001T100000\r\n"
                 "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3\r\n"
                 "RDATE;TZID=Europe/Berlin:20261215T100000\r\n"));
  const Offering made = only(reading);
  CHECK(made.repeats.empty());
  CHECK(event_days(made, {2026, 10, 2}, {2027, 3, 1}) ==
        std::vector<Date>{{2026, 10, 30}, {2026, 11, 30}, {2026, 12, 15}, {2026, 12, 31}});
  REQUIRE(reading.findings.size() == 1);
  CHECK(reading.findings[0].severity == Severity::Warning);
}

TEST_CASE("one date moved is an event of its own, one called off is none") {
  const CalendarReading reading =
      read(event("DTSTART;TZID=Europe/Berlin:20261103T150000\r\nDURATION:PT1H\r\n"
                 "RRULE:FREQ=WEEKLY;COUNT=4\r\n") +
           event("RECURRENCE-ID;TZID=Europe/Berlin:20261110T150000\r\n"
                 "DTSTART;TZID=Europe/Berlin:20261111T170000\r\nDURATION:PT1H\r\n") +
           event("RECURRENCE-ID;TZID=Europe/Berlin:20261117T150000\r\nSTATUS:CANCELLED\r\n"
                 "DTSTART;TZID=Europe/Berlin:20261117T150000\r\n"));
  REQUIRE(reading.events.size() == 2);
  CHECK(event_days(reading.events[0], {2026, 11, 1}, {2026, 12, 31}) ==
        std::vector<Date>{{2026, 11, 3}, {2026, 11, 24}});
  CHECK(reading.events[1].starts == Date{2026, 11, 11});
  CHECK(reading.events[1].from == 17 * 60);
  CHECK(reading.moved == 1);
  CHECK(reading.cancelled == 1);
}

TEST_CASE("what is over, private or without a beginning is left out and counted") {
  const CalendarReading reading =
      read(event("DTSTART;TZID=Europe/Berlin:20250101T100000\r\n") +
               event("DTSTART;TZID=Europe/Berlin:20250101T100000\r\nRRULE:FREQ=WEEKLY;COUNT=5\r\n",
                     "zwei") +
               event("DTSTART:20261201T100000\r\nCLASS:PRIVATE\r\n", "drei") +
               event("DESCRIPTION:ohne\r\n", "vier"),
           {2026, 11, 23});
  CHECK(reading.events.empty());
  CHECK(reading.seen == 4);
  CHECK(reading.over == 2);
  CHECK(reading.hidden == 1);
  CHECK(reading.findings.size() == 1);
}

TEST_CASE("what is no calendar is refused") {
  for (const char* wrong : {"", "Hallo", "BEGIN:VCALENDAR", "BEGIN:VTODO\r\nEND:VTODO\r\n"})
    if (const auto reading = read_calendar(wrong, "x.ics", {.today = {2026, 11, 23}}))
      CHECK_MESSAGE(reading->events.empty(), wrong);
  CHECK_FALSE(read_calendar("", "x.ics", {.today = {2026, 11, 23}}));
  CHECK(
      read_calendar(head, "x.ics", {.time_zone = "Mars/Olympus", .today = {}}).failure().refusal ==
      Refusal::Unsupported);
}
