#include "content-engine/bundle/bundle_reader.h"

#include <algorithm>
#include <set>

#include "content-engine/bundle/edition_rows.h"
#include "content-engine/bundle/format.h"
#include "content-engine/bundle/sha256.h"

namespace content {

Result<Database> open_bundle(const std::filesystem::path& file, std::string_view expected_sha256) {
  const auto hash = sha256_of_file(file, bundle_size_limit);
  if (!hash)
    return hash.failure();
  if (*hash != expected_sha256)
    return Failure{Refusal::Untrusted, file.string() + " has SHA-256 " + *hash + ", expected was " +
                                           std::string(expected_sha256)};
  auto bundle = Database::open(file);
  if (!bundle)
    return bundle;
  if (const auto sound = bundle->quick_check(); !sound)
    return Failure{sound.failure().refusal, file.string() + ": " + sound.failure().message};
  return bundle;
}

Result<std::vector<std::string>> interface_keys(Database& bundle) {
  const auto town = read_town(bundle);
  if (!town)
    return town.failure();
  Statement& row = bundle.ask("SELECT key FROM word WHERE language = ?1 ORDER BY key");
  row.bind(1, town->default_language);
  std::vector<std::string> keys;
  while (row.step())
    keys.push_back(row.text(0));
  if (row.failure())
    return *row.failure();
  return keys;
}

KeyDifference compare_keys(std::span<const std::string> has,
                           std::span<const std::string_view> needs) {
  const std::set<std::string_view> there(has.begin(), has.end()),
      wanted(needs.begin(), needs.end());
  KeyDifference difference;
  for (const auto key : wanted)
    if (!there.contains(key))
      difference.missing.emplace_back(key);
  for (const auto key : there)
    if (!wanted.contains(key))
      difference.unknown.emplace_back(key);
  return difference;
}

Result<Done> require_keys(Database& bundle, std::span<const std::string_view> needs) {
  const auto has = interface_keys(bundle);
  if (!has)
    return has.failure();
  const auto missing = compare_keys(*has, needs).missing;
  if (missing.empty())
    return Done{};
  std::string names;
  for (const auto& key : missing)
    names += (names.empty() ? "" : ", ") + key;
  return Failure{Refusal::Unsupported, "the bundle lacks interface words: " + names};
}

}  // namespace content
