#include "content-engine/repository/edition_rules.h"

#include <algorithm>

namespace content {

namespace {

constexpr std::int64_t root_warning = 90 * one_day;

std::string day_of(UtcTime time) {
  return to_iso(time).substr(0, 10);
}

class Judge final {
 public:
  explicit Judge(const std::vector<std::string>& allowed) : allowed_(allowed) {}

  void say(const char* rule, std::string file, Sentence problem, Sentence advice,
           Severity severity = Severity::Error) {
    if (std::find(allowed_.begin(), allowed_.end(), rule) != allowed_.end())
      severity = Severity::Warning;
    findings.push_back({.file = std::move(file),
                        .line = 0,
                        .severity = severity,
                        .rule = rule,
                        .problem = std::move(problem),
                        .advice = std::move(advice)});
  }

  std::vector<Finding> findings;

 private:
  const std::vector<std::string>& allowed_;
};

void judge_dates(const Publisher& publisher, UtcTime now, Judge& judge) {
  const UtcTime last = publisher.catalogue().signed_at;
  if (now < last)
    judge.say("publish-clock", "timestamp.json",
              sentence("Die Uhr dieses Rechners zeigt %1, die letzte Veröffentlichung war am %2",
                       "this computer's clock says %1, the last publication was on %2",
                       {to_iso(now), to_iso(last)}),
              sentence("die Uhr stellen", "set the clock"));
  const Root& root = publisher.roots().newest();
  const std::string name = root_name(root.version);
  if (root.expires <= now)
    judge.say("root-expired", name,
              sentence("Die Wurzel galt bis %1; kein Terminal nimmt mehr etwas an",
                       "the root held until %1; no kiosk takes anything any more",
                       {day_of(root.expires)}),
              sentence("wegweiser-content keys rotate root", "wegweiser-content keys rotate root"));
  else if (root.expires.seconds - now.seconds < root_warning)
    judge.say("root-expiring", name,
              sentence("Die Wurzel gilt nur noch bis %1", "the root holds only until %1",
                       {day_of(root.expires)}),
              sentence("bald wegweiser-content keys rotate root",
                       "soon: wegweiser-content keys rotate root"),
              Severity::Warning);
}

void judge_edition(const Publisher& publisher, const NewEdition& edition, const PublishRules& rules,
                   Judge& judge) {
  const std::string day = to_iso(edition.edition);
  // A day ahead is a time zone, not a mistake.
  if (days_since_epoch(edition.edition) > rules.now.seconds / one_day + 1)
    judge.say("publish-tomorrow", day,
              sentence("Die Ausgabe trägt den Tag %1, heute ist %2",
                       "the edition's day is %1, today is %2", {day, day_of(rules.now)}),
              sentence("edition in town.ini berichtigen oder die Uhr stellen",
                       "correct edition in town.ini or set the clock"));
  const BundleTarget* newest = publisher.shelf().newest();
  if (newest == nullptr)
    return;
  const bool same = newest->sha256 == edition.sha256;
  if (!same && day < newest->edition)
    judge.say("publish-older", day,
              sentence("Die Ausgabe %1 ist älter als die veröffentlichte %2",
                       "edition %1 is older than %2, which is published", {day, newest->edition}),
              sentence("soll sie zurück auf die Terminals: --allow publish-older",
                       "if the kiosks are to go back to it: --allow publish-older"));
  if (!newest->town.empty() && newest->town != edition.town)
    judge.say(
        "publish-town", day,
        sentence("Das Bündel ist von «%1», hier liegen die von «%2»",
                 "the bundle is of «%1», here lie those of «%2»", {edition.town, newest->town}),
        sentence("den richtigen Ordner nennen; heißt die Stadt jetzt anders: "
                 "--allow publish-town",
                 "name the right folder; if the town has a new name: --allow publish-town"));
  if (same && rules.shelf.rollout < newest->rollout)
    judge.say("publish-shrink", day,
              sentence("Die Ausgabe ist für %1 % der Terminals draußen; mit %2 % gehen die übrigen "
                       "zur Ausgabe davor zurück",
                       "the edition is out for %1 % of the kiosks; with %2 % the others go back "
                       "to the one before",
                       {std::to_string(newest->rollout), std::to_string(rules.shelf.rollout)}),
              sentence("soll das so sein: --allow publish-shrink",
                       "if that is meant: --allow publish-shrink"));
}

}  // namespace

std::vector<Finding> judge_publication(const Publisher& publisher,
                                       const std::optional<NewEdition>& edition,
                                       const PublishRules& rules,
                                       const std::vector<std::string>& allowed) {
  Judge judge(allowed);
  judge_dates(publisher, rules.now, judge);
  if (edition)
    judge_edition(publisher, *edition, rules, judge);
  return std::move(judge.findings);
}

std::vector<std::string_view> allowable_rules() {
  return {"publish-older", "publish-town", "publish-shrink"};
}

}  // namespace content
