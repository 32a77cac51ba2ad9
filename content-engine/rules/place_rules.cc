// place-hours, district-unknown (R21, R23).
#include <algorithm>

#include "content-engine/model/opening_hours.h"
#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

// A town that names no districts has none to be held to.
static void check_district(Inspection& inspection, const std::string& file, int line,
                           const std::string& district) {
  const auto& known = inspection.edition.town.districts;
  if (known.empty() || district.empty() ||
      std::find(known.begin(), known.end(), district) != known.end())
    return;
  inspection.error(
      file, line, "district-unknown",
      sentence("Den Stadtbezirk «%1» gibt es nicht", "there is no district «%1»", {district}),
      sentence("einen Namen aus districts in town.ini nehmen",
               "use a name of districts in town.ini"));
}

void check_places(Inspection& inspection) {
  for (const Offering& offering : inspection.edition.offerings)
    check_district(inspection, "offers.csv", offering.line, offering.district);
  for (const Place& place : inspection.edition.places)
    check_district(inspection, "places.csv", place.line, place.district);
  for (const Place& place : inspection.edition.places)
    if (!place.hours.empty() && !parse_opening_hours(place.hours))
      inspection.error(
          "places.csv", place.line, "place-hours",
          sentence("«%1» sind keine Öffnungszeiten", "«%1» are no opening hours", {place.hours}),
          {"schreiben wie: Mo-We 08:00-15:30; Th 08:00-12:00,13:30-18:00; Fr 08:00-12:00 "
           "appointment; PH closed; 2026-12-24/2027-01-01 closed",
           "write like: Mo-We 08:00-15:30; Th 08:00-12:00,13:30-18:00; Fr 08:00-12:00 "
           "appointment; PH closed; 2026-12-24/2027-01-01 closed"});
}

}  // namespace content
