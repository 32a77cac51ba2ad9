#include "content-engine/repository/catalogue.h"

#include <algorithm>

#include "content-engine/repository/floor.h"
#include "content-engine/repository/service_pass.h"
#include "content-engine/trust/trusted_set.h"

namespace content {

namespace {

std::string versioned(std::int64_t version, std::string_view role) {
  return std::to_string(version) + "." + std::string(role) + ".json";
}

void note_moment(const std::string& bytes, UtcTime& latest) {
  const auto json = parse_json(bytes);
  const Json* body = json ? json->member("signed") : nullptr;
  const Json* member = body == nullptr ? nullptr : body->member(signed_at_member);
  if (member != nullptr && member->string() != nullptr)
    if (const auto moment = parse_utc(*member->string()))
      latest = std::max(latest, *moment);
}

// In 1970 nothing has expired: only signatures, versions and hashes count.
Result<Done> read_with(const Files& files, const std::filesystem::path& metadata,
                       const std::string& timestamp, std::string_view root, Catalogue& found) {
  auto set = TrustedSet::start(root, UtcTime{});
  if (!set)
    return set.failure();
  if (auto good = set->update_timestamp(timestamp); !good)
    return good.failure();
  const auto snapshot = files.read(
      metadata / versioned(set->timestamp()->snapshot.version, "snapshot"), snapshot_limit);
  if (!snapshot)
    return snapshot.failure();
  if (auto good = set->update_snapshot(*snapshot); !good)
    return good;
  const MetaFile* listed = set->meta("targets");
  if (listed == nullptr)
    return Failure{Refusal::Untrusted, "the snapshot does not list targets"};
  const auto targets = files.read(metadata / versioned(listed->version, "targets"), targets_limit);
  if (!targets)
    return targets.failure();
  auto top = set->verify_targets("targets", nullptr, *targets);
  if (!top)
    return top.failure();
  found.service.reset();
  if (const MetaFile* passes = set->meta(service_role_name))
    if (const auto bytes =
            files.read(metadata / versioned(passes->version, service_role_name), targets_limit))
      if (auto service = set->verify_targets(service_role_name, &*top, *bytes))
        found.service = std::move(*service);
  found.timestamp = set->timestamp();
  found.snapshot = *set->snapshot();
  found.targets = std::move(*top);
  for (const std::string* bytes : {&timestamp, &*snapshot, &*targets})
    note_moment(*bytes, found.signed_at);
  return Done{};
}

}  // namespace

Result<Catalogue> read_catalogue(const Files& files, const std::filesystem::path& repository) {
  const auto metadata = repository / metadata_folder_name;
  Catalogue found;
  const auto timestamp = files.read(metadata / "timestamp.json", timestamp_limit);
  if (!timestamp && timestamp.failure().refusal != Refusal::NotFound)
    return timestamp.failure();
  auto roots = read_root_chain(files, metadata);
  if (!roots && roots.failure().refusal == Refusal::NotFound && !timestamp)
    return found;
  if (!roots)
    return roots.failure();
  found.roots = std::move(*roots);
  if (!timestamp)
    return found;
  std::optional<Failure> failure;  // the newest root's is the one to tell
  for (std::size_t at = found.roots.files.size(); at-- > 0;) {
    const auto read = read_with(files, metadata, *timestamp, found.roots.files[at], found);
    if (read) {
      found.signing_root = at;
      return found;
    }
    if (!failure)
      failure = read.failure();
  }
  return Failure{failure->refusal, repository.string() + ": " + failure->message};
}

std::string target_name(std::string_view path, const TargetFile& file) {
  const auto slash = path.rfind('/');
  const std::string_view folder = slash == std::string_view::npos ? "" : path.substr(0, slash + 1);
  return std::string(folder) + file.hashes.begin()->second + "." +
         std::string(path.substr(folder.size()));
}

}  // namespace content
