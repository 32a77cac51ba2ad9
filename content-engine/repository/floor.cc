#include "content-engine/repository/floor.h"

#include <algorithm>
#include <string>

#include "content-engine/store/files.h"
#include "content-engine/trust/trusted_set.h"

namespace content {

namespace {

class Moments final {
 public:
  explicit Moments(const std::filesystem::path& metadata) : metadata_(metadata) {}

  std::string bytes(const char* role, std::size_t limit) const {
    const auto read =
        read_file(metadata_ / (std::string(role) + ".json"), static_cast<std::int64_t>(limit));
    return read ? *read : std::string{};
  }

  // Of bytes that were just verified.
  void add(std::string_view bytes, UtcTime expires) {
    found_.expires = std::min(found_.expires.value_or(expires), expires);
    const auto json = parse_json(bytes);
    const Json* body = json ? json->member("signed") : nullptr;
    const Json* member = body == nullptr ? nullptr : body->member(signed_at_member);
    if (member == nullptr || member->string() == nullptr)
      return;
    if (const auto moment = parse_utc(*member->string()))
      found_.signed_at = std::max(found_.signed_at, *moment);
  }

  const TrustedMoments& found() const { return found_; }

 private:
  const std::filesystem::path& metadata_;
  TrustedMoments found_;
};

}  // namespace

TrustedMoments trusted_moments(const std::filesystem::path& metadata) {
  Moments moments(metadata);
  // In 1970 nothing has expired: here only signatures and versions count.
  auto set = TrustedSet::start(moments.bytes("root", root_limit), UtcTime{});
  if (!set)
    return {};
  const std::string timestamp = moments.bytes("timestamp", timestamp_limit);
  set->remember_timestamp(timestamp);
  if (!set->timestamp())
    return moments.found();
  moments.add(timestamp, set->timestamp()->expires);
  const std::string snapshot = moments.bytes("snapshot", snapshot_limit);
  set->remember_snapshot(snapshot);
  if (!set->snapshot())
    return moments.found();
  moments.add(snapshot, set->snapshot()->expires);
  const std::string targets = moments.bytes("targets", targets_limit);
  if (const auto verified = set->verify_targets("targets", nullptr, targets))
    moments.add(targets, verified->expires);
  return moments.found();
}

UtcTime floor_of(const TrustedMoments& moments, UtcTime build) {
  const UtcTime floor = std::max(moments.signed_at, build);
  if (!moments.expires)
    return floor;
  // Expired means: not after now. The floor itself must not make the accepted set expire.
  return std::min(floor, UtcTime{moments.expires->seconds - 1});
}

RunTime time_of_run(UtcTime system_clock, UtcTime floor) {
  if (system_clock < floor)
    return {floor, Clock::Unknown};
  return {system_clock, Clock::Plausible};
}

}  // namespace content
