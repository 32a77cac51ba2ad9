// The Raspberry Pi's firmware: config.txt names the folder it starts from (os_prefix); asked to by
// «reboot "0 tryboot"» it reads tryboot.txt instead, once. After that start, however it ends,
// config.txt holds again. Each slot's folder has a config.txt without os_prefix of its own, which
// is what its image wants of the firmware.
#include "tools/device/system/boot_chooser.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t config_limit = 64 * 1024;
constexpr std::string_view prefix_key = "os_prefix=";

class PiBoot final : public BootChooser {
 public:
  PiBoot(Files& files, fs::path boot) : files_(files), boot_(std::move(boot)) {}

  Result<Standing> standing(RootSlot slot) const override;
  Result<Done> forget(RootSlot slot) override;
  Result<Done> try_next(const BootEntry& entry) override;
  Result<Done> make_good(RootSlot slot) override;
  std::string restart_argument() const override { return "0 tryboot"; }
  bool tries_once() const override { return true; }

 private:
  // Whether the last os_prefix in this file is the slot's. NotFound: there is no such file.
  Result<bool> names(const char* config, RootSlot slot) const;
  // The slot's own config.txt with its prefix.
  Result<std::string> config_of(RootSlot slot) const;
  Result<Done> forget_trial();

  Files& files_;
  fs::path boot_;
};

Result<bool> PiBoot::names(const char* config, RootSlot slot) const {
  const auto text = files_.read(boot_ / config, config_limit);
  if (!text)
    return text.failure();
  const auto at = ("\n" + *text).rfind("\n" + std::string(prefix_key));
  if (at == std::string::npos)
    return false;
  const auto value = std::string_view(*text).substr(at + prefix_key.size());
  return value.substr(0, value.find_first_of("\r\n")) == std::string(letter_of(slot)) + "/";
}

Result<Standing> PiBoot::standing(RootSlot slot) const {
  const auto good = names("config.txt", slot);
  if (!good)
    return good.failure();
  if (*good)
    return Standing::Good;
  const auto trial = names("tryboot.txt", slot);
  if (!trial && trial.failure().refusal != Refusal::NotFound)
    return trial.failure();
  return trial && *trial ? Standing::Trial : Standing::Absent;
}

Result<Done> PiBoot::forget_trial() {
  const auto removed = files_.remove(boot_ / "tryboot.txt");
  if (!removed)
    return removed.failure().refusal == Refusal::NotFound ? Result<Done>(Done{}) : removed;
  return files_.sync_folder(boot_);
}

Result<Done> PiBoot::forget(RootSlot slot) {
  const auto is = standing(slot);
  if (!is)
    return is.failure();
  if (*is == Standing::Good)
    return Failure{Refusal::Invalid, "config.txt starts from this slot"};
  return forget_trial();
}

Result<std::string> PiBoot::config_of(RootSlot slot) const {
  const std::string folder(letter_of(slot));
  const auto text = files_.read(boot_ / folder / "config.txt", config_limit);
  if (!text)
    return text.failure();
  return *text + (text->ends_with('\n') ? "" : "\n") + "[all]\n" + std::string(prefix_key) +
         folder + "/\n";
}

Result<Done> PiBoot::try_next(const BootEntry& entry) {
  const fs::path folder = boot_ / letter_of(entry.slot);
  if (auto put = write_file(files_, folder / "cmdline.txt", kernel_options(entry) + "\n"); !put)
    return put;
  const auto config = config_of(entry.slot);
  if (!config)
    return config.failure();
  return write_file(files_, boot_ / "tryboot.txt", *config);
}

Result<Done> PiBoot::make_good(RootSlot slot) {
  const auto config = config_of(slot);
  if (!config)
    return config.failure();
  if (auto put = write_file(files_, boot_ / "config.txt", *config); !put)
    return put;
  return forget_trial();
}

}  // namespace

std::unique_ptr<BootChooser> pi_boot(Files& files, const fs::path& boot) {
  return std::make_unique<PiBoot>(files, boot);
}

std::string kernel_options(const BootEntry& entry) {
  return "root=" + entry.root + " wegweiser.slot=" + std::string(letter_of(entry.slot)) + " " +
         entry.command_line;
}

Result<std::unique_ptr<BootChooser>> boot_chooser(Files& files, const fs::path& boot) {
  std::error_code error;
  if (fs::is_directory(boot / "loader/entries", error))
    return uefi_boot(files, boot);
  if (fs::is_regular_file(boot / "config.txt", error))
    return pi_boot(files, boot);
  return Failure{Refusal::NotFound, boot.string() + " has neither loader/entries nor config.txt"};
}

}  // namespace content
