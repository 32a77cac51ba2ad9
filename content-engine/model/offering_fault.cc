#include "content-engine/model/offering_fault.h"

#include "content-engine/model/opening_hours.h"
#include "content-engine/model/recurrence.h"

namespace content {

static void check_times(const Offering& offering, std::vector<OfferingFault>& faults) {
  if (!offering.times.empty() && !parse_opening_hours(offering.times))
    faults.push_back(
        {"offer-times",
         sentence("«%1» sind keine Kurszeiten", "«%1» are no times of a course", {offering.times}),
         {"schreiben wie: Mo,We 09:00-12:15", "write like: Mo,We 09:00-12:15"}});
  if (!offering.repeats.empty() && !parse_recurrence(offering.repeats))
    faults.push_back(
        {"offer-repeats",
         sentence("«%1» ist keine Wiederholung", "«%1» is no repetition", {offering.repeats}),
         {"schreiben wie: FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331 oder einzelne Tage in also",
          "write like: FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331 or single days in also"}});
}

static void check_days(const Offering& offering, std::vector<OfferingFault>& faults) {
  if (offering.starts == Date{})
    return;
  const bool course = offering.kind == OfferingKind::Course;
  const bool backwards = offering.ends != Date{} && offering.ends < offering.starts;
  const bool open = course && (offering.ends == Date{} || offering.times.empty());
  if (!backwards && !open)
    return;
  const Sentence problem =
      backwards ? Sentence{"Das Ende liegt vor dem Beginn", "it ends before it begins"}
                : Sentence{"Letzter Tag oder Kurszeiten fehlen",
                           "the last day or the times of the course are missing"};
  faults.push_back({"offer-dates",
                    problem,
                    {"starts, ends und times eintragen", "fill in starts, ends and times"}});
}

std::vector<OfferingFault> faults_of(const Offering& offering) {
  std::vector<OfferingFault> faults;
  if (offering.kind == OfferingKind::Course && offering.levels.empty() &&
      teaches_german(offering.type))
    faults.push_back({"offer-level",
                      {"Das Niveau fehlt", "the level is missing"},
                      {"in levels eines oder mehrere von alpha a1 a2 b1 b2 c1 eintragen",
                       "write one or more of alpha a1 a2 b1 b2 c1 in levels"}});
  check_times(offering, faults);
  check_days(offering, faults);
  if (offering.phone.empty() && offering.email.empty() && offering.web.empty())
    faults.push_back({"offer-contact",
                      {"Niemand ist genannt, den man fragen kann", "nobody is named whom to ask"},
                      {"phone, email oder web eintragen", "fill in phone, email or web"}});
  if (offering.place.empty() && offering.address.empty())
    faults.push_back({"offer-place",
                      {"Der Ort fehlt", "the place is missing"},
                      {"in place eine Kennung aus places.csv oder in address die Anschrift "
                       "eintragen",
                       "write an id of places.csv in place or the address in address"}});
  return faults;
}

}  // namespace content
