// wegweiser-content publish-system FILE.system --repository DIR
#include <cstdio>
#include <nlohmann/json.hpp>

#include "tools/signing_desk.h"

namespace content {

static void print(const Desk& desk, const SystemTarget& system, bool fresh) {
  if (desk.arguments.has("--json")) {
    const nlohmann::json all{{"outcome", fresh ? "published" : "nothing-new"},
                             {"machine", system.machine},
                             {"version", system.version},
                             {"sequence", system.sequence},
                             {"rollout", system.rollout},
                             {"path", system.path},
                             {"bytes", system.file.length},
                             {"unpacked_bytes", system.length},
                             {"sha256", system.sha256}};
    std::printf("%s\n", all.dump(2).c_str());
    return;
  }
  const Sentence first =
      fresh ? sentence("System %1 für %2 ist veröffentlicht, für %3 % der Terminals",
                       "system %1 for %2 is published, for %3 % of the kiosks",
                       {system.version, system.machine, std::to_string(system.rollout)})
            : sentence("System %1 für %2 war schon veröffentlicht",
                       "system %1 for %2 was published before", {system.version, system.machine});
  std::printf("%s\n  %s  %lld bytes\n", in(first, desk.messages).c_str(), system.path.c_str(),
              static_cast<long long>(system.file.length));
}

int publish_system_command(const Desk& desk) {
  const auto& words = desk.arguments.positional();
  const auto repository = desk.arguments.value("--repository");
  if (words.size() != 2 || !repository)
    return fail(desk, sentence("publish-system braucht ein Systemabbild (build.sh --system macht "
                               "es) und --repository ORDNER",
                               "publish-system needs a system image (build.sh --system makes it) "
                               "and --repository DIR"));
  const auto rules = publish_rules(desk);
  if (!rules)
    return exit_failure;
  const auto system = read_new_system(words[1]);
  if (!system)
    return fail(desk, system.failure());
  if (auto made = make_repository_folders(*repository); !made)
    return fail(desk, made.failure());
  DiskFiles files;
  auto signing = open_signing_desk(desk, files, *repository);
  if (!signing || !unlock(desk, *signing))
    return exit_failure;
  const auto published = signing->publisher.publish_system(*system, *rules, signing->signers);
  if (!published)
    return fail(desk, published.failure());
  if (auto kept = keep_roots(files, keys_folder(desk), signing->publisher.roots()); !kept)
    return fail(desk, kept.failure());
  const auto there =
      systems_of(signing->publisher.catalogue().targets.targets, system->label.machine);
  if (!there)
    return fail(desk, there.failure());
  print(desk, there->front(), published->outcome == Outcome::Published);
  return exit_fine;
}

}  // namespace content
