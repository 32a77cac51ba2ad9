// title-user, title-official, language-unknown, owner, review-missing, review-overdue,
// translation-base, translation-stale, situation-unknown, group-unknown, place-unknown, link-topic
// (R05, R11, R12, R48).
#include <algorithm>
#include <set>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

static Severity mild(const Topic& topic) {
  return topic.form == TopicForm::FreeBody ? Severity::Warning : Severity::Error;
}

template <typename Record>
static bool has_id(const std::vector<Record>& records, const std::string& id) {
  return std::any_of(records.begin(), records.end(),
                     [&](const Record& record) { return record.id == id; });
}

static void check_titles(Inspection& inspection, const Topic& topic) {
  std::set<std::string> wanted;
  // Who imports cannot translate a title; lists then show the one there is, with its language.
  for (const Language& language : inspection.edition.languages)
    if ((language.tier == Tier::Complete && topic.form == TopicForm::Blocks) ||
        find_page(topic, language.tag) != nullptr)
      wanted.insert(language.tag);
  for (const std::string& tag : wanted) {
    const auto at = topic.titles.find(tag);
    const TopicTitle title = at == topic.titles.end() ? TopicTitle{} : at->second;
    const int line = std::max(title.line, 1);
    if (title.user.empty())
      inspection.add(topic.file, line, mild(topic), "title-user",
                     sentence("title.%1 fehlt", "title.%1 is missing", {tag}),
                     sentence("das Anliegen in der Sprache %1 eintragen: «Ich bin eingezogen»",
                              "write the visitor's aim in %1: «I have moved in»", {tag}));
    if (title.official.empty())
      inspection.add(topic.file, line, mild(topic), "title-official",
                     sentence("official.%1 fehlt", "official.%1 is missing", {tag}),
                     sentence("das Wort des Amtes in der Sprache %1 eintragen",
                              "write the office's word in %1", {tag}));
  }
  for (const auto& [tag, title] : topic.titles)
    if (find_language(inspection.edition.languages, tag) == nullptr)
      inspection.error(topic.file, title.line, "language-unknown",
                       sentence("Die Sprache «%1» steht nicht in languages.csv",
                                "the language «%1» is not in languages.csv", {tag}),
                       sentence("die Kennung berichtigen oder die Sprache eintragen",
                                "correct the tag or add the language"));
  for (const auto& [tag, synonyms] : topic.synonyms)
    if (find_language(inspection.edition.languages, tag) == nullptr)
      inspection.error(topic.file, inspection.line_of(topic.file, "synonyms." + tag),
                       "language-unknown",
                       sentence("Die Sprache «%1» steht nicht in languages.csv",
                                "the language «%1» is not in languages.csv", {tag}),
                       sentence("die Kennung berichtigen oder die Sprache eintragen",
                                "correct the tag or add the language"));
}

static void check_duties(Inspection& inspection, const Topic& topic) {
  if (topic.owner.empty())
    inspection.add(topic.file, inspection.line_of(topic.file, "owner"), mild(topic), "owner",
                   sentence("Niemand ist für das Thema zuständig", "nobody owns the topic"),
                   sentence("owner = Rolle eintragen, etwa Fachbereich Soziales; keine Person",
                            "write owner = a role such as Fachbereich Soziales; never a person"));
  const bool written = inspection.positions.line(topic.file, "review") != 0;
  if (topic.review_due == Date{}) {
    if (!written)
      inspection.add(topic.file, 1, mild(topic), "review-missing",
                     sentence("Es fehlt, wann das Thema geprüft wird",
                              "it is not said when the topic is due for review"),
                     sentence("review = Tag eintragen, etwa in einem halben Jahr",
                              "write review = a day, half a year ahead for example"));
  } else if (topic.review_due < inspection.today) {
    inspection.warning(topic.file, inspection.line_of(topic.file, "review"), "review-overdue",
                       sentence("Das Thema war am %1 zu prüfen",
                                "the topic was due for review on %1", {to_iso(topic.review_due)}),
                       sentence("den Inhalt prüfen und review weitersetzen",
                                "review the content and move the day"));
  }
}

static void check_references(Inspection& inspection, const Topic& topic) {
  const Edition& edition = inspection.edition;
  for (const std::string& id : topic.situations)
    if (!has_id(edition.situations, id))
      inspection.error(
          topic.file, inspection.line_of(topic.file, "situations"), "situation-unknown",
          sentence("Die Lebenslage «%1» gibt es nicht", "there is no situation «%1»", {id}),
          sentence("eine Kennung aus situations.csv nehmen", "take an id from situations.csv"));
  for (const std::string& id : topic.groups)
    if (!has_id(edition.groups, id))
      inspection.error(
          topic.file, inspection.line_of(topic.file, "groups"), "group-unknown",
          sentence("Die Zielgruppe «%1» gibt es nicht", "there is no group «%1»", {id}),
          sentence("eine Kennung aus groups.csv nehmen, oder all",
                   "take an id from groups.csv, or all"));
  if (!topic.lead_office.empty() && find_place(edition, topic.lead_office) == nullptr)
    inspection.error(
        topic.file, inspection.line_of(topic.file, "lead_office"), "place-unknown",
        sentence("Die Stelle «%1» gibt es nicht", "there is no place «%1»", {topic.lead_office}),
        sentence("eine Kennung aus places.csv nehmen", "take an id from places.csv"));
  if (!topic.parent.empty() && find_topic(edition, topic.parent) == nullptr)
    inspection.error(
        topic.file, inspection.line_of(topic.file, "parent"), "link-topic",
        sentence("Das Thema «%1» gibt es nicht", "there is no topic «%1»", {topic.parent}),
        sentence("den Namen des Ordners in topics/ nehmen",
                 "take the name of a folder in topics/"));
}

static void check_translations(Inspection& inspection, const Topic& topic) {
  const Page* master = find_page(topic, inspection.edition.town.default_language);
  if (master == nullptr || topic.form == TopicForm::FreeBody || master->updated == Date{})
    return;
  for (const Page& page : topic.pages) {
    if (&page == master)
      continue;
    const int line = inspection.positions.line(page.file, "based-on");
    if (!page.based_on && line == 0)
      inspection.error(
          page.file, 1, "translation-base",
          sentence("Es fehlt, welcher Fassung die Übersetzung folgt",
                   "it is not said which version the translation follows"),
          sentence("based-on: %1 eintragen, wenn sie dem jetzigen Text folgt",
                   "write based-on: %1 if it follows the present text", {to_iso(master->updated)}));
    else if (page.based_on && *page.based_on < master->updated)
      inspection.warning(page.file, line, "translation-stale",
                         sentence("Die Übersetzung folgt der Fassung vom %1, der Text ist vom %2",
                                  "the translation follows the version of %1, the text is of %2",
                                  {to_iso(*page.based_on), to_iso(master->updated)}),
                         sentence("die Änderungen übersetzen und based-on weitersetzen",
                                  "translate the changes and move based-on"));
  }
}

void check_heads(Inspection& inspection) {
  for (const Topic& topic : inspection.edition.topics) {
    // A topic without a head at all is one finding, made in reading.
    if (topic.form == TopicForm::Blocks && !topic.file.empty() &&
        inspection.positions.marks(topic.file).empty() && topic.titles.empty())
      continue;
    check_titles(inspection, topic);
    check_duties(inspection, topic);
    check_references(inspection, topic);
    check_translations(inspection, topic);
  }
}

}  // namespace content
