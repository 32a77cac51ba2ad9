#include "content-engine/repository/repository_check.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "content-engine/repository/floor.h"
#include "content-engine/repository/leftovers.h"
#include "content-engine/repository/service_pass.h"
#include "content-engine/repository/target_check.h"
#include "content-engine/trust/trusted_set.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t one_day = 86'400;
constexpr std::int64_t root_notice = 90 * one_day, yearly_notice = 60 * one_day,
                       online_notice = 3 * one_day;
// A timestamp that lives longer is a stick's, which need not carry everything.
constexpr std::int64_t longest_online = 30 * one_day;

class Check final {
 public:
  Check(const Files& files, const fs::path& repository, UtcTime now)
      : files_(files), repository_(repository), report_(now) {}

  std::vector<Finding> run();

 private:
  void check_moment(const std::string& file, const std::string& bytes);
  void check_roots();
  std::int64_t highest(std::string_view ending) const;
  std::optional<std::string> read(const std::string& name, std::size_t limit);
  // Threshold, and version and hashes where the role above named them.
  template <typename Role>
  bool check_signed(const std::string& name, const char* role, const std::string& bytes,
                    const Envelope<Role>& parsed, const std::optional<MetaFile>& named);
  void check_timestamp();
  void check_snapshot();
  void check_top();
  void check_passes();
  void check_leftovers();
  void check_as_client();

  const Files& files_;
  const fs::path& repository_;
  CheckReport report_;
  std::optional<Root> root_;
  std::optional<MetaFile> snapshot_, targets_, passes_;  // as the role above names them
  std::optional<Targets> top_;
  bool stick_ = false;
};

void Check::check_moment(const std::string& file, const std::string& bytes) {
  const auto json = parse_json(bytes);
  const Json* body = json ? json->member("signed") : nullptr;
  const Json* member = body == nullptr ? nullptr : body->member(signed_at_member);
  const auto* text = member == nullptr ? nullptr : member->string();
  const auto moment = text == nullptr ? std::nullopt : parse_utc(*text);
  if (moment && report_.now() < *moment)
    report_.say(file, "signed-ahead",
                sentence("Unterschrieben am %1, das ist noch nicht",
                         "signed on %1, which is not yet", {to_iso(*moment)}),
                sentence("die Uhr stellen", "set the clock"), Severity::Warning);
}

std::optional<std::string> Check::read(const std::string& name, std::size_t limit) {
  auto bytes = files_.read(repository_ / name, static_cast<std::int64_t>(limit));
  if (bytes)
    return std::move(*bytes);
  report_.say_failure(name, bytes.failure());
  return std::nullopt;
}

// Each as far as it goes; a gap is the end of what a kiosk finds.
void Check::check_roots() {
  const std::string folder = std::string(metadata_folder_name) + "/";
  const std::int64_t last = std::max<std::int64_t>(1, highest(".root.json"));
  std::optional<TrustedSet> set;
  bool broken = false;
  for (std::int64_t version = 1; version <= last; ++version) {
    const std::string name = folder + root_name(version);
    const auto bytes = read(name, root_limit);
    broken = broken || !bytes;
    if (broken)
      continue;
    Result<Done> good = Done{};
    if (set)
      good = set->update_root(*bytes);
    else if (auto start = TrustedSet::start(*bytes, report_.now()))
      set = std::move(*start);
    else
      good = start.failure();
    if (!good)
      report_.say_failure(name, good.failure());
    broken = !good;
  }
  if (!set)
    return;
  root_ = set->root();
  report_.say_life(folder + root_name(root_->version), root_->expires, root_notice,
                   "wegweiser-content keys rotate root");
}

// The highest version of "7.targets.json"; 0: there is none.
std::int64_t Check::highest(std::string_view ending) const {
  std::int64_t found = 0;
  if (const auto names = files_.names(repository_ / metadata_folder_name))
    for (const std::string& name : *names) {
      std::int64_t version = 0;
      const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), version);
      if (error == std::errc() && std::string_view(stop) == ending)
        found = std::max(found, version);
    }
  return found;
}

template <typename Role>
bool Check::check_signed(const std::string& name, const char* role, const std::string& bytes,
                         const Envelope<Role>& parsed, const std::optional<MetaFile>& named) {
  const bool trusted = root_ && meets_threshold(parsed.canonical, parsed.signatures, root_->keys,
                                                root_->roles.at(role));
  if (root_ && !trusted)
    report_.say_failure(name, {Refusal::Untrusted, {}});
  const bool other_version = named && named->version != parsed.role.version;
  if (other_version)
    report_.say_failure(name, {Refusal::RolledBack, {}});
  const bool other_bytes = named && !fits(bytes, named->length, named->hashes);
  if (other_bytes)
    report_.say_failure(name, {Refusal::Malformed, "its hash is not the one that was signed"});
  check_moment(name, bytes);
  return trusted && !other_version && !other_bytes;
}

void Check::check_timestamp() {
  const std::string name = std::string(metadata_folder_name) + "/timestamp.json";
  const auto bytes = read(name, timestamp_limit);
  if (!bytes)
    return;
  const auto parsed = parse_timestamp(*bytes);
  if (!parsed)
    return report_.say_failure(name, parsed.failure());
  check_signed(name, "timestamp", *bytes, *parsed, std::nullopt);
  stick_ = parsed->role.expires.seconds - report_.now().seconds > longest_online;
  report_.say_life(name, parsed->role.expires, online_notice, "wegweiser-content repository renew");
  snapshot_ = parsed->role.snapshot;
}

