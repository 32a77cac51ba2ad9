// What happened to a stick, told in words, colour and symbol to whoever has plugged it in. Stands
// where the greetings are, while nobody else is here.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/store/delivery_slip.h"
#include "kiosk/screens/frame.h"

namespace kiosk {

Box delivery_panel(const Frame& frame, const content::DeliverySlip& slip);

}  // namespace kiosk
