#include "content-engine/source/import_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace content {

bool ImportReport::every_page_kept() const {
  return std::all_of(pages_.begin(), pages_.end(), [](const auto& entry) {
    return entry.second.in == entry.second.out + entry.second.situations;
  });
}

std::vector<std::string> ImportReport::unaccounted() const {
  std::vector<std::string> names;
  for (const auto& [name, tag] : tags_) {
    int dropped = 0;
    for (const auto& [reason, count] : tag.dropped)
      dropped += count;
    if (tag.seen != tag.kept + dropped)
      names.push_back(name);
  }
  return names;
}

std::string ImportReport::to_text(MessageLanguage language) const {
  const bool german = language == MessageLanguage::German;
  std::string text;
  for (const auto& [tag, pages] : pages_)
    text += (german ? "Seiten " : "pages ") + tag + ": " + std::to_string(pages.in) +
            (german ? " gelesen, " : " in, ") + std::to_string(pages.out) +
            (german ? " als Themenseite, " : " as topic pages, ") +
            std::to_string(pages.situations) +
            (german ? " als Lebenslage ohne eigenen Text\n" : " as life situations without text\n");
  for (const auto& [kind, count] : links_kept_)
    text +=
        (german ? "Links behalten: " : "links kept: ") + kind + ' ' + std::to_string(count) + '\n';
  for (const auto& [reason, count] : links_dropped_)
    text += (german ? "Links entfallen: " : "links dropped: ") + reason + ' ' +
            std::to_string(count) + '\n';
  for (const auto& [name, tag] : tags_) {
    text += (german ? "Element " : "tag ") + name + ": " + std::to_string(tag.seen) +
            (german ? " gesehen, " : " seen, ") + std::to_string(tag.kept) +
            (german ? " behalten" : " kept");
    for (const auto& [reason, count] : tag.dropped)
      text += ", " + std::to_string(count) + (german ? " entfallen: " : " dropped: ") + reason;
    text += '\n';
  }
  return text;
}

std::string ImportReport::to_json() const {
  nlohmann::json json;
  for (const auto& [tag, pages] : pages_)
    json["pages"][tag] = {{"in", pages.in}, {"out", pages.out}, {"situations", pages.situations}};
  json["links"]["kept"] = links_kept_;
  json["links"]["dropped"] = links_dropped_;
  for (const auto& [name, tag] : tags_)
    json["tags"][name] = {{"seen", tag.seen}, {"kept", tag.kept}, {"dropped", tag.dropped}};
  return json.dump(2) + '\n';
}

}  // namespace content
