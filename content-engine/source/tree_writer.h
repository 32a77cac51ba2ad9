// Model → editors' folder: the twin of tree.h, so that an import can go on as ordinary source. What
// it writes is read back as the same edition but for line numbers; where Markdown cannot say a span
// (emphasis that ends in a sign and goes on in a letter), the span is narrowed, never the text.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "content-engine/model/edition.h"
#include "content-engine/model/result.h"

namespace content {

// `folder` must not exist or be empty: an import never overwrites what somebody wrote. Invalid
// then; Unavailable or NoSpace when it cannot be written.
Result<Done> write_tree(const Edition& edition, const std::filesystem::path& folder);

// One page as it stands in its .md file.
std::string to_markdown(const Page& page, TopicForm form);

}  // namespace content
