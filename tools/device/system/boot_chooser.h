// Which root the next start takes: files on the boot partition, of two kinds. UEFI: entries of
// systemd-boot, whose names count the tries (Boot Loader Specification). Pi: config.txt says which
// folder the firmware starts from, and the initrd of a trial puts the former one back.
// Each verb is one replaced, renamed or removed file, so the power may go at any moment: what was
// good before still starts. Nothing here touches the root that runs, but for make_good().
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "content-engine/store/files.h"
#include "tools/device/system/places.h"

namespace content {

struct BootEntry {
  RootSlot slot{};
  std::string version;
  std::string root;          // "PARTUUID=…"
  std::string command_line;  // the rest of it
};

enum class Standing {
  Absent,  // nothing starts from there
  Good,    // it starts, always
  Trial,   // it starts next, and has tries left
  Spent,   // it was tried as often as it may be
};

class BootChooser {
 public:
  virtual ~BootChooser() = default;

  virtual Result<Standing> standing(RootSlot slot) const = 0;
  // Nothing starts from this slot any more; before its partition is touched.
  virtual Result<Done> forget(RootSlot slot) = 0;
  // Kernel and all lie in the slot's folder: it is tried from the next start on, before the good
  // one.
  virtual Result<Done> try_next(const BootEntry& entry) = 0;
  // The trial that runs starts from now on always.
  virtual Result<Done> make_good(RootSlot slot) = 0;
  // One start only; whoever is back in the other root has seen it fail.
  virtual bool tries_once() const = 0;
};

// By what lies in the folder. NotFound: neither kind.
Result<std::unique_ptr<BootChooser>> boot_chooser(Files& files, const std::filesystem::path& boot);

std::unique_ptr<BootChooser> uefi_boot(Files& files, const std::filesystem::path& boot);
std::unique_ptr<BootChooser> pi_boot(Files& files, const std::filesystem::path& boot);

// What both kinds give the kernel.
std::string kernel_options(const BootEntry& entry);

}  // namespace content
