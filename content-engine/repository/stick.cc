#include "content-engine/repository/stick.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <set>

#include "content-engine/bundle/format.h"
#include "content-engine/repository/leftovers.h"

namespace content {

namespace fs = std::filesystem;

namespace {

// What a file may take beyond its bytes: one cluster of a large FAT.
constexpr std::uint64_t cluster = 64ULL * 1024;

struct Copy {
  fs::path name;  // below the repository, and below the stick's folder
  std::int64_t limit = 0;
  MetaFile expected;  // hashes may be empty: then the bytes are as they are at the desk
};

// The next read comes from the medium, not from memory.
void forget(const fs::path& file) {
  const int number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (number < 0)
    return;
  ::posix_fadvise(number, 0, 0, POSIX_FADV_DONTNEED);
  ::close(number);
}

class Writer final {
 public:
  Writer(Files& files, Publisher& publisher, fs::path stick, const StickRules& rules)
      : files_(files), publisher_(publisher), stick_(std::move(stick)), rules_(rules) {}

  Result<Done> check_carried() const;
  void plan();
  Result<Done> check_space();
  Result<Done> copy(const StickProgress& progress);
  Result<Done> put_pass();
  Result<Done> put_timestamp(const Signers& signers);
  Result<Done> read_back() const;

  StickWritten written;

 private:
  const fs::path& repository() const { return publisher_.repository(); }
  bool lies_there(const Copy& copy) const;
  void plan_target(const std::string& path, const TargetFile& file);
  void plan_systems();

