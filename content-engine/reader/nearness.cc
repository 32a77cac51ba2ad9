#include "content-engine/reader/nearness.h"

#include <algorithm>
#include <cstdlib>

#include "content-engine/reader/language_fallback.h"

namespace content {

int distance(const Here& here, std::string_view district) {
  const auto& all = here.town.districts;
  const auto at = std::find(all.begin(), all.end(), here.district);
  const auto there = std::find(all.begin(), all.end(), district);
  if (at == all.end())
    return 0;
  return there == all.end() ? static_cast<int>(all.size()) : std::abs(static_cast<int>(there - at));
}

bool speaks(const std::vector<std::string>& tags, std::string_view language) {
  for (std::string_view tag = language; !tag.empty(); tag = broader_tag(tag))
    if (std::find(tags.begin(), tags.end(), tag) != tags.end())
      return true;
  return false;
}

}  // namespace content
