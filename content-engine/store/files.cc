#include "content-engine/store/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "content-engine/store/descriptor.h"
#include "content-engine/store/names.h"

namespace content {

namespace {

class DiskLock final : public FileLock {
 public:
  explicit DiskLock(Descriptor file) : file_(std::move(file)) {}

 private:
  Descriptor file_;
};

Failure failure_of(const std::filesystem::path& file, int error) {
  const Refusal refusal = error == ENOENT || error == ENOTDIR  ? Refusal::NotFound
                          : error == ENOSPC || error == EDQUOT ? Refusal::NoSpace
                                                               : Refusal::Unavailable;
  return {refusal, file.string() + ": " + std::generic_category().message(error)};
}

// 0, or the error that stopped it.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

Result<std::string> DiskFiles::read(const std::filesystem::path& file, std::int64_t limit) const {
  const Descriptor in(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.number() < 0)
    return failure_of(file, errno);
  std::string bytes, piece(64 * 1024, '\0');
  for (;;) {
    const ssize_t got = ::read(in.number(), piece.data(), piece.size());
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return failure_of(file, errno);
    if (got == 0)
      return bytes;
    bytes.append(piece, 0, static_cast<std::size_t>(got));
    if (static_cast<std::int64_t>(bytes.size()) > limit)
      return Failure{Refusal::TooLarge,
                     file.string() + " is larger than " + std::to_string(limit) + " bytes"};
  }
}

Result<std::vector<std::string>> DiskFiles::names(const std::filesystem::path& folder) const {
  std::error_code error;
  std::vector<std::string> found;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    found.push_back(entry->path().filename().string());
  if (error)
    return failure_of(folder, error.value());
  std::sort(found.begin(), found.end());
  return found;
}

Result<Done> DiskFiles::write(const std::filesystem::path& file, std::string_view bytes) {
  Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (out.number() < 0)
    return failure_of(file, errno);
  if (const int error = write_all(out.number(), bytes))
    return failure_of(file, error);
  if (out.close() != 0)
    return failure_of(file, errno);
  return Done{};
}

Result<Done> DiskFiles::sync(const std::filesystem::path& file) {
  const Descriptor bytes(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (bytes.number() < 0 || ::fsync(bytes.number()) != 0)
    return failure_of(file, errno);
  return Done{};
}

Result<Done> DiskFiles::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0)
    return failure_of(to, errno);
  return Done{};
}

Result<Done> DiskFiles::remove(const std::filesystem::path& file) {
  if (::unlink(file.c_str()) != 0)
    return failure_of(file, errno);
  return Done{};
}

Result<Done> DiskFiles::sync_folder(const std::filesystem::path& folder) {
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.number() < 0 || ::fsync(directory.number()) != 0)
    return failure_of(folder, errno);
  return Done{};
}

Result<std::unique_ptr<FileLock>> DiskFiles::lock(const std::filesystem::path& file,
                                                  Locking locking) {
  Descriptor locked(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (locked.number() < 0)
    return failure_of(file, errno);
  const int wish = locking == Locking::Shared ? LOCK_SH : LOCK_EX;
  if (::flock(locked.number(), wish | LOCK_NB) != 0)
    return Failure{Refusal::Unavailable, file.string() + " is in use"};
  // Removed between open and lock by whoever held it before.
  struct stat status {};
  if (::fstat(locked.number(), &status) != 0 || status.st_nlink == 0)
    return failure_of(file, ENOENT);
  return std::unique_ptr<FileLock>(std::make_unique<DiskLock>(std::move(locked)));
}

Result<std::unique_ptr<FileLock>> lock_made(Files& files, const std::filesystem::path& file) {
  auto lock = files.lock(file, Locking::Exclusive);
  if (lock || lock.failure().refusal != Refusal::NotFound)
    return lock;
  if (auto made = files.write(file, {}); !made)
    return made.failure();
  return files.lock(file, Locking::Exclusive);
}

Result<Done> write_file(Files& files, const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::path fresh = file;
  fresh += unfinished_ending;
  Result<Done> done = files.write(fresh, bytes);
  if (done)
    done = files.sync(fresh);
  if (done)
    done = files.rename(fresh, file);
  if (!done) {
    [[maybe_unused]] const auto tidied =
        files.remove(fresh);  // the failure above is the one to tell
    return done;
  }
  return files.sync_folder(folder_of(file));
}

Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes) {
  DiskFiles disk;
  return write_file(disk, file, bytes);
}

Result<Done> move_file(Files& files, const std::filesystem::path& from,
                       const std::filesystem::path& to) {
  if (auto synced = files.sync(from); !synced)
    return synced;
  if (auto renamed = files.rename(from, to); !renamed)
    return renamed;
  return files.sync_folder(folder_of(to));
}

Result<Done> move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  DiskFiles disk;
  return move_file(disk, from, to);
}

Result<std::string> read_file(const std::filesystem::path& file, std::int64_t limit) {
  return DiskFiles().read(file, limit);
}

}  // namespace content
