#include "content-engine/reader/clip_shelf.h"

#include "content-engine/bundle/clip_rows.h"

namespace content {

Sound ClipShelf::find(Database& bundle, std::string_view language, std::string_view shown) {
  std::pair<std::string, std::string> name{std::string(language), clip_text(shown)};
  if (const auto at = held_.find(name); at != held_.end())
    if (Sound sound = at->second.lock())
      return sound;
  auto bytes = read_clip(bundle, name.first, name.second);
  if (!bytes || !bytes->has_value() || (*bytes)->size() > longest_clip)
    return nullptr;
  const auto length = recording_length(**bytes);
  if (!length || *length > longest_clip_time)
    return nullptr;
  std::erase_if(held_, [](const auto& entry) { return entry.second.expired(); });
  const auto sound = std::make_shared<const std::string>(std::move(**bytes));
  held_.insert_or_assign(std::move(name), sound);
  return sound;
}

}  // namespace content
