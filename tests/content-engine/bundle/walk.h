// Asks a library everything a kiosk could ask of it. For files that may be anything: the answers do
// not matter, that they come does.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/reader/library.h"

namespace content {

// How many pages were read; at most a few hundred, however much the file claims to hold.
int walk(const Library& library);

}  // namespace content
