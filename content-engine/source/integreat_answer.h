// One answer of Integreat's content API v3 (`…/pages/`) as values: the fields an importer needs and
// nothing judged yet. Unknown keys and missing new ones are normal; the bytes are untrusted.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"

namespace content {

inline constexpr std::size_t integreat_answer_limit = 64U * 1024 * 1024;  // bytes of one file
inline constexpr std::size_t integreat_page_limit = 20'000;               // pages of one file

struct IntegreatPage {
  std::string path;  // "/region/de/geld/": the key; Unicode, not percent-encoded
  std::string url;
  std::string title;
  std::string last_updated;  // ISO 8601
  std::string content;       // HTML
  std::string parent_path;   // empty for roots; ids never join, paths do
  long order = 0;            // only the sort order counts
  // Paths of the same page in other languages, by slug. An entry whose id is null is a page shown
  // in the default language instead of a translation and is left out.
  std::map<std::string, std::string> translations;

  bool operator==(const IntegreatPage&) const = default;
};

// Malformed when the text is no array of page objects with path, title and content; TooLarge over a
// limit. `name` is said in the message.
Result<std::vector<IntegreatPage>> parse_integreat_pages(std::string_view json,
                                                         std::string_view name);

}  // namespace content
