#include "content-engine/source/tree.h"

#include <algorithm>
#include <array>

#include "content-engine/source/clip_table.h"
#include "content-engine/source/folder.h"
#include "content-engine/source/ini_file.h"
#include "content-engine/source/offering_table.h"
#include "content-engine/source/record.h"
#include "content-engine/source/source_text.h"
#include "content-engine/source/tables.h"
#include "content-engine/source/topic_folder.h"

namespace content {

namespace {

constexpr std::array<std::string_view, 9> town_keys{"name",    "time_zone",        "web",
                                                    "phone",   "default_language", "edition",
                                                    "licence", "attribution",      "districts"};

enum class Presence { Required, Optional };

class TreeReader final {
 public:
  explicit TreeReader(Folder folder, Source& source)
      : folder_(std::move(folder)), source_(source), findings_(source.findings) {}

  void read() {
    Edition& edition = source_.edition;
    edition.languages = read_languages(table("languages.csv"), source_.positions, findings_);
    edition.town = town();
    edition.situations = read_situations(table("situations.csv"), findings_);
    edition.groups = read_groups(table("groups.csv", Presence::Optional), findings_);
    edition.facts = read_facts(table("facts.csv"), findings_);
    edition.places = read_places(table("places.csv"), findings_);
    edition.offerings = read_offerings(table("offers.csv", Presence::Optional), findings_);
    edition.notices = read_notices(table("notices.csv", Presence::Optional), findings_);
    edition.plan = read_plan(table("plan.csv"), findings_);
    edition.pictures = pictures();
    edition.clips =
        read_clips(table(std::string(clips_file), Presence::Optional), folder_, findings_);
    for (const Language& language : edition.languages)
      words(language.tag);
    TopicReader topics(folder_, edition, source_.positions, findings_);
    for (const std::string& id : folder_.folders_in("topics"))
      edition.topics.push_back(topics.read(id));
    report_unknown_files();
  }

 private:
  void report(const std::string& file, int line, std::string_view rule, Sentence problem,
              Sentence advice) {
    findings_.push_back(
        {file, line, Severity::Error, std::string(rule), std::move(problem), std::move(advice)});
  }

  std::string text(const std::string& file, Presence presence) {
    const std::optional<std::string> content = folder_.text(file, findings_);
    if (!content && !folder_.has(file) && presence == Presence::Required)
      report(file, 0, "file-missing", sentence("Die Datei fehlt", "the file is missing"),
             sentence("die Datei anlegen, wie in README.md beschrieben",
                      "write the file as README.md describes"));
    return content.value_or("");
  }

  // Nothing at all is read as a table without columns and rows, once that has been reported.
  std::string table(const std::string& file, Presence presence = Presence::Required) {
    const std::string content = text(file, presence);
    if (content.empty() && folder_.has(file))
      report(file, 1, "csv-column", sentence("Die Kopfzeile fehlt", "the header row is missing"),
             sentence("die Spaltennamen in die erste Zeile schreiben",
                      "write the names of the columns in the first row"));
    return content;
  }

  Town town() {
    const std::string file = "town.ini";
    Town town;
    const std::string content = text(file, Presence::Required);
    if (!folder_.has(file))
      return town;
    Record record(file, 1, findings_);
    for (const IniEntry& entry : parse_ini(content, file, findings_)) {
      source_.positions.note(file, entry.key, entry.line);
      record.set(entry.key, entry.value, entry.line);
      if (std::find(town_keys.begin(), town_keys.end(), entry.key) == town_keys.end())
        report(file, entry.line, "key-unknown",
               sentence("Den Schlüssel «%1» gibt es nicht", "there is no key «%1»", {entry.key}),
               sentence("die Zeile löschen oder den Schlüssel berichtigen",
                        "delete the line or correct the key"));
    }
    town.name = record.required("name");
    town.time_zone = record.required("time_zone");
    town.web = record.required("web");
    town.phone = record.required("phone");
    town.default_language = record.required("default_language");
    town.edition = record.date("edition");
    town.licence = record.required("licence");
    town.attribution = record.required("attribution");
    town.districts = divided(record.text("districts"), ';');
    if (!town.default_language.empty() &&
        find_language(source_.edition.languages, town.default_language) == nullptr)
      record.report("default_language", "language-unknown",
                    sentence("Die Sprache «%1» steht nicht in languages.csv",
                             "the language «%1» is not in languages.csv", {town.default_language}),
                    sentence("die Sprache eintragen oder die Kennung berichtigen",
                             "add the language or correct its tag"));
    return town;
  }

  std::vector<Picture> pictures() {
    std::vector<Picture> pictures;
    for (PictureRow& row : read_pictures(table("pictures.csv", Presence::Optional), findings_)) {
      if (!row.file.empty()) {
        std::optional<std::string> bytes = folder_.bytes(row.file, longest_picture, findings_);
        if (!bytes && !folder_.has(row.file))
          report(
              "pictures.csv", row.picture.line, "file-missing",
              sentence("Die Bilddatei «%1» fehlt", "the picture file «%1» is missing", {row.file}),
              sentence("die Datei in den Ordner pictures legen", "put the file in pictures/"));
        row.picture.bytes = std::move(bytes).value_or("");
      }
      pictures.push_back(std::move(row.picture));
    }
    return pictures;
  }

  void words(const std::string& tag) {
    const std::string file = "interface/" + tag + ".ini";
    const std::optional<std::string> content = folder_.text(file, findings_);
    if (!content)
      return;
    Words& words = source_.edition.words[tag];
    for (IniEntry& entry : parse_ini(*content, file, findings_)) {
      source_.positions.note(file, entry.key, entry.line);
      words[entry.key] = std::move(entry.value);
    }
  }

  void report_unknown_files() {
    for (const std::string& file : folder_.unread()) {
      const bool at_root = file.find('/') == std::string::npos;
      if (at_root && (file.starts_with("README") || file.starts_with("LICENSE")))
        continue;
      const bool page = file.starts_with("topics/") || file.starts_with("interface/");
      report(file, 0, "file-unknown",
             sentence("Diese Datei gehört nicht zum Format", "this file is not part of the format"),
             page ? sentence("den Namen berichtigen; die Sprache muss in languages.csv stehen",
                             "correct its name; the language must be in languages.csv")
                  : sentence("die Datei aus dem Ordner nehmen; Bilder in pictures.csv eintragen, "
                             "Aufnahmen in clips.csv",
                             "take it out of the folder; list pictures in pictures.csv, "
                             "recordings in clips.csv"));
    }
  }

  Folder folder_;
  Source& source_;
  std::vector<Finding>& findings_;
};

}  // namespace

Result<Source> read_source(const std::filesystem::path& path) {
  Source source;
  Result<Folder> folder = Folder::open(path, source.findings);
  if (!folder)
    return folder.failure();
  TreeReader(std::move(*folder), source).read();
  return source;
}

}  // namespace content
