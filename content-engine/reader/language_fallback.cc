#include "content-engine/reader/language_fallback.h"

namespace content {

std::string_view broader_tag(std::string_view tag) {
  const auto dash = tag.rfind('-');
  return dash == std::string_view::npos ? std::string_view() : tag.substr(0, dash);
}

}  // namespace content
