#include "content-engine/store/delivery_slip.h"

#include <algorithm>
#include <array>

#include "content-engine/model/words.h"
#include "content-engine/store/names.h"

namespace content {

namespace {

const std::string delivery_title = "wegweiser-delivery 1";
constexpr std::array<std::string_view, 4> state_words{"running", "accepted", "newest", "refused"};
constexpr std::array<std::string_view, 2> medium_words{"stick", "network"};
constexpr std::array<std::string_view, 8> objection_words{
    "none", "untrusted", "expired", "older", "too-new", "no-space", "unreadable", "refused"};

}  // namespace

Result<Done> write_delivery_slip(Files& files, const std::filesystem::path& exchange,
                                 const DeliverySlip& delivery) {
  Slip slip(delivery_title);
  slip.set("state", word_of(delivery.state));
  slip.set("medium", medium_words[static_cast<std::size_t>(delivery.medium)]);
  slip.set("percent", std::int64_t{delivery.percent});
  slip.set("why", word_of(delivery.why));
  slip.set("edition", delivery.edition);
  slip.set("since", delivery.since);
  return write_slip(files, exchange / delivery_name, slip);
}

Result<DeliverySlip> read_delivery_slip(const Files& files, const std::filesystem::path& exchange) {
  const auto slip = read_slip(files, exchange / delivery_name, delivery_title);
  if (!slip)
    return slip.failure();
  const auto state = find_word<DeliveryState>(state_words, slip->text("state"));
  const auto medium = find_word<Medium>(medium_words, slip->text("medium"));
  const auto why = find_word<Objection>(objection_words, slip->text("why"));
  if (!state || !medium || !why)
    return Failure{Refusal::Malformed, "a delivery slip with words that are none"};
  return DeliverySlip{
      .state = *state,
      .medium = *medium,
      .percent = static_cast<int>(std::clamp<std::int64_t>(slip->number("percent"), 0, 100)),
      .why = *why,
      .edition = slip->text("edition"),
      .since = slip->number("since")};
}

std::string_view word_of(Objection why) {
  return objection_words[static_cast<std::size_t>(why)];
}

std::string_view word_of(DeliveryState state) {
  return state_words[static_cast<std::size_t>(state)];
}

}  // namespace content
