// Foreign HTML → our elements, by white list. Meaning is kept (headings, lists, emphasis, links,
// inline icons, contact cards), appearance is not (alignment, colours, spacers), and whatever is
// dropped is counted in the report. The HTML is untrusted; parsing never fetches anything.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/source/import_report.h"

namespace content {

// Where a link goes: a topic of the same import, or empty for the world outside.
using ResolveLink = std::function<std::string(std::string_view url)>;

struct HtmlPage {
  std::vector<Element> elements;  // block Body
  std::vector<Place> contacts;    // contact cards, each referred to by a PlaceCard element
};

HtmlPage read_html(std::string_view html, const ResolveLink& resolve, ImportReport& report);

// The characters of an HTML text without tags: "Geld &amp; Recht" → "Geld & Recht".
std::string plain_text(std::string_view html);
// The same, with what was seen and dropped counted in the report.
std::string plain_text(std::string_view html, ImportReport& report);

}  // namespace content
