// The publisher's passes for technicians: a role of its own, so that the key that signs them can
// sign nothing else.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "content-engine/repository/metadata_writer.h"
#include "content-engine/repository/publisher_commit.h"
#include "content-engine/repository/service_pass.h"

namespace content {

namespace {

// The key that replaces all others of the role.
void delegate_to(Targets& top, const std::vector<const PrivateKey*>& keys) {
  std::erase_if(top.delegations,
                [](const Delegation& one) { return one.role == service_role_name; });
  Delegation delegation{.role = std::string(service_role_name),
                        .keys = {},
                        .paths = {std::string(service_pattern)},
                        .path_hash_prefixes = {},
                        .terminating = true};
  for (const PrivateKey* key : keys) {
    delegation.keys.keys.push_back(key->public_key().id);
    top.keys.insert_or_assign(key->public_key().id, key->public_key());
  }
  top.delegations.push_back(std::move(delegation));
  // A key that no delegation names any more must not stay among the town's.
  std::erase_if(top.keys, [&](const auto& key) {
    return std::none_of(top.delegations.begin(), top.delegations.end(), [&](const auto& one) {
      return std::find(one.keys.keys.begin(), one.keys.keys.end(), key.first) !=
             one.keys.keys.end();
    });
  });
}

}  // namespace

std::string new_pass_secret() {
  std::array<char, 32> bytes{};
  if (::getentropy(bytes.data(), bytes.size()) != 0)
    throw std::runtime_error("the system has no random bytes");
  return to_hex({bytes.data(), bytes.size()});
}

std::map<std::string, TargetFile> Publisher::passes(UtcTime now) const {
  auto passes = catalogue_.service ? catalogue_.service->targets : decltype(Targets::targets){};
  std::erase_if(passes, [&](const auto& pass) {
    return name_in_pass_path(pass.first).empty() || until_of(pass.second) <= now.seconds;
  });
  return passes;
}

Result<Done> Publisher::put_passes(std::map<std::string, TargetFile> passes, UtcTime now,
                                   const Signers& signers) {
  if (auto enough = check_signers(signers); !enough)
    return enough.failure();
  const auto keys = signers.find(std::string(service_role_name));
  if (keys == signers.end() || keys->second.empty())
    return Failure{Refusal::Untrusted, "there is no key of the role service to sign with"};
  if (!catalogue_.timestamp)
    return Failure{Refusal::NotFound, "nothing has been published in " + repository_.string()};
  return commit({.now = now, .signers = &signers, .all = true, .passes = std::move(passes)});
}

Result<Done> Publisher::publish_pass(const ServicePass& pass, UtcTime now, const Signers& signers) {
  if (const std::string fault = fault_of(pass); !fault.empty())
    return Failure{Refusal::Invalid, fault};
  auto all = passes(now);
  all.insert_or_assign(pass_path(pass.name), pass_target(pass));
  return put_passes(std::move(all), now, signers);
}

Result<Done> Publisher::withdraw_pass(const std::string& name, UtcTime now,
                                      const Signers& signers) {
  auto all = passes(now);
  if (all.erase(pass_path(name)) == 0)
    return Failure{Refusal::NotFound, "there is no pass \"" + name + "\""};
  return put_passes(std::move(all), now, signers);
}

Result<MetaFile> Publisher::write_passes(const Commit& commit, Targets& top) {
  const auto& keys = commit.signers->at(std::string(service_role_name));
  delegate_to(top, keys);
  Targets role{.version = 1, .expires = {commit.now.seconds + stick_lifetime}};
  const std::string name(service_role_name);
  if (const auto before = catalogue_.snapshot.meta.find(name);
      before != catalogue_.snapshot.meta.end())
    role.version = before->second.version + 1;
  role.targets = *commit.passes;
  const std::string bytes = signed_file(dated_body(body_of(role), commit.now), keys);
  const auto file =
      repository_ / metadata_folder_name / (std::to_string(role.version) + "." + name + ".json");
  if (auto put = write_file(*files_, file, bytes); !put)
    return put.failure();
  return described_file(role.version, bytes);
}

}  // namespace content
