#include "content-engine/store/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace content {

// A file descriptor that closes itself.
class Descriptor final {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0)
      ::close(number_);
  }
  int number() const { return number_; }
  // Some file systems report a full disk only here.
  int close() { return ::close(std::exchange(number_, -1)); }

 private:
  int number_;
};

static Failure failure_of(const std::filesystem::path& file, int error) {
  const Refusal refusal = error == ENOENT || error == ENOTDIR  ? Refusal::NotFound
                          : error == ENOSPC || error == EDQUOT ? Refusal::NoSpace
                                                               : Refusal::Unavailable;
  return {refusal, file.string() + ": " + std::generic_category().message(error)};
}

// 0, or the error that stopped it.
static int write_all(int descriptor, std::string_view bytes) {
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

static int write_new(const std::filesystem::path& file, std::string_view bytes) {
  Descriptor out(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (out.number() < 0)
    return errno;
  if (const int error = write_all(out.number(), bytes))
    return error;
  if (::fsync(out.number()) != 0 || out.close() != 0)
    return errno;
  return 0;
}

static Result<Done> sync_folder_of(const std::filesystem::path& file) {
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.number() < 0 || ::fsync(directory.number()) != 0)
    return failure_of(folder, errno);
  return Done{};
}

Result<Done> write_file(const std::filesystem::path& file, std::string_view bytes) {
  std::filesystem::path fresh = file;
  fresh += ".new";
  int error = write_new(fresh, bytes);
  if (error == 0 && std::rename(fresh.c_str(), file.c_str()) != 0)
    error = errno;
  if (error != 0) {
    ::unlink(fresh.c_str());
    return failure_of(file, error);
  }
  return sync_folder_of(file);
}

Result<Done> move_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  {
    const Descriptor bytes(::open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (bytes.number() < 0 || ::fsync(bytes.number()) != 0)
      return failure_of(from, errno);
  }
  if (std::rename(from.c_str(), to.c_str()) != 0)
    return failure_of(to, errno);
  return sync_folder_of(to);
}

Result<std::string> read_file(const std::filesystem::path& file, std::int64_t limit) {
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

}  // namespace content
