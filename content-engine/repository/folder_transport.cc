#include "content-engine/repository/folder_transport.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "content-engine/repository/encoded_name.h"
#include "content-engine/store/descriptor.h"

namespace content {

namespace {

constexpr std::size_t chunk_size = 256 * 1024;

Failure system_failure(const std::string& what, int error) {
  if (error == ENOSPC || error == EDQUOT)
    return {Refusal::NoSpace, what + ": " + std::strerror(error)};
  return {error == ENOENT ? Refusal::NotFound : Refusal::Unavailable,
          what + ": " + std::strerror(error)};
}

// Part by part below the folder, following no link: what a hostile stick names stays on the stick.
Result<Descriptor> open_below(const std::filesystem::path& folder, const std::string& name) {
  Descriptor at(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (at.number() < 0)
    return errno == ENOENT ? Failure{Refusal::Unavailable, folder.string() + " is not there"}
                           : system_failure(folder.string(), errno);
  for (std::size_t start = 0; start <= name.size();) {
    const auto slash = std::min(name.find('/', start), name.size());
    const std::string part = name.substr(start, slash - start);
    // Behind a zero the system sees nothing: "..\0" would be "..".
    if (part.empty() || part == "." || part == ".." || part.find('\0') != std::string::npos)
      return Failure{Refusal::Untrusted, "\"" + name + "\" is no name below a folder"};
    const bool last = slash == name.size();
    const int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | (last ? O_NONBLOCK : O_DIRECTORY);
    Descriptor next(openat(at.number(), part.c_str(), flags));
    if (next.number() < 0 && errno == ELOOP)
      return Failure{Refusal::Untrusted, "\"" + name + "\" is a link"};
    if (next.number() < 0)
      return system_failure(name, errno);
    at = std::move(next);
    start = slash + 1;
  }
  struct stat status {};
  if (fstat(at.number(), &status) != 0)
    return system_failure(name, errno);
  if (!S_ISREG(status.st_mode))
    return Failure{Refusal::Untrusted, "\"" + name + "\" is no ordinary file"};
  return at;
}

// A name is encoded; the file may bear it so (a copy of what a web server had) or decoded.
Result<Descriptor> open_named(const std::filesystem::path& folder, const std::string& name) {
  auto file = open_below(folder, name);
  const std::string decoded = decode_name(name);
  if (file || file.failure().refusal != Refusal::NotFound || decoded == name)
    return file;
  return open_below(folder, decoded);
}

// Up to `size` bytes; fewer only at the end of the file.
Result<std::size_t> read_some(const Descriptor& file, char* to, std::size_t size,
                              const std::string& name) {
  ssize_t got = -1;
  do
    got = read(file.number(), to, size);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    return Failure{Refusal::Unavailable, name + ": " + std::strerror(errno)};
  return static_cast<std::size_t>(got);
}

Result<Done> write_all(const Descriptor& file, const char* from, std::size_t size,
                       const std::string& name) {
  while (size > 0) {
    const ssize_t put = write(file.number(), from, size);
    if (put < 0 && errno == EINTR)
      continue;
    if (put < 0)
      return system_failure(name, errno);
    from += put;
    size -= static_cast<std::size_t>(put);
  }
  return Done{};
}

}  // namespace

Result<std::string> FolderTransport::fetch(const std::string& name, std::size_t limit) {
  const auto file = open_named(folder_, name);
  if (!file)
    return file.failure();
  std::string bytes;
  std::vector<char> chunk(std::min(chunk_size, limit + 1));
  for (;;) {
    const auto got = read_some(*file, chunk.data(), chunk.size(), name);
    if (!got)
      return got.failure();
    if (*got == 0)
      return bytes;
    if (bytes.size() + *got > limit)
      return Failure{Refusal::TooLarge,
                     name + " is larger than " + std::to_string(limit) + " bytes"};
    bytes.append(chunk.data(), *got);
  }
}

Result<Done> FolderTransport::download(const std::string& name, std::uint64_t length,
                                       const std::filesystem::path& to, const Progress& progress) {
  const auto from = open_named(folder_, name);
  if (!from)
    return from.failure();
  const Descriptor out(
      open(to.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR | S_IRGRP));
  if (out.number() < 0)
    return system_failure(to.string(), errno);
  const off_t already = lseek(out.number(), 0, SEEK_END);
  std::uint64_t done = already < 0 ? 0 : static_cast<std::uint64_t>(already);
  if (done > length || lseek(from->number(), static_cast<off_t>(done), SEEK_SET) < 0) {
    if (ftruncate(out.number(), 0) != 0 || lseek(out.number(), 0, SEEK_SET) < 0)
      return system_failure(to.string(), errno);
    done = 0;
  }
  std::vector<char> chunk(chunk_size);
  while (done < length) {
    const auto want = std::min<std::uint64_t>(chunk.size(), length - done);
    const auto got = read_some(*from, chunk.data(), want, name);
    if (!got)
      return got.failure();
    if (*got == 0)
      return Failure{Refusal::Untrusted, name + " ends after " + std::to_string(done) + " of " +
                                             std::to_string(length) + " bytes"};
    if (auto put = write_all(out, chunk.data(), *got, to.string()); !put)
      return put;
    done += *got;
    if (progress && !progress(done))
      return Failure{Refusal::Unavailable, name + ": interrupted"};
  }
  const auto more = read_some(*from, chunk.data(), 1, name);
  if (more && *more > 0)
    return Failure{Refusal::TooLarge,
                   name + " is longer than the " + std::to_string(length) + " bytes signed"};
  return Done{};
}

}  // namespace content
