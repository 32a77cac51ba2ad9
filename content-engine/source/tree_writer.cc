#include "content-engine/source/tree_writer.h"

#include <fstream>
#include <set>

#include "content-engine/source/offering_table.h"

namespace content {

namespace fs = std::filesystem;

namespace {

// `\n` for a line break, so that a value stays on its line.
std::string ini_value(const std::string& value) {
  std::string out;
  for (const char c : value)
    out += c == '\n' ? "\\n" : c == '\\' ? "\\\\" : std::string(1, c);
  return out;
}

std::string ini_line(const std::string& key, const std::string& value) {
  return value.empty() ? "" : key + " = " + ini_value(value) + '\n';
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words)
    out += (out.empty() ? "" : " ") + word;
  return out;
}

class Csv {
 public:
  explicit Csv(const std::vector<std::string>& row) { add(row); }
  void add(const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i)
      text_ += (i == 0 ? "" : ",") + quoted(row[i]);
    text_ += '\n';
  }
  const std::string& text() const { return text_; }

 private:
  static std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",;\"\n\r") == std::string::npos)
      return cell;
    std::string out = "\"";
    for (const char c : cell)
      out += c == '"' ? "\"\"" : std::string(1, c);
    return out + '"';
  }
  std::string text_;
};

std::string day(const std::optional<Date>& date) {
  return date ? to_iso(*date) : "";
}
std::string yes(bool value) {
  return value ? "yes" : "no";
}

std::string town_ini(const Town& town) {
  std::string districts;
  for (const auto& name : town.districts)
    districts += (districts.empty() ? "" : "; ") + name;
  return ini_line("name", town.name) + ini_line("time_zone", town.time_zone) +
         ini_line("web", town.web) + ini_line("phone", town.phone) +
         ini_line("default_language", town.default_language) +
         ini_line("edition", to_iso(town.edition)) + ini_line("districts", districts) +
         ini_line("licence", town.licence) + ini_line("attribution", town.attribution);
}

std::string languages_csv(const Edition& edition) {
  Csv csv({"tag", "format_locale", "script", "direction", "endonym", "greeting", "tier", "order"});
  for (const auto& each : edition.languages)
    csv.add({each.tag, each.format_locale, each.script,
             each.direction == Direction::RightToLeft ? "rtl" : "ltr", ini_value(each.endonym),
             each.greeting, std::to_string(static_cast<int>(each.tier)),
             std::to_string(each.order)});
  return csv.text();
}

std::string situations_csv(const Edition& edition) {
  Csv csv({"id", "family", "pictogram", "order"});
  for (const auto& each : edition.situations)
    csv.add({each.id, each.family, each.pictogram, std::to_string(each.order)});
  return csv.text();
}

std::string groups_csv(const Edition& edition) {
  Csv csv({"id", "pictogram", "order"});
  for (const auto& each : edition.groups)
    csv.add({each.id, each.pictogram, std::to_string(each.order)});
  return csv.text();
}

std::string facts_csv(const Edition& edition) {
  Csv csv({"id", "kind", "value", "valid_from", "valid_to", "source", "checked_on", "verified"});
  for (const auto& each : edition.facts)
    csv.add({each.id, std::string(to_word(each.kind)), each.value, day(each.valid_from),
             day(each.valid_to), each.source, to_iso(each.checked_on), yes(each.verified)});
  return csv.text();
}

std::string places_csv(const Edition& edition) {
  Csv csv({"id", "kind", "name", "street", "postcode", "city", "district", "phone", "email", "web",
           "hours", "languages", "step_free", "former_names", "source", "checked_on", "verified"});
  for (const auto& each : edition.places)
    csv.add({each.id, each.kind, each.name, each.street, each.postcode, each.city, each.district,
             each.phone, each.email, each.web, each.hours, each.languages,
             each.step_free ? yes(*each.step_free) : "", each.former_names, each.source,
             to_iso(each.checked_on), yes(each.verified)});
  return csv.text();
}

std::string plan_csv(const Edition& edition) {
  Csv csv({"topic", "language", "reason", "group", "due"});
  for (const auto& each : edition.plan)
    csv.add({each.topic, each.language, std::string(to_word(each.reason)), each.group,
             each.due == Date{} ? "" : to_iso(each.due)});
  return csv.text();
}

std::string notices_csv(const Edition& edition) {
  std::vector<std::string> header{"id", "first", "last", "priority", "groups", "topics"};
  for (const auto& language : edition.languages)
    header.push_back("text." + language.tag);
  Csv csv(header);
  for (const auto& each : edition.notices) {
    std::vector<std::string> row{each.id,
                                 to_iso(each.first),
                                 to_iso(each.last),
                                 std::to_string(each.priority),
                                 joined(each.groups),
                                 joined(each.topics)};
    for (const auto& language : edition.languages) {
      const auto text = each.texts.find(language.tag);
      row.push_back(text == each.texts.end() ? "" : ini_value(text->second));
    }
    csv.add(row);
  }
  return csv.text();
}

