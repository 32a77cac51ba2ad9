#include "content-engine/reader/topic_lists.h"

#include <algorithm>
#include <utility>

#include "content-engine/bundle/format.h"
#include "content-engine/reader/language_fallback.h"

namespace content {

Titles titles_of(Database& bundle, std::string_view topic) {
  Statement& row =
      bundle.ask("SELECT language, user_title, official_title FROM title WHERE topic = ?1");
  row.bind(1, topic);
  Titles titles;
  while (row.step()) {
    const std::string language = row.text(0);
    titles[language] = {.user = row.text(1), .official = row.text(2)};
  }
  return titles;
}

ChosenTitle choose_title(const Titles& titles, std::string_view topic, std::string_view language,
                         const ListMaker& maker) {
  Titles written = titles;
  std::erase_if(written, [](const auto& entry) { return entry.second.user.empty(); });
  auto best = find_broader(written, language, maker.default_language);
  for (auto other = maker.languages->begin();
       best == written.end() && other != maker.languages->end(); ++other)
    best = written.find(other->tag);
  if (best == written.end())
    return {std::string(topic), ""};
  return {best->second.user, best->first, best->second.official};
}

std::vector<std::string> languages_of(const ListMaker& maker, std::string_view topic) {
  Statement& row = maker.bundle->ask("SELECT language FROM page WHERE topic = ?1");
  row.bind(1, topic);
  std::vector<std::string> there, ordered;
  while (row.step())
    there.push_back(row.text(0));
  for (const auto& language : *maker.languages)
    if (std::find(there.begin(), there.end(), language.tag) != there.end())
      ordered.push_back(language.tag);
  return ordered;
}

std::map<std::string, int> count_topics(Database& bundle, WayInKind kind) {
  Statement& row = bundle.ask(
      kind == WayInKind::Situation
          ? "SELECT situation, count(DISTINCT topic) FROM topic_situation GROUP BY situation"
          : "SELECT target_group, count(DISTINCT topic) FROM topic_group GROUP BY target_group");
  std::map<std::string, int> counts;
  while (row.step()) {
    const std::string id = row.text(0);
    counts[id] = row.small_number(1);
  }
  return counts;
}

static int children_of(Database& bundle, std::string_view topic) {
  Statement& row = bundle.ask("SELECT count(*) FROM topic WHERE parent = ?1");
  row.bind(1, topic);
  return row.step() ? row.small_number(0) : 0;
}

// Rows are id and sensitive, in the editors' order.
static std::vector<TopicEntry> entries(const ListMaker& maker, Statement& row,
                                       std::string_view language) {
  std::vector<TopicEntry> list;
  while (row.step())
    list.push_back({.id = row.text(0), .sensitive = row.number(1) == 1});
  if (row.failure() && !list.empty())
    list.pop_back();
  for (auto& entry : list) {
    ChosenTitle title = choose_title(titles_of(*maker.bundle, entry.id), entry.id, language, maker);
    entry.title = std::move(title.text);
    entry.title_language = std::move(title.language);
    entry.official_title = std::move(title.official);
    entry.languages = languages_of(maker, entry.id);
    entry.in_language = std::find(entry.languages.begin(), entry.languages.end(), language) !=
                        entry.languages.end();
    entry.children = children_of(*maker.bundle, entry.id);
  }
  std::stable_partition(list.begin(), list.end(),
                        [](const TopicEntry& entry) { return entry.in_language; });
  return list;
}

std::vector<TopicEntry> list_way_in(const ListMaker& maker, WayInKind kind, std::string_view id,
                                    std::string_view language) {
  Statement& row = maker.bundle->ask(
      kind == WayInKind::Situation
          ? "SELECT id, sensitive FROM topic WHERE id IN"
            " (SELECT topic FROM topic_situation WHERE situation = ?1) AND NOT EXISTS"
            " (SELECT 1 FROM topic_situation WHERE situation = ?1 AND topic = topic.parent)"
            " ORDER BY sort, id"
          : "SELECT id, sensitive FROM topic WHERE id IN"
            " (SELECT topic FROM topic_group WHERE target_group = ?1) AND NOT EXISTS"
            " (SELECT 1 FROM topic_group WHERE target_group = ?1 AND topic = topic.parent)"
            " ORDER BY sort, id");
  row.begin(list_limit);
  row.bind(1, id);
  return entries(maker, row, language);
}

std::vector<TopicEntry> list_below(const ListMaker& maker, std::string_view topic,
                                   std::string_view language) {
  Statement& row =
      maker.bundle->ask("SELECT id, sensitive FROM topic WHERE parent = ?1 ORDER BY sort, id");
  row.begin(list_limit);
  row.bind(1, topic);
  return entries(maker, row, language);
}

bool describe_topic(const ListMaker& maker, std::string_view language, SearchHit& hit) {
  Statement& head = maker.bundle->ask("SELECT sensitive, source_path FROM topic WHERE id = ?1");
  head.bind(1, hit.id);
  if (!head.step())
    return false;
  hit.sensitive = head.number(0) == 1;
  hit.source_path = head.text(1);
  ChosenTitle title = choose_title(titles_of(*maker.bundle, hit.id), hit.id, language, maker);
  hit.title = std::move(title.text);
  hit.title_language = std::move(title.language);
  hit.languages = languages_of(maker, hit.id);
  hit.in_language =
      std::find(hit.languages.begin(), hit.languages.end(), language) != hit.languages.end();
  Statement& situation = maker.bundle->ask(
      "SELECT situation FROM topic_situation WHERE topic = ?1 ORDER BY position LIMIT 1");
  situation.bind(1, hit.id);
  if (situation.step())
    hit.situation = situation.text(0);
  return true;
}

}  // namespace content
