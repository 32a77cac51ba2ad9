// fact-undefined, fact-expired, fact-expiring, fact-pending, fact-unverified, fact-value (R29,
// R30).
#include <algorithm>
#include <set>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

static const std::string facts_file = "facts.csv";
static constexpr long warning_days = 60;

static std::set<std::string> used_facts(Inspection& inspection) {
  std::set<std::string> used;
  for (const Topic& topic : inspection.edition.topics)
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements)
        for (const Span& span : element.spans) {
          if (span.kind != SpanKind::Fact)
            continue;
          used.insert(span.target);
          if (find_fact(inspection.edition, span.target) == nullptr)
            inspection.error(
                page.file, inspection.positions.line_in_text(page.file, element.line, span.start),
                "fact-undefined",
                sentence("Die Tatsache «%1» gibt es nicht", "there is no fact «%1»", {span.target}),
                sentence("sie in facts.csv eintragen oder die Kennung berichtigen",
                         "add it to facts.csv or correct the id"));
        }
  return used;
}

static bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

static bool is_number(std::string_view value, std::size_t decimals) {
  const std::size_t point = value.find('.');
  if (point == std::string_view::npos)
    return all_of(value, "0123456789");
  const std::string_view fraction = value.substr(point + 1);
  return all_of(value.substr(0, point), "0123456789") && all_of(fraction, "0123456789") &&
         (decimals == 0 || fraction.size() == decimals);
}

static bool fits(const Fact& fact) {
  switch (fact.kind) {
    case FactKind::Amount:
      return is_number(fact.value, 2);
    case FactKind::Number:
      return is_number(fact.value, 0);
    case FactKind::Phone:
      return all_of(fact.value, "0123456789 -+/");
    case FactKind::Date:
      return parse_date(fact.value).has_value();
    case FactKind::Text:
      return true;
  }
  return false;
}

// A fact nobody uses does no harm on any screen; only its expiry is worth a word.
static void check_validity(Inspection& inspection, const Fact& fact, bool used) {
  if (fact.valid_to && *fact.valid_to < inspection.today)
    inspection.error(
        facts_file, fact.line, "fact-expired",
        sentence("«%1» galt bis %2", "«%1» held until %2", {fact.id, to_iso(*fact.valid_to)}),
        sentence("den neuen Wert mit Quelle eintragen und valid_to weitersetzen",
                 "write the new value with its source and move valid_to"));
  else if (used && fact.valid_to &&
           days_since_epoch(*fact.valid_to) - days_since_epoch(inspection.today) <= warning_days)
    inspection.warning(facts_file, fact.line, "fact-expiring",
                       sentence("«%1» gilt nur noch bis %2", "«%1» holds only until %2",
                                {fact.id, to_iso(*fact.valid_to)}),
                       sentence("den neuen Wert besorgen", "find out the new value"));
  if (used && fact.valid_from && *fact.valid_from > inspection.today)
    inspection.warning(facts_file, fact.line, "fact-pending",
                       sentence("«%1» gilt erst ab %2", "«%1» holds only from %2",
                                {fact.id, to_iso(*fact.valid_from)}),
                       sentence("bis dahin steht «wird geprüft» auf dem Bildschirm",
                                "until then the screen says «being checked»"));
  if (used && !fact.verified)
    inspection.warning(facts_file, fact.line, "fact-unverified",
                       sentence("«%1» steht in Texten und ist nicht geprüft",
                                "«%1» is used in texts and is not verified", {fact.id}),
                       sentence("an der Quelle prüfen und verified auf yes setzen; bis dahin steht "
                                "«wird geprüft» auf dem Bildschirm",
                                "check it at its source and set verified to yes; until then the "
                                "screen says «being checked»"));
}

void check_facts(Inspection& inspection) {
  const std::set<std::string> used = used_facts(inspection);
  for (const Fact& fact : inspection.edition.facts) {
    if (!fact.value.empty() && !fits(fact))
      inspection.error(facts_file, fact.line, "fact-value",
                       sentence("«%1» ist kein Wert der Art %2", "«%1» is no value of the kind %2",
                                {fact.value, to_word(fact.kind)}),
                       sentence("Beträge wie 27.60 ohne €, Zahlen wie 2, Telefon wie 02323 "
                                "16-1633, Tage wie 2026-11-23",
                                "amounts like 27.60 without €, numbers like 2, phones like 02323 "
                                "16-1633, days like 2026-11-23"));
    check_validity(inspection, fact, used.find(fact.id) != used.end());
  }
}

}  // namespace content
