#include "tools/device/system/system_memory.h"

#include "content-engine/store/names.h"
#include "content-engine/store/slip.h"

namespace content {

namespace fs = std::filesystem;

namespace {

const std::string wish_title = "wegweiser-system-wish 1", memory_title = "wegweiser-system 1";
constexpr std::string_view wish_name = "wish", memory_name = "state";

void set_tried(Slip& slip, const std::string& prefix, const TriedSystem& tried) {
  slip.set(prefix + ".version", tried.version);
  slip.set(prefix + ".sha256", tried.sha256);
  slip.set(prefix + ".slot", letter_of(tried.slot));
  slip.set(prefix + ".boot", tried.boot_id);
  slip.set(prefix + ".wish", tried.wish);
  slip.set(prefix + ".since", tried.since);
}

std::optional<TriedSystem> tried_of(const Slip& slip, const std::string& prefix) {
  TriedSystem tried{.version = slip.text(prefix + ".version"),
                    .sha256 = slip.text(prefix + ".sha256"),
                    .boot_id = slip.text(prefix + ".boot"),
                    .wish = slip.number(prefix + ".wish"),
                    .since = slip.number(prefix + ".since")};
  const std::string slot = slip.text(prefix + ".slot");
  if (!is_bundle_hash(tried.sha256) || (slot != "a" && slot != "b"))
    return std::nullopt;
  tried.slot = slot == "a" ? RootSlot::A : RootSlot::B;
  return tried;
}

}  // namespace

Result<SystemWish> read_wish(const Files& files, const fs::path& folder) {
  const auto slip = read_slip(files, folder / wish_name, wish_title);
  if (!slip)
    return slip.failure();
  SystemWish wish{.version = slip->text("version"),
                  .sha256 = slip->text("sha256"),
                  .file = slip->text("file"),
                  .by = slip->text("by") == "kiosk" ? Wisher::Kiosk : Wisher::Technician,
                  .again = slip->number("again") == 1,
                  .since = slip->number("since")};
  if (!is_bundle_hash(wish.sha256) || wish.file.empty() || wish.file.front() == '.' ||
      wish.file.find('/') != std::string::npos)
    return Failure{Refusal::Malformed, "a wish for a system that names none"};
  return wish;
}

Result<Done> write_wish(Files& files, const fs::path& folder, const SystemWish& wish) {
  Slip slip(wish_title);
  slip.set("version", wish.version);
  slip.set("sha256", wish.sha256);
  slip.set("file", wish.file);
  slip.set("by", wish.by == Wisher::Kiosk ? "kiosk" : "technician");
  slip.set("again", std::int64_t{wish.again ? 1 : 0});
  slip.set("since", wish.since);
  return write_slip(files, folder / wish_name, slip);
}

Result<Done> remove_wish(Files& files, const fs::path& folder) {
  const auto removed = files.remove(folder / wish_name);
  if (!removed && removed.failure().refusal == Refusal::NotFound)
    return Done{};
  return removed;
}

SystemMemory read_memory(const Files& files, const SystemPlaces& places) {
  const auto slip = read_slip(files, places.memory() / memory_name, memory_title);
  if (!slip)
    return {};
  return {tried_of(*slip, "trial"), tried_of(*slip, "failed")};
}

bool has_failed(const SystemMemory& memory, std::string_view sha256, const SystemWish& wish) {
  return memory.failed && memory.failed->sha256 == sha256 &&
         (!wish.again || wish.since <= memory.failed->wish);
}

Result<Done> write_memory(Files& files, const SystemPlaces& places, const SystemMemory& memory) {
  Slip slip(memory_title);
  if (memory.trial)
    set_tried(slip, "trial", *memory.trial);
  if (memory.failed)
    set_tried(slip, "failed", *memory.failed);
  return write_slip(files, places.memory() / memory_name, slip);
}

}  // namespace content
