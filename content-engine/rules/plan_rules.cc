// plan-missing, plan-pending, plan-unplanned, plan-none, plan-topic, plan-twice, language-unknown,
// group-unknown (R02, R03).
#include <algorithm>
#include <map>
#include <set>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

static const std::string plan_file = "plan.csv";

// Whether everything the line names exists; a finding for each that does not.
static bool check_names_of(Inspection& inspection, const PlannedTranslation& planned) {
  const Edition& edition = inspection.edition;
  const bool topic = planned.topic.empty() || find_topic(edition, planned.topic) != nullptr;
  if (!topic)
    inspection.error(
        plan_file, planned.line, "plan-topic",
        sentence("Das Thema «%1» gibt es nicht", "there is no topic «%1»", {planned.topic}),
        sentence("die Zeile löschen oder den Namen des Ordners in topics/ nehmen",
                 "delete the row or take the name of a folder in topics/"));
  const bool language =
      planned.language.empty() || find_language(edition.languages, planned.language) != nullptr;
  if (!language)
    inspection.error(plan_file, planned.line, "language-unknown",
                     sentence("Die Sprache «%1» steht nicht in languages.csv",
                              "the language «%1» is not in languages.csv", {planned.language}),
                     sentence("die Kennung berichtigen oder die Sprache eintragen",
                              "correct the tag or add the language"));
  if (!planned.group.empty() &&
      std::none_of(edition.groups.begin(), edition.groups.end(),
                   [&](const TargetGroup& group) { return group.id == planned.group; }))
    inspection.error(
        plan_file, planned.line, "group-unknown",
        sentence("Die Zielgruppe «%1» gibt es nicht", "there is no group «%1»", {planned.group}),
        sentence("eine Kennung aus groups.csv nehmen oder die Zelle leeren",
                 "take an id from groups.csv or empty the cell"));
  return topic && language && !planned.topic.empty() && !planned.language.empty();
}

static void check_planned(Inspection& inspection, const PlannedTranslation& planned) {
  const Topic& topic = *find_topic(inspection.edition, planned.topic);
  if (find_page(topic, planned.language) != nullptr)
    return;
  const std::string file = "topics/" + planned.topic + '/' + planned.language + ".md";
  if (inspection.today < planned.due)
    inspection.warning(
        plan_file, planned.line, "plan-pending",
        sentence("%1 ist bis %2 geplant und noch nicht da",
                 "%1 is planned until %2 and not there yet", {file, to_iso(planned.due)}),
        sentence("die Übersetzung rechtzeitig liefern", "deliver it in time"));
  else
    inspection.error(plan_file, planned.line, "plan-missing",
                     sentence("%1 ist geplant und fehlt", "%1 is planned and missing", {file}),
                     sentence("die Seite schreiben oder die Zeile aus dem Plan nehmen",
                              "write the page or take the row out of the plan"));
}

static void check_topic(Inspection& inspection, const Topic& topic,
                        const std::set<std::string>& languages) {
  const Severity severity = topic.form == TopicForm::FreeBody ? Severity::Warning : Severity::Error;
  if (languages.empty()) {
    inspection.add(
        topic.file, 1, severity, "plan-none",
        sentence("Das Thema steht nicht im Sprachenplan", "the topic is not in the language plan"),
        sentence("in plan.csv eintragen, in welchen Sprachen es sich lohnt und warum",
                 "say in plan.csv in which languages it is worth having, and why"));
    return;
  }
  for (const Page& page : topic.pages)
    if (page.language != inspection.edition.town.default_language &&
        languages.find(page.language) == languages.end())
      inspection.add(
          page.file, 1, severity, "plan-unplanned",
          sentence("Die Seite ist nicht geplant", "the page is not planned"),
          sentence("die Sprache mit ihrem Grund in plan.csv eintragen oder die Seite löschen",
                   "add the language and its reason to plan.csv or delete the page"));
}

void check_plan(Inspection& inspection) {
  std::map<std::string, std::set<std::string>> languages_of;
  for (const PlannedTranslation& planned : inspection.edition.plan) {
    if (!check_names_of(inspection, planned))
      continue;
    if (!languages_of[planned.topic].insert(planned.language).second) {
      inspection.error(
          plan_file, planned.line, "plan-twice",
          sentence("%1 in %2 ist schon weiter oben geplant", "%1 in %2 is planned above already",
                   {planned.topic, planned.language}),
          sentence("eine der beiden Zeilen löschen", "delete one of the two rows"));
      continue;
    }
    check_planned(inspection, planned);
  }
  for (const Topic& topic : inspection.edition.topics)
    check_topic(inspection, topic, languages_of[topic.id]);
}

}  // namespace content
