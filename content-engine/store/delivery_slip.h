// How a delivery goes and went, for people in front of the kiosk: wegweiser-device writes this slip
// into the exchange folder, the attract screen shows it in words, colour and symbol. In memory, so
// that progress does not wear the card. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "content-engine/store/slip.h"

namespace content {

enum class DeliveryState { Running, Accepted, Newest, Refused };
enum class Medium { Stick, Network };
// The kinds of «no» that an interface has words for.
enum class Objection {
  None,
  Untrusted,  // a signature or a hash is wrong
  Expired,    // or the clock is
  Older,      // than what is shown
  TooNew,     // for this program
  NoSpace,
  Unreadable,  // pulled too early, damaged, nothing on it
  Refused,     // by the kiosk, after trying
};

struct DeliverySlip {
  DeliveryState state = DeliveryState::Running;
  Medium medium = Medium::Stick;
  int percent = 0;
  Objection why = Objection::None;
  std::string edition;     // the day
  std::int64_t since = 0;  // seconds since 1970, by the system's clock

  bool operator==(const DeliverySlip&) const = default;
};

Result<Done> write_delivery_slip(Files& files, const std::filesystem::path& exchange,
                                 const DeliverySlip& slip);
// NotFound: nothing was ever delivered since the machine started.
Result<DeliverySlip> read_delivery_slip(const Files& files, const std::filesystem::path& exchange);

std::string_view word_of(Objection why);
std::string_view word_of(DeliveryState state);

}  // namespace content
