#include "tools/device/system/fetch.h"

#include <algorithm>
#include <system_error>

#include "content-engine/repository/bundle_target.h"
#include "content-engine/repository/encoded_name.h"
#include "content-engine/repository/target_file.h"
#include "content-engine/repository/updater.h"
#include "tools/device/build.h"
#include "tools/device/interruption.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t spare = 4ULL * 1024 * 1024;

// Keeps what comes, so that somebody else can verify it again.
class KeepingTransport final : public Transport {
 public:
  KeepingTransport(Transport& source, fs::path folder)
      : source_(source), folder_(std::move(folder)) {}

  Result<std::string> fetch(const std::string& name, std::size_t limit) override {
    auto bytes = source_.fetch(name, limit);
    if (!bytes)
      return bytes;
    if (auto kept = write_file(folder_ / local_name(decode_name(name)), *bytes); !kept)
      return kept.failure();
    return bytes;
  }
  Result<Done> download(const std::string& name, std::uint64_t length, const fs::path& to,
                        const Progress& progress) override {
    return source_.download(name, length, to, progress);
  }
  std::string description() const override { return source_.description(); }

 private:
  Transport& source_;
  fs::path folder_;
};

Result<Done> make_anew(const fs::path& folder) {
  std::error_code error;
  fs::remove_all(folder, error);
  fs::create_directories(folder, error);
  if (error)
    return Failure{error == std::errc::no_space_on_device ? Refusal::NoSpace : Refusal::Unavailable,
                   folder.string() + ": " + error.message()};
  return Done{};
}

// The root that root's service will begin with.
Result<std::string> first_root(const Station& station, const SystemPlaces& places) {
  for (const fs::path& file : {places.trust() / "root.json", places.planted_root()})
    if (auto root = read_file(file, root_limit))
      return root;
  return read_file(station.trust_folder() / "root.json", root_limit);
}

Result<SystemArrival> judged(const SystemTarget& target, const RunningSystem& running,
                             const SystemMemory& memory, bool again) {
  if (target.version == running.label.version)
    return SystemArrival::Running;
  if (!is_newer_system(target.version, running.label.version))
    return Failure{Refusal::RolledBack, "system " + target.version + " is older than " +
                                            running.label.version + ", which runs"};
  if (memory.trial && memory.trial->sha256 == target.sha256)
    return SystemArrival::OnTrial;
  if (memory.failed && memory.failed->sha256 == target.sha256 && !again)
    return SystemArrival::FailedBefore;
  return SystemArrival::Ready;
}

Result<Done> check_room(const Station& station, const SystemTarget& target, const fs::path& file) {
  std::error_code error;
  if (fs::exists(file, error))
    return Done{};
  const auto free = fs::space(station.settings.store, error).available;
  const auto need = static_cast<std::uint64_t>(target.file.length) + spare;
  if (error || free >= need)
    return Done{};
  return Failure{Refusal::NoSpace, "system " + target.version + " needs " + std::to_string(need) +
                                       " bytes, " + std::to_string(free) + " are free"};
}

// Files of systems that nobody wants any more, whole or half.
void clear_all_but(const fs::path& folder, const SystemTarget& target) {
  const std::string whole = local_name(target.path), half = target.file.hashes.begin()->second;
  for (const fs::path& place : {folder, halves_folder(folder)}) {
    std::error_code error;
    std::vector<fs::path> old;
    for (fs::directory_iterator at(place, error), end; !error && at != end; at.increment(error))
      if (at->path().filename() != whole && at->path().filename() != half)
        old.push_back(at->path());
    for (const auto& file : old)
      fs::remove(file, error);
  }
}

}  // namespace

Result<FetchedSystem> fetch_system(Station& station, const SystemPlaces& places,
                                   const RunningSystem& running, const Source& source, Wisher by) {
  const fs::path folder = station.settings.store / system_folder_name;
  const fs::path trust = folder / "trust", vouching = folder / vouching_folder_name,
                 packed = folder / packed_folder_name;
  const auto root = first_root(station, places);
  if (!root)
    return root.failure();
  // Root may be reading it: a wish names what lies there whole.
  if (auto withdrawn = remove_wish(station.files, folder); !withdrawn)
    return withdrawn.failure();
  for (const fs::path& anew : {trust, vouching})
    if (auto made = make_anew(anew); !made)
      return made.failure();
  std::error_code error;
  fs::create_directories(packed, error);
  if (auto planted = Updater::trust_root({trust}, *root); !planted)
    return planted.failure();
  KeepingTransport metadata(source.metadata, vouching);
  const RunTime time =
      time_of_run(station.clock, floor_of(trusted_moments(station.trust_folder()), build_day()));
  Updater updater({trust}, metadata, source.targets, time.now);
  if (auto fresh = updater.refresh(); !fresh)
    return fresh.failure();
  auto target = newest_system(updater.targets(), running.label.machine, WEGWEISER_VERSION,
                              ring_of(station.kiosk_id));
  if (!target)
    return target.failure();
  const bool again = station.arguments.has("--again");
  const SystemMemory memory = read_memory(station.files, places);
  const auto arrival = judged(*target, running, memory, again);
  if (!arrival)
    return arrival.failure();
  if (*arrival != SystemArrival::Ready)
    return FetchedSystem{*arrival, std::move(*target)};
  clear_all_but(packed, *target);
  if (auto room = check_room(station, *target, packed / local_name(target->path)); !room)
    return room.failure();
  const auto file = updater.download(target->path, target->file, packed,
                                     [](std::uint64_t) { return !asked_to_stop(); });
  if (!file)
    return file.failure();
  const SystemWish wish{
      .version = target->version,
      .sha256 = target->sha256,
      .file = file->filename().string(),
      .by = by,
      .again = again,
      .since = std::max(station.clock.seconds, memory.failed ? memory.failed->wish + 1 : 0)};
  if (auto wished = write_wish(station.files, folder, wish); !wished)
    return wished.failure();
  return FetchedSystem{SystemArrival::Ready, std::move(*target)};
}

std::optional<SystemTarget> offered_system(const Station& station, const SystemPlaces& places,
                                           const RunningSystem& running) {
  const auto bytes = read_file(station.trust_folder() / "targets.json", targets_limit);
  const auto targets = bytes ? parse_targets(*bytes) : bytes.failure();
  if (!targets)
    return std::nullopt;
  auto target = newest_system(targets->role.targets, running.label.machine, WEGWEISER_VERSION,
                              ring_of(station.kiosk_id));
  if (!target)
    return std::nullopt;
  const auto arrival = judged(*target, running, read_memory(station.files, places), false);
  const auto wish = read_wish(station.files, station.settings.store / system_folder_name);
  const bool lies_ready = wish && wish->sha256 == target->sha256;
  if (!arrival || *arrival != SystemArrival::Ready || lies_ready)
    return std::nullopt;
  return std::move(*target);
}

void tidy_systems(Station& station, const RunningSystem& running) {
  const fs::path folder = station.settings.store / system_folder_name;
  const auto wish = read_wish(station.files, folder);
  std::error_code error;
  if (wish && !is_newer_system(wish->version, running.label.version))
    fs::remove_all(folder, error);
}

}  // namespace content
