#include "tools/device/system/install.h"

#include <system_error>

#include "content-engine/bundle/sha256.h"
#include "content-engine/repository/bundle_target.h"
#include "content-engine/repository/floor.h"
#include "content-engine/repository/folder_transport.h"
#include "content-engine/repository/system_target.h"
#include "content-engine/repository/updater.h"
#include "tools/device/build.h"
#include "tools/device/interruption.h"
#include "tools/device/system/boot_files.h"
#include "tools/device/system/fetch.h"

namespace content {

namespace fs = std::filesystem;

namespace {

// The image's own root of trust; without one, the first that the device was told to trust. Planted
// once: from then on only signatures lead to another one.
Result<Done> plant_trust(const Station& station, const SystemPlaces& places) {
  std::error_code error;
  if (fs::exists(places.trust() / "root.json", error))
    return Done{};
  fs::create_directories(places.trust(), error);
  auto root = read_file(places.planted_root(), root_limit);
  if (!root)
    root = read_file(station.trust_folder() / "root.json", root_limit);
  return root ? Updater::trust_root({places.trust()}, *root) : root.failure();
}

// What the metadata beside the wish say about it, verified.
Result<SystemTarget> vouched(Station& station, const SystemPlaces& places,
                             const RunningSystem& running, const fs::path& folder) {
  if (auto planted = plant_trust(station, places); !planted)
    return planted.failure();
  FolderTransport metadata(folder / vouching_folder_name);
  const RunTime time =
      time_of_run(station.clock, floor_of(trusted_moments(places.trust()), build_day()));
  Updater updater({places.trust()}, metadata, metadata, time.now);
  if (auto fresh = updater.refresh(); !fresh)
    return fresh.failure();
  return newest_system(updater.targets(), running.label.machine, WEGWEISER_VERSION,
                       ring_of(station.kiosk_id));
}

Result<Done> check_packed(const fs::path& packed, const SystemTarget& target) {
  const auto hash = sha256_of_file(packed, packed_system_limit);
  if (!hash)
    return hash.failure();
  const auto signed_hash = target.file.hashes.find("sha256");
  if (signed_hash == target.file.hashes.end() || *hash != signed_hash->second)
    return Failure{Refusal::Untrusted, packed.string() + " is not the file that was signed"};
  return Done{};
}

// From here on the idle root is no use until it is finished.
Result<Done> write_and_try(Station& station, const SystemPlaces& places,
                           const RunningSystem& running, BootChooser& chooser,
                           const SystemTarget& target, const SystemWish& wish) {
  const RootSlot idle = other(running.slot);
  const auto root = name_for_kernel(places, idle);
  if (!root)
    return root.failure();
  if (auto forgotten = chooser.forget(idle); !forgotten)
    return forgotten;
  const fs::path packed =
      station.settings.store / system_folder_name / packed_folder_name / wish.file;
  if (auto put = write_system(packed, {target.length, target.sha256}, places.partition(idle),
                              [](int) { return !asked_to_stop(); });
      !put)
    return put;
  const auto line = copy_boot_files(station.files, places.partition(idle), places.boot(), idle);
  if (!line)
    return line.failure();
  SystemMemory memory = read_memory(station.files, places);
  memory.trial = TriedSystem{.version = target.version,
                             .sha256 = target.sha256,
                             .slot = idle,
                             .boot_id = running.boot_id,
                             .wish = wish.since,
                             .since = station.clock.seconds};
  if (auto kept = write_memory(station.files, places, memory); !kept)
    return kept;
  return chooser.try_next({idle, target.version, *root, *line});
}

}  // namespace

bool is_night(int hour) {
  return hour >= 2 && hour < 4;
}

Result<SystemMemory> judge_trial(Station& station, const SystemPlaces& places,
                                 const RunningSystem& running, BootChooser& chooser) {
  SystemMemory memory = read_memory(station.files, places);
  if (!memory.trial)
    return memory;
  const auto standing = chooser.standing(memory.trial->slot);
  if (!standing)
    return standing.failure();
  if (memory.trial->slot == running.slot) {
    if (*standing != Standing::Good)
      return memory;
    memory.trial.reset();  // confirmed, and then the power went
    const auto kept = write_memory(station.files, places, memory);
    return kept ? Result<SystemMemory>(memory) : kept.failure();
  }
  const bool another_start = memory.trial->boot_id != running.boot_id;
  const bool failed = *standing == Standing::Spent ||
                      (*standing == Standing::Trial && chooser.tries_once() && another_start);
  const bool interrupted = *standing == Standing::Absent;
  if (!failed && !interrupted)
    return memory;
  // Remembered first: forgotten alone it would be fetched and tried again.
  const RootSlot slot = memory.trial->slot;
  if (failed) {
    memory.failed = memory.trial;
    memory.failed->since = station.clock.seconds;
  }
  memory.trial.reset();
  if (auto kept = write_memory(station.files, places, memory); !kept)
    return kept.failure();
  if (auto forgotten = chooser.forget(slot); !forgotten)
    return forgotten.failure();
  return memory;
}

Result<Installed> install_system(Station& station, const SystemPlaces& places,
                                 const RunningSystem& running, int hour) {
  std::error_code error;
  fs::create_directories(places.memory(), error);
  const auto lock = lock_made(station.files, places.memory() / "lock");
  if (!lock)
    return lock.failure();
  auto chooser = boot_chooser(station.files, places.boot());
  if (!chooser)
    return chooser.failure();
  const auto memory = judge_trial(station, places, running, **chooser);
  if (!memory)
    return memory.failure();
  const fs::path folder = station.settings.store / system_folder_name;
  const auto wish = read_wish(station.files, folder);
  if (!wish && wish.failure().refusal == Refusal::NotFound)
    return Installed{Installation::NothingReady, {}};
  if (!wish)
    return wish.failure();
  const auto standing = (*chooser)->standing(running.slot);
  if (!standing)
    return standing.failure();
  if (*standing != Standing::Good)
    return Installed{Installation::TrialRuns, running.label.version};
  const auto target = vouched(station, places, running, folder);
  if (!target)
    return target.failure();
  if (target->version == running.label.version)
    return Installed{Installation::Running, target->version};
  if (!is_newer_system(target->version, running.label.version))
    return Failure{Refusal::RolledBack, "system " + target->version + " is older than " +
                                            running.label.version + ", which runs"};
  if (has_failed(*memory, target->sha256, *wish))
    return Installed{Installation::FailedBefore, target->version};
  if (wish->by == Wisher::Kiosk && !is_night(hour))
    return Installed{Installation::Waits, target->version};
  const bool on_trial = memory->trial && memory->trial->sha256 == target->sha256;
  if (!on_trial) {
    const fs::path packed = folder / packed_folder_name / wish->file;
    if (auto right = check_packed(packed, *target); !right)
      return right.failure();
    if (auto written = write_and_try(station, places, running, **chooser, *target, *wish); !written)
      return written.failure();
  }
  if (auto asked = write_file(station.files, places.restart(), "\n"); !asked)
    return asked.failure();
  return Installed{Installation::Written, target->version};
}

}  // namespace content
