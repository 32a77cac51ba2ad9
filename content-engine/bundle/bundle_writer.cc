#include "content-engine/bundle/bundle_writer.h"

#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <utility>

#include "content-engine/bundle/edition_order.h"
#include "content-engine/bundle/format.h"
#include "content-engine/bundle/offering_rows.h"
#include "content-engine/bundle/page_rows.h"
#include "content-engine/bundle/search_rows.h"
#include "content-engine/bundle/sha256.h"
#include "content-engine/bundle/sqlite_page.h"
#include "content-engine/bundle/statement.h"
#include "content-engine/store/files.h"

namespace content {

extern const char bundle_schema[];  // schema.sql, embedded by the build

namespace {

// A database in memory, and the first thing that went wrong with it.
class Sheet final {
 public:
  Sheet() {
    if (sqlite3_open(":memory:", &handle_) != SQLITE_OK)
      refuse({Refusal::Unavailable, "no memory for a bundle"});
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;
  ~Sheet() { sqlite3_close(handle_); }

  void run(const std::string& sql) {
    if (!failure_ && sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
      refuse({Refusal::Invalid, sqlite3_errmsg(handle_)});
  }
  void refuse(Failure failure) {
    if (!failure_)
      failure_ = std::move(failure);
  }
  const std::optional<Failure>& failure() const { return failure_; }
  sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
  std::optional<Failure> failure_;
};

struct Bytes {
  std::string_view value;
};

// One table being filled, row by row, in the order of its columns.
class Table final {
 public:
  Table(Sheet& sheet, std::string_view name, int columns)
      : sheet_(&sheet), name_(name), statement_(prepare(sheet, name, columns)) {}

  template <typename... Values>
  void row(const Values&... values) {
    if (sheet_->failure())
      return;
    statement_.begin();
    int at = 0;
    (put(++at, values), ...);
    statement_.step();
    if (const auto& failure = statement_.failure())
      sheet_->refuse({failure->refusal, name_ + " " + key_ + ": " + failure->message});
  }

 private:
  static Statement prepare(Sheet& sheet, std::string_view name, int columns) {
    std::string sql = "INSERT INTO " + std::string(name) + " VALUES (?1";
    for (int column = 2; column <= columns; ++column)
      sql += ", ?" + std::to_string(column);
    sqlite3_stmt* statement = nullptr;
    if (!sheet.failure() && sqlite3_prepare_v2(sheet.handle(), (sql + ")").c_str(), -1, &statement,
                                               nullptr) != SQLITE_OK)
      sheet.refuse({Refusal::Invalid, sqlite3_errmsg(sheet.handle())});
    return Statement(statement);
  }

  void put(int at, std::string_view text) {
    if (at == 1)
      key_ = text;
    if (!is_clean_text(text))
      sheet_->refuse({Refusal::Invalid, name_ + " " + key_ + ": a text is not UTF-8"});
    if (text.size() > static_cast<std::size_t>(bundle_value_limit))
      sheet_->refuse({Refusal::TooLarge, name_ + " " + key_ + ": a text is too long"});
    statement_.bind(at, text);
  }
  void put(int at, const std::string& text) { put(at, std::string_view(text)); }
  void put(int at, Bytes bytes) {
    if (bytes.value.size() > static_cast<std::size_t>(bundle_value_limit))
      sheet_->refuse({Refusal::TooLarge, name_ + " " + key_ + " is larger than a bundle may hold"});
    statement_.bind_bytes(at, bytes.value);
  }
  void put(int at, std::int64_t number) { statement_.bind(at, number); }
  void put(int at, int number) { statement_.bind(at, std::int64_t{number}); }
  void put(int at, bool value) { statement_.bind(at, std::int64_t{value}); }
  void put(int at, Date date) {
    const std::string iso = date == Date{} ? std::string() : to_iso(date);
    if (!iso.empty() && !parse_date(iso))
      sheet_->refuse({Refusal::Invalid, name_ + " " + key_ + ": " + iso + " is no date"});
    put(at, iso);
  }
  template <typename Value>
  void put(int at, const std::optional<Value>& value) {
    if (value)
      put(at, *value);  // without a value the column stays NULL
  }

  Sheet* sheet_;
  std::string name_;
  std::string key_;  // first column of the row, for messages
  Statement statement_;
};

}  // namespace

static void write_town(Sheet& sheet, const Town& town) {
  Table(sheet, "edition", 10)
      .row(1, bundle_minor, town.name, town.time_zone, town.web, town.phone, town.default_language,
           town.edition, town.licence, town.attribution);
}

static void write_small_tables(Sheet& sheet, const Edition& edition) {
  Table languages(sheet, "language", 8);
  for (const auto& language : edition.languages)
    languages.row(language.tag, language.format_locale, language.script,
                  std::string_view(language.direction == Direction::RightToLeft ? "rtl" : "ltr"),
                  language.endonym, language.greeting, static_cast<int>(language.tier),
                  language.order);
  Table words(sheet, "word", 3);
  for (const auto& [language, patterns] : edition.words)
    for (const auto& [key, pattern] : patterns)
      words.row(language, key, pattern);
  Table situations(sheet, "situation", 4);
  for (const auto& situation : edition.situations)
    situations.row(situation.id, situation.family, situation.pictogram, situation.order);
  Table groups(sheet, "target_group", 3);
  for (const auto& group : edition.groups)
    groups.row(group.id, group.pictogram, group.order);
}

static void write_registers(Sheet& sheet, const Edition& edition) {
  Table facts(sheet, "fact", 8);
  for (const auto& fact : edition.facts)
    facts.row(fact.id, to_word(fact.kind), fact.value, fact.valid_from, fact.valid_to, fact.source,
              fact.checked_on, fact.verified);
  Table places(sheet, "place", 17);
  for (const auto& place : edition.places)
    places.row(place.id, place.kind, place.name, place.street, place.postcode, place.city,
               place.district, place.phone, place.email, place.web, place.hours, place.languages,
               place.step_free, place.former_names, place.source, place.checked_on, place.verified);
  Table plan(sheet, "plan", 5);
  for (const auto& planned : edition.plan)
    plan.row(planned.topic, planned.language, planned.group, to_word(planned.reason), planned.due);
}

static void write_offerings(Sheet& sheet, const Edition& edition) {
  Table districts(sheet, "district", 2);
  int sort = 0;
  for (const auto& name : edition.town.districts)
    districts.row(name, ++sort);
  Table offerings(sheet, "offering", 29), titles(sheet, "offering_title", 3);
  for (const auto& each : edition.offerings) {
    offerings.row(each.id, to_word(each.kind), each.type, each.title, each.provider,
                  joined(each.levels), joined(each.groups), each.place, each.address, each.district,
                  joined(each.languages), each.childcare, each.cost, each.entitlement, each.starts,
                  each.ends, each.times, each.from, each.until, each.repeats, joined(each.except),
                  joined(each.also), each.phone, each.email, each.web, each.register_by,
                  each.sources, each.checked_on, each.verified);
    for (const auto& [language, title] : each.titles)
      titles.row(each.id, language, title);
  }
}

static void write_notices(Sheet& sheet, const Edition& edition) {
  Table notices(sheet, "notice", 6), texts(sheet, "notice_text", 3);
  for (const auto& notice : edition.notices) {
    notices.row(notice.id, notice.first, notice.last, notice.priority, joined(notice.groups),
                joined(notice.topics));
    for (const auto& [language, text] : notice.texts)
      texts.row(notice.id, language, text);
  }
}

static void write_heads(Sheet& sheet, const Edition& edition) {
  Table topics(sheet, "topic", 11), situations(sheet, "topic_situation", 3),
      groups(sheet, "topic_group", 3), titles(sheet, "title", 4), synonyms(sheet, "synonym", 4);
  for (const auto& topic : edition.topics) {
    topics.row(topic.id, std::string_view(topic.form == TopicForm::Blocks ? "blocks" : "free-body"),
               topic.parent, topic.lead_office, topic.owner, topic.review_due, topic.sensitive,
               topic.licence, topic.attribution, topic.source_path, topic.order);
    for (std::size_t at = 0; at < topic.situations.size(); ++at)
      situations.row(topic.id, static_cast<int>(at), topic.situations[at]);
    for (std::size_t at = 0; at < topic.groups.size(); ++at)
      groups.row(topic.id, static_cast<int>(at), topic.groups[at]);
    for (const auto& [language, title] : topic.titles)
      titles.row(topic.id, language, title.user, title.official);
    for (const auto& [language, texts] : topic.synonyms)
      for (std::size_t at = 0; at < texts.size(); ++at)
        synonyms.row(topic.id, language, static_cast<int>(at), texts[at]);
  }
}

struct NumberedPage {
  std::int64_t id = 0;
  const Topic* topic = nullptr;
  const Page* page = nullptr;
};

// A page's number is made from its topic and language alone, so that it stays the same while other
// pages come and go. Two pages with one number are rare; the later id takes the next free number.
static std::vector<NumberedPage> number_pages(const Edition& edition) {
  std::vector<NumberedPage> pages;
  std::set<std::int64_t> taken;
  for (const auto& topic : edition.topics)
    for (const auto& page : topic.pages) {
      const std::string digest = sha256(topic.id + '\n' + page.language);
      std::int64_t id = std::stoll(digest.substr(0, 8), nullptr, 16) >> 1;
      while (!taken.insert(id).second)
        ++id;
      pages.push_back({id, &topic, &page});
    }
  std::sort(pages.begin(), pages.end(),
            [](const NumberedPage& a, const NumberedPage& b) { return a.id < b.id; });
  return pages;
}

static void write_elements(Sheet& sheet, const NumberedPage& numbered, Table& elements,
                           Table& spans) {
  const std::string where = numbered.topic->id + '/' + numbered.page->language;
  std::size_t bytes = 0, count = 0;
  int at = 0;
  for (const auto& element : numbered.page->elements) {
    if (const auto fault = span_fault(element))
      sheet.refuse({Refusal::Invalid, where + ": " + *fault + ": " + element.text});
    bytes += element.text.size();
    count += element.spans.size();
    elements.row(numbered.id, at, to_word(element.block), to_word(element.kind), element.level,
                 element.ordinal, element.text, element.target);
    int span_at = 0;
    for (const auto& span : element.spans)
      spans.row(numbered.id, at, span_at++, std::int64_t{span.start}, std::int64_t{span.end},
                to_word(span.kind), span.target);
    ++at;
  }
  if (at > page_element_limit || count > static_cast<std::size_t>(page_span_limit) ||
      bytes > page_text_limit)
    sheet.refuse({Refusal::TooLarge, where + " is longer than a page may be"});
}

static void write_pages(Sheet& sheet, const Edition& edition) {
  Table pages(sheet, "page", 6), elements(sheet, "element", 8), spans(sheet, "span", 7);
  for (const auto& numbered : number_pages(edition)) {
    const Page& page = *numbered.page;
    pages.row(numbered.id, numbered.topic->id, page.language, to_word(page.provenance),
              page.updated, page.based_on);
    write_elements(sheet, numbered, elements, spans);
  }
}

static void write_pictures(Sheet& sheet, const Edition& edition) {
  Table pictures(sheet, "picture", 5), texts(sheet, "picture_text", 3);
  for (const auto& picture : edition.pictures) {
    pictures.row(picture.id, picture.media_type, picture.licence, picture.attribution,
                 Bytes{picture.bytes});
    for (const auto& [language, text] : picture.alternative_text)
      texts.row(picture.id, language, text);
  }
}

static void write_clips(Sheet& sheet, const Edition& edition) {
  Table clips(sheet, "clip", 3);
  for (const Clip& clip : edition.clips) {
    if (clip.bytes.size() > longest_clip)
      sheet.refuse({Refusal::TooLarge, "clip " + clip.language + ": " + clip.text});
    clips.row(clip.language, clip.text, Bytes{clip.bytes});
  }
}

static void write_index(Sheet& sheet, const Edition& edition) {
  Table entries(sheet, "search_entry", 3), languages(sheet, "search_language", 4),
      stems(sheet, "search_stem", 4);
  const EntryNumbers numbers = number_entries(edition);
  for (const auto& [id, number] : numbers.topics)
    entries.row(std::int64_t{number}, std::string_view("topic"), id);
  for (const auto& [id, number] : numbers.places)
    entries.row(std::int64_t{number}, std::string_view("place"), id);
  for (const Language& language : edition.languages) {
    const LanguageIndex index = build_index(edition, language, numbers);
    languages.row(index.language, index.entries, index.average, Bytes{index.words});
    for (const auto& [stem, indexed] : index.stems)
      stems.row(index.language, stem, Bytes{indexed.heads}, Bytes{indexed.bodies});
  }
}

// Change counter, the version it is valid for, and the number of the SQLite that wrote: fixed. The
// last is the first SQLite that knows STRICT tables.
static void fix_header(std::string& bytes) {
  static constexpr std::string_view one("\0\0\0\1", 4), sqlite_3_37_0("\0\x2E\x57\x48", 4);
  bytes.replace(24, 4, one);
  bytes.replace(92, 4, one);
  bytes.replace(96, 4, sqlite_3_37_0);
}

Result<std::string> bundle_bytes(const Edition& source) {
  const Edition edition = in_bundle_order(source);
  Sheet sheet;
  sheet.run("PRAGMA page_size = " + std::to_string(bundle_page_size) +
            "; PRAGMA application_id = " + std::to_string(bundle_application_id) +
            "; PRAGMA user_version = " + std::to_string(bundle_major) + "; BEGIN");
  sheet.run(bundle_schema);
  write_town(sheet, edition.town);
  write_small_tables(sheet, edition);
  write_registers(sheet, edition);
  write_offerings(sheet, edition);
  write_notices(sheet, edition);
  write_heads(sheet, edition);
  write_pages(sheet, edition);
  write_index(sheet, edition);
  write_pictures(sheet, edition);
  write_clips(sheet, edition);
  // VACUUM lays each table down in one piece, in the order of the schema.
  sheet.run("COMMIT; VACUUM");
  if (sheet.failure())
    return *sheet.failure();
  sqlite3_int64 size = 0;
  unsigned char* image = sqlite3_serialize(sheet.handle(), "main", &size, 0);
  if (image == nullptr)
    return Failure{Refusal::Unavailable, "no memory for a bundle"};
  std::string bytes(reinterpret_cast<const char*>(image), static_cast<std::size_t>(size));
  sqlite3_free(image);
  if (size > bundle_size_limit)
    return Failure{Refusal::TooLarge, "the bundle is larger than a bundle may be"};
  fix_header(bytes);
  tidy_pages(bytes);
  return bytes;
}

Result<std::string> write_bundle(const Edition& edition, const std::filesystem::path& file) {
  const auto bytes = bundle_bytes(edition);
  if (!bytes)
    return bytes.failure();
  if (const auto written = write_file(file, *bytes); !written)
    return written.failure();
  return sha256(*bytes);
}

}  // namespace content
