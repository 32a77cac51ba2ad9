#include "content-engine/trust/public_key.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <array>
#include <memory>
#include <stdexcept>

namespace content {

namespace {

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* handle) const {
    Free(handle);
  }
};
using Pkey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;

constexpr int rsa_bits_minimum = 2048;
constexpr std::size_t key_limit = 16 * 1024;       // bytes of a PEM
constexpr std::size_t signature_limit = 4 * 1024;  // hex digits

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string digest(std::string_view text, const EVP_MD* kind) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> out{};
  unsigned int size = 0;
  if (EVP_Digest(text.data(), text.size(), out.data(), &size, kind, nullptr) != 1)
    throw std::runtime_error("OpenSSL cannot compute a digest");
  return to_hex({reinterpret_cast<const char*>(out.data()), size});
}

Pkey read_pem(const std::string& pem) {
  const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  Pkey key(PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr));
  ERR_clear_error();
  return key;
}

// What the key is counts, not what its label says (text.scheme is only the claim).
bool fits(EVP_PKEY* key, KeyScheme scheme) {
  if (scheme == KeyScheme::RsaPssSha256)
    return EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= rsa_bits_minimum;
  std::array<char, 64> group{};
  std::size_t length = 0;
  return EVP_PKEY_is_a(key, "EC") == 1 &&
         EVP_PKEY_get_group_name(key, group.data(), group.size(), &length) == 1 &&
         std::string_view(group.data(), length) == "prime256v1";
}

std::optional<KeyScheme> scheme_of(const std::string& type, const std::string& scheme) {
  if (type == "ed25519" && scheme == "ed25519")
    return KeyScheme::Ed25519;
  // Older writers put the scheme in the type's place.
  if ((type == "ecdsa" || type == "ecdsa-sha2-nistp256") && scheme == "ecdsa-sha2-nistp256")
    return KeyScheme::EcdsaP256Sha256;
  if (type == "rsa" && scheme == "rsassa-pss-sha256")
    return KeyScheme::RsaPssSha256;
  return std::nullopt;
}

const std::string* text_member(const Json& object, std::string_view name) {
  const Json* value = object.member(name);
  return value == nullptr ? nullptr : value->string();
}

}  // namespace

std::string to_hex(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string hex;
  for (const char c : text) {
    hex += digits[static_cast<unsigned char>(c) >> 4];
    hex += digits[static_cast<unsigned char>(c) & 15];
  }
  return hex;
}

std::optional<std::string> from_hex(std::string_view hex) {
  if (hex.size() % 2 != 0)
    return std::nullopt;
  std::string out;
  int high = -1;
  for (const char c : hex) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0)
      return std::nullopt;
    if (high < 0) {
      high = digit;
    } else {
      out += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  return out;
}

std::string sha256_hex(std::string_view text) {
  return digest(text, EVP_sha256());
}
std::string sha512_hex(std::string_view text) {
  return digest(text, EVP_sha512());
}
std::string key_id(const Json& key) {
  return sha256_hex(canonical(key));
}

Result<std::optional<PublicKey>> parse_key(const std::string& id, const Json& key) {
  const auto* type = text_member(key, "keytype");
  const auto* scheme = text_member(key, "scheme");
  const Json* value = key.member("keyval");
  const auto* material = value == nullptr ? nullptr : text_member(*value, "public");
  if (type == nullptr || scheme == nullptr || material == nullptr)
    return Failure{Refusal::Malformed, "key " + id + " has no type, scheme or public value"};
  if (key_id(key) != id)
    return Failure{Refusal::Malformed, "key " + id + " is not named by its own hash"};
  const auto known = scheme_of(*type, *scheme);
  if (!known)
    return std::optional<PublicKey>();
  if (*known == KeyScheme::Ed25519) {
    const auto raw = from_hex(*material);
    if (!raw || raw->size() != 32)
      return Failure{Refusal::Malformed, "ed25519 key " + id + " is not 32 bytes"};
    return std::optional(PublicKey{id, *known, *raw});
  }
  const Pkey pkey = material->size() <= key_limit ? read_pem(*material) : nullptr;
  if (pkey == nullptr || !fits(pkey.get(), *known))
    return Failure{Refusal::Malformed, "key " + id + " is not the " + *scheme + " key it claims"};
  return std::optional(PublicKey{id, *known, *material});
}

bool verify(const PublicKey& key, std::string_view message, std::string_view signature) {
  const auto raw = signature.size() <= signature_limit ? from_hex(signature) : std::nullopt;
  if (!raw || raw->empty())
    return false;
  const bool edwards = key.scheme == KeyScheme::Ed25519;
  const Pkey pkey = edwards ? Pkey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr,
                                                               bytes(key.value), key.value.size()))
                            : read_pem(key.value);
  const DigestContext context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* parameters = nullptr;  // owned by the context
  bool good = pkey != nullptr && context != nullptr &&
              EVP_DigestVerifyInit(context.get(), &parameters, edwards ? nullptr : EVP_sha256(),
                                   nullptr, pkey.get()) == 1;
  if (good && key.scheme == KeyScheme::RsaPssSha256)
    good = EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md(parameters, EVP_sha256()) == 1 &&
           EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_AUTO) == 1;
  good = good && EVP_DigestVerify(context.get(), bytes(*raw), raw->size(), bytes(message),
                                  message.size()) == 1;
  ERR_clear_error();
  return good;
}

}  // namespace content
