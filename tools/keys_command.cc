// wegweiser-content keys new|list|rotate|sign
#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "content-engine/repository/root_draft.h"
#include "tools/signing_desk.h"

namespace content {

namespace fs = std::filesystem;

namespace {

struct RootKeys {
  int count = 3, threshold = 2;
};

std::optional<RootKeys> root_keys(const Desk& desk) {
  RootKeys keys;
  const auto take = [&](const char* option, int& number) {
    const auto given = desk.arguments.value(option);
    if (!given)
      return true;
    const char* end = given->data() + given->size();
    const auto [stop, error] = std::from_chars(given->data(), end, number);
    return error == std::errc() && stop == end;
  };
  constexpr int most = 20;
  if (take("--root-keys", keys.count) && take("--root-threshold", keys.threshold) &&
      keys.threshold >= 1 && keys.count >= keys.threshold && keys.count <= most)
    return keys;
  fail(desk, sentence("--root-keys ist 1 bis 20, --root-threshold 1 bis so viele",
                      "--root-keys is 1 to 20, --root-threshold 1 to as many"));
  return std::nullopt;
}

Result<Done> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error)
    fs::permissions(folder, fs::perms::owner_all, error);
  if (error)
    return Failure{Refusal::Unavailable, folder.string() + ": " + error.message()};
  return Done{};
}

// New keys of a role, stored; the private halves stay for signing.
Result<std::vector<PrivateKey>> make_keys(const fs::path& folder, const std::string& role,
                                          int count, const std::string& passphrase) {
  std::vector<PrivateKey> keys;
  for (int i = 0; i < count; ++i) {
    PrivateKey key = PrivateKey::generate();
    if (auto stored = key.store(folder / key_file_name(role, key.public_key()), passphrase);
        !stored)
      return stored.failure();
    std::printf("%s\n", (folder / key_file_name(role, key.public_key())).c_str());
    keys.push_back(std::move(key));
  }
  return keys;
}

void set_role(RootDraft& draft, const std::string& role, const std::vector<PrivateKey>& keys,
              int threshold) {
  std::vector<PublicKey> halves;
  for (const PrivateKey& key : keys)
    halves.push_back(key.public_key());
  draft.set_role(role, halves, threshold);
}

fs::path draft_file(const fs::path& folder, const RootDraft& draft) {
  return folder / (std::to_string(draft.root().version) + ".root.draft");
}

// Signed by enough: a root, and the draft goes. Else the draft, and what is missing is said.
int keep(const Desk& desk, const fs::path& folder, const RootDraft& draft) {
  DiskFiles files;
  const auto missing = draft.missing();
  const bool whole = missing.old_keys == 0 && missing.new_keys == 0;
  const std::string version = std::to_string(draft.root().version);
  const fs::path file =
      whole ? folder / root_name(draft.root().version) : draft_file(folder, draft);
  if (auto kept = write_file(files, file, draft.bytes()); !kept)
    return fail(desk, kept.failure());
  if (whole) {
    std::error_code ignored;
    fs::remove(draft_file(folder, draft), ignored);
    std::printf("%s\n", file.c_str());
    return exit_fine;
  }
  const Sentence more = sentence(
      "Version %1 der Wurzel ist ein Entwurf: Es fehlen %2 Unterschriften bisheriger und %3 neuer "
      "Schlüssel. Nächsten Stick anstecken: wegweiser-content keys sign --offline ORDNER",
      "version %1 of the root is a draft: %2 signatures of keys so far and %3 of new keys are "
      "missing. Plug in the next stick: wegweiser-content keys sign --offline DIR",
      {version, std::to_string(missing.old_keys), std::to_string(missing.new_keys)});
  std::printf("%s\n", in(more, desk.messages).c_str());
  return exit_findings;
}

