#include "content-engine/source/topic_folder.h"

#include <algorithm>
#include <array>

#include "content-engine/source/front_matter.h"
#include "content-engine/source/ini_file.h"
#include "content-engine/source/markdown.h"
#include "content-engine/source/record.h"
#include "content-engine/source/source_text.h"

namespace content {

static constexpr std::array<std::string_view, 12> head_keys{
    "situations", "groups", "lead_office", "owner",   "review",      "sensitive",
    "order",      "form",   "parent",      "licence", "attribution", "source_path"};
static constexpr std::array<std::string_view, 3> page_keys{"provenance", "updated", "based-on"};
static constexpr std::string_view user_title = "title.";
static constexpr std::string_view official_title = "official.";
static constexpr std::string_view synonyms_of = "synonyms.";

TopicReader::TopicReader(Folder& folder, const Edition& edition, Positions& positions,
                         std::vector<Finding>& findings)
    : folder_(folder), edition_(edition), positions_(positions), findings_(findings) {}

template <std::size_t N>
static void report_unknown(Record& record, const std::string& key,
                           const std::array<std::string_view, N>& known) {
  std::string all;
  for (const std::string_view word : known)
    all += (all.empty() ? "" : ", ") + std::string(word);
  record.report(key, "key-unknown",
                sentence("Den Schlüssel «%1» gibt es nicht", "there is no key «%1»", {key}),
                {"erlaubt: " + all, "allowed: " + all});
}

template <std::size_t N>
static bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Bürgergeld; Hartz IV" → both.
static std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(';', start), text.size());
    std::string_view part = text.substr(start, end - start);
    while (part.starts_with(' '))
      part.remove_prefix(1);
    while (part.ends_with(' '))
      part.remove_suffix(1);
    if (!part.empty())
      parts.emplace_back(part);
    start = end + 1;
  }
  return parts;
}

void TopicReader::read_head(Topic& topic) {
  Record head(topic.file, 1, findings_);
  const std::optional<std::string> text = folder_.text(topic.file, findings_);
  if (!text) {
    if (!folder_.has(topic.file))
      findings_.push_back({topic.file, 0, Severity::Error, "file-missing",
                           sentence("Dem Thema fehlt topic.ini", "the topic has no topic.ini"),
                           sentence("die Datei anlegen, wie in README.md beschrieben",
                                    "write the file as README.md describes")});
    return;
  }
  for (IniEntry& entry : parse_ini(*text, topic.file, findings_)) {
    positions_.note(topic.file, entry.key, entry.line);
    head.set(entry.key, entry.value, entry.line);
    if (entry.key.starts_with(user_title)) {
      TopicTitle& title = topic.titles[entry.key.substr(user_title.size())];
      title.user = entry.value;
      title.line = entry.line;
    } else if (entry.key.starts_with(official_title)) {
      TopicTitle& title = topic.titles[entry.key.substr(official_title.size())];
      title.official = entry.value;
      if (title.line == 0)
        title.line = entry.line;
    } else if (entry.key.starts_with(synonyms_of)) {
      topic.synonyms[entry.key.substr(synonyms_of.size())] = parts_of(entry.value);
    } else if (!contains(head_keys, entry.key)) {
      report_unknown(head, entry.key, head_keys);
    }
  }
  head.required("situations");
  topic.situations = head.words("situations");
  head.required("groups");
  topic.groups = head.words("groups");
  if (std::find(topic.groups.begin(), topic.groups.end(), "all") != topic.groups.end()) {
    topic.groups.clear();
    for (const TargetGroup& group : edition_.groups)
      topic.groups.push_back(group.id);
  }
  const bool free_body = head.text("form") == "free-body";
  topic.lead_office = free_body ? head.text("lead_office") : head.required("lead_office");
  topic.owner = head.text("owner");
  topic.review_due = head.date_or_none("review").value_or(Date{});
  topic.sensitive = head.yes_no("sensitive").value_or(false);
  topic.order = head.has("order") ? head.number("order") : 0;
  if (head.has("form"))
    head.word_of("form", {"free-body"});
  topic.form = free_body ? TopicForm::FreeBody : TopicForm::Blocks;
  topic.parent = head.text("parent");
  topic.source_path = head.text("source_path");
  if (head.has("licence"))
    topic.licence = head.required("licence");
  if (head.has("attribution"))
    topic.attribution = head.required("attribution");
}

void TopicReader::fill_picture(Element& element, const std::string& language) const {
  const auto picture =
      std::find_if(edition_.pictures.begin(), edition_.pictures.end(),
                   [&](const Picture& candidate) { return candidate.id == element.target; });
  if (picture == edition_.pictures.end())
    return;
  const auto words = picture->alternative_text.find(language);
  if (words != picture->alternative_text.end())
    element.text = words->second;
}

// Only pages that follow no form can have come from elsewhere.
static std::optional<Provenance> allowed_provenance(std::string_view word, TopicForm form) {
  const std::optional<Provenance> provenance = parse_provenance(word);
  const bool imported = provenance == Provenance::Imported;
  return imported && form == TopicForm::Blocks ? std::nullopt : provenance;
}

Page TopicReader::read_page(const std::string& file, const Language& language, TopicForm form) {
  Page page;
  page.language = language.tag;
  page.file = file;
  const std::optional<std::string> text = folder_.text(file, findings_);
  if (!text)
    return page;
  const FrontMatter front = parse_front_matter(*text, file, findings_);
  Record head(file, 1, findings_);
  for (const IniEntry& entry : front.entries) {
    positions_.note(file, entry.key, entry.line);
    head.set(entry.key, entry.value, entry.line);
    if (!contains(page_keys, entry.key))
      report_unknown(head, entry.key, page_keys);
  }
  if (!front.present)
    head.forgive("updated");
  page.updated = head.date("updated");
  page.based_on = head.date_or_none("based-on");
  const std::optional<Provenance> provenance = allowed_provenance(head.text("provenance"), form);
  if (!provenance && front.present)
    head.report("provenance", "provenance",
                sentence("Es fehlt, wer hinter dem Text steht",
                         "it is not said who stands behind the text"),
                sentence("provenance: machine-drafted, human-written oder checked eintragen",
                         "write provenance: machine-drafted, human-written or checked"));
  page.provenance = provenance.value_or(Provenance::MachineDrafted);
  page.elements = parse_markdown(front.body, front.body_line, file, form, positions_, findings_);
  for (Element& element : page.elements) {
    if (element.kind == ElementKind::Picture)
      fill_picture(element, language.tag);
    else
      isolates_.mark(element, language.direction);
  }
  return page;
}

Topic TopicReader::read(const std::string& id) {
  Topic topic;
  topic.id = id;
  topic.file = "topics/" + id + "/topic.ini";
  topic.licence = edition_.town.licence;
  topic.attribution = edition_.town.attribution;
  if (!is_id(id))
    findings_.push_back(
        {topic.file, 0, Severity::Error, "id-form",
         sentence("Der Ordner «%1» ist keine Kennung", "the folder «%1» is no id", {id}),
         sentence("Kleinbuchstaben a–z, Ziffern und Bindestriche verwenden",
                  "use lower-case letters a–z, digits and hyphens")});
  read_head(topic);
  for (const Language& language : edition_.languages) {
    const std::string file = "topics/" + id + '/' + language.tag + ".md";
    if (folder_.has(file))
      topic.pages.push_back(read_page(file, language, topic.form));
  }
  return topic;
}

}  // namespace content
