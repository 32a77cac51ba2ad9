// The Raspberry Pi's firmware: config.txt names the folder it starts from (os_prefix). Debian's
// kernel cannot ask the firmware for one start with tryboot.txt (that reboot flag is the Pi's own
// kernel's), so one start is made here: config.txt starts the trial, config.txt.good is what it was
// before, and the trial's initrd, told so by its command line, puts that back before it does
// anything else. From then on every reset leads to the good one. What is not covered: a kernel that
// does not reach its initrd.
// Each slot's folder has a config.txt without os_prefix, which is what its image wants of the
// firmware. trial.txt is there as long as a trial is: it names the folder.
#include "tools/device/system/boot_chooser.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t config_limit = 64 * 1024;
constexpr std::string_view prefix_key = "os_prefix=";
constexpr const char* config_name = "config.txt";
constexpr const char* good_name = "config.txt.good";
constexpr const char* trial_name = "trial.txt";

class PiBoot final : public BootChooser {
 public:
  PiBoot(Files& files, fs::path boot) : files_(files), boot_(std::move(boot)) {}

  Result<Standing> standing(RootSlot slot) const override;
  Result<Done> forget(RootSlot slot) override;
  Result<Done> try_next(const BootEntry& entry) override;
  Result<Done> make_good(RootSlot slot) override;
  bool tries_once() const override { return true; }

 private:
  bool is_there(const char* name) const;
  // Whether the last os_prefix in this file is the slot's. NotFound: there is no such file.
  Result<bool> names(const char* config, RootSlot slot) const;
  // The slot's own config.txt with its prefix.
  Result<std::string> config_of(RootSlot slot) const;
  Result<Done> remove(const char* name);

  Files& files_;
  fs::path boot_;
};

bool PiBoot::is_there(const char* name) const {
  return static_cast<bool>(files_.read(boot_ / name, config_limit));
}

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
  const auto good = names(is_there(good_name) ? good_name : config_name, slot);
  if (!good)
    return good.failure();
  if (*good)
    return Standing::Good;
  const auto trial = names(trial_name, slot);
  if (!trial && trial.failure().refusal != Refusal::NotFound)
    return trial.failure();
  return trial && *trial ? Standing::Trial : Standing::Absent;
}

Result<Done> PiBoot::remove(const char* name) {
  const auto removed = files_.remove(boot_ / name);
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
  if (is_there(good_name))
    if (auto back = move_file(files_, boot_ / good_name, boot_ / config_name); !back)
      return back;
  return remove(trial_name);
}

Result<std::string> PiBoot::config_of(RootSlot slot) const {
  const std::string folder(letter_of(slot));
  const auto text = files_.read(boot_ / folder / config_name, config_limit);
  if (!text)
    return text.failure();
  return *text + (text->ends_with('\n') ? "" : "\n") + "[all]\n" + std::string(prefix_key) +
         folder + "/\n";
}

Result<Done> PiBoot::try_next(const BootEntry& entry) {
  const fs::path folder = boot_ / letter_of(entry.slot);
  const auto config = config_of(entry.slot);
  if (!config)
    return config.failure();
  const auto good = files_.read(boot_ / config_name, config_limit);
  if (!good)
    return good.failure();
  if (auto put =
          write_file(files_, folder / "cmdline.txt", kernel_options(entry) + " wegweiser.trial\n");
      !put)
    return put;
  if (auto put = write_file(files_, boot_ / good_name, *good); !put)
    return put;
  if (auto put = write_file(files_, boot_ / config_name, *config); !put)
    return put;
  return write_file(files_, boot_ / trial_name, *config);
}

Result<Done> PiBoot::make_good(RootSlot slot) {
  const auto config = config_of(slot);
  if (!config)
    return config.failure();
  const fs::path line_file = boot_ / letter_of(slot) / "cmdline.txt";
  auto line = files_.read(line_file, config_limit);
  if (!line)
    return line.failure();
  if (const auto at = line->find(" wegweiser.trial"); at != std::string::npos) {
    line->resize(at);
    if (auto put = write_file(files_, line_file, *line + "\n"); !put)
      return put;
  }
  if (auto put = write_file(files_, boot_ / config_name, *config); !put)
    return put;
  if (auto removed = remove(good_name); !removed)
    return removed;
  return remove(trial_name);
}

}  // namespace

std::unique_ptr<BootChooser> pi_boot(Files& files, const fs::path& boot) {
  return std::make_unique<PiBoot>(files, boot);
}

}  // namespace content
