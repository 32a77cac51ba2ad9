// Entries of systemd-boot: wegweiser-b.conf is good, wegweiser-b+3.conf has three tries left; the
// loader renames it to wegweiser-b+2-1.conf before it starts it. An entry without tries left comes
// last; of the others the one with the higher version comes first (loader.conf, sort-key, version).
#include "tools/device/system/boot_chooser.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view conf = ".conf";
constexpr const char* tries = "+3";

class UefiBoot final : public BootChooser {
 public:
  UefiBoot(Files& files, const fs::path& boot) : files_(files), entries_(boot / "loader/entries") {}

  Result<Standing> standing(RootSlot slot) const override;
  Result<Done> forget(RootSlot slot) override;
  Result<Done> try_next(const BootEntry& entry) override;
  Result<Done> make_good(RootSlot slot) override;
  bool tries_once() const override { return false; }

 private:
  // The slot's entries, what stands between name and ending: "", "+3", "+2-1".
  Result<std::vector<std::string>> counters(RootSlot slot) const;
  fs::path entry(RootSlot slot, const std::string& counter) const {
    return entries_ / ("wegweiser-" + std::string(letter_of(slot)) + counter + std::string(conf));
  }

  Files& files_;
  fs::path entries_;
};

Result<std::vector<std::string>> UefiBoot::counters(RootSlot slot) const {
  const auto names = files_.names(entries_);
  if (!names)
    return names.failure();
  const std::string start = "wegweiser-" + std::string(letter_of(slot));
  std::vector<std::string> found;
  for (std::string_view name : *names) {
    if (!name.starts_with(start) || !name.ends_with(conf))
      continue;
    name.remove_prefix(start.size());
    name.remove_suffix(conf.size());
    if (name.empty() || name.front() == '+')
      found.emplace_back(name);
  }
  return found;
}

Result<Standing> UefiBoot::standing(RootSlot slot) const {
  const auto found = counters(slot);
  if (!found)
    return found.failure();
  Standing best = Standing::Absent;
  for (const std::string& counter : *found) {
    if (counter.empty())
      return Standing::Good;
    const bool spent = counter == "+0" || counter.starts_with("+0-");
    if (best != Standing::Trial)
      best = spent ? Standing::Spent : Standing::Trial;
  }
  return best;
}

Result<Done> UefiBoot::forget(RootSlot slot) {
  const auto found = counters(slot);
  if (!found)
    return found.failure();
  for (const std::string& counter : *found)
    if (auto removed = files_.remove(entry(slot, counter)); !removed)
      return removed;
  return found->empty() ? Result<Done>(Done{}) : files_.sync_folder(entries_);
}

Result<Done> UefiBoot::try_next(const BootEntry& entry_of) {
  const std::string folder = "/" + std::string(letter_of(entry_of.slot));
  return write_file(files_, entry(entry_of.slot, tries),
                    "title Wegweiser\nversion " + entry_of.version +
                        "\nsort-key wegweiser\nlinux " + folder + "/linux\ninitrd " + folder +
                        "/initrd\noptions " + kernel_options(entry_of) + "\n");
}

Result<Done> UefiBoot::make_good(RootSlot slot) {
  const auto found = counters(slot);
  if (!found)
    return found.failure();
  for (const std::string& counter : *found) {
    if (counter.empty())
      continue;
    if (auto renamed = files_.rename(entry(slot, counter), entry(slot, "")); !renamed)
      return renamed;
    if (auto synced = files_.sync_folder(entries_); !synced)
      return synced;
  }
  return Done{};
}

}  // namespace

std::unique_ptr<BootChooser> uefi_boot(Files& files, const fs::path& boot) {
  return std::make_unique<UefiBoot>(files, boot);
}

}  // namespace content
