// Our subset of Markdown → blocks of elements. FORMAT.md is the specification. What lies outside
// the subset is a finding with its line; its words are kept wherever they can be, so that the rules
// still see them, and nothing is dropped without a finding.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/model/page.h"
#include "content-engine/model/positions.h"
#include "content-engine/model/topic.h"

namespace content {

// `text` is clean text, beginning in line `first_line` of `file`. Headings of blocks are noted in
// `positions` as "## <word>", so that a rule can judge their order; so are the lines within
// paragraphs. Pictures come without their alternative text.
std::vector<Element> parse_markdown(std::string_view text, int first_line, const std::string& file,
                                    TopicForm form, Positions& positions,
                                    std::vector<Finding>& findings);

}  // namespace content