void Check::check_snapshot() {
  const std::int64_t version = snapshot_ ? snapshot_->version : highest(".snapshot.json");
  const std::string name =
      std::string(metadata_folder_name) + "/" + std::to_string(version) + ".snapshot.json";
  const auto bytes = read(name, snapshot_limit);
  if (!bytes)
    return;
  const auto parsed = parse_snapshot(*bytes);
  if (!parsed)
    return report_.say_failure(name, parsed.failure());
  check_signed(name, "snapshot", *bytes, *parsed, snapshot_);
  report_.say_life(name, parsed->role.expires, yearly_notice, "wegweiser-content repository renew");
  if (const auto named = parsed->role.meta.find("targets"); named != parsed->role.meta.end())
    targets_ = named->second;
  if (const auto named = parsed->role.meta.find(std::string(service_role_name));
      named != parsed->role.meta.end())
    passes_ = named->second;
}

void Check::check_top() {
  const std::int64_t version = targets_ ? targets_->version : highest(".targets.json");
  const std::string name =
      std::string(metadata_folder_name) + "/" + std::to_string(version) + ".targets.json";
  const auto bytes = read(name, targets_limit);
  if (!bytes)
    return;
  auto parsed = parse_targets(*bytes);
  if (!parsed)
    return report_.say_failure(name, parsed.failure());
  check_signed(name, "targets", *bytes, *parsed, targets_);
  report_.say_life(name, parsed->role.expires, yearly_notice, "wegweiser-content repository renew");
  top_ = std::move(parsed->role);
}

// Technicians' passes: signed by the keys that targets.json delegates to. Their files lie on
// sticks.
void Check::check_passes() {
  if (!passes_ || !top_)
    return;
  const std::string name =
      std::string(metadata_folder_name) + "/" + std::to_string(passes_->version) + ".service.json";
  const auto bytes = read(name, targets_limit);
  if (!bytes)
    return;
  const auto parsed = parse_targets(*bytes);
  if (!parsed)
    return report_.say_failure(name, parsed.failure());
  const auto delegation =
      std::find_if(top_->delegations.begin(), top_->delegations.end(),
                   [](const Delegation& one) { return one.role == service_role_name; });
  if (delegation == top_->delegations.end() ||
      !meets_threshold(parsed->canonical, parsed->signatures, top_->keys, delegation->keys))
    report_.say_failure(name, {Refusal::Untrusted, {}});
  if (passes_->version != parsed->role.version)
    report_.say_failure(name, {Refusal::RolledBack, {}});
  if (!fits(*bytes, passes_->length, passes_->hashes))
    report_.say_failure(name, {Refusal::Malformed, "its hash is not the one that was signed"});
  check_moment(name, *bytes);
}

void Check::check_leftovers() {
  if (!root_ || !top_ || !snapshot_)
    return;
  Catalogue catalogue;
  catalogue.snapshot.version = snapshot_->version;
  catalogue.targets = *top_;
  for (const fs::path& file : find_leftovers(files_, repository_, catalogue))
    report_.say(
        file.generic_string(), "leftover",
        sentence("Gehört zu keiner Veröffentlichung", "belongs to no publication"),
        sentence("die nächste Veröffentlichung räumt auf", "the next publication tidies up"),
        Severity::Warning);
}

void Check::check_as_client() {
  const fs::path metadata = repository_ / metadata_folder_name;
  const auto bytes = [&](const std::string& name) {
    auto read_bytes = files_.read(metadata / name, targets_limit);
    return read_bytes ? std::move(*read_bytes) : std::string{};
  };
  auto set = TrustedSet::start(bytes(root_name(1)), report_.now());
  Result<Done> good = set ? Result<Done>(Done{}) : set.failure();
  for (std::int64_t version = 2; good && version <= root_->version; ++version)
    good = set->update_root(bytes(root_name(version)));
  if (good)
    good = set->close_root();
  if (good)
    if (const auto fresh = set->update_timestamp(bytes("timestamp.json")); !fresh)
      good = fresh.failure();
  if (good)
    good = set->update_snapshot(bytes(std::to_string(snapshot_->version) + ".snapshot.json"));
  if (good)
    if (const auto top = set->verify_targets(
            "targets", nullptr, bytes(std::to_string(targets_->version) + ".targets.json"));
        !top)
      good = top.failure();
  if (!good)
    report_.say(std::string(metadata_folder_name), "client",
                {"Ein Terminal nimmt das nicht: " + good.failure().message,
                 "a kiosk refuses this: " + good.failure().message},
                sentence("neu veröffentlichen", "publish again"));
}

std::vector<Finding> Check::run() {
  if (!files_.names(repository_ / metadata_folder_name) || highest(".root.json") == 0) {
    report_.say(std::string(metadata_folder_name), "file-missing",
                sentence("Hier liegt kein Repositorium", "there is no repository here"),
                sentence("den Ordner nennen, in dem metadata und targets liegen",
                         "name the folder that has metadata and targets"));
    return std::move(report_.findings);
  }
  check_roots();
  check_timestamp();
  check_snapshot();
  check_top();
  if (top_)
    check_targets(files_, repository_, *top_, stick_ ? Carrier::Stick : Carrier::Server, report_);
  check_passes();
  check_leftovers();
  if (!has_errors(report_.findings) && targets_)
    check_as_client();
  sort_findings(report_.findings);
  return std::move(report_.findings);
}

}  // namespace

std::vector<Finding> check_repository(const Files& files, const fs::path& repository, UtcTime now) {
  return Check(files, repository, now).run();
}

}  // namespace content
