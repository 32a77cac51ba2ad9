#include "kiosk/screens/place_lines.h"

#include "kiosk/screens/open_words.h"

namespace kiosk {
namespace {

std::string address(const content::Place& place) {
  const std::string town = town_line(place);
  if (place.street.empty() || town.empty())
    return place.street + town;
  return place.street + ", " + town;
}

}  // namespace

std::string town_line(const content::Place& place) {
  std::string town = place.postcode;
  if (!town.empty() && !place.city.empty())
    town += " ";
  return town + place.city;
}

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
  if (const auto hours = content::parse_opening_hours(place.hours))
    add("clock", open_words(frame, *hours).text, Tongue::Visitor);
  if (place.step_free.value_or(false))
    add("", frame.words()("place.step-free"), Tongue::Visitor);
  return card;
}

}  // namespace kiosk
