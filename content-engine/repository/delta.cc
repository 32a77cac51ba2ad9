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
#include <vector>

#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"
#include "content-engine/repository/row_stream.h"
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

// Space on the disk of `beside` that has no name.
Result<Descriptor> scratch(const std::filesystem::path& beside, std::uint64_t size) {
  const std::string name = beside.string() + ".rows";
  Descriptor file(::open(name.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (file.number() < 0)
    return failure_of(name, errno);
  ::unlink(name.c_str());
  if (const int error = ::posix_fallocate(file.number(), 0, static_cast<off_t>(size)))
    return failure_of(name, error);
  return file;
}

bool unpack_bytes(std::span<const char> packed, std::span<const char> base, std::span<char> to) {
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

// `old_rows`, `rows`: room for the two streams.
bool unpack_delta(std::span<const char> packed, std::span<const char> base,
                  std::span<char> old_rows, std::span<char> rows, std::span<char> to) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size > rows.size())  // so are the values that stand for not known and not zstd
    return false;
  const std::size_t old_size = write_row_stream(base, old_rows);
  const std::span<char> stream = rows.first(size);
  return old_size > 0 && unpack_bytes(packed, old_rows.first(old_size), stream) &&
         lay_out_rows(stream, to);
}

struct Work {
  Descriptor packed{-1}, base{-1}, to{-1};
  Descriptor old_rows{-1}, rows{-1};  // of a delta
  std::uint64_t packed_size = 0, base_size = 0, size = 0;

  std::uint64_t old_rows_size() const { return base_size == 0 ? 0 : row_stream_bound(base_size); }
  std::uint64_t rows_size() const { return base_size == 0 ? 0 : row_stream_bound(size); }
};

[[noreturn]] void unpack_in_child(const Work& work) {
  constexpr int both = PROT_READ | PROT_WRITE;
  bound_child(work.packed_size + work.base_size + work.size + work.old_rows_size() +
              work.rows_size());
  const auto packed = mapped(work.packed, work.packed_size, PROT_READ);
  const auto to = mapped(work.to, work.size, both);
  const bool good = work.base_size == 0
                        ? unpack_bytes(packed, {}, to)
                        : unpack_delta(packed, mapped(work.base, work.base_size, PROT_READ),
                                       mapped(work.old_rows, work.old_rows_size(), both),
                                       mapped(work.rows, work.rows_size(), both), to);
  ::_exit(good ? Unpacked : Damaged);
}

Result<Work> prepare(const std::filesystem::path& packed, const std::filesystem::path& base,
                     std::uint64_t length, const std::filesystem::path& to) {
  Work work;
  work.size = length;
  work.packed = Descriptor(::open(packed.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (size_of(work.packed) < 0)
    return failure_of(packed, errno);
  work.packed_size = static_cast<std::uint64_t>(size_of(work.packed));
  if (!base.empty()) {
    work.base = Descriptor(::open(base.c_str(), O_RDONLY | O_CLOEXEC));
    if (size_of(work.base) < 0)
      return failure_of(base, errno);
    work.base_size = static_cast<std::uint64_t>(size_of(work.base));
  }
  work.to =
      Descriptor(::open(to.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (work.to.number() < 0)
    return failure_of(to, errno);
  // A hole in a mapped file would be a signal when the disk is full.
  if (const int error = ::posix_fallocate(work.to.number(), 0, static_cast<off_t>(length)))
    return failure_of(to, error);
  if (work.base_size == 0)
    return work;
  auto old_rows = scratch(to, work.old_rows_size());
  auto rows = old_rows ? scratch(to, work.rows_size()) : Result<Descriptor>(old_rows.failure());
  if (!rows)
    return rows.failure();
  work.old_rows = std::move(*old_rows);
  work.rows = std::move(*rows);
  return work;
}

Result<Done> unpack_to(const std::filesystem::path& packed, const std::filesystem::path& base,
                       std::uint64_t length, const std::filesystem::path& to) {
  const Result<Work> work = prepare(packed, base, length, to);
  if (!work)
    return work.failure();
  const pid_t child = ::fork();
  if (child < 0)
    return failure_of(to, errno);
  if (child == 0)
    unpack_in_child(*work);
  const int status = run_child(child);
  if (status == Unpacked)
    return Done{};
  if (status == Damaged)
    return Failure{Refusal::Malformed, packed.string() + " cannot be unpacked"};
  return Failure{Refusal::Unavailable, "unpacking " + packed.string() + " came to a bad end"};
}

}  // namespace

bool unpack(std::span<const char> packed, std::span<const char> base, std::span<char> to) {
  if (base.empty())
    return unpack_bytes(packed, base, to);
  std::vector<char> old_rows(row_stream_bound(base.size())), rows(row_stream_bound(to.size()));
  return unpack_delta(packed, base, old_rows, rows, to);
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
