// What the keys of reading aloud and of speech mode do to the visitor's hearing: a part of apply().
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/session/session.h"

namespace kiosk {

// `action` is one of Listen … ToggleDark.
void listen(Session& session, const Action& action);

}  // namespace kiosk
