#include "kiosk/screens/offering.h"

#include <utility>

#include "content-engine/model/opening_hours.h"
#include "content-engine/reader/fact_text.h"
#include "content-engine/reader/offering_list.h"
#include "kiosk/screens/card_stops.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/offering_words.h"
#include "kiosk/screens/open_words.h"

namespace kiosk {
namespace {

using content::Coming;
using content::Offering;
using content::OfferingKind;

constexpr int next_dates = 4;

void say_when(const Frame& frame, const Coming& coming, CardStop& stop) {
  const Offering& offering = *coming.offering;
  const InterfaceWords& words = frame.words();
  const auto date = [&](const char* key, content::Date day) {
    stop.say(words(key, {name("date", words.date(day))}));
  };
  if (offering.kind == OfferingKind::Course) {
    date(offering.starts < frame.moment().today ? "course.since" : "course.from", offering.starts);
    date("course.until", offering.ends);
    std::vector<TableRow> rows;
    if (const auto times = content::parse_opening_hours(offering.times))
      for (int weekday = 0; weekday < 7; ++weekday)
        if (const auto& day = times->week.at(static_cast<std::size_t>(weekday)); !day.spans.empty())
          rows.push_back({words.weekday(content::days_after(
                              coming.day, weekday - content::weekday_of(coming.day))),
                          times_of(frame, day)});
    stop.rows(rows);
    return;
  }
  std::vector<TableRow> rows{{words.day(coming.day), event_times(offering), Weight::Bold}};
  const auto more = content::event_days(offering, content::days_after(coming.day, 1),
                                        content::days_after(coming.day, 92));
  for (const content::Date day : more)
    if (rows.size() < next_dates)
      rows.push_back({words.day(day), event_times(offering)});
  stop.rows(rows);
  if (offering.ends > offering.starts)
    date("course.until", offering.ends);
}

std::string cost_words(const Frame& frame, const Offering& offering) {
  if (offering.cost == "free")
    return frame.words()("course.free");
  if (offering.cost.empty())
    return frame.words()("course.cost-unknown");
  const auto euros = content::write_fact(
      {.kind = content::FactKind::Amount, .value = offering.cost}, frame.language());
  return euros ? "\u2066" + euros->text + "\u2069" : frame.words()("course.cost-unknown");
}

void say_where(const Frame& frame, const Offering& offering, CardStop& stop) {
  const auto place = offering.place.empty() ? std::nullopt : frame.library().place(offering.place);
  stop.say_german(offering.address);
  if (place)
    stop.link("place:" + place->id, {ActionKind::OpenPlace, place->id}, place->name,
              frame.type_in("de"));
  if (!offering.district.empty())
    stop.say(frame.words()("place.district", {name("name", offering.district)}));
}

std::vector<Stop> stops_of(const Frame& frame, const Coming& coming) {
  const Offering& offering = *coming.offering;
  const InterfaceWords& words = frame.words();
  std::vector<Stop> stops;
  const auto keep = [&](CardStop& stop) {
    if (!stop.empty())
      stops.push_back(stop.take());
  };
  CardStop when(frame, "offer.when", "calendar");
  say_when(frame, coming, when);
  keep(when);
  CardStop where(frame, "offer.where", "place");
  say_where(frame, offering, where);
  keep(where);
  CardStop cost(frame, "block.cost", "euro");
  cost.say(cost_words(frame, offering));
  if (offering.entitlement)
    cost.say(words("course.entitlement"));
  keep(cost);
  CardStop help(frame, "offer.languages", "language");
  help.say(language_names(frame, offering.languages));
  if (offering.kind == OfferingKind::Course && offering.childcare)
    help.say(words(*offering.childcare ? "course.childcare" : "course.no-childcare"));
  keep(help);
  CardStop ask(frame, "offer.register", "phone");
  ask.say_large(offering.phone).say_german(offering.email).say_german(offering.web);
  if (offering.register_by)
    ask.say(words("offer.register-by", {name("date", words.date(*offering.register_by))}));
  ask.say_german(offering.provider);
  keep(ask);
  CardStop source(frame, "block.source", "source");
  source.say_german(offering.sources);
  if (offering.checked_on != content::Date{})
    source.say(words("place.as-of", {name("date", words.date(offering.checked_on))}));
  keep(source);
  return stops;
}

}  // namespace

Content offering_screen(const Frame& frame) {
  const auto coming =
      content::coming(frame.library().registers(), frame.session().place().id, here_of(frame));
  if (!coming)
    return home_screen(frame);  // over while she was reading, or gone with an edition
  const Offering& offering = *coming->offering;
  const bool course = offering.kind == OfferingKind::Course;
  CardPage page{.family = course ? "arrive" : "voice",
                .drawing = course ? "c-learn-german" : "calendar",
                .crumb = frame.words()(course ? "courses.title" : "events.title")};
  page.title = course ? course_name(frame, offering) : coming->title;
  page.title_language = course ? frame.language().tag : coming->title_language;
  page.second = course ? offering.title : frame.words()("offer-type." + offering.type);
  if (!offering.verified) {
    page.line = frame.words()("place.being-checked");
    page.line_color = frame.colors().ink_soft;
  }
  page.stops = stops_of(frame, *coming);
  page.keys.push_back({course ? "all-courses" : "all-events",
                       {course ? ActionKind::OpenCourseList : ActionKind::OpenEvents, {}},
                       frame.words()(course ? "courses.all" : "events.all"),
                       course ? "c-learn-german" : "calendar",
                       Rank::Plain});
  return card_page(frame, std::move(page));
}

}  // namespace kiosk
