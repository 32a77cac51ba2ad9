// Where an image's machine has its two roots, its boot partition and what is remembered about
// systems, below a root folder that tests choose. A root does not know whether it is a or b; the
// initrd knows, and leaves word in /run/wegweiser-root. On a computer that was not made from an
// image there is nothing of all this, and nothing is done. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "content-engine/repository/system_image.h"

namespace content {

enum class RootSlot { A, B };
std::string_view letter_of(RootSlot slot);
RootSlot other(RootSlot slot);

struct SystemPlaces {
  std::filesystem::path root{"/"};

  std::filesystem::path boot() const { return root / "boot"; }
  // udev makes these names for partitions of the disk that the root lies on, and for no others.
  std::filesystem::path partition(RootSlot slot) const {
    return root / "dev/wegweiser" / letter_of(slot);
  }
  // Only root writes here.
  std::filesystem::path memory() const { return root / "var/lib/wegweiser/system"; }
  std::filesystem::path trust() const { return memory() / "trust"; }
  std::filesystem::path planted_root() const { return root / "usr/share/wegweiser/root.json"; }
  // When the program is through, the unit restarts the machine if this file is there.
  std::filesystem::path restart() const { return root / "run/wegweiser-system/restart"; }
};

struct RunningSystem {
  ImageLabel label;
  RootSlot slot{};
  std::string boot_id;  // another one after every start
};

// NotFound: not made from an image.
Result<RunningSystem> running_system(const SystemPlaces& places);

// As the kernel finds this partition: "PARTUUID=…". The card's own number, so that no second card
// in the same machine is taken for it.
Result<std::string> name_for_kernel(const SystemPlaces& places, RootSlot slot);

}  // namespace content
