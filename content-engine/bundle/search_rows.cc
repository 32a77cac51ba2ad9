#include "content-engine/bundle/search_rows.h"

#include <set>

#include "content-engine/bundle/sha256.h"

namespace content {

EntryNumbers number_entries(const Edition& edition) {
  EntryNumbers numbers;
  std::set<std::uint32_t> taken{0};
  const auto number = [&](const std::string& kind, const std::string& id) {
    std::uint32_t made = static_cast<std::uint32_t>(
                             std::stoul(sha256(kind + '\n' + id).substr(0, 8), nullptr, 16)) >>
                         1;
    while (!taken.insert(made).second)
      made = (made + 1) & 0x7FFFFFFF;
    return made;
  };
  for (const Topic& topic : edition.topics)
    if (!numbers.topics.contains(topic.id))
      numbers.topics[topic.id] = number("topic", topic.id);
  for (const Place& place : edition.places)
    if (!numbers.places.contains(place.id))
      numbers.places[place.id] = number("place", place.id);
  return numbers;
}

}  // namespace content
