#include "content-engine/source/integreat.h"

#include <algorithm>
#include <array>
#include <set>

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

// ".../region/de/geld/" with or without the final slash, host and fragment.
std::string path_of_url(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) {
    const auto slash = url.find('/', scheme + 3);
    url = slash == std::string_view::npos ? std::string_view{} : url.substr(slash);
  }
  url = url.substr(0, url.find_first_of("?#"));
  std::string path;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const auto hex = [](char c) {
      return c >= '0' && c <= '9'                 ? c - '0'
             : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
                                                  : -1;
    };
    if (url[i] == '%' && i + 2 < url.size() && hex(url[i + 1]) >= 0 && hex(url[i + 2]) >= 0) {
      path += static_cast<char>(hex(url[i + 1]) * 16 + hex(url[i + 2]));
      i += 2;
    } else {
      path += url[i];
    }
  }
  if (!path.empty() && path.back() != '/')
    path += '/';
  return path;
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
    for (std::size_t i = 0; i < tags_.size(); ++i)
      if (top.pages[i] != nullptr && out_.edition.words.contains(tags_[i]))
        out_.edition.words[tags_[i]]["situation." + top.id] = escape_pattern(top.pages[i]->title);
    order_ = 0;
    add_topic(root, top.id, "");
  }

  // A title is no pattern: braces and apostrophes are quoted for MessageFormat.
  static std::string escape_pattern(const std::string& title) {
    std::string pattern;
    for (const char c : plain_text(title))
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
                .file = languages_.front().file};
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
      place.checked_on = updated;
      if (find_place(out_.edition, place.id) == nullptr)
        out_.edition.places.push_back(std::move(place));
    }
    const std::string title = plain_text(source.title);
    topic.titles[tags_[language]] = {title, title, 0};
    const bool has_text = !html.elements.empty();
    topic.pages.push_back({.language = tags_[language],
                           .provenance = Provenance::Imported,
                           .updated = updated,
                           .based_on = std::nullopt,
                           .elements = std::move(html.elements),
                           .file = languages_[language].file});
    return has_text;
  }

  std::string resolve(std::string_view url) const {
    if (url.empty() || url.front() == '#')
      return {};
    const auto at = tree_.by_path.find(path_of_url(url));
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
