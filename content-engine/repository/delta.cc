#include "content-engine/repository/delta.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zstd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "content-engine/store/descriptor.h"

#if defined(__SANITIZE_ADDRESS__)
#define WEGWEISER_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WEGWEISER_ADDRESS_SANITIZER 1
#endif
#endif

namespace content {

namespace {

enum ChildStatus { Unpacked = 0, Damaged = 10, Unmappable = 11 };
constexpr rlim_t cpu_seconds = 300;

// Of a regular file; -1: it is none.
std::int64_t size_of(const Descriptor& file) {
  struct stat status {};
  return file.number() >= 0 && ::fstat(file.number(), &status) == 0 && S_ISREG(status.st_mode)
             ? status.st_size
             : -1;
}

Failure failure_of(const std::filesystem::path& file, int error) {
  const Refusal refusal = error == ENOSPC || error == EDQUOT || error == EFBIG ? Refusal::NoSpace
                          : error == ENOENT                                    ? Refusal::NotFound
                                            : Refusal::Unavailable;
  return {refusal, file.string() + ": " + std::strerror(error)};
}

// Lives in the child only, which never unmaps: it ends.
std::span<char> mapped(const Descriptor& file, std::uint64_t size, int protection) {
  if (size == 0)
    return {};
  void* start = ::mmap(nullptr, size, protection, MAP_SHARED, file.number(), 0);
  if (start == MAP_FAILED)
    ::_exit(Unmappable);
  return {static_cast<char*>(start), size};
}

void limit(__rlimit_resource resource, rlim_t most) {
  const rlimit bound{most, most};
  ::setrlimit(resource, &bound);
}

// No address space but for the files and `unpack_memory` more than there is now. (Address
// sanitizer reserves terabytes and cannot live under such a bound.)
void bound_child([[maybe_unused]] std::uint64_t files) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, cpu_seconds);
#if !defined(WEGWEISER_ADDRESS_SANITIZER)
  char text[64] = {};
  const Descriptor pages(::open("/proc/self/statm", O_RDONLY | O_CLOEXEC));
  if (::read(pages.number(), text, sizeof text - 1) <= 0)
    ::_exit(Unmappable);
  const auto now =
      std::strtoull(text, nullptr, 10) * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  limit(RLIMIT_AS, now + files + unpack_memory);
#endif
}

int run_child(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR)
      return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Result<Done> unpack_to(const std::filesystem::path& packed, const std::filesystem::path& base,
                       std::uint64_t length, const std::filesystem::path& to) {
  const Descriptor from(::open(packed.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (size_of(from) < 0)
    return failure_of(packed, errno);
  const Descriptor old(base.empty() ? -1 : ::open(base.c_str(), O_RDONLY | O_CLOEXEC));
  if (!base.empty() && size_of(old) < 0)
    return failure_of(base, errno);
  const Descriptor out(
      ::open(to.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (out.number() < 0)
    return failure_of(to, errno);
  // A hole in a mapped file would be a signal when the disk is full.
  if (const int error = ::posix_fallocate(out.number(), 0, static_cast<off_t>(length)))
    return failure_of(to, error);
  const auto from_size = static_cast<std::uint64_t>(size_of(from));
  const auto old_size = base.empty() ? 0 : static_cast<std::uint64_t>(size_of(old));
  const pid_t child = ::fork();
  if (child < 0)
    return failure_of(to, errno);
  if (child == 0) {
    bound_child(from_size + old_size + length);
    const bool good = unpack(mapped(from, from_size, PROT_READ), mapped(old, old_size, PROT_READ),
                             mapped(out, length, PROT_READ | PROT_WRITE));
    ::_exit(good ? Unpacked : Damaged);
  }
  const int status = run_child(child);
  if (status == Unpacked)
    return Done{};
  if (status == Damaged)
    return Failure{Refusal::Malformed, packed.string() + " cannot be unpacked"};
  return Failure{Refusal::Unavailable, "unpacking " + packed.string() + " came to a bad end"};
}

}  // namespace

bool unpack(std::span<const char> packed, std::span<const char> base, std::span<char> to) {
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(),
                                                                        ZSTD_freeDCtx);
  if (context == nullptr)
    return false;
  if (!base.empty() &&
      ZSTD_isError(ZSTD_DCtx_refPrefix(context.get(), base.data(), base.size())) != 0)
    return false;
  const std::size_t size =
      ZSTD_decompressDCtx(context.get(), to.data(), to.size(), packed.data(), packed.size());
  return ZSTD_isError(size) == 0 && size == to.size();
}

Result<Done> unpack_bundle(const std::filesystem::path& packed, const std::filesystem::path& base,
                           std::uint64_t length, const std::string& sha256,
                           const std::filesystem::path& to) {
  if (length == 0 || length > static_cast<std::uint64_t>(bundle_size_limit))
    return Failure{Refusal::TooLarge, "no bundle has " + std::to_string(length) + " bytes"};
  Result<Done> done = unpack_to(packed, base, length, to);
  if (done) {
    const auto hash = sha256_of_file(to, bundle_size_limit);
    if (!hash)
      done = hash.failure();
    else if (*hash != sha256)
      done = Failure{Refusal::Untrusted, packed.string() + " unpacks to another file than signed"};
  }
  if (!done)
    ::unlink(to.c_str());
  return done;
}

}  // namespace content
