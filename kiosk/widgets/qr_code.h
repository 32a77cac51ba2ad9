// A text as a QR code that a telephone reads from the glass without a network. Dark on white in
// every theme, with its quiet zone, never mirrored; squares of at least a millimetre.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "kiosk/widgets/box.h"
#include "kiosk/widgets/look.h"

namespace kiosk {

// At the origin, at most `most` px wide and high. None: the text needs more squares than fit.
// Error correction is the medium one where there is room, else the low one: glass does not tear.
std::optional<Box> qr_code(const Look& look, std::string name, const std::string& text, int most);

}  // namespace kiosk
