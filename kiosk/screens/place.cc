#include "kiosk/screens/place.h"

#include <array>
#include <utility>

#include "content-engine/reader/place_list.h"
#include "kiosk/screens/card_stops.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/list_page.h"
#include "kiosk/screens/open_words.h"
#include "kiosk/screens/place_lines.h"
#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

const std::string colour = "arrive";

std::string drawing_of(std::string_view kind) {
  struct Drawing {
    std::string_view kind, drawing;
  };
  static constexpr std::array<Drawing, 8> drawings{{{"partner", "ask-person"},
                                                    {"course", "c-learn-german"},
                                                    {"doctor", "g-health"},
                                                    {"family-centre", "e-family"},
                                                    {"meeting-place", "who"},
                                                    {"library", "document"},
                                                    {"sport", "m-young"},
                                                    {"culture", "l-have-a-say"}}};
  for (const Drawing& each : drawings)
    if (each.kind == kind)
      return std::string(each.drawing);
  return "place";
}

// The one line that helps to choose: whether it is open, and where it is.
std::string second_line(const Frame& frame, const content::Place& place) {
  std::string line = place.district.empty() ? std::string() : "\u2068" + place.district + "\u2069";
  const auto hours = content::parse_opening_hours(place.hours);
  if (place.verified && hours)
    line += (line.empty() ? "" : "\u00A0· ") + open_words(frame, *hours).text;
  return line;
}

Box place_key(const Frame& frame, const content::Place& place, int width, int height) {
  ListKey spec{.name = "place:" + place.id,
               .action = {ActionKind::OpenPlace, place.id},
               .title = {place.name},
               .second = {second_line(frame, place)},
               .second_drawing = place.verified && !place.hours.empty() ? "clock" : "place"};
  return list_key(frame.type(), frame.type_in("de"), spec, width, height);
}

struct Kind {
  std::string name;
  Action action;
  std::string word;
  long count = 0;
};

Box kind_key(const Frame& frame, const Kind& kind, int width, int height) {
  const ListKey spec{.name = kind.name,
                     .action = kind.action,
                     .title = {kind.word},
                     .second = {frame.words()("places.count", {number("count", kind.count)})},
                     .second_drawing = "place"};
  return list_key(frame.type(), frame.type(), spec, width, height);
}

std::vector<Stop> stops_of(const Frame& frame, const content::Place& place) {
  const InterfaceWords& words = frame.words();
  std::vector<Stop> stops;
  const auto keep = [&](CardStop& stop) {
    if (!stop.empty())
      stops.push_back(stop.take());
  };
  CardStop address(frame, "place.address", "place");
  address.say_german(place.street).say_german(town_line(place));
  if (!place.district.empty() && place.district != place.city)
    address.say(words("place.district", {name("name", place.district)}));
  keep(address);
  const auto hours = content::parse_opening_hours(place.hours);
  if (hours && place.verified) {
    CardStop open(frame, "place.hours", "clock");
    std::vector<TableRow> rows;
    for (HoursRow& row : hours_rows(frame, *hours))
      rows.push_back(
          {std::move(row.day), std::move(row.times), row.today ? Weight::Bold : Weight::Regular});
    keep(open.rows(rows));
  }
  CardStop phone(frame, "place.phone-heading", "phone");
  keep(phone.say_large(place.phone));
  CardStop languages(frame, "place.languages", "language");
  std::vector<std::string> names;
  for (const std::string& tag : content::tags_of(place.languages))
    names.push_back(words.language(tag));
  if (!names.empty())
    languages.say(words.list(names));
  keep(languages);
  CardStop access(frame, "place.access", "step-free");
  keep(access.say(words(!place.step_free   ? "place.access-unknown"
                        : *place.step_free ? "place.step-free"
                                           : "place.not-step-free")));
  CardStop contact(frame, "place.contact", "mail");
  keep(contact.say_german(place.email).say_german(place.web));
  CardStop source(frame, "block.source", "source");
  keep(source.say_german(place.source)
           .say(place.checked_on == content::Date{}
                    ? std::string()
                    : words("place.as-of", {name("date", words.date(place.checked_on))})));
  return stops;
}

}  // namespace

Content places_screen(const Frame& frame) {
  const content::Registers& registers = frame.library().registers();
  const content::Here here = here_of(frame);
  const int width = list_key_width(frame);
  ListContent list{.head = {frame.words()("places.title"), frame.language().tag, colour, "place"}};
  const auto speaking = content::places_speaking(registers, here);
  const bool german = frame.language().tag.starts_with("de");
  std::vector<Kind> kinds;
  if (!speaking.empty() && !german)
    kinds.push_back({"places:speaking",
                     {ActionKind::OpenPlacesSpeaking, {}},
                     frame.words()("places.speaking"),
                     static_cast<long>(speaking.size())});
  for (const std::string_view kind : content::kinds_of_places(registers)) {
    const std::string id(kind);
    kinds.push_back({"places:" + id,
                     {ActionKind::OpenPlacesOfKind, id},
                     frame.words()("place-kind." + id),
                     static_cast<long>(content::places_of_kind(registers, kind, here).size())});
  }
  list.count = kinds.size();
  list.key = [&](std::size_t i, int height) { return kind_key(frame, kinds[i], width, height); };
  return list_page(frame, std::move(list));
}

Content place_list_screen(const Frame& frame) {
  const content::Registers& registers = frame.library().registers();
  const Place& at = frame.session().place();
  const bool speaking = at.screen == ScreenKind::PlacesSpeaking;
  const int width = list_key_width(frame);
  ListContent list{.head = {frame.words()(speaking ? "places.speaking" : "place-kind." + at.id),
                            frame.language().tag, colour,
                            speaking ? std::string("language") : drawing_of(at.id)}};
  const auto places = speaking ? content::places_speaking(registers, here_of(frame))
                               : content::places_of_kind(registers, at.id, here_of(frame));
  if (places.empty()) {  // she has come here from another language
    list.above.push_back(frame.type().text("ask", {frame.words()("not-in-language.ask")},
                                           {.type = Type::M, .color = frame.colors().ink},
                                           frame.width()));
    list.above.push_back(frame.type_in("de").text(
        "phone", {frame.library().town().phone},
        {.type = Type::L, .weight = Weight::Bold, .color = frame.colors().ink}, frame.width()));
  }
  list.count = places.size();
  list.key = [&](std::size_t i, int height) { return place_key(frame, *places[i], width, height); };
  return list_page(frame, std::move(list));
}

Content place_screen(const Frame& frame) {
  const auto place = frame.library().place(frame.session().place().id);
  if (!place)
    return home_screen(frame);  // an edition ago there was such a place
  const auto hours = content::parse_opening_hours(place->hours);
  CardPage page{.family = colour,
                .drawing = "place",
                .crumb = frame.words()("block.where"),
                .title = place->name,
                .title_language = "de"};
  page.line_color = frame.colors().ink_soft;
  if (!place->verified) {
    page.line = frame.words()("place.being-checked");
  } else if (hours) {
    const OpenWords open = open_words(frame, *hours);
    page.line = open.text;
    if (open.open)
      page.line_color = frame.colors().living;
  }
  page.stops = stops_of(frame, *place);
  page.keys.push_back({"all-places",
                       {ActionKind::OpenPlaces, {}},
                       frame.words()("places.all"),
                       "place",
                       Rank::Plain});
  return card_page(frame, std::move(page));
}

}  // namespace kiosk
