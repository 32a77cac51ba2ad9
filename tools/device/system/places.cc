#include "tools/device/system/places.h"

#include <sstream>

#include "content-engine/store/files.h"

namespace content {

namespace fs = std::filesystem;

std::string_view letter_of(RootSlot slot) {
  return slot == RootSlot::A ? "a" : "b";
}

RootSlot other(RootSlot slot) {
  return slot == RootSlot::A ? RootSlot::B : RootSlot::A;
}

Result<RunningSystem> running_system(const SystemPlaces& places) {
  constexpr std::int64_t small_file = 16 * 1024;
  const auto text = read_file(places.root / image_label_name, slip_limit);
  if (!text)
    return text.failure();
  auto label = parse_image_label(*text);
  if (!label)
    return label.failure();
  RunningSystem running{.label = std::move(*label)};
  const auto line = read_file(places.root / "proc/cmdline", small_file);
  if (!line)
    return line.failure();
  std::istringstream words(*line);
  std::string slot;
  for (std::string word; words >> word;)
    if (word.starts_with("wegweiser.slot="))
      slot = word.substr(word.find('=') + 1);
  if (slot != "a" && slot != "b")
    return Failure{Refusal::NotFound, "the kernel's command line names no wegweiser.slot"};
  running.slot = slot == "a" ? RootSlot::A : RootSlot::B;
  const auto boot_id = read_file(places.root / "proc/sys/kernel/random/boot_id", small_file);
  if (!boot_id)
    return boot_id.failure();
  running.boot_id = boot_id->substr(0, boot_id->find('\n'));
  return running;
}

Result<std::string> name_for_kernel(const SystemPlaces& places, RootSlot slot) {
  std::error_code error;
  const fs::path partition = fs::canonical(places.partition(slot), error);
  if (error)
    return Failure{Refusal::NotFound,
                   places.partition(slot).string() + ": there is no second root on this card"};
  const fs::path names = places.root / "dev/disk/by-partuuid";
  for (fs::directory_iterator at(names, error), end; !error && at != end; at.increment(error)) {
    std::error_code broken;
    if (fs::canonical(at->path(), broken) == partition && !broken)
      return "PARTUUID=" + at->path().filename().string();
  }
  return Failure{Refusal::NotFound, partition.string() + " has no name in " + names.string()};
}

}  // namespace content
