// situation-words, group-words, situation-empty (R11, R15).
#include <algorithm>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

// The default language's words are the list of all keys; the others are held to it by
// words-missing.
static void check_word_of(Inspection& inspection, const std::string& file, int line,
                          std::string_view rule, const std::string& key) {
  const auto words = inspection.edition.words.find(inspection.edition.town.default_language);
  if (words == inspection.edition.words.end() || words->second.find(key) != words->second.end())
    return;
  const std::string interface_file = "interface/" + words->first + ".ini";
  inspection.error(file, line, rule,
                   sentence("%1 fehlt in %2", "%1 is missing in %2", {key, interface_file}),
                   sentence("%1 = Titel in jede Datei in interface/ eintragen",
                            "write %1 = title in each file of interface/", {key}));
}

void check_ways_in(Inspection& inspection) {
  const Edition& edition = inspection.edition;
  for (const LifeSituation& situation : edition.situations) {
    check_word_of(inspection, "situations.csv", situation.line, "situation-words",
                  "situation." + situation.id);
    const bool used =
        std::any_of(edition.topics.begin(), edition.topics.end(), [&](const Topic& topic) {
          return std::find(topic.situations.begin(), topic.situations.end(), situation.id) !=
                 topic.situations.end();
        });
    if (!used)
      inspection.warning(
          "situations.csv", situation.line, "situation-empty",
          sentence("Zur Lebenslage «%1» gehört kein Thema",
                   "no topic belongs to the situation «%1»", {situation.id}),
          sentence("ein Thema zuordnen oder die Zeile löschen; sie wird nicht gezeigt",
                   "assign a topic or delete the row; it is not shown"));
  }
  for (const TargetGroup& group : edition.groups)
    check_word_of(inspection, "groups.csv", group.line, "group-words", "group." + group.id);
}

}  // namespace content
