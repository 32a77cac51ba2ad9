#include "content-engine/repository/private_key.h"

#include <fcntl.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <vector>

#include "content-engine/repository/metadata_writer.h"
#include "content-engine/store/files.h"

namespace content {

namespace {

template <auto Release>
struct Freed {
  template <typename T>
  void operator()(T* handle) const {
    Release(handle);
  }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX_free>>;
using KeyInfo = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO_free>>;
using Encrypted = std::unique_ptr<X509_SIG, Freed<X509_SIG_free>>;

// scrypt: 16 MiB and about a quarter of a second for each guess on a desk computer.
constexpr std::uint64_t scrypt_n = 1 << 14, scrypt_r = 8, scrypt_p = 5;
constexpr int rsa_bits = 3072;
constexpr std::int64_t file_limit = 16 * 1024;

template <typename T>
T need(T handle) {
  if (!handle)
    throw std::runtime_error("OpenSSL cannot work with keys");
  return handle;
}

void need_one(int status) {
  if (status != 1)
    throw std::runtime_error("OpenSSL cannot work with keys");
}

std::string drain(BIO* bio) {
  char* start = nullptr;
  const long size = BIO_get_mem_data(bio, &start);
  return {start, static_cast<std::size_t>(size)};
}

// The public half as metadata has it, named by its own hash.
PublicKey public_half(EVP_PKEY* key, KeyScheme scheme) {
  PublicKey half{.id = {}, .scheme = scheme, .value = {}};
  if (scheme == KeyScheme::Ed25519) {
    std::array<unsigned char, 32> raw{};
    std::size_t size = raw.size();
    need_one(EVP_PKEY_get_raw_public_key(key, raw.data(), &size));
    half.value.assign(reinterpret_cast<const char*>(raw.data()), size);
  } else {
    const Bio bio = need(Bio(BIO_new(BIO_s_mem())));
    need_one(PEM_write_bio_PUBKEY(bio.get(), key));
    half.value = drain(bio.get());
  }
  half.id = key_id(key_object(half));
  return half;
}

std::optional<KeyScheme> scheme_of(EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "ED25519") == 1)
    return KeyScheme::Ed25519;
  if (EVP_PKEY_is_a(key, "EC") == 1)
    return KeyScheme::EcdsaP256Sha256;
  if (EVP_PKEY_is_a(key, "RSA") == 1)
    return KeyScheme::RsaPssSha256;
  return std::nullopt;
}

std::string encrypted_pem(EVP_PKEY* key, std::string_view passphrase) {
  const KeyInfo info = need(KeyInfo(EVP_PKEY2PKCS8(key)));
  // Random salt and start vector; PKCS8_set0_pbe takes the parameters over.
  X509_ALGOR* parameters = need(
      PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, 0, nullptr, scrypt_n, scrypt_r, scrypt_p));
  Encrypted sealed(PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()),
                                  info.get(), parameters));
  if (sealed == nullptr)
    X509_ALGOR_free(parameters);
  need(sealed.get());
  const Bio bio = need(Bio(BIO_new(BIO_s_mem())));
  need_one(PEM_write_bio_PKCS8(bio.get(), sealed.get()));
  return drain(bio.get());
}

Failure system_failure(const std::filesystem::path& file, int error) {
  return {error == ENOSPC ? Refusal::NoSpace : Refusal::Unavailable,
          file.string() + ": " + std::strerror(error)};
}

Result<Done> sync_folder_of(const std::filesystem::path& file) {
  const auto folder = std::filesystem::absolute(file).parent_path();
  const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const int error = directory < 0 || ::fsync(directory) != 0 ? errno : 0;
  if (directory >= 0)
    ::close(directory);
  return error == 0 ? Result<Done>(Done{}) : system_failure(folder, error);
}

}  // namespace

void PrivateKey::Free::operator()(evp_pkey_st* key) const {
  EVP_PKEY_free(key);
}

PrivateKey::PrivateKey(Handle handle, PublicKey public_key)
    : handle_(std::move(handle)), public_key_(std::move(public_key)) {}
PrivateKey::PrivateKey(PrivateKey&&) noexcept = default;
PrivateKey& PrivateKey::operator=(PrivateKey&&) noexcept = default;
PrivateKey::~PrivateKey() = default;

