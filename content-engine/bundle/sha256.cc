#include "content-engine/bundle/sha256.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

namespace content {

namespace {

class Digest final {
 public:
  Digest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    if (context_ == nullptr || EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) != 1)
      throw std::runtime_error("no SHA-256");
  }
  void add(const char* bytes, std::size_t size) {
    if (EVP_DigestUpdate(context_.get(), bytes, size) != 1)
      throw std::runtime_error("SHA-256 stopped");
  }
  std::string finish() {
    std::array<unsigned char, 32> digest{};
    if (EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr) != 1)
      throw std::runtime_error("SHA-256 stopped");
    static constexpr char hex[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest)
      text.append({hex[byte >> 4], hex[byte & 15]});
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
  Digest digest;
  digest.add(bytes.data(), bytes.size());
  return digest.finish();
}

Result<std::string> sha256_of_file(const std::filesystem::path& file, std::int64_t limit) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Failure{Refusal::NotFound, file.string() + " cannot be read"};
  Digest digest;
  std::vector<char> piece(256 * 1024);
  std::int64_t total = 0;
  while (in) {
    in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    total += in.gcount();
    if (total > limit)
      return Failure{Refusal::TooLarge,
                     file.string() + " is larger than " + std::to_string(limit) + " bytes"};
    digest.add(piece.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad())
    return Failure{Refusal::Unavailable, file.string() + " cannot be read to its end"};
  return digest.finish();
}

}  // namespace content
