// The folder of the desk's keys. Keys of daily use lie in it, root keys in offline/ below it until
// they are carried away; both only encrypted (private_key.h). Beside them lie the roots they made,
// 1.root.json and on, which are no secret. A file's name says role and key, so that a list needs no
// passphrase: "targets-3f9a01bc5d7e8f90.pem". Keys are opened one by one, when they are to sign.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/repository/private_key.h"

namespace content {

inline constexpr std::string_view offline_folder_name = "offline";

struct KeyFile {
  std::string role;   // "targets"
  std::string start;  // of the key's id, 16 digits
  std::filesystem::path file;
};

// The file that a key is to have; none: the name is not one of ours.
std::string key_file_name(std::string_view role, const PublicKey& key);
std::optional<KeyFile> parse_key_file(const std::filesystem::path& file);

enum class Asking { First, Again };  // Again: the passphrase before did not open it
// None: nobody knows it.
using AskPassphrase = std::function<std::optional<std::string>(const KeyFile& key, Asking asking)>;

class Keyring final {
 public:
  // Every key file of the folder and of offline/ below it. NotFound: there is no such folder.
  static Result<Keyring> open(const std::filesystem::path& folder);
  // Further key files, of a stick out of a safe.
  Result<Done> add(const std::filesystem::path& folder);

  const std::vector<KeyFile>& files() const { return files_; }
  bool has(std::string_view id) const;

  // Opens those of these keys that are here; what is not here is left out. A passphrase that opened
  // one key is tried on the next before anybody is asked again. Untrusted: no passphrase was right.
  Result<std::vector<const PrivateKey*>> unlock(std::span<const std::string> ids,
                                                const AskPassphrase& ask);

  // Every key of a role that is here, for a role that no root names.
  Result<std::vector<const PrivateKey*>> unlock_role(const std::string& role,
                                                     const AskPassphrase& ask);

 private:
  Result<const PrivateKey*> unlock(const KeyFile& file, const std::string& id,
                                   const AskPassphrase& ask);

  std::vector<KeyFile> files_;
  std::list<PrivateKey> opened_;  // keep their places
  std::vector<std::string> passphrases_;
};

}  // namespace content
