// A page's elements with their spans, checked: offsets come from a stranger's file and are used to
// cut texts.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/bundle/database.h"
#include "content-engine/model/topic.h"

namespace content {

// A page's row without its elements; none: the topic has no page in that language.
struct PageRow {
  std::int64_t id = 0;
  Page page;
};
Result<std::optional<PageRow>> read_page(Database& bundle, std::string_view topic,
                                         std::string_view language);
// In reading order. Malformed: a span that does not fit its text.
Result<std::vector<Element>> read_elements(Database& bundle, std::int64_t page);

// What is wrong with an element's spans, or nothing: they lie within the text on character borders,
// come by start and then by end descending, nest without crossing, and a fact covers exactly one
// U+FFFC. The writer holds texts to the same rule.
std::optional<std::string> span_fault(const Element& element);

}  // namespace content
