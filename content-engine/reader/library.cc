#include "content-engine/reader/library.h"

#include <algorithm>
#include <map>
#include <utility>

#include "content-engine/bundle/bundle_reader.h"
#include "content-engine/bundle/edition_rows.h"
#include "content-engine/bundle/format.h"
#include "content-engine/bundle/offering_rows.h"
#include "content-engine/bundle/page_rows.h"
#include "content-engine/reader/clip_shelf.h"
#include "content-engine/reader/fact_text.h"
#include "content-engine/reader/filled_text.h"
#include "content-engine/reader/language_fallback.h"
#include "content-engine/reader/search.h"
#include "content-engine/reader/topic_lists.h"

namespace content {

namespace {

// What is small or needed on every screen is read once, at opening.
struct Shelf {
  Town town;
  std::vector<Language> languages;
  std::map<std::string, Words, std::less<>> words;
  std::vector<LifeSituation> situations;
  std::vector<TargetGroup> groups;
  std::map<std::string, Fact, std::less<>> facts;
  Registers registers;
};

// A topic's head as a page needs it.
struct Head {
  TopicForm form{};
  Date review_due;
  bool sensitive = false;
  std::string licence;
  std::string attribution;
  std::string situation;
};

class BundleLibrary final : public Library {
 public:
  BundleLibrary(Database bundle, Shelf shelf)
      : bundle_(std::move(bundle)), shelf_(std::move(shelf)) {}

  const Town& town() const override { return shelf_.town; }
  const std::vector<Language>& languages() const override { return shelf_.languages; }
  const Language* language(std::string_view tag) const override {
    return find_language(shelf_.languages, tag);
  }
  std::string_view word(std::string_view language, std::string_view key) const override;

  std::vector<WayIn> situations() const override;
  std::vector<WayIn> groups() const override;
  std::vector<TopicEntry> topics_of_situation(std::string_view situation,
                                              std::string_view language) const override {
    return list_way_in(maker(), WayInKind::Situation, situation, language);
  }
  std::vector<TopicEntry> topics_of_group(std::string_view group,
                                          std::string_view language) const override {
    return list_way_in(maker(), WayInKind::Group, group, language);
  }
  std::vector<TopicEntry> topics_below(std::string_view topic,
                                       std::string_view language) const override {
    return list_below(maker(), topic, language);
  }

  Result<TopicPage> page(std::string_view topic, std::string_view language,
                         Date today) const override;
  Result<NotInLanguage> fallback(std::string_view topic, std::string_view language) const override;
  std::optional<Place> place(std::string_view id) const override;
  const Registers& registers() const override { return shelf_.registers; }
  std::optional<Picture> picture(std::string_view id, std::string_view language) const override;
  Sound clip(std::string_view language, std::string_view text) const override {
    return clips_.find(bundle_, language, text);
  }
  std::optional<std::string> fact(std::string_view id, std::string_view language,
                                  Date today) const override;
  SearchAnswer search(std::string_view language, std::string_view query, int limit) const override;

 private:
  ListMaker maker() const { return {&bundle_, &shelf_.languages, shelf_.town.default_language}; }
  Result<Head> head(std::string_view topic) const;
  template <typename Coloured>
  void colour(Coloured& page) const;
  Result<std::vector<Element>> filled_elements(std::int64_t page, std::string_view language,
                                               Date today) const;
  const FactText* written(const Fact& fact, const Language& language) const;

