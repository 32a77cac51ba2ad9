#include "content-engine/source/integreat.h"

#include <algorithm>
#include <array>
#include <set>

#include "content-engine/model/utf8.h"
#include "content-engine/source/html_page.h"
#include "content-engine/source/integreat_tree.h"

namespace content {

std::string tag_of_integreat_slug(const std::string& slug) {
  static constexpr std::array<std::array<std::string_view, 2>, 10> aliases{{{"de-si", "de-simple"},
                                                                            {"pes", "fa"},
                                                                            {"fa_pr", "fa"},
                                                                            {"prs", "fa-AF"},
                                                                            {"fa-af", "fa-AF"},
                                                                            {"kmr", "ku"},
                                                                            {"zh-cn", "zh-Hans"},
                                                                            {"zh-hans", "zh-Hans"},
                                                                            {"sr-latn", "sr-Latn"},
                                                                            {"pt-br", "pt"}}};
  for (const auto& [theirs, ours] : aliases)
    if (slug == theirs)
      return std::string(ours);
  return slug;
}

namespace {

constexpr std::array<std::string_view, 5> families{"arrive", "means", "family", "living", "voice"};

// "2026-05-04T09:10:00.000+02:00" → its day; an answer without one counts as of today.
Date day_of(const IntegreatPage& page, Date today) {
  return parse_date(std::string_view(page.last_updated).substr(0, 10)).value_or(today);
}

class Join {
 public:
  Join(const std::vector<IntegreatLanguage>& languages, const Edition& base,
       const IntegreatOptions& options)
      : languages_(languages), base_(base), options_(options) {}

  Imported run() {
    take_base();
    tree_ = join_trees(languages_, out_.findings);
    std::vector<int> roots;
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i)
      if (tree_.nodes[i].parent < 0)
        roots.push_back(static_cast<int>(i));
    std::stable_sort(roots.begin(), roots.end(),
                     [&](int a, int b) { return node(a).first().order < node(b).first().order; });
    for (const int root : roots)
      add_situation(root);
    if (tree_.nodes.empty() && out_.findings.empty())
      out_.findings.push_back(
          {languages_.empty() ? std::string() : languages_.front().file,
           0,
           Severity::Error,
           "import-empty",
           {"Die Antwort enthält keine einzige Seite", "the answer holds not a single page"},
           {"Region und Sprache der Anfrage prüfen", "check region and language of the request"}});
    return std::move(out_);
  }

 private:
  const IntegreatNode& node(int index) const {
    return tree_.nodes[static_cast<std::size_t>(index)];
  }

  void take_base() {
    Edition& edition = out_.edition;
    edition.town = base_.town;
    edition.groups = base_.groups;
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      const std::string tag = tag_of_integreat_slug(languages_[i].slug);
      tags_.push_back(tag);
      for (std::size_t page = 0; page < languages_[i].pages.size(); ++page)
        out_.report.page_in(tag);
      const Language* language = find_language(base_.languages, tag);
      if (language == nullptr) {
        out_.findings.push_back({languages_[i].file,
                                 0,
                                 Severity::Error,
                                 "import-language",
                                 {"Die Sprache «" + tag + "» hat keine Oberflächenwörter",
                                  "the language «" + tag + "» has no interface words"},
                                 {"In languages.csv und interface/ anlegen",
                                  "add it to languages.csv and interface/"}});
        continue;
      }
      edition.languages.push_back(*language);
      edition.words[tag] = words_without_situations(tag);
    }
    const std::string region = region_name();
    edition.town.name = options_.town.empty() ? region : options_.town;
    edition.town.default_language = tags_.empty() ? base_.town.default_language : tags_.front();
    edition.town.edition = options_.today;
    edition.town.licence = options_.licence;
    edition.town.attribution =
        options_.attribution.empty() ? "Integreat, " + region : options_.attribution;
  }

  Words words_without_situations(const std::string& tag) const {
    Words words;
    if (const auto at = base_.words.find(tag); at != base_.words.end())
      for (const auto& [key, pattern] : at->second)
        if (!key.starts_with("situation."))
          words.emplace(key, pattern);
    return words;
  }

  std::string region_name() const {
    for (const auto& language : languages_)
      for (const auto& page : language.pages)
        if (const auto end = page.path.find('/', 1); end != std::string::npos)
          return page.path.substr(1, end - 1);
    return "Integreat";
  }

  void add_situation(int root) {
    const IntegreatNode& top = node(root);
    const int order = static_cast<int>(out_.edition.situations.size()) + 1;
    out_.edition.situations.push_back(
        {.id = top.id,
         .family = std::string(families.at(static_cast<std::size_t>(order - 1) % families.size())),
         .pictogram = "info",
         .order = order,
         .line = 0});
    for (auto& [tag, words] : out_.edition.words)
      words["situation." + top.id] = escape_pattern(title_in(top, tag));
    order_ = 0;
    add_topic(root, top.id, "");
  }

  // A page without a title is called what the end of its path is called.
  std::string title_of(const IntegreatPage& page) const {
    const std::string title = plain_text(page.title);
    if (!title.empty())
      return title;
    std::string path = path_key(page.path);
    path.erase(path.find_last_not_of('/') + 1);
    std::string name = path.substr(path.rfind('/') + 1);
    std::replace(name.begin(), name.end(), '-', ' ');
    return name.empty() ? out_.edition.town.name : name;
  }

  // A tile holds about fifty characters; the title on the page stays whole.
  static std::string for_tile(const std::string& title, std::size_t longest) {
    std::size_t at = 0, border = 0, characters = 0;
    for (; at < title.size() && characters < longest; ++characters) {
      if (title[at] == ' ')
        border = at;
      at += character_at(title, at).length;
    }
    if (at == title.size())
      return title;
    return title.substr(0, border > at / 2 ? border : at) + "…";
  }

