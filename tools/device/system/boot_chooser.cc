#include "tools/device/system/boot_chooser.h"

namespace content {

namespace fs = std::filesystem;

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
