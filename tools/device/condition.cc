#include "tools/device/condition.h"

#include <system_error>

#include "content-engine/repository/bundle_target.h"
#include "content-engine/trust/trusted_set.h"
#include "tools/device/build.h"

namespace content {

namespace fs = std::filesystem;

static std::string bytes_of(const Station& station, const char* name, std::size_t limit) {
  const auto read = read_file(station.trust_folder() / name, static_cast<std::int64_t>(limit));
  return read ? *read : std::string{};
}

// Expired or not: here only signatures count, as for the floor of time.
static void add_trust(const Station& station, Condition& condition) {
  auto set = TrustedSet::start(bytes_of(station, "root.json", root_limit), UtcTime{});
  if (!set)
    return;
  condition.root = {set->root().version, set->root().expires};
  set->remember_timestamp(bytes_of(station, "timestamp.json", timestamp_limit));
  if (set->timestamp())
    condition.timestamp = {set->timestamp()->version, set->timestamp()->expires};
}

Condition condition_of(const Station& station) {
  Condition condition;
  condition.kiosk_id = station.kiosk_id;
  condition.ring = ring_of(station.kiosk_id);
  condition.at = station.clock;
  const TrustedMoments moments = trusted_moments(station.trust_folder());
  condition.clock = time_of_run(station.clock, floor_of(moments, build_day())).clock;
  condition.metadata_signed_at = moments.signed_at.seconds;
  if (auto slots = read_slots(station.files, station.settings.store))
    condition.slots = std::move(*slots);
  else
    condition.store_trouble = slots.failure().message;
  condition.verdicts = read_verdicts(station.files, station.settings.kiosk_state);
  add_trust(station, condition);
  std::error_code error;
  const auto space = fs::space(station.settings.store, error);
  condition.free_bytes = error ? 0 : space.available;
  if (auto last = last_run(station))
    condition.last_run = std::move(*last);
  if (auto selftest = last_selftest(station))
    condition.selftest = std::move(*selftest);
  return condition;
}

}  // namespace content
