// offer-level, offer-dates, offer-times, offer-repeats, offer-contact, offer-place, offer-past,
// offer-twice (R14, R53, R56); group-unknown, language-unknown and place-unknown for offers.csv.
#include <algorithm>
#include <utility>

#include "content-engine/model/offering_fault.h"
#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

static const std::string file = "offers.csv";

static void check_references(Inspection& inspection, const Offering& offering) {
  const Edition& edition = inspection.edition;
  for (const std::string& id : offering.groups)
    if (std::none_of(edition.groups.begin(), edition.groups.end(),
                     [&](const TargetGroup& group) { return group.id == id; }))
      inspection.error(
          file, offering.line, "group-unknown",
          sentence("Die Zielgruppe «%1» gibt es nicht", "there is no target group «%1»", {id}),
          sentence("eine Kennung aus groups.csv verwenden", "use an id of groups.csv"));
  if (!offering.place.empty() && find_place(edition, offering.place) == nullptr)
    inspection.error(
        file, offering.line, "place-unknown",
        sentence("Die Stelle «%1» gibt es nicht", "there is no place «%1»", {offering.place}),
        sentence("die Stelle in places.csv eintragen oder die Kennung berichtigen",
                 "add the place to places.csv or correct its id"));
  for (const auto& [tag, title] : offering.titles)
    if (find_language(edition.languages, tag) == nullptr)
      inspection.error(file, offering.line, "language-unknown",
                       sentence("Die Sprache «%1» steht nicht in languages.csv",
                                "the language «%1» is not in languages.csv", {tag}),
                       sentence("die Sprache eintragen oder die Kennung berichtigen",
                                "add the language or correct its tag"));
}

static void check_past(Inspection& inspection, const Offering& offering) {
  if (offering.starts == Date{})
    return;
  const auto last = last_day(offering);
  if (!last || *last >= inspection.today)
    return;
  inspection.warning(file, offering.line, "offer-past",
                     sentence("Seit dem %1 vorbei; wird nicht mehr gezeigt",
                              "over since %1; no longer shown", {to_iso(*last)}),
                     sentence("die Zeile löschen oder den nächsten Beginn eintragen",
                              "delete the row or write when it begins next"));
}

static void check_twice(Inspection& inspection) {
  const auto& all = inspection.edition.offerings;
  for (std::size_t at = 0; at < all.size(); ++at)
    for (std::size_t before = 0; before < at; ++before)
      if (same_offering(all[before], all[at])) {
        inspection.warning(file, all[at].line, "offer-twice",
                           sentence("Das scheint dasselbe zu sein wie «%1»",
                                    "this seems to be the same as «%1»", {all[before].id}),
                           sentence("eine Zeile löschen und in der anderen beide Quellen nennen",
                                    "delete one row and name both sources in the other"));
        break;
      }
}

void check_offerings(Inspection& inspection) {
  for (const Offering& offering : inspection.edition.offerings) {
    check_references(inspection, offering);
    for (OfferingFault& fault : faults_of(offering))
      inspection.error(file, offering.line, fault.rule, std::move(fault.problem),
                       std::move(fault.advice));
    check_past(inspection, offering);
  }
  check_twice(inspection);
}

}  // namespace content
