#include "content-engine/repository/keyring.h"

#include <algorithm>
#include <system_error>

#include "content-engine/store/files.h"

namespace content {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view ending = ".pem";
constexpr std::size_t start_length = 16;
constexpr int attempts = 3;

}  // namespace

std::string key_file_name(std::string_view role, const PublicKey& key) {
  return std::string(role) + "-" + key.id.substr(0, start_length) + std::string(ending);
}

std::optional<KeyFile> parse_key_file(const fs::path& file) {
  std::string name = file.filename().string();
  if (!name.ends_with(ending))
    return std::nullopt;
  name.resize(name.size() - ending.size());
  const auto dash = name.rfind('-');
  if (dash == std::string::npos || dash == 0 || name.size() - dash - 1 != start_length ||
      name.find_first_not_of("0123456789abcdef", dash + 1) != std::string::npos)
    return std::nullopt;
  return KeyFile{name.substr(0, dash), name.substr(dash + 1), file};
}

Result<Keyring> Keyring::open(const fs::path& folder) {
  Keyring ring;
  if (auto added = ring.add(folder); !added)
    return added.failure();
  std::error_code error;
  if (fs::is_directory(folder / offline_folder_name, error))
    if (auto added = ring.add(folder / offline_folder_name); !added)
      return added.failure();
  return ring;
}

Result<Done> Keyring::add(const fs::path& folder) {
  const auto names = DiskFiles().names(folder);
  if (!names)
    return names.failure();
  for (const std::string& name : *names)
    if (auto key = parse_key_file(folder / name))
      files_.push_back(std::move(*key));
  return Done{};
}

bool Keyring::has(std::string_view id) const {
  return std::any_of(files_.begin(), files_.end(),
                     [&](const KeyFile& key) { return id.starts_with(key.start); });
}

Result<std::vector<const PrivateKey*>> Keyring::unlock(std::span<const std::string> ids,
                                                       const AskPassphrase& ask) {
  std::vector<const PrivateKey*> keys;
  for (const std::string& id : ids) {
    const auto file = std::find_if(files_.begin(), files_.end(), [&](const KeyFile& candidate) {
      return id.starts_with(candidate.start);
    });
    if (file == files_.end())
      continue;
    const auto key = unlock(*file, id, ask);
    if (!key)
      return key.failure();
    keys.push_back(*key);
  }
  return keys;
}

Result<std::vector<const PrivateKey*>> Keyring::unlock_role(const std::string& role,
                                                            const AskPassphrase& ask) {
  std::vector<const PrivateKey*> keys;
  for (const KeyFile& file : files_) {
    if (file.role != role)
      continue;
    const auto key = unlock(file, {}, ask);
    if (!key)
      return key.failure();
    keys.push_back(*key);
  }
  return keys;
}

Result<const PrivateKey*> Keyring::unlock(const KeyFile& file, const std::string& id,
                                          const AskPassphrase& ask) {
  // Without an id the file's name says which key it is.
  const auto is_it = [&](const PrivateKey& key) {
    return id.empty() ? key.public_key().id.starts_with(file.start) : key.public_key().id == id;
  };
  for (const PrivateKey& open : opened_)
    if (is_it(open))
      return &open;
  const auto take = [&](Result<PrivateKey> key) -> Result<const PrivateKey*> {
    if (!key)
      return key.failure();
    if (!is_it(*key))
      return Failure{Refusal::Malformed, file.file.string() + " is another key than it is named"};
    return &opened_.emplace_back(std::move(*key));
  };
  const auto wrong_passphrase = [](const Result<const PrivateKey*>& key) {
    return !key && key.failure().refusal == Refusal::Untrusted;
  };
  for (const std::string& known : passphrases_)
    if (auto key = take(PrivateKey::read(file.file, known)); !wrong_passphrase(key))
      return key;
  Asking asking = Asking::First;
  for (int attempt = 0; attempt < attempts; ++attempt) {
    auto passphrase = ask(file, asking);
    if (!passphrase)
      break;
    auto key = take(PrivateKey::read(file.file, *passphrase));
    if (!wrong_passphrase(key)) {
      passphrases_.push_back(std::move(*passphrase));
      return key;
    }
    asking = Asking::Again;
  }
  return Failure{Refusal::Untrusted, "no passphrase opened " + file.file.string()};
}

}  // namespace content
