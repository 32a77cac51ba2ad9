// The numbers of the index's entries: made from what they stand for, so that a topic that comes or
// goes renumbers no other. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/search/index.h"

namespace content {

EntryNumbers number_entries(const Edition& edition);

}  // namespace content
