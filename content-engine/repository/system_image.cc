#include "content-engine/repository/system_image.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

#include "content-engine/bundle/sha256.h"
#include "content-engine/repository/system_target.h"
#include "content-engine/store/descriptor.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t skippable_magic = 0x184D2A50;
constexpr std::size_t head_size = 8, label_limit = 1024;
constexpr std::size_t piece_size = 1024 * 1024;
constexpr int window_log = 27;  // 128 MiB: what zstd itself takes without being asked

Failure system_failure(const fs::path& file, int error) {
  const Refusal refusal = error == ENOSPC || error == EFBIG ? Refusal::NoSpace
                          : error == ENOENT                 ? Refusal::NotFound
                                                            : Refusal::Unavailable;
  return {refusal, file.string() + ": " + std::strerror(error)};
}

class SystemDigest final {
 public:
  SystemDigest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1)
      throw std::runtime_error("OpenSSL cannot compute a digest");
  }
  void add(std::span<const char> bytes) {
    EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size());
  }
  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), out.data(), &size);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned int at = 0; at < size; ++at) {
      text += digits[out[at] >> 4];
      text += digits[out[at] & 15];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

// As many as there are, up to the whole span; −1: errno says why.
ssize_t read_some(int file, std::span<char> into) {
  std::size_t got = 0;
  while (got < into.size()) {
    const ssize_t more = ::read(file, into.data() + got, into.size() - got);
    if (more < 0 && errno == EINTR)
      continue;
    if (more < 0)
      return -1;
    if (more == 0)
      break;
    got += static_cast<std::size_t>(more);
  }
  return static_cast<ssize_t>(got);
}

using TakePiece = std::function<Result<Done>(std::span<const char>)>;

// Hands over what the packed file makes, at most `limit` bytes, in pieces of `piece_size`.
Result<Done> unpack_pieces(const fs::path& packed, std::int64_t limit, const TakePiece& take) {
  const Descriptor in(::open(packed.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  if (in.number() < 0)
    return system_failure(packed, errno);
  const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(),
                                                                        ZSTD_freeDCtx);
  if (context == nullptr)
    return Failure{Refusal::Unavailable, "no memory to unpack " + packed.string()};
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, window_log);
  const Failure broken{Refusal::Malformed, packed.string() + " cannot be unpacked"};
  std::vector<char> packed_piece(piece_size), piece(piece_size);
  ZSTD_outBuffer out{piece.data(), piece.size(), 0};
  std::int64_t made = 0;
  std::size_t hint = 1;  // 0 at the end of a frame
  for (;;) {
    const ssize_t got = read_some(in.number(), packed_piece);
    if (got < 0)
      return system_failure(packed, errno);
    if (got == 0)
      break;
    ZSTD_inBuffer source{packed_piece.data(), static_cast<std::size_t>(got), 0};
    // Until all of it is used and nothing of what it makes is held back.
    do {
      if (out.pos == out.size) {
        if (auto taken = take(piece); !taken)
          return taken;
        out.pos = 0;
      }
      const std::size_t before = out.pos;
      hint = ZSTD_decompressStream(context.get(), &out, &source);
      if (ZSTD_isError(hint) != 0)
        return broken;
      made += static_cast<std::int64_t>(out.pos - before);
      if (made > limit)
        return Failure{Refusal::TooLarge,
                       packed.string() + " makes more than " + std::to_string(limit) + " bytes"};
    } while (source.pos < source.size || (hint != 0 && out.pos == out.size));
  }
  if (hint != 0)
    return broken;
  return take(std::span<const char>(piece).first(out.pos));
}

// Of a partition, or of a file that stands for one.
std::int64_t room_in(const Descriptor& partition) {
  return ::lseek(partition.number(), 0, SEEK_END);
}

Result<Done> write_whole(const Descriptor& to, const fs::path& name, std::span<const char> bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(to.number(), bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR)
      continue;
    if (done < 0)
      return system_failure(name, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(done));
  }
  return Done{};
}

Result<std::string> read_back(const Descriptor& partition, const fs::path& name,
                              std::int64_t length, const std::function<bool(std::int64_t)>& tell) {
  ::posix_fadvise(partition.number(), 0, 0, POSIX_FADV_DONTNEED);
  if (::lseek(partition.number(), 0, SEEK_SET) < 0)
    return system_failure(name, errno);
  SystemDigest digest;
  std::vector<char> piece(piece_size);
  for (std::int64_t left = length; left > 0;) {
    const auto wish = std::min<std::int64_t>(left, static_cast<std::int64_t>(piece.size()));
    const ssize_t got =
        read_some(partition.number(), std::span(piece).first(static_cast<std::size_t>(wish)));
    if (got < wish)
      return system_failure(name, got < 0 ? errno : EIO);
    digest.add(std::span<const char>(piece).first(static_cast<std::size_t>(got)));
    left -= got;
    if (!tell(length - left))
      return Failure{Refusal::Unavailable, "interrupted"};
  }
  return digest.hex();
}

}  // namespace

