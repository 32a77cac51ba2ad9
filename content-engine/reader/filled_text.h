// Facts take the place of their U+FFFC, and every span behind them moves along.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string_view>

#include "content-engine/model/page.h"
#include "content-engine/model/result.h"

namespace content {

// What stands for a fact: its text in an isolate, or the words for «being checked», which keep the
// fact's span so that they can be set apart.
struct Filling {
  std::string text;
  SpanKind kind = SpanKind::Isolate;
  std::string target;
};
using Fillings = std::function<Filling(std::string_view fact)>;

// The element's spans are sound (page_rows.h). TooLarge: the text would be longer than `limit`.
Result<Element> fill_facts(Element element, const Fillings& fillings, std::size_t limit);

}  // namespace content
