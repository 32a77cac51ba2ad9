#include "content-engine/bundle/clip_rows.h"

namespace content {

Result<std::optional<std::string>> read_clip(Database& bundle, std::string_view language,
                                             std::string_view text) {
  if (!bundle.has("clip"))
    return std::optional<std::string>{};
  Statement& row = bundle.ask("SELECT bytes FROM clip WHERE language = ?1 AND text = ?2");
  row.bind(1, language).bind(2, text);
  std::optional<std::string> bytes;
  if (row.step())
    bytes = row.bytes(0);
  if (row.failure())
    return *row.failure();
  return bytes;
}

Result<std::vector<Clip>> read_clips(Database& bundle) {
  std::vector<Clip> clips;
  if (!bundle.has("clip"))
    return clips;
  Statement& rows = bundle.ask("SELECT language, text, bytes FROM clip ORDER BY language, text");
  while (rows.step())
    clips.push_back({.language = rows.text(0), .text = rows.text(1), .bytes = rows.bytes(2)});
  if (rows.failure())
    return *rows.failure();
  return clips;
}

}  // namespace content
