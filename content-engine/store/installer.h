// Every change of a store: a new bundle becomes candidate, the kiosk's verdict makes it active or
// drops it, a technician goes back. Each change is one replaced file, so power may be cut at any
// moment and the store says the old or the new. One Installer at a time: open() holds the store's
// lock until destruction, and the kernel gives it back however the process ends.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "content-engine/store/slots.h"
#include "content-engine/store/verdicts.h"

namespace content {

enum class Settled {
  Nothing,   // no verdict yet, or nothing to judge
  Promoted,  // the candidate is active
  Dropped,   // the candidate was refused; what was shown stays
  WentBack,  // the active one was refused; the previous one is active again
};

class Installer final {
 public:
  // Makes the lock file in an existing folder. Unavailable: another program is writing this store.
  // A damaged slots file counts as empty: the bundles are found again at the next delivery.
  static Result<Installer> open(Files& files, const std::filesystem::path& store);

  const Slots& slots() const { return slots_; }
  bool slots_were_damaged() const { return damaged_; }
  std::filesystem::path bundle_file(std::string_view bundle) const;
  // Where the bytes of a new bundle are to be put and verified before make_candidate().
  std::filesystem::path unfinished_file(std::string_view bundle) const;
  // The bytes may lie there already, under their name; whoever finds them verifies them again.
  bool has(std::string_view bundle) const;

  // The bytes reach the disk under their name, then the slots name them candidate. An older
  // candidate that has not been tried gives way.
  Result<Done> make_candidate(const Slot& slot);
  // Carries out what the kiosk decided.
  Result<Settled> settle(const Verdicts& verdicts);
  // NotFound: there is no previous bundle.
  Result<Done> roll_back();
  // Removes bundles that no slot names and nobody reads, and what a power cut left.
  Result<Done> clean_up();

 private:
  Installer(Files& files, std::filesystem::path store, std::unique_ptr<FileLock> lock)
      : files_(&files), store_(std::move(store)), lock_(std::move(lock)) {}
  Result<Done> write(Slots slots);

  Files* files_;  // outlives this
  std::filesystem::path store_;
  std::unique_ptr<FileLock> lock_;
  Slots slots_;
  bool damaged_ = false;
};

}  // namespace content
