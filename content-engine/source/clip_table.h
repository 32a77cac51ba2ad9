// clips.csv: which recording below clips/ is heard for which words in which language.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/clip.h"
#include "content-engine/model/finding.h"
#include "content-engine/source/folder.h"

namespace content {

inline constexpr std::string_view clips_file = "clips.csv";

// `text` is clean text. Rows come in their order, each with its recording; one that is missing, or
// no longer fits in `room`, is a finding and a row without bytes.
std::vector<Clip> read_clips(std::string_view text, Folder& folder, std::vector<Finding>& findings,
                             std::size_t room = all_clips);

}  // namespace content
