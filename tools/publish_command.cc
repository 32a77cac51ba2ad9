// wegweiser-content publish BUNDLE --repository DIR
#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "content-engine/repository/edition_rules.h"
#include "tools/signing_desk.h"

namespace content {

static std::optional<int> number_within(const Desk& desk, const char* option, int usual, int most) {
  const auto given = desk.arguments.value(option);
  if (!given)
    return usual;
  int number = -1;
  const auto [stop, error] = std::from_chars(given->data(), given->data() + given->size(), number);
  if (error != std::errc() || stop != given->data() + given->size() || number < 0 || number > most)
    return std::nullopt;
  return number;
}

std::optional<PublishRules> publish_rules(const Desk& desk) {
  constexpr int most_rings = 100, most_deltas = 50;
  PublishRules rules{.now = present_moment(), .shelf = {}};
  const auto rollout = number_within(desk, "--rollout", rules.shelf.rollout, most_rings);
  const auto bases = number_within(desk, "--deltas", rules.shelf.bases, most_deltas);
  if (!rollout || !bases) {
    fail(desk, sentence("--rollout ist 0 bis 100, --deltas 0 bis 50",
                        "--rollout is 0 to 100, --deltas 0 to 50"));
    return std::nullopt;
  }
  rules.shelf.rollout = *rollout;
  rules.shelf.bases = *bases;
  rules.shelf.minimum_program =
      desk.arguments.value("--needs-program").value_or(rules.shelf.minimum_program);
  if (!parse_program(rules.shelf.minimum_program)) {
    fail(desk, sentence("--needs-program ist eine Version wie 0.2.0, nicht «%1»",
                        "--needs-program is a version such as 0.2.0, not «%1»",
                        {rules.shelf.minimum_program}));
    return std::nullopt;
  }
  for (const std::string& rule : desk.arguments.values("--allow")) {
    const auto known = allowable_rules();
    if (std::find(known.begin(), known.end(), rule) == known.end()) {
      fail(desk,
           sentence("--allow kennt publish-older, publish-town und publish-shrink, nicht «%1»",
                    "--allow knows publish-older, publish-town and publish-shrink, not «%1»",
                    {rule}));
      return std::nullopt;
    }
  }
  return rules;
}

static nlohmann::json described(const BundleTarget& target) {
  nlohmann::json json{{"path", target.path}, {"bytes", target.file.length}};
  if (!target.base.empty())
    json["base"] = target.base;
  return json;
}

static void print(const Desk& desk, const Published& published) {
  const BundleTarget& bundle = published.bundle;
  const bool fresh = published.outcome == Outcome::Published;
  if (desk.arguments.has("--json")) {
    nlohmann::json deltas = nlohmann::json::array();
    for (const BundleTarget& delta : published.deltas)
      deltas.push_back(described(delta));
    const nlohmann::json all{{"outcome", fresh ? "published" : "nothing-new"},
                             {"edition", bundle.edition},
                             {"sha256", bundle.sha256},
                             {"sequence", bundle.sequence},
                             {"rollout", bundle.rollout},
                             {"timestamp", published.timestamp},
                             {"whole", described(bundle)},
                             {"deltas", deltas}};
    std::printf("%s\n", all.dump(2).c_str());
    return;
  }
  const Sentence first =
      fresh ? sentence(
                  "Ausgabe %1 ist veröffentlicht: Nummer %2, für %3 % der Terminals",
                  "edition %1 is published: number %2, for %3 % of the kiosks",
                  {bundle.edition, std::to_string(bundle.sequence), std::to_string(bundle.rollout)})
            : sentence("Ausgabe %1 war schon veröffentlicht: Nummer %2",
                       "edition %1 was published before: number %2",
                       {bundle.edition, std::to_string(bundle.sequence)});
  std::printf("%s\n  %s  %lld bytes\n", in(first, desk.messages).c_str(), bundle.path.c_str(),
              static_cast<long long>(bundle.file.length));
  for (const BundleTarget& delta : published.deltas)
    std::printf("  %s  %lld bytes\n", delta.path.c_str(),
                static_cast<long long>(delta.file.length));
}

// What has to be said before anything is signed; false: it must not be.
static bool judge(const Desk& desk, const SigningDesk& signing,
                  const std::optional<NewEdition>& edition, const PublishRules& rules) {
  const auto findings =
      judge_publication(signing.publisher, edition, rules, desk.arguments.values("--allow"));
  if (has_errors(findings) || (!findings.empty() && !desk.arguments.has("--json")))
    print_findings(desk, findings);
  return !has_errors(findings);
}

int publish_command(const Desk& desk) {
  const auto& words = desk.arguments.positional();
  const auto repository = desk.arguments.value("--repository");
  if (words.size() != 2 || !repository)
    return fail(desk, sentence("publish braucht ein Bündel und --repository ORDNER",
                               "publish needs one bundle and --repository DIR"));
  const auto rules = publish_rules(desk);
  if (!rules)
    return exit_failure;
  const auto edition = read_new_edition(words[1]);
  if (!edition)
    return fail(desk, edition.failure());
  if (auto made = make_repository_folders(*repository); !made)
    return fail(desk, made.failure());
  DiskFiles files;
  auto signing = open_signing_desk(desk, files, *repository);
  if (!signing)
    return exit_failure;
  if (!judge(desk, *signing, *edition, *rules))
    return exit_findings;
  if (!unlock(desk, *signing))
    return exit_failure;
  const auto published = signing->publisher.publish(
      *edition, *rules, signing->signers, [&](const std::string& target) {
        if (!desk.arguments.has("--json"))
          std::fprintf(stderr, "%s …\n", target.c_str());
      });
  if (!published)
    return fail(desk, published.failure());
  if (auto kept = keep_roots(files, keys_folder(desk), signing->publisher.roots()); !kept)
    return fail(desk, kept.failure());
  print(desk, *published);
  return exit_fine;
}

int renew_command(const Desk& desk, const std::string& repository) {
  DiskFiles files;
  auto signing = open_signing_desk(desk, files, repository);
  if (!signing)
    return exit_failure;
  const PublishRules rules{.now = present_moment(), .shelf = {}};
  if (!judge(desk, *signing, std::nullopt, rules))
    return exit_findings;
  if (!unlock(desk, *signing))
    return exit_failure;
  const auto renewed = signing->publisher.renew(rules.now, signing->signers);
  if (!renewed)
    return fail(desk, renewed.failure());
  if (auto kept = keep_roots(files, keys_folder(desk), signing->publisher.roots()); !kept)
    return fail(desk, kept.failure());
  const auto& timestamp = signing->publisher.catalogue().timestamp;
  const Sentence done = sentence("erneuert, gilt bis %1", "renewed, holds until %1",
                                 {to_iso(timestamp->expires).substr(0, 10)});
  std::printf("%s\n", in(done, desk.messages).c_str());
  return exit_fine;
}

}  // namespace content
