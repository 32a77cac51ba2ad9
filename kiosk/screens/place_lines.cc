#include "kiosk/screens/place_lines.h"

#include "kiosk/screens/opening_hours.h"

namespace kiosk {
namespace {

std::string address(const content::Place& place) {
  std::string town = place.postcode;
  if (!town.empty() && !place.city.empty())
    town += " ";
  town += place.city;
  if (place.street.empty() || town.empty())
    return place.street + town;
  return place.street + ", " + town;
}

// What matters to somebody who stands here now.
std::string today(const Frame& frame, const content::Place& place) {
  const auto hours = hours_on(place.hours, frame.moment().today);
  if (!hours)
    return {};
  if (hours->spans.empty())
    return frame.words()("place.closed-today");
  const int now = frame.moment().hour * 60 + frame.moment().minute;
  std::string line = frame.words()("place.closed-today");
  for (const OpenSpan& span : hours->spans) {
    if (now >= span.to)
      continue;
    line = now >= span.from
               ? frame.words()("place.open-until", {figures("time", clock_time(span.to))})
               : frame.words()("place.opens-at", {figures("from", clock_time(span.from)),
                                                  figures("to", clock_time(span.to))});
    break;
  }
  if (hours->appointment)
    line += "\n" + frame.words()("place.by-appointment");
  return line;
}

}  // namespace

PlaceCard card_of(const Frame& frame, const content::Place& place) {
  using Tongue = PlaceLine::Tongue;
  PlaceCard card{place.id, place.name, {}};
  const auto add = [&](const char* drawing, std::string text, Tongue tongue) {
    if (!text.empty())
      card.lines.push_back({drawing, std::move(text), tongue});
  };
  add("", address(place), Tongue::German);
  if (!place.phone.empty())
    add("", frame.words()("place.phone", {figures("phone", place.phone)}), Tongue::Visitor);
  if (!place.verified) {
    add("clock", frame.words()("place.being-checked"), Tongue::Visitor);
    return card;
  }
  add("", today(frame, place), Tongue::Visitor);
  if (place.step_free.value_or(false))
    add("", frame.words()("place.step-free"), Tongue::Visitor);
  return card;
}

}  // namespace kiosk
