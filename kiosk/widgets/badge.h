// Who stands behind a text: on every page, under the title, before the text.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

enum class BadgeKind { Quiet, Notice };  // Notice: machine-drafted, on its own ground

Box badge(const Scribe& type, const std::string& drawing, const std::string& words, BadgeKind kind,
          int width);

}  // namespace kiosk
