// Files that survive a power cut. This is the only place that renames: the bytes reach the disk
// under another name beside the target, then take its place by one rename, then the directory
// reaches the disk. Whoever looks sees the old file or the whole new one.
// One writer per directory; two writers of one file would meet at the temporary name.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"

namespace content {

// Held until destroyed.
class FileLock {
 public:
  virtual ~FileLock() = default;
};
enum class Locking { Shared, Exclusive };

// The disk, one call for each thing it does: the seam at which tests cut the power. Everything that
// promises to survive a cut goes through it. After a failure the call has done nothing or (writing
// alone) a part.
class Files {
 public:
  virtual ~Files() = default;

  // The whole file; TooLarge beyond `limit` bytes, NotFound when it is not there.
  virtual Result<std::string> read(const std::filesystem::path& file, std::int64_t limit) const = 0;
  // Names in a folder, sorted.
  virtual Result<std::vector<std::string>> names(const std::filesystem::path& folder) const = 0;

  // Makes or replaces; the bytes are not on the disk before sync().
  virtual Result<Done> write(const std::filesystem::path& file, std::string_view bytes) = 0;
  virtual Result<Done> sync(const std::filesystem::path& file) = 0;
  // In one step; not on the disk before sync_folder().
  virtual Result<Done> rename(const std::filesystem::path& from,
                              const std::filesystem::path& to) = 0;
  virtual Result<Done> remove(const std::filesystem::path& file) = 0;
  virtual Result<Done> sync_folder(const std::filesystem::path& folder) = 0;

  // Of an existing file; at once or Unavailable. Gone with the process, whatever ends it.
  virtual Result<std::unique_ptr<FileLock>> lock(const std::filesystem::path& file,
                                                 Locking locking) = 0;
};

class DiskFiles final : public Files {
 public:
  Result<std::string> read(const std::filesystem::path& file, std::int64_t limit) const override;
  Result<std::vector<std::string>> names(const std::filesystem::path& folder) const override;
  Result<Done> write(const std::filesystem::path& file, std::string_view bytes) override;
  Result<Done> sync(const std::filesystem::path& file) override;
  Result<Done> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
  Result<Done> remove(const std::filesystem::path& file) override;
  Result<Done> sync_folder(const std::filesystem::path& folder) override;
  Result<std::unique_ptr<FileLock>> lock(const std::filesystem::path& file,
                                         Locking locking) override;
};

// The lock of whoever writes a folder alone: of a file in it, which is made if it is not there.
// Unavailable: somebody else has it.
Result<std::unique_ptr<FileLock>> lock_made(Files& files, const std::filesystem::path& file);

// NotFound: there is no such folder. NoSpace: the disk is full. Unavailable: everything else the
// system says. After a failure the old file is as it was and nothing is left beside it.
Result<Done> write_file(Files& files, const std::filesystem::path& file, std::string_view bytes);
Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes);

// `from` takes the place of `to` in one step, its bytes on the disk first; both in one file system.
Result<Done> move_file(Files& files, const std::filesystem::path& from,
                       const std::filesystem::path& to);
Result<Done> move_file(const std::filesystem::path& from, const std::filesystem::path& to);

// The whole file; TooLarge beyond `limit` bytes, NotFound when it is not there.
Result<std::string> read_file(const std::filesystem::path& file, std::int64_t limit);

}  // namespace content
