#include "content-engine/repository/target_check.h"

#include <optional>
#include <set>

#include "content-engine/repository/catalogue.h"
#include "content-engine/repository/delta.h"
#include "content-engine/repository/system_shelf.h"
#include "content-engine/repository/target_plan.h"

namespace content {

namespace {

constexpr std::string_view portable = "abcdefghijklmnopqrstuvwxyz0123456789._-/";

class TargetCheck final {
 public:
  TargetCheck(const Files& files, const std::filesystem::path& repository, const Targets& targets,
              Carrier carrier, CheckReport& report)
      : files_(files),
        repository_(repository),
        targets_(targets),
        carrier_(carrier),
        report_(report) {}

  void check_bundles();

 private:
  void check_target(const std::string& path, const TargetFile& file, Severity missing);
  std::optional<std::string> unpacked(const BundleTarget& target, const std::string& base);
  void check_unpacked(const BundleTarget& target, const std::string& base);

  const Files& files_;
  const std::filesystem::path& repository_;
  const Targets& targets_;
  Carrier carrier_;
  CheckReport& report_;
  std::set<std::string> whole_;  // paths of targets that are there and right
};

void TargetCheck::check_target(const std::string& path, const TargetFile& file, Severity missing) {
  const std::string name = std::string(targets_folder_name) + "/" + target_name(path, file);
  if (name.find_first_not_of(portable) != std::string::npos)
    report_.say(
        name, "name-portable",
        sentence("Der Name geht auf manchem Stick nicht", "some sticks cannot have this name"),
        sentence("nur a–z, 0–9, Punkt und Strich", "only a–z, 0–9, dots and dashes"),
        Severity::Warning);
  const auto bytes = files_.read(repository_ / name, file.length);
  const bool there = bytes || bytes.failure().refusal != Refusal::NotFound;
  if (!there && carrier_ == Carrier::Stick && missing == Severity::Warning)
    return;
  if (!there)
    return report_.say(name, "target-missing", sentence("Die Datei fehlt", "the file is missing"),
                       sentence("aus einer Kopie zurückholen oder neu veröffentlichen",
                                "bring it back from a copy or publish again"),
                       missing);
  if (!bytes || !fits(*bytes, file.length, file.hashes))
    return report_.say(name, "target-damaged",
                       sentence("Die Datei ist nicht die, die unterschrieben wurde",
                                "the file is not the one that was signed"),
                       sentence("löschen und neu veröffentlichen", "delete it and publish again"));
  whole_.insert(path);
}

std::optional<std::string> TargetCheck::unpacked(const BundleTarget& target,
                                                 const std::string& base) {
  const auto packed =
      files_.read(repository_ / targets_folder_name / target_name(target.path, target.file),
                  target.file.length);
  std::string bytes(static_cast<std::size_t>(target.length), '\0');
  if (!packed || !unpack(*packed, base, bytes) || sha256_hex(bytes) != target.sha256)
    return std::nullopt;
  return bytes;
}

void TargetCheck::check_unpacked(const BundleTarget& target, const std::string& base) {
  if (!unpacked(target, base))
    report_.say(std::string(targets_folder_name) + "/" + target_name(target.path, target.file),
                "target-other",
                sentence("Ausgepackt ist das nicht das Bündel, das unterschrieben wurde",
                         "unpacked this is not the bundle that was signed"),
                sentence("löschen und neu veröffentlichen", "delete it and publish again"));
}

void TargetCheck::check_bundles() {
  const std::string name = std::string(metadata_folder_name) + "/targets.json";
  const auto shelf = read_shelf(targets_.targets);
  if (!shelf)
    report_.say(name, "target-described", {shelf.failure().message, shelf.failure().message},
                sentence("neu veröffentlichen", "publish again"));
  std::set<std::string> taken;
  if (shelf)
    for (const BundleTarget* offered : shelf->offered())
      taken.insert(offered->path);
  // A stick carries systems only when it was asked to.
  if (const auto systems = systems_of(targets_.targets); systems && carrier_ != Carrier::Stick)
    for (const SystemTarget& system : *systems)
      taken.insert(system.path);
  else if (!systems)
    report_.say(name, "target-described", {systems.failure().message, systems.failure().message},
                sentence("neu veröffentlichen", "publish again"));
  for (const auto& [path, file] : targets_.targets)
    check_target(path, file, taken.contains(path) || !shelf ? Severity::Error : Severity::Warning);
  if (!shelf)
    return;
  if (shelf->offered().empty() || shelf->offered().back()->rollout < 100)
    report_.say(name, "bundle-none",
                sentence("Für manche Terminals gibt es hier kein Bündel",
                         "for some kiosks there is no bundle here"),
                sentence("eine Ausgabe mit --rollout 100 veröffentlichen",
                         "publish an edition with --rollout 100"),
                Severity::Warning);
  // One bundle in memory, its deltas against it; an old bundle is unpacked once as well.
  for (const BundleTarget& whole : shelf->wholes) {
    if (!whole_.contains(whole.path))
      continue;
    const auto bytes = unpacked(whole, {});
    if (!bytes) {
      check_unpacked(whole, {});
      continue;
    }
    for (const BundleTarget& delta : shelf->deltas)
      if (delta.base == whole.sha256 && whole_.contains(delta.path))
        check_unpacked(delta, *bytes);
  }
}

}  // namespace

void check_targets(const Files& files, const std::filesystem::path& repository,
                   const Targets& targets, Carrier carrier, CheckReport& report) {
  TargetCheck(files, repository, targets, carrier, report).check_bundles();
}

}  // namespace content
