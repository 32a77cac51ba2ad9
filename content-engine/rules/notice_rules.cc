// notice-dates, notice-past, notice-text (R47); group-unknown, language-unknown and link-topic for
// notices.csv.
#include <algorithm>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

static const std::string file = "notices.csv";

static void check_period(Inspection& inspection, const Notice& notice) {
  if (notice.first == Date{} || notice.last == Date{})
    return;
  if (notice.last < notice.first)
    inspection.error(
        file, notice.line, "notice-dates",
        sentence("Der letzte Tag liegt vor dem ersten", "the last day is before the first"),
        sentence("first und last berichtigen", "correct first and last"));
  else if (notice.last < inspection.today)
    inspection.warning(file, notice.line, "notice-past",
                       sentence("Seit dem %1 abgelaufen", "over since %1", {to_iso(notice.last)}),
                       sentence("die Zeile löschen", "delete the row"));
}

static void check_references(Inspection& inspection, const Notice& notice) {
  const Edition& edition = inspection.edition;
  for (const std::string& id : notice.groups)
    if (std::none_of(edition.groups.begin(), edition.groups.end(),
                     [&](const TargetGroup& group) { return group.id == id; }))
      inspection.error(
          file, notice.line, "group-unknown",
          sentence("Die Zielgruppe «%1» gibt es nicht", "there is no target group «%1»", {id}),
          sentence("eine Kennung aus groups.csv verwenden", "use an id of groups.csv"));
  for (const std::string& id : notice.topics)
    if (find_topic(edition, id) == nullptr)
      inspection.error(
          file, notice.line, "link-topic",
          sentence("Das Thema «%1» gibt es nicht", "there is no topic «%1»", {id}),
          sentence("den Namen eines Ordners in topics nehmen", "use a folder's name in topics/"));
}

static void check_texts(Inspection& inspection, const Notice& notice) {
  const Edition& edition = inspection.edition;
  if (!notice.texts.contains(edition.town.default_language))
    inspection.error(file, notice.line, "notice-text",
                     sentence("Der Text in der Hauptsprache fehlt",
                              "the text in the default language is missing"),
                     sentence("die Spalte text.%1 füllen", "fill the column text.%1",
                              {edition.town.default_language}));
  for (const auto& [tag, text] : notice.texts)
    if (find_language(edition.languages, tag) == nullptr)
      inspection.error(file, notice.line, "language-unknown",
                       sentence("Die Sprache «%1» steht nicht in languages.csv",
                                "the language «%1» is not in languages.csv", {tag}),
                       sentence("die Sprache eintragen oder die Kennung berichtigen",
                                "add the language or correct its tag"));
}

void check_notices(Inspection& inspection) {
  for (const Notice& notice : inspection.edition.notices) {
    check_period(inspection, notice);
    check_references(inspection, notice);
    check_texts(inspection, notice);
  }
}

}  // namespace content
