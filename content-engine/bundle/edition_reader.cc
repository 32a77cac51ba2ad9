#include "content-engine/bundle/edition_reader.h"

#include <utility>

#include "content-engine/bundle/clip_rows.h"
#include "content-engine/bundle/edition_rows.h"
#include "content-engine/bundle/offering_rows.h"
#include "content-engine/bundle/page_rows.h"

namespace content {

static Result<std::vector<std::string>> read_list(Statement& rows) {
  std::vector<std::string> values;
  while (rows.step())
    values.push_back(rows.text(0));
  if (rows.failure())
    return *rows.failure();
  return values;
}

static Result<std::vector<Topic>> read_heads(Database& bundle) {
  Statement& row = bundle.ask(
      "SELECT id, form, parent, lead_office, owner, review_due, sensitive, licence, attribution,"
      " source_path, sort FROM topic ORDER BY id");
  std::vector<Topic> topics;
  while (row.step()) {
    Topic topic;
    topic.id = row.text(0);
    topic.form = row.text(1) == "blocks" ? TopicForm::Blocks : TopicForm::FreeBody;
    topic.parent = row.text(2);
    topic.lead_office = row.text(3);
    topic.owner = row.text(4);
    topic.review_due = row.date(5);
    topic.sensitive = row.number(6) == 1;
    topic.licence = row.text(7);
    topic.attribution = row.text(8);
    topic.source_path = row.text(9);
    topic.order = row.small_number(10);
    topics.push_back(std::move(topic));
  }
  if (row.failure())
    return *row.failure();
  return topics;
}

static Result<Done> read_ways_in(Database& bundle, Topic& topic) {
  auto situations = read_list(
      bundle.ask("SELECT situation FROM topic_situation WHERE topic = ?1 ORDER BY position")
          .bind(1, topic.id));
  if (!situations)
    return situations.failure();
  topic.situations = std::move(*situations);
  auto groups = read_list(
      bundle.ask("SELECT target_group FROM topic_group WHERE topic = ?1 ORDER BY position")
          .bind(1, topic.id));
  if (!groups)
    return groups.failure();
  topic.groups = std::move(*groups);
  return Done{};
}

static Result<Done> read_titles(Database& bundle, Topic& topic) {
  Statement& row =
      bundle.ask("SELECT language, user_title, official_title FROM title WHERE topic = ?1");
  row.bind(1, topic.id);
  while (row.step())
    topic.titles[row.text(0)] = {.user = row.text(1), .official = row.text(2)};
  if (row.failure())
    return *row.failure();
  return Done{};
}

// Since minor 1.
static Result<Done> read_synonyms(Database& bundle, Topic& topic) {
  if (!bundle.has("synonym"))
    return Done{};
  Statement& row =
      bundle.ask("SELECT language, text FROM synonym WHERE topic = ?1 ORDER BY language, position");
  row.bind(1, topic.id);
  while (row.step())
    topic.synonyms[row.text(0)].push_back(row.text(1));
  if (row.failure())
    return *row.failure();
  return Done{};
}

static Result<Done> read_pages(Database& bundle, Topic& topic) {
  auto languages = read_list(
      bundle
          .ask(
              "SELECT page.language FROM page LEFT JOIN language ON language.tag = page.language"
              " WHERE page.topic = ?1 ORDER BY language.sort IS NULL, language.sort, page.language")
          .bind(1, topic.id));
  if (!languages)
    return languages.failure();
  for (const auto& language : *languages) {
    auto row = read_page(bundle, topic.id, language);
    if (!row)
      return row.failure();
    if (!row->has_value())
      continue;
    auto elements = read_elements(bundle, (*row)->id);
    if (!elements)
      return elements.failure();
    (*row)->page.elements = std::move(*elements);
    topic.pages.push_back(std::move((*row)->page));
  }
  return Done{};
}

static Result<std::vector<Topic>> read_topics(Database& bundle) {
  auto topics = read_heads(bundle);
  if (!topics)
    return topics;
  for (auto& topic : *topics)
    for (const auto read : {read_ways_in, read_titles, read_synonyms, read_pages})
      if (const auto done = read(bundle, topic); !done)
        return Failure{done.failure().refusal, "topic " + topic.id + ": " + done.failure().message};
  return topics;
}

static Result<std::vector<Picture>> read_pictures(Database& bundle) {
  const auto ids = read_picture_ids(bundle);
  if (!ids)
    return ids.failure();
  std::vector<Picture> pictures;
  for (const auto& id : *ids) {
    auto picture = read_picture(bundle, id);
    if (!picture)
      return picture.failure();
    if (picture->has_value())
      pictures.push_back(std::move(**picture));
  }
  return pictures;
}

// Takes the value, or keeps the first failure.
template <typename Value>
static void take(Result<Value> result, Value& into, std::optional<Failure>& failure) {
  if (result)
    into = std::move(*result);
  else if (!failure)
    failure = result.failure();
}

Result<Edition> read_edition(Database& bundle) {
  Edition edition;
  std::optional<Failure> failure;
  take(read_town(bundle), edition.town, failure);
  take(read_languages(bundle), edition.languages, failure);
  take(read_situations(bundle), edition.situations, failure);
  take(read_groups(bundle), edition.groups, failure);
  take(read_facts(bundle), edition.facts, failure);
  take(read_places(bundle), edition.places, failure);
  take(read_districts(bundle), edition.town.districts, failure);
  take(read_offerings(bundle), edition.offerings, failure);
  take(read_notices(bundle), edition.notices, failure);
  take(read_plan(bundle), edition.plan, failure);
  take(read_words(bundle), edition.words, failure);
  take(read_pictures(bundle), edition.pictures, failure);
  take(read_clips(bundle), edition.clips, failure);
  take(read_topics(bundle), edition.topics, failure);
  if (failure)
    return *failure;
  return edition;
}

}  // namespace content
