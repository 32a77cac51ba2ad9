// The rows of recordings, which came with minor 2: in an older bundle there are none.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/bundle/database.h"
#include "content-engine/model/clip.h"

namespace content {

// Its bytes, as they are; `text` is one of clip_text(). None: nobody has recorded it.
Result<std::optional<std::string>> read_clip(Database& bundle, std::string_view language,
                                             std::string_view text);
// All of them, by language and text.
Result<std::vector<Clip>> read_clips(Database& bundle);

}  // namespace content
