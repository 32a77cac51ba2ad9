#include "content-engine/repository/leftovers.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "content-engine/store/names.h"

namespace content {

namespace fs = std::filesystem;

namespace {

// 12 of "12.targets.json".
std::optional<std::int64_t> version_in(const std::string& name, std::string_view ending) {
  std::int64_t version = 0;
  const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), version);
  if (error != std::errc() || std::string_view(stop) != ending)
    return std::nullopt;
  return version;
}

// "<sha256>.<something>.zst" is what this program names its targets, alerts end in ".json", systems
// in ".system".
bool is_ours(const std::string& name) {
  return name.size() > 65 && name[64] == '.' && is_bundle_hash(name.substr(0, 64)) &&
         (name.ends_with(".zst") || name.ends_with(".json") || name.ends_with(".system"));
}

}  // namespace

std::vector<fs::path> find_leftovers(const Files& files, const fs::path& repository,
                                     const Catalogue& catalogue) {
  std::vector<fs::path> found;
  std::set<std::string> needed;
  const auto need = [&](const std::map<std::string, TargetFile>& targets) {
    for (const auto& [path, file] : targets)
      needed.insert(target_name(path, file));
  };
  need(catalogue.targets.targets);
  const fs::path metadata = metadata_folder_name, targets = targets_folder_name;
  const auto old = [](std::int64_t version, std::int64_t newest) {
    return version <= newest - versions_kept || version > newest;
  };
  if (const auto names = files.names(repository / metadata))
    for (const std::string& name : *names) {
      const auto snapshot = version_in(name, ".snapshot.json");
      const auto top = version_in(name, ".targets.json");
      const auto passes = version_in(name, ".service.json");
      const auto listed = catalogue.snapshot.meta.find("service");
      if (is_unfinished_name(name) ||
          (passes && listed != catalogue.snapshot.meta.end() &&
           old(*passes, listed->second.version)) ||
          (snapshot && old(*snapshot, catalogue.snapshot.version)) ||
          (top && old(*top, catalogue.targets.version))) {
        found.push_back(metadata / name);
      } else if (top) {
        const auto bytes = files.read(repository / metadata / name, targets_limit);
        if (const auto past = bytes ? parse_targets(*bytes) : bytes.failure())
          need(past->role.targets);
      }
    }
  for (const char* folder : {"bundles", "deltas", "alerts", "systems"})
    if (const auto names = files.names(repository / targets / folder))
      for (const std::string& name : *names)
        if (is_unfinished_name(name) ||
            (is_ours(name) && !needed.contains(std::string(folder) + "/" + name)))
          found.push_back(targets / folder / name);
  std::sort(found.begin(), found.end());
  return found;
}

void remove_leftovers(Files& files, const fs::path& repository, const Catalogue& catalogue) {
  std::set<fs::path> folders;
  for (const fs::path& file : find_leftovers(files, repository, catalogue))
    if (files.remove(repository / file))
      folders.insert((repository / file).parent_path());
  for (const fs::path& folder : folders)
    if (!files.sync_folder(folder))
      return;
}

}  // namespace content