PrivateKey PrivateKey::generate(KeyScheme scheme) {
  const char* name = scheme == KeyScheme::Ed25519           ? "ED25519"
                     : scheme == KeyScheme::EcdsaP256Sha256 ? "EC"
                                                            : "RSA";
  const KeyContext context = need(KeyContext(EVP_PKEY_CTX_new_from_name(nullptr, name, nullptr)));
  need_one(EVP_PKEY_keygen_init(context.get()));
  if (scheme == KeyScheme::EcdsaP256Sha256)
    need_one(EVP_PKEY_CTX_set_group_name(context.get(), "prime256v1"));
  if (scheme == KeyScheme::RsaPssSha256)
    need_one(EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), rsa_bits));
  EVP_PKEY* made = nullptr;
  need_one(EVP_PKEY_generate(context.get(), &made));
  Handle handle(made);
  PublicKey half = public_half(handle.get(), scheme);
  return {std::move(handle), std::move(half)};
}

Result<PrivateKey> PrivateKey::read(const std::filesystem::path& file,
                                    std::string_view passphrase) {
  const auto pem = read_file(file, file_limit);
  if (!pem)
    return pem.failure();
  const Bio bio = need(Bio(BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size()))));
  const Encrypted sealed(PEM_read_bio_PKCS8(bio.get(), nullptr, nullptr, nullptr));
  ERR_clear_error();
  if (sealed == nullptr)
    return Failure{Refusal::Malformed, file.string() + " is no encrypted private key"};
  const KeyInfo info(
      PKCS8_decrypt(sealed.get(), passphrase.data(), static_cast<int>(passphrase.size())));
  Handle handle(info == nullptr ? nullptr : EVP_PKCS82PKEY(info.get()));
  ERR_clear_error();
  if (handle == nullptr)
    return Failure{Refusal::Untrusted, "the passphrase does not open " + file.string()};
  const auto scheme = scheme_of(handle.get());
  if (!scheme)
    return Failure{Refusal::Malformed, file.string() + " holds a key of a kind not used here"};
  PublicKey half = public_half(handle.get(), *scheme);
  return PrivateKey(std::move(handle), std::move(half));
}

Result<Done> PrivateKey::store(const std::filesystem::path& file,
                               std::string_view passphrase) const {
  if (passphrase.empty())
    return Failure{Refusal::Invalid, "a key is not stored without a passphrase"};
  const std::string pem = encrypted_pem(handle_.get(), passphrase);
  const int out =
      ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (out < 0 && errno == EEXIST)
    return Failure{Refusal::Invalid, file.string() + " exists and is not overwritten"};
  if (out < 0)
    return system_failure(file, errno);
  int error = ::write(out, pem.data(), pem.size()) == static_cast<ssize_t>(pem.size()) ? 0 : errno;
  if (error == 0 && ::fsync(out) != 0)
    error = errno;
  if (::close(out) != 0 && error == 0)
    error = errno;
  if (error != 0) {
    ::unlink(file.c_str());
    return system_failure(file, error);
  }
  return sync_folder_of(file);
}

Signature PrivateKey::sign(std::string_view message) const {
  const KeyScheme scheme = public_key_.scheme;
  const DigestContext context = need(DigestContext(EVP_MD_CTX_new()));
  EVP_PKEY_CTX* parameters = nullptr;  // owned by the context
  need_one(EVP_DigestSignInit(context.get(), &parameters,
                              scheme == KeyScheme::Ed25519 ? nullptr : EVP_sha256(), nullptr,
                              handle_.get()));
  if (scheme == KeyScheme::RsaPssSha256) {
    need_one(EVP_PKEY_CTX_set_rsa_padding(parameters, RSA_PKCS1_PSS_PADDING));
    need_one(EVP_PKEY_CTX_set_rsa_mgf1_md(parameters, EVP_sha256()));
    need_one(EVP_PKEY_CTX_set_rsa_pss_saltlen(parameters, RSA_PSS_SALTLEN_DIGEST));
  }
  const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
  std::size_t size = 0;
  need_one(EVP_DigestSign(context.get(), nullptr, &size, bytes, message.size()));
  std::vector<unsigned char> raw(size);
  need_one(EVP_DigestSign(context.get(), raw.data(), &size, bytes, message.size()));
  return {public_key_.id, to_hex({reinterpret_cast<const char*>(raw.data()), size})};
}

}  // namespace content
