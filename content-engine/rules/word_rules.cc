// words-missing, words-unknown, words-pattern, words-arguments, words-plural (R01).
#include <algorithm>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/message_pattern.h"
#include "content-engine/rules/rules.h"

namespace content {

static std::string listed(const std::set<std::string>& names) {
  std::string all;
  for (const std::string& name : names)
    all += (all.empty() ? "" : ", ") + name;
  return all.empty() ? "–" : all;
}

static void check_pattern(Inspection& inspection, const Language& language, const std::string& file,
                          const std::string& key, const std::string& pattern, const Words& master) {
  const int line = inspection.line_of(file, key);
  const auto parsed = parse_pattern(pattern);
  if (!parsed) {
    inspection.error(file, line, "words-pattern",
                     sentence("«%1» ist kein gültiges Muster", "«%1» is no valid pattern", {key}),
                     sentence("die geschweiften Klammern prüfen; ein ' vor { als '' schreiben",
                              "check the braces; write a ' before { as ''"));
    return;
  }
  const auto original = master.find(key);
  const auto wanted = original == master.end() ? parsed : parse_pattern(original->second);
  if (wanted && wanted->arguments != parsed->arguments)
    inspection.error(file, line, "words-arguments",
                     sentence("«%1» nennt die Werte %2, nötig sind %3",
                              "«%1» names the values %2, wanted are %3",
                              {key, listed(parsed->arguments), listed(wanted->arguments)}),
                     sentence("die Namen in { } aus der Datei der Hauptsprache übernehmen",
                              "take the names in { } from the default language's file"));
  const std::set<std::string> forms = plural_forms(language.format_locale);
  for (const std::set<std::string>& written : parsed->plurals)
    if (!std::includes(written.begin(), written.end(), forms.begin(), forms.end()))
      inspection.error(file, line, "words-plural",
                       sentence("«%1» hat die Mehrzahlformen %2, die Sprache braucht %3",
                                "«%1» has the plural forms %2, the language needs %3",
                                {key, listed(written), listed(forms)}),
                       sentence("für jede Form {…} schreiben", "write {…} for each form"));
}

static void check_language(Inspection& inspection, const Language& language, const Words& master) {
  const std::string file = "interface/" + language.tag + ".ini";
  const std::string& default_language = inspection.edition.town.default_language;
  const auto at = inspection.edition.words.find(language.tag);
  if (at == inspection.edition.words.end()) {
    inspection.error(
        file, 0, "words-missing",
        sentence("Die Sprache hat keine Wörter der Oberfläche",
                 "the language has no interface words"),
        sentence("interface/%1.ini übersetzen", "translate interface/%1.ini", {default_language}));
    return;
  }
  const Words& words = at->second;
  // Welcome languages have the few words their screens show (R05); the others have all.
  if (language.tier != Tier::Welcome)
    for (const auto& [key, pattern] : master)
      if (words.find(key) == words.end())
        inspection.error(file, 1, "words-missing", sentence("%1 fehlt", "%1 is missing", {key}),
                         sentence("die Zeile aus interface/%1.ini übersetzen",
                                  "translate the line of interface/%1.ini", {default_language}));
  for (const auto& [key, pattern] : words) {
    if (master.find(key) == master.end())
      inspection.error(file, inspection.line_of(file, key), "words-unknown",
                       sentence("%1 gibt es in der Hauptsprache nicht",
                                "%1 is not in the default language", {key}),
                       sentence("die Zeile löschen oder den Schlüssel berichtigen",
                                "delete the line or correct the key"));
    check_pattern(inspection, language, file, key, pattern, master);
  }
}

void check_words(Inspection& inspection) {
  const Edition& edition = inspection.edition;
  const auto master = edition.words.find(edition.town.default_language);
  const Words none;
  for (const Language& language : edition.languages)
    check_language(inspection, language, master == edition.words.end() ? none : master->second);
}

}  // namespace content
