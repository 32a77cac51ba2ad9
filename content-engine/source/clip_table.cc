#include "content-engine/source/clip_table.h"

#include <optional>
#include <utility>

#include "content-engine/source/ini_file.h"
#include "content-engine/source/table.h"

namespace content {
namespace {

// "clips/<language>/<file>"; empty when the row does not say, or says another kind of file.
std::string place_of(Record& row, const std::string& language) {
  const std::string name = row.required("file");
  if (name.empty() || language.empty())
    return {};
  if (!name.ends_with(".ogg")) {
    row.report(
        "file", "value-wrong", sentence("«%1» ist nicht .ogg", "«%1» is not .ogg", {name}),
        sentence("die Aufnahme als Ogg Vorbis speichern", "save the recording as Ogg Vorbis"));
    return {};
  }
  return "clips/" + language + '/' + name;
}

std::string bytes_of(Record& row, const std::string& file, Folder& folder,
                     std::vector<Finding>& findings) {
  std::optional<std::string> bytes = folder.bytes(file, longest_clip, findings);
  if (!bytes && !folder.has(file))
    row.report("file", "file-missing",
               sentence("Die Aufnahme «%1» fehlt", "the recording «%1» is missing", {file}),
               sentence("die Datei dorthin legen oder die Zeile löschen",
                        "put the file there or delete the row"));
  return std::move(bytes).value_or("");
}

}  // namespace

std::vector<Clip> read_clips(std::string_view text, Folder& folder, std::vector<Finding>& findings,
                             std::size_t room) {
  std::vector<Clip> clips;
  bool full = false;
  for (Record& row :
       read_table(text, std::string(clips_file), {{"language", "file", "text"}}, findings)) {
    Clip clip;
    clip.language = row.required("language");
    clip.text = clip_text(unescaped(row.required("text")));
    clip.line = row.line();
    clip.file = place_of(row, clip.language);
    if (!clip.file.empty())
      clip.bytes = bytes_of(row, clip.file, folder, findings);
    if (clip.bytes.size() > room && !std::exchange(full, true))
      row.report("file", "file-size",
                 sentence("Bis hierher sind alle Aufnahmen zusammen größer als %1 MB",
                          "up to here the recordings are together larger than %1 MB",
                          {std::to_string(all_clips / 1024 / 1024)}),
                 sentence("die Aufnahmen mit weniger Kilobit je Sekunde speichern",
                          "save the recordings with fewer kilobits a second"));
    if (full)
      clip.bytes.clear();
    room -= clip.bytes.size();
    clips.push_back(std::move(clip));
  }
  return clips;
}

}  // namespace content