int new_keys(const Desk& desk) {
  const fs::path folder = keys_folder(desk), offline = folder / offline_folder_name;
  const auto counts = root_keys(desk);
  if (!counts)
    return exit_failure;
  if (const auto there = Keyring::open(folder); there && !there->files().empty())
    return fail(desk, sentence("In %1 liegen schon Schlüssel; neue macht keys rotate",
                               "there are keys in %1 already; keys rotate makes new ones",
                               {folder.string()}));
  if (fs::exists(folder / root_name(1)))
    return fail(desk, sentence("In %1 liegt schon eine Wurzel", "there is a root in %1 already",
                               {folder.string()}));
  const auto root_passphrase = new_passphrase(desk, "root");
  const auto passphrase = root_passphrase ? new_passphrase(desk, "targets") : std::nullopt;
  if (!passphrase)
    return exit_failure;
  for (const fs::path& made : {folder, offline})
    if (auto done = make_folder(made); !done)
      return fail(desk, done.failure());
  RootDraft draft = RootDraft::first(present_moment());
  for (const char* role : {"targets", "snapshot", "timestamp"}) {
    const auto keys = make_keys(folder, role, 1, *passphrase);
    if (!keys)
      return fail(desk, keys.failure());
    set_role(draft, role, *keys, 1);
  }
  const auto roots = make_keys(offline, "root", counts->count, *root_passphrase);
  if (!roots)
    return fail(desk, roots.failure());
  set_role(draft, "root", *roots, counts->threshold);
  for (const PrivateKey& key : *roots)
    draft.sign(key);
  if (const int kept = keep(desk, folder, draft); kept != exit_fine)
    return kept;
  const Sentence next = sentence(
      "Tragen Sie jeden Schlüssel aus %1 auf einen eigenen Stick in einen eigenen Schrank und "
      "löschen Sie ihn hier. Zum Veröffentlichen wird keiner gebraucht.",
      "Carry each key in %1 on a stick of its own to a safe of its own and delete it here. None "
      "is needed for publishing.",
      {offline.string()});
  std::printf("%s\n", in(next, desk.messages).c_str());
  return exit_fine;
}

// The key that signs technicians' passes and nothing else: no root names it, targets.json does.
int new_service_key(const Desk& desk) {
  const fs::path folder = keys_folder(desk);
  const std::string role(service_role_name);
  const auto there = Keyring::open(folder);
  if (!there)
    return fail(desk, sentence("In %1 liegen keine Schlüssel; zuerst keys new",
                               "there are no keys in %1; keys new comes first", {folder.string()}));
  for (const KeyFile& file : there->files())
    if (file.role == role)
      return fail(desk, sentence("Es gibt schon einen: %1. Für einen neuen diesen löschen; danach "
                                 "gelten nur noch Pässe, die neu ausgestellt werden",
                                 "there is one: %1. For a new one delete it; then only passes that "
                                 "are issued anew hold",
                                 {file.file.string()}));
  const auto passphrase = new_passphrase(desk, role);
  if (!passphrase)
    return exit_failure;
  const auto made = make_keys(folder, role, 1, *passphrase);
  return made ? exit_fine : fail(desk, made.failure());
}

// Signs with every key that is here and may.
int sign_and_keep(const Desk& desk, Keyring& keys, RootDraft& draft) {
  for (const std::string& offline : desk.arguments.values("--offline"))
    if (auto added = keys.add(offline); !added)
      return fail(desk, added.failure());
  const auto signers = keys.unlock(draft.signers(), passphrases(desk));
  if (!signers)
    return fail(desk, signers.failure());
  for (const PrivateKey* key : *signers)
    draft.sign(*key);
  return keep(desk, keys_folder(desk), draft);
}

int rotate_keys(const Desk& desk, const std::string& role) {
  const fs::path folder = keys_folder(desk);
  const bool root = role == "root";
  const auto counts = root_keys(desk);
  if (!counts)
    return exit_failure;
  const auto chain = read_root_chain(DiskFiles(), folder);
  if (!chain)
    return fail(desk, chain.failure());
  auto draft = RootDraft::after(*chain, present_moment());
  if (!draft)
    return fail(desk, draft.failure());
  if (fs::exists(draft_file(folder, *draft)))
    return fail(desk,
                sentence("%1 wartet noch auf Unterschriften: keys sign, oder die Datei löschen",
                         "%1 still waits for signatures: keys sign, or delete the file",
                         {draft_file(folder, *draft).string()}));
  const auto passphrase = new_passphrase(desk, role);
  if (!passphrase)
    return exit_failure;
  const fs::path into = root ? folder / offline_folder_name : folder;
  if (auto made = make_folder(into); !made)
    return fail(desk, made.failure());
  const auto made = make_keys(into, role, root ? counts->count : 1, *passphrase);
  if (!made)
    return fail(desk, made.failure());
  set_role(*draft, role, *made, root ? counts->threshold : 1);
  for (const PrivateKey& key : *made)
    if (root)
      draft->sign(key);
  auto keys = Keyring::open(folder);
  if (!keys)
    return fail(desk, keys.failure());
  return sign_and_keep(desk, *keys, *draft);
}