  // In a language that lacks the page, the title of another with the name of that one: a visitor
  // meets no foreign word without being told in which language it leads on.
  std::string title_in(const IntegreatNode& top, const std::string& tag) const {
    for (std::size_t i = 0; i < tags_.size(); ++i)
      if (tags_[i] == tag && top.pages[i] != nullptr)
        return for_tile(title_of(*top.pages[i]), 56);
    for (std::size_t i = 0; i < tags_.size(); ++i)
      if (top.pages[i] != nullptr) {
        const Language* language = find_language(out_.edition.languages, tags_[i]);
        std::string name = language == nullptr ? tags_[i] : language->endonym;
        std::replace(name.begin(), name.end(), '\n', ' ');
        return for_tile(title_of(*top.pages[i]), 40) + " (" + name + ")";
      }
    return top.id;
  }

  // A title is no pattern: braces and apostrophes are quoted for MessageFormat.
  static std::string escape_pattern(const std::string& title) {
    std::string pattern;
    for (const char c : title)
      if (c == '{' || c == '}')
        pattern += std::string("'") + c + "'";
      else
        pattern += c == '\'' ? "''" : std::string(1, c);
    return pattern;
  }

  void add_topic(int index, const std::string& situation, const std::string& parent) {
    const IntegreatNode& here = node(index);
    Topic topic{.id = here.id,
                .form = TopicForm::FreeBody,
                .parent = parent,
                .situations = {situation},
                .groups = group_ids(),
                .owner = out_.edition.town.attribution,
                .review_due = options_.today,
                .licence = options_.licence,
                .attribution = out_.edition.town.attribution,
                .source_path = here.first().path,
                .order = ++order_,
                .file = here.first().path};
    bool has_text = false;
    for (std::size_t i = 0; i < tags_.size(); ++i)
      if (here.pages[i] != nullptr)
        has_text = add_page(topic, *here.pages[i], i) || has_text;
    // A root without text is its life situation and nothing more; every other page stays a topic.
    const bool only_situation = here.parent < 0 && !has_text && !here.children.empty();
    for (std::size_t i = 0; i < tags_.size(); ++i)
      if (here.pages[i] != nullptr)
        only_situation ? out_.report.page_as_situation(tags_[i]) : out_.report.page_out(tags_[i]);
    if (!only_situation)
      out_.edition.topics.push_back(std::move(topic));
    // Below a root the tree begins anew: the life situation stands for the root.
    for (const int child : here.children)
      add_topic(child, situation, here.parent < 0 ? "" : here.id);
  }

  bool add_page(Topic& topic, const IntegreatPage& source, std::size_t language) {
    HtmlPage html = read_html(
        source.content, [&](std::string_view url) { return resolve(url); }, out_.report);
    const Date updated = day_of(source, options_.today);
    for (auto& place : html.contacts) {
      place.source = out_.edition.town.attribution;
      add_contact(std::move(place), updated, html.elements);
    }
    std::string title = plain_text(source.title, out_.report);
    if (title.empty()) {
      title = title_of(source);
      out_.findings.push_back({source.path,
                               0,
                               Severity::Warning,
                               "import-title",
                               {"Die Seite hat keinen Titel", "the page has no title"},
                               {"Sie heißt wie das Ende ihres Pfads; in Integreat eintragen",
                                "it is called what its path ends in; add one in Integreat"}});
    }
    topic.titles[tags_[language]] = {title, title, 0};
    const bool has_text = !html.elements.empty();
    topic.pages.push_back({.language = tags_[language],
                           .provenance = Provenance::Imported,
                           .updated = updated,
                           .based_on = std::nullopt,
                           .elements = std::move(html.elements),
                           .file = source.path});
    return has_text;
  }

  // One contact may be said differently on two pages or in two languages: then each is a place.
  void add_contact(Place place, Date updated, std::vector<Element>& elements) {
    const std::string id = place.id;
    for (int n = 2;; ++n) {
      const Place* known = find_place(out_.edition, place.id);
      if (known == nullptr)
        break;
      place.checked_on = known->checked_on;
      if (*known == place)
        break;
      place.id = id + '-' + std::to_string(n);
    }
    for (Element& element : elements)
      if (element.kind == ElementKind::PlaceCard && element.target == id) {
        element.target = place.id;
        break;
      }
    if (find_place(out_.edition, place.id) != nullptr)
      return;
    place.checked_on = updated;
    out_.edition.places.push_back(std::move(place));
  }

  std::string resolve(std::string_view url) const {
    if (url.empty() || url.front() == '#')
      return {};
    const auto at = tree_.by_path.find(path_key(url));
    if (at == tree_.by_path.end())
      return {};
    const IntegreatNode& target = node(at->second);
    const bool only_situation =
        target.parent < 0 && !target.children.empty() &&
        std::all_of(target.pages.begin(), target.pages.end(), [](const IntegreatPage* page) {
          return page == nullptr || plain_text(page->content).empty();
        });
    return only_situation ? std::string() : target.id;
  }

  std::vector<std::string> group_ids() const {
    std::vector<std::string> ids;
    for (const auto& group : base_.groups)
      ids.push_back(group.id);
    return ids;
  }

  const std::vector<IntegreatLanguage>& languages_;
  const Edition& base_;
  const IntegreatOptions& options_;
  std::vector<std::string> tags_;
  IntegreatTree tree_;
  int order_ = 0;
  Imported out_;
};

}  // namespace

Imported join_integreat(const std::vector<IntegreatLanguage>& languages, const Edition& base,
                        const IntegreatOptions& options) {
  return Join(languages, base, options).run();
}

}  // namespace content
