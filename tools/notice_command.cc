// wegweiser-content notice --repository DIR --hours N --text TAG=WORDS … | notice withdraw
#include <charconv>
#include <cstdio>

#include "tools/signing_desk.h"

namespace content {

namespace {

constexpr int most_hours = static_cast<int>(longest_alert / 3600);

std::optional<int> hours_of(const Desk& desk) {
  const auto given = desk.arguments.value("--hours");
  int hours = 0;
  if (!given)
    return std::nullopt;
  const auto [stop, error] = std::from_chars(given->data(), given->data() + given->size(), hours);
  if (error != std::errc() || stop != given->data() + given->size() || hours < 1 ||
      hours > most_hours)
    return std::nullopt;
  return hours;
}

// What is wrong is said; then none.
std::optional<AlertSlip> alert_of(const Desk& desk, UtcTime now) {
  const auto hours = hours_of(desk);
  if (!hours) {
    fail(desk, sentence("notice braucht --hours, 1 bis %1: so lange gilt die Warnung",
                        "notice needs --hours, 1 to %1: for so long the warning holds",
                        {std::to_string(most_hours)}));
    return std::nullopt;
  }
  AlertSlip alert{.id = "warning-" + std::to_string(now.seconds),
                  .from = now.seconds,
                  .until = now.seconds + std::int64_t{*hours} * 3600};
  for (const std::string& text : desk.arguments.values("--text")) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size() ||
        text.size() - equals - 1 > longest_alert_text) {
      fail(desk, sentence("--text ist SPRACHE=WORTE, höchstens %1 Bytes, nicht «%2»",
                          "--text is TAG=WORDS, at most %1 bytes, not «%2»",
                          {std::to_string(longest_alert_text), text}));
      return std::nullopt;
    }
    alert.texts[text.substr(0, equals)] = text.substr(equals + 1);
  }
  if (alert.texts.empty()) {
    fail(desk, sentence("notice braucht --text: was getan werden soll, je Sprache",
                        "notice needs --text: what is to be done, in each language"));
    return std::nullopt;
  }
  if (const std::string fault = fault_of(alert); !fault.empty()) {
    fail(desk, Failure{Refusal::Invalid, fault});
    return std::nullopt;
  }
  return alert;
}

void print(const Desk& desk, const AlertSlip* alert, bool changed) {
  if (alert != nullptr)
    std::printf("%s\n",
                in(sentence("Die Warnung gilt bis %1 (UTC); Terminals zeigen sie nach ihrem "
                            "nächsten Abgleich",
                            "the warning holds until %1; kiosks show it after their next sync",
                            {to_iso(UtcTime{alert->until})}),
                   desk.messages)
                    .c_str());
  else
    std::printf("%s\n",
                in(changed ? Sentence{"Die Warnung ist zurückgenommen", "the warning is taken back"}
                           : Sentence{"Es gab keine Warnung", "there was no warning"},
                   desk.messages)
                    .c_str());
}

}  // namespace

int notice_command(const Desk& desk) {
  const auto& words = desk.arguments.positional();
  const auto repository = desk.arguments.value("--repository");
  const bool withdraw = words.size() == 2 && words[1] == "withdraw";
  if ((words.size() != 1 && !withdraw) || !repository)
    return fail(desk, sentence("notice braucht --repository ORDNER, und davor nichts oder withdraw",
                               "notice needs --repository DIR, and nothing or withdraw before it"));
  const UtcTime now = present_moment();
  std::optional<AlertSlip> alert;
  if (!withdraw && !(alert = alert_of(desk, now)))
    return exit_failure;
  DiskFiles files;
  if (auto made = make_repository_folders(*repository); !made)
    return fail(desk, made.failure());
  auto signing = open_signing_desk(desk, files, *repository);
  if (!signing || !unlock(desk, *signing))
    return exit_failure;
  const auto published = alert ? signing->publisher.publish_alert(*alert, now, signing->signers)
                               : signing->publisher.withdraw_alert(now, signing->signers);
  if (!published)
    return fail(desk, published.failure());
  if (auto kept = keep_roots(files, keys_folder(desk), signing->publisher.roots()); !kept)
    return fail(desk, kept.failure());
  print(desk, alert ? &*alert : nullptr, published->outcome == Outcome::Published);
  return exit_fine;
}

}  // namespace content
