#include "content-engine/repository/check_report.h"

#include <utility>

namespace content {

static std::string day_of(UtcTime time) {
  return to_iso(time).substr(0, 10);
}

void CheckReport::say(const std::string& file, const char* rule, Sentence problem, Sentence advice,
                      Severity severity) {
  findings.push_back({.file = file,
                      .line = 0,
                      .severity = severity,
                      .rule = rule,
                      .problem = std::move(problem),
                      .advice = std::move(advice)});
}

void CheckReport::say_failure(const std::string& file, const Failure& failure) {
  const Sentence again = sentence("neu veröffentlichen", "publish again");
  switch (failure.refusal) {
    case Refusal::NotFound:
      return say(file, "file-missing", sentence("Die Datei fehlt", "the file is missing"),
                 sentence("aus einer Kopie zurückholen oder neu veröffentlichen",
                          "bring it back from a copy or publish again"));
    case Refusal::Untrusted:
      return say(file, "signature",
                 sentence("Zu wenige der richtigen Schlüssel haben das unterschrieben",
                          "too few of the right keys signed this"),
                 again);
    case Refusal::RolledBack:
      return say(file, "version", sentence("Die Version stimmt nicht", "the version is not right"),
                 again);
    default:
      return say(file, "file-damaged",
                 {"Die Datei ist beschädigt: " + failure.message, "damaged: " + failure.message},
                 again);
  }
}

void CheckReport::say_life(const std::string& file, UtcTime expires, std::int64_t notice,
                           const char* command) {
  const Sentence advice{command, command};
  if (expires <= now_)
    say(file, "expired", sentence("Gilt seit %1 nicht mehr", "expired on %1", {day_of(expires)}),
        advice);
  else if (expires.seconds - now_.seconds < notice)
    say(file, "expiring",
        sentence("Gilt nur noch bis %1", "holds only until %1", {day_of(expires)}), advice,
        Severity::Warning);
}

}  // namespace content
