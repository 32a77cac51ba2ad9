#include "content-engine/repository/root_chain.h"

#include <algorithm>

#include "content-engine/trust/trusted_set.h"

namespace content {

std::string root_name(std::int64_t version) {
  return std::to_string(version) + ".root.json";
}

Result<RootChain> read_root_chain(const Files& files, const std::filesystem::path& folder) {
  RootChain chain;
  std::optional<TrustedSet> set;
  for (int version = 1; version <= root_rotation_limit; ++version) {
    const std::string name = root_name(version);
    auto bytes = files.read(folder / name, root_limit);
    if (!bytes && bytes.failure().refusal == Refusal::NotFound && set)
      break;
    if (!bytes)
      return bytes.failure();
    Result<Done> good = Done{};
    if (set) {
      good = set->update_root(*bytes);
    } else if (auto start = TrustedSet::start(*bytes, UtcTime{})) {
      set = std::move(*start);
    } else {
      good = start.failure();
    }
    if (good && set->root().version != version)
      good = Failure{Refusal::Untrusted, "it has version " + std::to_string(set->root().version)};
    if (!good)
      return Failure{good.failure().refusal,
                     (folder / name).string() + ": " + good.failure().message};
    chain.roots.push_back(set->root());
    chain.files.push_back(std::move(*bytes));
  }
  return chain;
}

Result<RootChain> longer_chain(RootChain one, RootChain other) {
  const std::size_t both = std::min(one.files.size(), other.files.size());
  for (std::size_t i = 0; i < both; ++i)
    if (one.files[i] != other.files[i])
      return Failure{Refusal::Untrusted, root_name(static_cast<std::int64_t>(i) + 1) +
                                             " beside the keys is not the repository's"};
  return one.files.size() < other.files.size() ? std::move(other) : std::move(one);
}

}  // namespace content
