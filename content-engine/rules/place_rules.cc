// place-hours (R21).
#include "content-engine/model/opening_hours.h"
#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

void check_places(Inspection& inspection) {
  for (const Place& place : inspection.edition.places)
    if (!place.hours.empty() && !parse_opening_hours(place.hours))
      inspection.error(
          "places.csv", place.line, "place-hours",
          sentence("«%1» sind keine Öffnungszeiten", "«%1» are no opening hours", {place.hours}),
          sentence("schreiben wie: Mo-We 08:00-15:30; Th 08:00-12:00,13:30-18:00; Fr 08:00-12:00 "
                   "appointment",
                   "write like: Mo-We 08:00-15:30; Th 08:00-12:00,13:30-18:00; Fr 08:00-12:00 "
                   "appointment"));
}

}  // namespace content
