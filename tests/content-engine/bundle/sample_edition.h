// A small town with everything a bundle can hold, for tests of writer and reader.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/model/edition.h"

namespace content {

Edition sample_edition();

}  // namespace content
