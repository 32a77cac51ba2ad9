#include "content-engine/repository/target_file.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "content-engine/repository/encoded_name.h"
#include "content-engine/store/files.h"

namespace content {

namespace fs = std::filesystem;

namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

class Digest {
 public:
  explicit Digest(const EVP_MD* kind) : context_(EVP_MD_CTX_new()) {
    if (EVP_DigestInit_ex(context_.get(), kind, nullptr) != 1)
      throw std::runtime_error("OpenSSL cannot compute a digest");
  }
  void add(const char* bytes, std::size_t size) { EVP_DigestUpdate(context_.get(), bytes, size); }
  std::string hex() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(context_.get(), out.data(), &size);
    return to_hex({reinterpret_cast<const char*>(out.data()), size});
  }

 private:
  std::unique_ptr<EVP_MD_CTX, FreeContext> context_;
};

// Reads the private copy once and compares length and every hash.
bool is_target(const fs::path& file, const TargetFile& target) {
  std::error_code error;
  if (fs::file_size(file, error) != static_cast<std::uintmax_t>(target.length) || error)
    return false;
  std::ifstream in(file, std::ios::binary);
  Digest sha256(EVP_sha256()), sha512(EVP_sha512());
  const bool long_hash = target.hashes.contains("sha512");
  std::vector<char> chunk(256 * 1024);
  while (in) {
    in.read(chunk.data(), static_cast<std::streamsize>(chunk.size()));
    const auto got = static_cast<std::size_t>(in.gcount());
    sha256.add(chunk.data(), got);
    if (long_hash)
      sha512.add(chunk.data(), got);
  }
  const std::string short_hex = sha256.hex();
  for (const auto& [kind, hex] : target.hashes)
    if (hex != (kind == "sha256" ? short_hex : sha512.hex()))
      return false;
  return !in.bad();
}

// 5.7.3: DIR/HASH.FILE, by the first known hash.
std::string remote_name(const std::string& path, const TargetFile& target, bool consistent) {
  if (!consistent)
    return encode_path(path);
  const auto slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
  return encode_path(folder + target.hashes.begin()->second + '.' + path.substr(folder.size()));
}

fs::path without_slash(const fs::path& given) {
  std::error_code error;
  const fs::path folder = fs::absolute(given, error).lexically_normal();
  return folder.has_filename() ? folder : folder.parent_path();
}

}  // namespace

fs::path halves_folder(const fs::path& given) {
  const fs::path folder = without_slash(given);
  return folder.parent_path() / (folder.filename().string() + ".incoming");
}

Result<fs::path> fetch_target(Transport& transport, const std::string& path,
                              const TargetFile& target, bool consistent, const fs::path& into,
                              const Progress& progress) {
  std::error_code error;
  const fs::path folder = without_slash(into);
  const fs::path file = folder / local_name(path);
  if (fs::is_regular_file(fs::symlink_status(file, error)) && is_target(file, target))
    return file;
  // The half-finished copy lies in a folder of its own, so that `folder` only ever holds whole
  // files; its name says whose half it is, so that a resumed download never mixes two targets.
  const fs::path incoming = halves_folder(folder);
  fs::create_directories(incoming, error);
  const fs::path part = incoming / target.hashes.begin()->second;
  const bool resumed = fs::exists(part, error);
  const auto carry = [&] {
    return transport.download(remote_name(path, target, consistent),
                              static_cast<std::uint64_t>(target.length), part, progress);
  };
  auto carried = carry();
  const bool unavailable = !carried && carried.failure().refusal == Refusal::Unavailable;
  // What lay there may never have been a half of this file: then all of it once more.
  if (resumed && !unavailable && !is_target(part, target)) {
    fs::remove(part, error);
    carried = carry();
  }
  if (!carried && carried.failure().refusal == Refusal::Unavailable)
    return carried.failure();  // the half stays and is resumed
  if (!carried || !is_target(part, target)) {
    fs::remove(part, error);
    return carried ? Failure{Refusal::Untrusted, path + " is not the file that was signed"}
                   : carried.failure();
  }
  if (auto moved = move_file(part, file); !moved)
    return moved.failure();
  fs::remove(incoming, error);  // only when empty
  return file;
}

}  // namespace content