  mutable Database bundle_;  // asking moves cursors
  Shelf shelf_;
  // Facts as each language writes them: the value cannot change while the bundle is open, only its
  // validity can.
  mutable std::map<std::pair<std::string, std::string>, std::optional<FactText>> written_;
  mutable Search search_;
  mutable ClipShelf clips_;
};

std::string_view BundleLibrary::word(std::string_view language, std::string_view key) const {
  std::string_view tag = language;
  for (bool last = false; !last;) {
    last = tag.empty();
    const auto words = shelf_.words.find(last ? shelf_.town.default_language : tag);
    if (words != shelf_.words.end())
      if (const auto at = words->second.find(std::string(key)); at != words->second.end())
        return at->second;
    tag = broader_tag(tag);
  }
  return key;
}

std::vector<WayIn> BundleLibrary::situations() const {
  const auto counts = count_topics(bundle_, WayInKind::Situation);
  std::vector<WayIn> ways;
  for (const auto& situation : shelf_.situations)
    if (const auto count = counts.find(situation.id); count != counts.end())
      ways.push_back({situation.id, situation.family, situation.pictogram, count->second});
  return ways;
}

std::vector<WayIn> BundleLibrary::groups() const {
  const auto counts = count_topics(bundle_, WayInKind::Group);
  std::vector<WayIn> ways;
  for (const auto& group : shelf_.groups)
    if (const auto count = counts.find(group.id); count != counts.end())
      ways.push_back({group.id, "", group.pictogram, count->second});
  return ways;
}

Result<Head> BundleLibrary::head(std::string_view topic) const {
  Statement& row = bundle_.ask(
      "SELECT form, review_due, sensitive, licence, attribution FROM topic WHERE id = ?1");
  row.bind(1, topic);
  if (!row.step())
    return row.failure().value_or(
        Failure{Refusal::NotFound, "there is no topic " + std::string(topic)});
  Head head{.form = row.text(0) == "blocks" ? TopicForm::Blocks : TopicForm::FreeBody,
            .review_due = row.date(1),
            .sensitive = row.number(2) == 1,
            .licence = row.text(3),
            .attribution = row.text(4)};
  if (row.failure())
    return *row.failure();
  Statement& situation = bundle_.ask(
      "SELECT situation FROM topic_situation WHERE topic = ?1 ORDER BY position LIMIT 1");
  situation.bind(1, topic);
  if (situation.step())
    head.situation = situation.text(0);
  if (situation.failure())
    return *situation.failure();
  return head;
}

template <typename Coloured>
void BundleLibrary::colour(Coloured& page) const {
  const auto situation =
      std::find_if(shelf_.situations.begin(), shelf_.situations.end(),
                   [&](const LifeSituation& one) { return one.id == page.situation; });
  if (situation == shelf_.situations.end())
    return;
  page.family = situation->family;
  page.pictogram = situation->pictogram;
}

static const std::string& official(const Titles& titles, std::string_view language) {
  static const std::string none;
  const auto at = titles.find(language);
  return at == titles.end() ? none : at->second.official;
}

Result<TopicPage> BundleLibrary::page(std::string_view topic, std::string_view language,
                                      Date today) const {
  auto head = this->head(topic);
  if (!head)
    return head.failure();
  auto row = read_page(bundle_, topic, language);
  if (!row)
    return row.failure();
  if (!row->has_value())
    return Failure{Refusal::Unavailable,
                   std::string(topic) + " is not there in " + std::string(language)};
  auto elements = filled_elements((*row)->id, language, today);
  if (!elements)
    return elements.failure();
  const Titles titles = titles_of(bundle_, topic);
  TopicPage page{.id = std::string(topic),
                 .language = std::string(language),
                 .title = choose_title(titles, topic, language, maker()).text,
                 .official_title = official(titles, language),
                 .official_title_german = official(titles, "de"),
                 .situation = std::move(head->situation),
                 .provenance = (*row)->page.provenance,
                 .updated = (*row)->page.updated,
                 .review_due = head->review_due,
                 .sensitive = head->sensitive,
                 .form = head->form,
                 .licence = std::move(head->licence),
                 .attribution = std::move(head->attribution),
                 .languages = languages_of(maker(), topic),
                 .elements = std::move(*elements)};
  colour(page);
  return page;
}

Result<std::vector<Element>> BundleLibrary::filled_elements(std::int64_t page,
                                                            std::string_view language,
                                                            Date today) const {
  auto elements = read_elements(bundle_, page);
  if (!elements)
    return elements;
  const Language* writes = this->language(language);
  const Fillings fillings = [&](std::string_view id) -> Filling {
    const auto fact = shelf_.facts.find(id);
    if (writes != nullptr && fact != shelf_.facts.end() && holds(fact->second, today))
      if (const FactText* text = written(fact->second, *writes))
        return {text->text, SpanKind::Isolate, text->isolate};
    return {plain_word(word(language, "fact.being-checked")), SpanKind::Fact, std::string(id)};
  };
  std::size_t room = page_text_limit;
  for (auto& element : *elements) {
    auto filled = fill_facts(std::move(element), fillings, room);
    if (!filled)
      return filled.failure();
    element = std::move(*filled);
    room -= std::min(room, element.text.size());
  }
  return elements;
}

Result<NotInLanguage> BundleLibrary::fallback(std::string_view topic,
                                              std::string_view language) const {
  auto head = this->head(topic);
  if (!head)
    return head.failure();
  ChosenTitle title = choose_title(titles_of(bundle_, topic), topic, language, maker());
  return NotInLanguage{.id = std::string(topic),
                       .title = std::move(title.text),
                       .title_language = std::move(title.language),
                       .situation = std::move(head->situation),
                       .languages = languages_of(maker(), topic)};
}

std::optional<Place> BundleLibrary::place(std::string_view id) const {
  auto place = read_place(bundle_, id);
  return place ? std::move(*place) : std::nullopt;
}

std::optional<Picture> BundleLibrary::picture(std::string_view id,
                                              std::string_view language) const {
  auto picture = read_picture(bundle_, id);
  if (!picture || !picture->has_value())
    return std::nullopt;
  std::erase_if((*picture)->alternative_text,
                [&](const auto& text) { return text.first != language; });
  return std::move(*picture);
}

const FactText* BundleLibrary::written(const Fact& fact, const Language& language) const {
  const auto [at, fresh] = written_.try_emplace({fact.id, language.tag});
  if (fresh)
    at->second = write_fact(fact, language);
  return at->second ? &*at->second : nullptr;
}

std::optional<std::string> BundleLibrary::fact(std::string_view id, std::string_view language,
                                               Date today) const {
  const auto fact = shelf_.facts.find(id);
  const Language* writes = this->language(language);
  if (writes == nullptr || fact == shelf_.facts.end() || !holds(fact->second, today))
    return std::nullopt;
  const FactText* text = written(fact->second, *writes);
  return text == nullptr ? std::nullopt : std::optional(text->text);
}

SearchAnswer BundleLibrary::search(std::string_view language, std::string_view query,
                                   int limit) const {
  SearchAnswer answer = search_.answer(maker(), language, query, limit);
  for (SearchHit& hit : answer.hits)
    colour(hit);
  return answer;
}

// Takes the value, or keeps the first failure.
template <typename Value, typename Into>
void take(Result<Value> result, Into& into, std::optional<Failure>& failure) {
  if (result)
    into = Into(std::make_move_iterator(result->begin()), std::make_move_iterator(result->end()));
  else if (!failure)
    failure = result.failure();
}

Result<Shelf> read_shelf(Database& bundle) {
  Shelf shelf;
  std::optional<Failure> failure;
  auto town = read_town(bundle);
  if (!town)
    return town.failure();
  shelf.town = std::move(*town);
  take(read_languages(bundle), shelf.languages, failure);
  take(read_words(bundle), shelf.words, failure);
  take(read_situations(bundle), shelf.situations, failure);
  take(read_groups(bundle), shelf.groups, failure);
  take(read_districts(bundle), shelf.town.districts, failure);
  take(read_places(bundle), shelf.registers.places, failure);
  take(read_offerings(bundle), shelf.registers.offerings, failure);
  take(read_notices(bundle), shelf.registers.notices, failure);
  auto facts = read_facts(bundle);
  if (!facts)
    return facts.failure();
  for (auto& fact : *facts)
    shelf.facts.emplace(fact.id, std::move(fact));
  if (failure)
    return *failure;
  if (find_language(shelf.languages, shelf.town.default_language) == nullptr)
    return Failure{Refusal::Malformed, "the town's own language is not in the bundle"};
  return shelf;
}

}  // namespace

Result<std::unique_ptr<Library>> Library::open(const std::filesystem::path& file,
                                               std::span<const std::string_view> needed_keys) {
  auto bundle = Database::open(file);
  if (!bundle)
    return bundle.failure();
  auto shelf = read_shelf(*bundle);
  if (!shelf)
    return Failure{shelf.failure().refusal, file.string() + ": " + shelf.failure().message};
  if (const auto keys = require_keys(*bundle, needed_keys); !keys)
    return Failure{keys.failure().refusal, file.string() + ": " + keys.failure().message};
  return std::unique_ptr<Library>(
      std::make_unique<BundleLibrary>(std::move(*bundle), std::move(*shelf)));
}

}  // namespace content
