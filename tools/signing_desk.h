// What the commands that sign share: where the keys lie, who is asked for passphrases, which keys a
// publication needs. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "content-engine/repository/keyring.h"
#include "content-engine/repository/publisher.h"
#include "tools/desk.h"

namespace content {

// --keys, else wegweiser/keys in the user's own data folder (XDG).
std::filesystem::path keys_folder(const Desk& desk);
// The system clock, once a run.
UtcTime present_moment();

// From --passphrase-file (keys of daily use) and --root-passphrase-file (root keys; else the same),
// else from the terminal.
AskPassphrase passphrases(const Desk& desk);
// For keys that are being made: asked for twice, long enough. `role` as above. What is wrong is
// said; then none.
std::optional<std::string> new_passphrase(const Desk& desk, const std::string& role);

// A repository with its lock held, the keys beside it and those of them that sign, opened.
struct SigningDesk {
  Keyring keys;
  Publisher publisher;
  Signers signers;
};

// The keys are opened by unlock(), once it is known that there is something to sign. What is wrong
// is said; then none.
std::optional<SigningDesk> open_signing_desk(const Desk& desk, Files& files,
                                             const std::filesystem::path& repository);
bool unlock(const Desk& desk, SigningDesk& signing);
// The key of technicians' passes as well.
bool unlock_service(const Desk& desk, SigningDesk& signing);
// Roots that another desk made and published come to lie beside the keys.
Result<Done> keep_roots(Files& files, const std::filesystem::path& folder, const RootChain& chain);

// --rollout, --deltas, --needs-program, --allow. What is wrong is said; then none.
std::optional<PublishRules> publish_rules(const Desk& desk);

// repository renew
int renew_command(const Desk& desk, const std::string& repository);

}  // namespace content