int sign_draft(const Desk& desk) {
  const fs::path folder = keys_folder(desk);
  DiskFiles files;
  const auto chain = read_root_chain(files, folder);
  if (!chain)
    return fail(desk, chain.failure());
  const fs::path file = folder / (std::to_string(chain->newest().version + 1) + ".root.draft");
  const auto bytes = files.read(file, root_limit);
  if (!bytes)
    return fail(desk, sentence("Es wartet kein Entwurf auf Unterschriften",
                               "no draft is waiting for signatures"));
  auto draft = RootDraft::read(*bytes, *chain);
  if (!draft)
    return fail(desk, draft.failure());
  auto keys = Keyring::open(folder);
  if (!keys)
    return fail(desk, keys.failure());
  return sign_and_keep(desk, *keys, *draft);
}

// Every key that the newest root names, and every file that it does not.
int list_keys(const Desk& desk) {
  const fs::path folder = keys_folder(desk);
  auto keys = Keyring::open(folder);
  if (!keys)
    return fail(desk, keys.failure());
  for (const std::string& offline : desk.arguments.values("--offline"))
    if (auto added = keys->add(offline); !added)
      return fail(desk, added.failure());
  const auto chain = read_root_chain(DiskFiles(), folder);
  if (!chain)
    return fail(desk, chain.failure());
  const Root& root = chain->newest();
  nlohmann::json list = nlohmann::json::array();
  const auto say = [&](const std::string& role, const std::string& id, const char* state,
                       const Sentence& words) {
    list.push_back({{"role", role}, {"key", id}, {"state", state}});
    if (!desk.arguments.has("--json"))
      std::printf("%-10s %s  %s\n", role.c_str(), id.substr(0, 16).c_str(),
                  in(words, desk.messages).c_str());
  };
  std::set<std::string> named;
  for (const auto& [role, stands] : root.roles)
    for (const std::string& id : stands.keys) {
      named.insert(id.substr(0, 16));
      if (keys->has(id))
        say(role, id, "here", sentence("hier", "here"));
      else
        say(role, id, "elsewhere", sentence("nicht hier", "not here"));
    }
  for (const KeyFile& file : keys->files())
    if (file.role == service_role_name)
      say(file.role, file.start, "here", sentence("hier", "here"));
    else if (!named.contains(file.start))
      say(file.role, file.start, "replaced",
          sentence("abgelöst; nach der nächsten Veröffentlichung löschen",
                   "replaced; delete after the next publication"));
  const RoleKeys& roots = root.roles.at("root");
  if (desk.arguments.has("--json")) {
    const nlohmann::json all{{"root", root.version},
                             {"expires", to_iso(root.expires)},
                             {"threshold", roots.threshold},
                             {"keys", list}};
    std::printf("%s\n", all.dump(2).c_str());
    return exit_fine;
  }
  const Sentence last =
      sentence("Wurzel: Version %1, gilt bis %2, %3 von %4 Schlüsseln unterschreiben",
               "root: version %1, holds until %2, %3 of %4 keys sign",
               {std::to_string(root.version), to_iso(root.expires).substr(0, 10),
                std::to_string(roots.threshold), std::to_string(roots.keys.size())});
  std::printf("%s\n", in(last, desk.messages).c_str());
  return exit_fine;
}

}  // namespace

int keys_command(const Desk& desk) {
  const auto& words = desk.arguments.positional();
  const std::string verb = words.size() > 1 ? words[1] : "";
  const auto asked = desk.arguments.value("--role");
  if (verb == "new" && words.size() == 2 && !asked)
    return new_keys(desk);
  if (verb == "new" && words.size() == 2 && *asked == service_role_name)
    return new_service_key(desk);
  if (verb == "list" && words.size() == 2)
    return list_keys(desk);
  if (verb == "sign" && words.size() == 2)
    return sign_draft(desk);
  const std::set<std::string> roles{"root", "targets", "snapshot", "timestamp"};
  if (verb == "rotate" && words.size() == 3 && roles.contains(words[2]))
    return rotate_keys(desk, words[2]);
  return fail(desk,
              sentence("keys new, keys list, keys sign, keys new --role service oder keys rotate "
                       "root|targets|snapshot|timestamp; nichts anderes",
                       "keys new, keys list, keys sign, keys new --role service or keys "
                       "rotate root|targets|snapshot|timestamp; nothing else"));
}

}  // namespace content