Result<ImageLabel> parse_image_label(std::string_view text) {
  const auto slip = parse_slip(text, image_title);
  if (!slip)
    return slip.failure();
  ImageLabel label{slip->text("machine"), slip->text("version")};
  if (!is_machine(label.machine) || !is_system_version(label.version))
    return Failure{Refusal::Malformed, "an image that says neither machine nor version"};
  return label;
}

std::string written(const ImageLabel& label) {
  Slip slip(image_title);
  slip.set("machine", label.machine);
  slip.set("version", label.version);
  return slip.written();
}

std::string label_frame(const ImageLabel& label) {
  const std::string text = written(label);
  std::string frame;
  for (const std::uint32_t number : {skippable_magic, static_cast<std::uint32_t>(text.size())})
    for (int byte = 0; byte < 4; ++byte)
      frame += static_cast<char>(number >> (8 * byte) & 0xff);
  return frame + text;
}

Result<ImageLabel> label_of(const fs::path& packed) {
  const Descriptor in(::open(packed.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.number() < 0)
    return system_failure(packed, errno);
  std::string start(head_size + label_limit, '\0');
  const ssize_t got = read_some(in.number(), start);
  if (got < 0)
    return system_failure(packed, errno);
  start.resize(static_cast<std::size_t>(got));
  const auto number = [&](std::size_t from) {
    std::uint32_t value = 0;
    for (std::size_t byte = 4; byte-- > 0;)
      value = value << 8 | static_cast<unsigned char>(start[from + byte]);
    return value;
  };
  if (start.size() < head_size || number(0) != skippable_magic ||
      number(4) > start.size() - head_size)
    return Failure{Refusal::Malformed, packed.string() +
                                           " is no system image: build.sh --system "
                                           "makes one"};
  return parse_image_label(std::string_view(start).substr(head_size, number(4)));
}

Result<UnpackedSystem> measure_system(const fs::path& packed, std::int64_t limit) {
  SystemDigest digest;
  UnpackedSystem measured;
  const auto done = unpack_pieces(packed, limit, [&](std::span<const char> piece) -> Result<Done> {
    digest.add(piece);
    measured.length += static_cast<std::int64_t>(piece.size());
    return Done{};
  });
  if (!done)
    return done.failure();
  measured.sha256 = digest.hex();
  return measured;
}

Result<Done> write_system(const fs::path& packed, const UnpackedSystem& expected,
                          const fs::path& partition, const WritingProgress& progress) {
  struct stat status {};
  const bool device = ::stat(partition.c_str(), &status) == 0 && S_ISBLK(status.st_mode);
  // Of a block device O_EXCL says: not while it is mounted.
  Descriptor to(::open(partition.c_str(), O_RDWR | O_CLOEXEC | (device ? O_EXCL : 0)));
  if (to.number() < 0)
    return system_failure(partition, errno);
  const std::int64_t room = room_in(to);
  if (room < expected.length)
    return Failure{Refusal::NoSpace, partition.string() + " has " + std::to_string(room) +
                                         " bytes, the system needs " +
                                         std::to_string(expected.length)};
  if (::lseek(to.number(), 0, SEEK_SET) < 0)
    return system_failure(partition, errno);
  // Writing is the first half of the way, reading back the second.
  std::int64_t done = 0;
  const auto tell = [&](std::int64_t bytes) {
    return !progress ||
           progress(static_cast<int>(50 * bytes / std::max<std::int64_t>(expected.length, 1)));
  };
  SystemDigest digest;
  const auto unpacked =
      unpack_pieces(packed, expected.length, [&](std::span<const char> piece) -> Result<Done> {
        if (auto put = write_whole(to, partition, piece); !put)
          return put;
        digest.add(piece);
        done += static_cast<std::int64_t>(piece.size());
        if (!tell(done))
          return Failure{Refusal::Unavailable, "interrupted"};
        return Done{};
      });
  if (!unpacked && unpacked.failure().refusal == Refusal::TooLarge)
    return Failure{Refusal::Untrusted, unpacked.failure().message + ", and that was signed"};
  if (!unpacked)
    return unpacked;
  if (done != expected.length || digest.hex() != expected.sha256)
    return Failure{Refusal::Untrusted,
                   packed.string() + " unpacks to another system than was signed"};
  if (::fsync(to.number()) != 0)
    return system_failure(partition, errno);
  const auto there = read_back(to, partition, expected.length,
                               [&](std::int64_t bytes) { return tell(expected.length + bytes); });
  if (!there)
    return there.failure();
  if (*there != expected.sha256)
    return Failure{Refusal::Untrusted, partition.string() + " does not give back what was written"};
  if (to.close() != 0)
    return system_failure(partition, errno);
  return Done{};
}

}  // namespace content
