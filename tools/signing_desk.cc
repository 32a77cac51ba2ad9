#include "tools/signing_desk.h"

#include <chrono>
#include <cstdlib>
#include <memory>

#include "tools/passphrase.h"

namespace content {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> passphrase_file(const Desk& desk, const std::string& role) {
  const auto daily = desk.arguments.value("--passphrase-file");
  const auto root = desk.arguments.value("--root-passphrase-file");
  return role == "root" && root ? root : daily;
}

}  // namespace

fs::path keys_folder(const Desk& desk) {
  if (const auto named = desk.arguments.value("--keys"))
    return *named;
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0')
    return fs::path(data) / "wegweiser" / "keys";
  const char* home = std::getenv("HOME");
  return fs::path(home == nullptr ? "." : home) / ".local" / "share" / "wegweiser" / "keys";
}

UtcTime present_moment() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::seconds>(now).count()};
}

AskPassphrase passphrases(const Desk& desk) {
  return [&desk](const KeyFile& key, Asking asking) -> std::optional<std::string> {
    Result<std::string> passphrase = Failure{};
    if (const auto file = passphrase_file(desk, key.role)) {
      if (asking == Asking::Again)
        return std::nullopt;  // the file says the same again
      passphrase = read_passphrase(*file);
    } else {
      const Sentence prompt =
          asking == Asking::Again
              ? sentence("Das war sie nicht. Passphrase für %1: ",
                         "That was not it. Passphrase for %1: ", {key.file.string()})
              : sentence("Passphrase für %1: ", "Passphrase for %1: ", {key.file.string()});
      passphrase = ask_passphrase(in(prompt, desk.messages));
    }
    if (passphrase)
      return std::move(*passphrase);
    fail(desk, passphrase.failure());
    return std::nullopt;
  };
}

std::optional<std::string> new_passphrase(const Desk& desk, const std::string& role) {
  const auto file = passphrase_file(desk, role);
  const Sentence what = role == "root" ? sentence("Passphrase für die Schlüssel der Wurzel",
                                                  "Passphrase for the root keys")
                                       : sentence("Passphrase für die täglichen Schlüssel",
                                                  "Passphrase for the keys of daily use");
  const std::string asked = in(what, desk.messages);
  auto passphrase = file ? read_passphrase(*file) : ask_passphrase(asked + ": ");
  if (!passphrase) {
    fail(desk, passphrase.failure());
    return std::nullopt;
  }
  if (passphrase->size() < passphrase_length) {
    fail(desk, sentence("Eine Passphrase hat mindestens %1 Zeichen; vier zufällige Wörter sind gut",
                        "a passphrase has at least %1 characters; four random words are good",
                        {std::to_string(passphrase_length)}));
    return std::nullopt;
  }
  if (!file) {
    const auto again = ask_passphrase(in(sentence("Noch einmal: ", "Once more: "), desk.messages));
    if (!again || *again != *passphrase) {
      fail(desk, sentence("Die beiden Eingaben sind verschieden", "the two are not the same"));
      return std::nullopt;
    }
  }
  return std::move(*passphrase);
}

std::optional<SigningDesk> open_signing_desk(const Desk& desk, Files& files,
                                             const fs::path& repository) {
  const fs::path folder = keys_folder(desk);
  auto keys = Keyring::open(folder);
  if (!keys) {
    fail(desk, sentence("Keine Schlüssel in %1; --keys ORDNER nennt andere, keys new macht neue",
                        "no keys in %1; --keys DIR names others, keys new makes some",
                        {folder.string()}));
    return std::nullopt;
  }
  auto chain = read_root_chain(files, folder);
  if (!chain && chain.failure().refusal != Refusal::NotFound) {
    fail(desk, chain.failure());
    return std::nullopt;
  }
  auto publisher = Publisher::open(files, repository, chain ? std::move(*chain) : RootChain{});
  if (!publisher) {
    fail(desk, publisher.failure());
    return std::nullopt;
  }
  return SigningDesk{std::move(*keys), std::move(*publisher), {}};
}

bool unlock(const Desk& desk, SigningDesk& signing) {
  for (const char* role : {"targets", "snapshot", "timestamp"}) {
    auto keys = signing.keys.unlock(signing.publisher.key_ids(role), passphrases(desk));
    if (!keys) {
      fail(desk, keys.failure());
      return false;
    }
    signing.signers[role] = std::move(*keys);
  }
  return true;
}

bool unlock_service(const Desk& desk, SigningDesk& signing) {
  const std::string role(service_role_name);
  auto keys = signing.keys.unlock_role(role, passphrases(desk));
  if (!keys) {
    fail(desk, keys.failure());
    return false;
  }
  if (keys->empty()) {
    fail(desk, sentence("In %1 liegt kein Schlüssel für Pässe; keys new --role service macht einen",
                        "there is no key for passes in %1; keys new --role service makes one",
                        {keys_folder(desk).string()}));
    return false;
  }
  signing.signers[role] = std::move(*keys);
  return true;
}

Result<Done> keep_roots(Files& files, const fs::path& folder, const RootChain& chain) {
  for (std::size_t at = 0; at < chain.files.size(); ++at) {
    const fs::path file = folder / root_name(chain.roots[at].version);
    const auto there = files.read(file, root_limit);
    if (there && *there == chain.files[at])
      continue;
    if (auto kept = write_file(files, file, chain.files[at]); !kept)
      return kept;
  }
  return Done{};
}

}  // namespace content
