// The order in which a bundle holds things, whatever the order of the editors' files: so a row
// moved in a spreadsheet changes nothing, and a new topic moves only its neighbours.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/model/edition.h"

namespace content {

// Languages, situations and groups by their `order`, pages by that of their language, all else by
// id. Members that are not stored are emptied: what a bundle gives back is equal to this.
Edition in_bundle_order(Edition edition);

}  // namespace content