  Files& files_;
  Publisher& publisher_;
  fs::path stick_;
  const StickRules& rules_;
  std::vector<Copy> copies_;
  std::vector<Copy> missing_;
};

// The same town's, and not from a later state of it.
Result<Done> Writer::check_carried() const {
  const auto carried = read_catalogue(files_, stick_);
  if (!carried)
    return Done{};  // damaged or torn: it is written anew
  if (auto same = longer_chain(publisher_.roots(), carried->roots); !same)
    return Failure{Refusal::Untrusted, stick_.string() + " carries another repository"};
  const auto& ours = publisher_.catalogue();
  if (carried->timestamp && carried->timestamp->version > ours.timestamp->version)
    return Failure{Refusal::RolledBack, stick_.string() + " has timestamp " +
                                            std::to_string(carried->timestamp->version) +
                                            ", the repository only " +
                                            std::to_string(ours.timestamp->version)};
  return Done{};
}

void Writer::plan_target(const std::string& path, const TargetFile& file) {
  copies_.push_back({fs::path(targets_folder_name) / target_name(path, file),
                     file.length,
                     {.version = 0, .length = file.length, .hashes = file.hashes}});
}

void Writer::plan_systems() {
  const auto systems = systems_of(publisher_.catalogue().targets.targets);
  std::set<std::string> machines;
  if (systems)
    for (const SystemTarget& system : *systems)  // the newest first
      if (machines.insert(system.machine).second)
        plan_target(system.path, system.file);
}

void Writer::plan() {
  const fs::path metadata = metadata_folder_name;
  const Catalogue& catalogue = publisher_.catalogue();
  const Shelf& shelf = publisher_.shelf();
  for (const BundleTarget* whole : shelf.offered()) {
    plan_target(whole->path, whole->file);
    for (const BundleTarget& delta : shelf.deltas)
      for (const BundleTarget& base : shelf.wholes)
        if (delta.sha256 == whole->sha256 && delta.base == base.sha256 &&
            base.sequence >= rules_.from) {
          plan_target(delta.path, delta.file);
          written.from.push_back(base.sequence);
        }
  }
  if (rules_.systems == CarrySystems::Newest)
    plan_systems();
  std::sort(written.from.begin(), written.from.end());
  written.from.erase(std::unique(written.from.begin(), written.from.end()), written.from.end());
  for (const Root& root : catalogue.roots.roots)
    copies_.push_back({metadata / root_name(root.version), root_limit, {}});
  copies_.push_back({metadata / (std::to_string(catalogue.targets.version) + ".targets.json"),
                     targets_limit, catalogue.snapshot.meta.at("targets")});
  copies_.push_back({metadata / (std::to_string(catalogue.snapshot.version) + ".snapshot.json"),
                     snapshot_limit, catalogue.timestamp->snapshot});
  if (const auto passes = catalogue.snapshot.meta.find(std::string(service_role_name));
      passes != catalogue.snapshot.meta.end() && catalogue.service)
    copies_.push_back({metadata / (std::to_string(passes->second.version) + ".service.json"),
                       targets_limit, passes->second});
  for (const Copy& copy : copies_)
    if (!lies_there(copy))
      missing_.push_back(copy);
}

bool Writer::lies_there(const Copy& copy) const {
  const auto there = files_.read(stick_ / copy.name, copy.limit);
  if (!there)
    return false;
  if (!copy.expected.hashes.empty())
    return fits(*there, copy.expected.length, copy.expected.hashes);
  const auto here = files_.read(repository() / copy.name, copy.limit);
  return here && *here == *there;
}

Result<Done> Writer::check_space() {
  std::uint64_t need = cluster;  // the timestamp
  for (const Copy& copy : copies_)
    written.kept += static_cast<std::uint64_t>(copy.expected.length.value_or(0));
  for (const Copy& copy : missing_) {
    const auto length = static_cast<std::uint64_t>(copy.expected.length.value_or(0));
    written.written += length;
    need += length + cluster;
  }
  written.kept -= written.written;
  const std::uint64_t free = rules_.free_space ? rules_.free_space() : UINT64_MAX;
  if (free >= need)
    return Done{};
  return Failure{Refusal::NoSpace, stick_.string() + " needs " + std::to_string(need) + " bytes, " +
                                       std::to_string(free) + " are free"};
}

Result<Done> Writer::copy(const StickProgress& progress) {
  std::uint64_t done = 0;
  for (const Copy& copy : missing_) {
    const auto bytes = files_.read(repository() / copy.name, copy.limit);
    if (!bytes)
      return bytes.failure();
    if (!copy.expected.hashes.empty() && !fits(*bytes, copy.expected.length, copy.expected.hashes))
      return Failure{Refusal::Untrusted, (repository() / copy.name).string() + " is damaged"};
    if (auto put = write_file(files_, stick_ / copy.name, *bytes); !put)
      return put;
    done += static_cast<std::uint64_t>(copy.expected.length.value_or(0));
    if (progress)
      progress(done, written.written);
  }
  return Done{};
}

// The pass that was asked for and no other: a stick that is made again without one is no
// technician's any more.
Result<Done> Writer::put_pass() {
  const fs::path folder = stick_ / targets_folder_name / service_role_name;
  std::string wanted;
  if (rules_.pass)
    wanted = fs::path(target_name(pass_path(rules_.pass->name), pass_target(*rules_.pass)))
                 .filename()
                 .string();
  if (const auto names = files_.names(folder))
    for (const std::string& name : *names)
      if (name != wanted)
        if (auto gone = files_.remove(folder / name); !gone)
          return gone;
  if (!rules_.pass)
    return Done{};
  const std::string bytes = pass_bytes(*rules_.pass);
  if (auto put = write_file(files_, folder / wanted, bytes); !put)
    return put;
  forget(folder / wanted);
  const auto back = files_.read(folder / wanted, pass_limit);
  if (!back || *back != bytes)
    return Failure{Refusal::Untrusted, "the stick does not give back the pass that was written"};
  return Done{};
}

Result<Done> Writer::put_timestamp(const Signers& signers) {
  const auto timestamp = publisher_.timestamp_for_stick(rules_.now, signers);
  if (!timestamp)
    return timestamp.failure();
  return write_file(files_, stick_ / metadata_folder_name / "timestamp.json", *timestamp);
}

// As a kiosk would, after everything was forgotten.
Result<Done> Writer::read_back() const {
  for (const Copy& copy : copies_) {
    forget(stick_ / copy.name);
    if (!lies_there(copy))
      return Failure{Refusal::Untrusted, "the stick does not give back what was written: " +
                                             (stick_ / copy.name).string()};
  }
  forget(stick_ / metadata_folder_name / "timestamp.json");
  const auto carried = read_catalogue(files_, stick_);
  if (!carried)
    return carried.failure();
  if (!carried->timestamp ||
      carried->timestamp->version + 1 != publisher_.catalogue().timestamp->version)
    return Failure{Refusal::Untrusted, "the stick does not give back its timestamp"};
  return Done{};
}

}  // namespace

Result<StickWritten> write_stick(Files& files, Publisher& publisher, const Signers& signers,
                                 const fs::path& mount_point, const StickRules& rules,
                                 const StickProgress& progress) {
  if (!publisher.catalogue().timestamp)
    return Failure{Refusal::NotFound,
                   "nothing has been published in " + publisher.repository().string()};
  if (publisher.roots_are_pending())
    if (auto renewed = publisher.renew(rules.now, signers); !renewed)
      return renewed.failure();
  const fs::path stick = mount_point / stick_folder_name;
  Writer writer(files, publisher, stick, rules);
  if (auto carried = writer.check_carried(); !carried)
    return carried.failure();
  if (rules.pass) {
    const auto signed_ones = publisher.passes(rules.now);
    const auto named = signed_ones.find(pass_path(rules.pass->name));
    if (named == signed_ones.end() || named->second != pass_target(*rules.pass))
      return Failure{Refusal::NotFound,
                     "the pass \"" + rules.pass->name + "\" is not a published one, or is over"};
  }
  writer.plan();
  if (auto space = writer.check_space(); !space)
    return space.failure();
  if (auto copied = writer.copy(progress); !copied)
    return copied.failure();
  if (auto put = writer.put_pass(); !put)
    return put.failure();
  if (auto put = writer.put_timestamp(signers); !put)
    return put.failure();
  if (auto good = writer.read_back(); !good)
    return good.failure();
  remove_leftovers(files, stick, publisher.catalogue());
  if (const BundleTarget* newest = publisher.shelf().newest())
    writer.written.bundle = *newest;
  writer.written.expires.seconds = rules.now.seconds + stick_lifetime;
  return std::move(writer.written);
}

}  // namespace content
