// Any bytes as metadata of each role: never a crash, and nothing is believed that nobody signed.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "content-engine/repository/bundle_target.h"
#include "content-engine/repository/system_target.h"
#include "content-engine/trust/trusted_set.h"

using namespace content;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto root = parse_root(bytes))
    for (const auto& [name, keys] : root->role.roles)
      if (keys.threshold < 1 || meets_threshold("never signed", {}, root->role.keys, keys))
        std::abort();
  if (auto set = TrustedSet::start(bytes, UtcTime{})) {
    set->remember_timestamp(bytes);
    set->remember_snapshot(bytes);
    if (set->update_root(bytes) || set->timestamp() || set->snapshot())
      std::abort();
  }
  (void)parse_timestamp(bytes);
  (void)parse_snapshot(bytes);
  if (const auto targets = parse_targets(bytes)) {
    if (const auto system = newest_system(targets->role.targets, "pc", "0.1.0", 50))
      if (system->length < 1 || system->length > system_limit || system->sha256.size() != 64)
        std::abort();
    if (const auto offer = newest_offer(targets->role.targets, "0.1.0", 50))
      if (offer->whole.length < 1 || offer->whole.sha256.size() != 64)
        std::abort();
  }
  return 0;
}
