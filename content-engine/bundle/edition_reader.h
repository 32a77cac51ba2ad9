// The whole bundle as one value: for tests, comparison and tools. A kiosk asks the Library instead.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/bundle/database.h"
#include "content-engine/model/edition.h"

namespace content {

// Equal to what the writer was given, in bundle order (edition_order.h) and without the members
// that are not stored.
Result<Edition> read_edition(Database& bundle);

}  // namespace content