std::string pictures_csv(const Edition& edition) {
  std::vector<std::string> header{"id", "file", "licence", "attribution"};
  for (const auto& language : edition.languages)
    header.push_back("alt." + language.tag);
  Csv csv(header);
  for (const auto& each : edition.pictures) {
    std::vector<std::string> row{each.id,
                                 each.id + (each.media_type == "image/png" ? ".png" : ".svg"),
                                 each.licence, each.attribution};
    for (const auto& language : edition.languages) {
      const auto words = each.alternative_text.find(language.tag);
      row.push_back(words == each.alternative_text.end() ? "" : words->second);
    }
    csv.add(row);
  }
  return csv.text();
}

// The recordings' files are numbered here: what they were called is not stored.
std::string clip_file(const Edition& edition, std::size_t at) {
  return "clips/" + edition.clips[at].language + '/' + std::to_string(at + 1) + ".ogg";
}

std::string clips_csv(const Edition& edition) {
  Csv csv({"language", "file", "text"});
  for (std::size_t at = 0; at < edition.clips.size(); ++at) {
    const Clip& each = edition.clips[at];
    csv.add({each.language, std::to_string(at + 1) + ".ogg", ini_value(each.text)});
  }
  return csv.text();
}

std::string topic_ini(const Topic& topic) {
  std::string text =
      ini_line("situations", joined(topic.situations)) + ini_line("groups", joined(topic.groups)) +
      ini_line("lead_office", topic.lead_office) + ini_line("owner", topic.owner) +
      ini_line("review", to_iso(topic.review_due)) +
      ini_line("sensitive", topic.sensitive ? "yes" : "") +
      ini_line("order", std::to_string(topic.order)) +
      ini_line("form", topic.form == TopicForm::FreeBody ? "free-body" : "") +
      ini_line("parent", topic.parent) + ini_line("licence", topic.licence) +
      ini_line("attribution", topic.attribution) + ini_line("source_path", topic.source_path);
  for (const auto& [tag, title] : topic.titles)
    text += ini_line("title." + tag, title.user) + ini_line("official." + tag, title.official);
  for (const auto& [tag, synonyms] : topic.synonyms) {
    std::string all;
    for (const std::string& synonym : synonyms)
      all += (all.empty() ? "" : "; ") + synonym;
    text += ini_line("synonyms." + tag, all);
  }
  return text;
}

Result<Done> write_file(const fs::path& path, const std::string& bytes) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  out.close();
  if (!out)
    return Failure{Refusal::Unavailable, "cannot write " + path.string()};
  return Done{};
}

}  // namespace

Result<Done> write_tree(const Edition& edition, const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) &&
      (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)))
    return Failure{Refusal::Invalid, folder.string() + " exists and is not an empty folder"};
  std::vector<std::pair<fs::path, std::string>> files{{"town.ini", town_ini(edition.town)},
                                                      {"languages.csv", languages_csv(edition)},
                                                      {"situations.csv", situations_csv(edition)},
                                                      {"groups.csv", groups_csv(edition)},
                                                      {"facts.csv", facts_csv(edition)},
                                                      {"places.csv", places_csv(edition)},
                                                      {"plan.csv", plan_csv(edition)},
                                                      {"pictures.csv", pictures_csv(edition)}};
  if (!edition.offerings.empty())
    files.emplace_back(offers_file, offers_table(edition.offerings));
  if (!edition.notices.empty())
    files.emplace_back(notices_file, notices_csv(edition));
  if (!edition.clips.empty())
    files.emplace_back("clips.csv", clips_csv(edition));
  for (std::size_t at = 0; at < edition.clips.size(); ++at)
    files.emplace_back(clip_file(edition, at), edition.clips[at].bytes);
  for (const auto& picture : edition.pictures)
    files.emplace_back(
        "pictures/" + picture.id + (picture.media_type == "image/png" ? ".png" : ".svg"),
        picture.bytes);
  for (const auto& [tag, words] : edition.words) {
    std::string text;
    for (const auto& [key, pattern] : words)
      text += key + " = " + ini_value(pattern) + '\n';
    files.emplace_back("interface/" + tag + ".ini", text);
  }
  for (const auto& topic : edition.topics) {
    files.emplace_back("topics/" + topic.id + "/topic.ini", topic_ini(topic));
    for (const auto& page : topic.pages)
      files.emplace_back("topics/" + topic.id + '/' + page.language + ".md",
                         to_markdown(page, topic.form));
  }
  for (const auto& [name, bytes] : files)
    if (auto written = write_file(folder / name, bytes); !written)
      return written.failure();
  return Done{};
}

}  // namespace content
