#include "content-engine/reader/place_list.h"

#include <unicode/coll.h>

#include <algorithm>
#include <memory>

namespace content {

static std::string_view kind_of(const Place& place) {
  const auto& kinds = place_kinds();
  const auto at = std::find(kinds.begin(), kinds.end(), place.kind);
  return at == kinds.end() ? kinds.front() : *at;
}

// Names of places are the town's; «Ämter» stands before «Büro».
static void by_nearness(std::vector<const Place*>& places, const Here& here) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> order(
      icu::Collator::createInstance(icu::Locale::getGerman(), status));
  const auto before = [&](const std::string& a, const std::string& b) {
    if (U_FAILURE(status) || order == nullptr)
      return a < b;
    UErrorCode compared = U_ZERO_ERROR;
    return order->compareUTF8(a, b, compared) == UCOL_LESS;
  };
  std::stable_sort(places.begin(), places.end(), [&](const Place* a, const Place* b) {
    const int near = distance(here, a->district), far = distance(here, b->district);
    return near != far ? near < far : before(a->name, b->name);
  });
}

std::vector<std::string_view> kinds_of_places(const Registers& registers) {
  std::vector<std::string_view> kinds;
  for (const std::string_view kind : place_kinds())
    if (std::any_of(registers.places.begin(), registers.places.end(),
                    [&](const Place& place) { return kind_of(place) == kind; }))
      kinds.push_back(kind);
  return kinds;
}

std::vector<const Place*> places_of_kind(const Registers& registers, std::string_view kind,
                                         const Here& here) {
  std::vector<const Place*> places;
  for (const Place& place : registers.places)
    if (kind_of(place) == kind)
      places.push_back(&place);
  by_nearness(places, here);
  return places;
}

std::vector<const Place*> places_speaking(const Registers& registers, const Here& here) {
  std::vector<const Place*> places;
  for (const Place& place : registers.places)
    if (speaks(tags_of(place.languages), here.language))
      places.push_back(&place);
  by_nearness(places, here);
  return places;
}

std::vector<std::string> tags_of(std::string_view languages) {
  std::vector<std::string> tags;
  for (std::size_t at = 0; at < languages.size();) {
    const std::size_t end = std::min(languages.find(' ', at), languages.size());
    if (end > at)
      tags.emplace_back(languages.substr(at, end - at));
    at = end + 1;
  }
  return tags;
}

}  // namespace content
