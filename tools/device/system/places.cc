#include "tools/device/system/places.h"

#include <utility>

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
  constexpr std::int64_t small_file = 1024;
  const auto text = read_file(places.root / image_label_name, slip_limit);
  if (!text)
    return text.failure();
  auto label = parse_image_label(*text);
  if (!label)
    return label.failure();
  RunningSystem running{.label = std::move(*label), .slot = {}, .boot_id = {}};
  std::string slot;
  for (const auto& [name, into] : {std::pair{"slot", &slot}, {"start", &running.boot_id}}) {
    const auto said = read_file(places.root / "run/wegweiser-root" / name, small_file);
    if (!said)
      return said.failure();
    *into = said->substr(0, said->find('\n'));
  }
  if (slot != "a" && slot != "b")
    return Failure{Refusal::NotFound, "the kernel's command line names no wegweiser.slot"};
  running.slot = slot == "a" ? RootSlot::A : RootSlot::B;
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
