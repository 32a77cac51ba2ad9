#include "content-engine/bundle/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <utility>
#include <vector>

#include "content-engine/bundle/format.h"

namespace content {

// Opening may look at the schema and ask for pragmas; afterwards nothing but our tables.
enum class Phase { Opening, Reading };

struct Database::Guard {
  Phase phase = Phase::Opening;
  std::int64_t steps_left = 0;  // in thousands of instructions of SQLite's machine
};

struct OurTable {
  std::string_view name;
  std::string_view question;  // names every column that this program reads
  int since = 0;              // the minor that brought it; an older bundle is read without it
};

static constexpr std::array<OurTable, 27> our_tables{{
    {"clip", "SELECT language, text, bytes FROM clip", 2},
    {"district", "SELECT name, sort FROM district", 1},
    {"edition",
     "SELECT id, minor, name, time_zone, web, phone, default_language, edition, licence,"
     " attribution FROM edition"},
    {"element", "SELECT page, position, block, kind, level, ordinal, text, target FROM element"},
    {"fact",
     "SELECT id, kind, value, valid_from, valid_to, source, checked_on, verified FROM fact"},
    {"language",
     "SELECT tag, format_locale, script, direction, endonym, greeting, tier, sort FROM language"},
    {"notice", "SELECT id, first_day, last_day, priority, target_groups, topics FROM notice", 1},
    {"notice_text", "SELECT notice, language, text FROM notice_text", 1},
    {"offering",
     "SELECT id, kind, type, title, provider, levels, target_groups, place, address, district,"
     " languages, childcare, cost, entitlement, starts, ends, times, begins_at, ends_at, repeats,"
     " except_days, also_days, phone, email, web, register_by, sources, checked_on, verified"
     " FROM offering",
     1},
    {"offering_title", "SELECT offering, language, title FROM offering_title", 1},
    {"page", "SELECT id, topic, language, provenance, updated, based_on FROM page"},
    {"picture", "SELECT id, media_type, licence, attribution, bytes FROM picture"},
    {"picture_text", "SELECT picture, language, alternative_text FROM picture_text"},
    {"place",
     "SELECT id, kind, name, street, postcode, city, district, phone, email, web, hours,"
     " languages, step_free, former_names, source, checked_on, verified FROM place"},
    {"plan", "SELECT topic, language, target_group, reason, due FROM plan"},
    {"search_entry", "SELECT number, kind, id FROM search_entry", 1},
    {"search_language", "SELECT language, entries, average, words FROM search_language", 1},
    {"search_stem", "SELECT language, stem, heads, bodies FROM search_stem", 1},
    {"situation", "SELECT id, family, pictogram, sort FROM situation"},
    {"span", "SELECT page, element, position, first_byte, end_byte, kind, target FROM span"},
    {"synonym", "SELECT topic, language, position, text FROM synonym", 1},
    {"target_group", "SELECT id, pictogram, sort FROM target_group"},
    {"title", "SELECT topic, language, user_title, official_title FROM title"},
    {"topic",
     "SELECT id, form, parent, lead_office, owner, review_due, sensitive, licence, attribution,"
     " source_path, sort FROM topic"},
    {"topic_group", "SELECT topic, position, target_group FROM topic_group"},
    {"topic_situation", "SELECT topic, position, situation FROM topic_situation"},
    {"word", "SELECT language, key, pattern FROM word"},
}};

static constexpr int instructions_per_call = 1000;
static constexpr std::int64_t reading_budget = 20'000;  // about a second of a slow machine

static bool is_ours(std::string_view table) {
  return std::any_of(our_tables.begin(), our_tables.end(),
                     [&](const OurTable& ours) { return ours.name == table; });
}

static std::string_view view(const char* text) {
  return text == nullptr ? "" : text;
}

// The path as a URI: what would end or change a URI's path is written as %XX.
static std::string immutable_uri(const std::filesystem::path& file) {
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char sign : std::filesystem::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(sign);
    if (byte > 0x20 && byte < 0x7F && std::string_view("%?#").find(sign) == std::string_view::npos)
      uri += sign;
    else
      uri.append({'%', hex[byte >> 4], hex[byte & 15]});
  }
  return uri + "?mode=ro&immutable=1";
}

static std::uint32_t big_endian(const std::array<unsigned char, 100>& header, std::size_t at) {
  return static_cast<std::uint32_t>(header[at]) << 24 |
         static_cast<std::uint32_t>(header[at + 1]) << 16 |
         static_cast<std::uint32_t>(header[at + 2]) << 8 | header[at + 3];
}

// Magic and version come first: a file of another kind never reaches SQLite's parser.
static Result<Done> check_header(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error)
    return Failure{Refusal::NotFound, file.string() + ": " + error.message()};
  if (size > static_cast<std::uintmax_t>(bundle_size_limit))
    return Failure{Refusal::TooLarge, file.string() + " is larger than a bundle may be"};
  std::array<unsigned char, 100> header{};
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Failure{Refusal::Unavailable, file.string() + " cannot be read"};
  in.read(reinterpret_cast<char*>(header.data()), header.size());
  static constexpr std::string_view magic{"SQLite format 3\0", 16};
  if (in.gcount() != 100 || !std::equal(magic.begin(), magic.end(), header.begin()))
    return Failure{Refusal::Malformed, file.string() + " is no bundle"};
  if (big_endian(header, 68) != static_cast<std::uint32_t>(bundle_application_id))
    return Failure{Refusal::Malformed, file.string() + " is a database, but no bundle"};
  // The numbers that open() relies on: pages of our size, no write-ahead log, as many as the file
  // has.
  const std::uintmax_t pages = big_endian(header, 28);
  if (header[16] * 256 + header[17] != bundle_page_size || header[18] != 1 || header[19] != 1 ||
      pages * bundle_page_size != size)
    return Failure{Refusal::Malformed, file.string() + " is cut short or not laid out as a bundle"};
  const std::uint32_t major = big_endian(header, 60);
  if (major != bundle_major)
    return Failure{Refusal::Unsupported, file.string() + " has format " + std::to_string(major) +
                                             ", this program reads " +
                                             std::to_string(bundle_major)};
  return Done{};
}

static int authorise(void* phase, int action, const char* first, const char* second, const char*,
                     const char* trigger_or_view) {
  const bool opening = *static_cast<const Phase*>(phase) == Phase::Opening;
  if (trigger_or_view != nullptr)
    return SQLITE_DENY;
  switch (action) {
    case SQLITE_SELECT:
      return SQLITE_OK;
    case SQLITE_READ:
      return is_ours(view(first)) || (opening && view(first) == "sqlite_master") ? SQLITE_OK
                                                                                 : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return view(second) == "count" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
      return opening ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

static void set_limits(sqlite3* handle) {
  static constexpr std::array<std::pair<int, int>, 12> limits{{
      {SQLITE_LIMIT_LENGTH, bundle_value_limit + 64 * 1024},  // a picture and the rest of its row
      {SQLITE_LIMIT_SQL_LENGTH, 100'000},
      {SQLITE_LIMIT_COLUMN, 100},
      {SQLITE_LIMIT_EXPR_DEPTH, 20},
      {SQLITE_LIMIT_COMPOUND_SELECT, 3},
      {SQLITE_LIMIT_VDBE_OP, 25'000},
      {SQLITE_LIMIT_FUNCTION_ARG, 8},
      {SQLITE_LIMIT_ATTACHED, 0},
      {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
      {SQLITE_LIMIT_VARIABLE_NUMBER, 10},
      {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
      {SQLITE_LIMIT_WORKER_THREADS, 0},
  }};
  for (const auto& [what, limit] : limits)
    sqlite3_limit(handle, what, limit);
}

static bool harden(sqlite3* handle) {
  static constexpr std::array<std::pair<int, int>, 9> switches{{
      {SQLITE_DBCONFIG_DEFENSIVE, 1},
      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
      {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
      {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
      {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
      {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
      {SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
      {SQLITE_DBCONFIG_DQS_DML, 0},
      {SQLITE_DBCONFIG_DQS_DDL, 0},
  }};
  for (const auto& [what, value] : switches)
    if (sqlite3_db_config(handle, what, value, nullptr) != SQLITE_OK)
      return false;
  // Check constraints of the file are not evaluated: quick_check would run what they call.
  return sqlite3_exec(handle,
                      "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON;"
                      "PRAGMA temp_store = MEMORY; PRAGMA ignore_check_constraints = ON;",
                      nullptr, nullptr, nullptr) == SQLITE_OK;
}

Database::Database(sqlite3* handle, std::unique_ptr<Guard> guard)
    : handle_(handle), guard_(std::move(guard)) {}

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      guard_(std::move(other.guard_)),
      absent_(std::move(other.absent_)),
      statements_(std::move(other.statements_)) {}

Database::~Database() {
  statements_.clear();
  sqlite3_close(handle_);
}

Result<Database> Database::open(const std::filesystem::path& file) {
  if (const auto header = check_header(file); !header)
    return header.failure();
  sqlite3* handle = nullptr;
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                    SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(immutable_uri(file).c_str(), &handle, flags, nullptr);
  Database database(handle, std::make_unique<Guard>());
  if (code != SQLITE_OK)
    return Failure{Refusal::Unavailable, file.string() + ": " + sqlite3_errstr(code)};
  set_limits(handle);
  Guard* guard = database.guard_.get();
  guard->steps_left = reading_budget;
  sqlite3_set_authorizer(handle, authorise, &guard->phase);
  sqlite3_progress_handler(
      handle, instructions_per_call,
      [](void* context) { return --static_cast<Guard*>(context)->steps_left < 0 ? 1 : 0; }, guard);
  if (!harden(handle))
    return Failure{Refusal::Malformed, file.string() + ": " + sqlite3_errmsg(handle)};
  if (const auto schema = database.check_schema(); !schema)
    return Failure{schema.failure().refusal, file.string() + ": " + schema.failure().message};
  guard->phase = Phase::Reading;
  return database;
}

static std::string as_identifier(std::string_view name) {
  std::string text = "\"";
  for (const char sign : name)
    text.append(sign == '"' ? 2 : 1, sign);
  return text + '"';
}

// A format without views and triggers knows none; a generated column is code as well. Tables and
// columns that a newer minor added are left alone: nothing of ours names them.
Result<Done> Database::check_schema() {
  std::vector<std::string> tables;
  Statement& objects = ask("SELECT type, name, sql FROM sqlite_master");
  objects.begin(1000);
  while (objects.step()) {
    const std::string type = objects.text(0), name = objects.text(1);
    const std::string sql = objects.optional_text(2).value_or("");
    if (type == "view" || type == "trigger")
      return Failure{Refusal::Malformed, "a bundle has no " + type + ", this one has " + name};
    if (type != "table")
      continue;
    const bool is_virtual =
        sql.size() > 14 && sqlite3_strnicmp(sql.c_str(), "CREATE VIRTUAL", 14) == 0;
    if (is_virtual && is_ours(name))
      return Failure{Refusal::Malformed, "table " + name + " is a virtual one"};
    if (!is_virtual)
      tables.push_back(name);
  }
  if (objects.failure())
    return *objects.failure();
  for (const auto& name : tables) {
    Statement& columns = ask("PRAGMA table_xinfo(" + as_identifier(name) + ")");
    while (columns.step())
      if (columns.number(6) != 0)
        return Failure{Refusal::Malformed, "a column of table " + name + " is computed"};
    if (columns.failure())
      return *columns.failure();
  }
  for (const auto& ours : our_tables) {
    if (ours.since > 0 && std::find(tables.begin(), tables.end(), ours.name) == tables.end()) {
      absent_.emplace(ours.name);
      continue;
    }
    if (const auto& missing = ask(ours.question).failure())
      return Failure{Refusal::Malformed, missing->message};
  }
  statements_.clear();
  return Done{};
}

Result<Done> Database::quick_check() {
  guard_->phase = Phase::Opening;
  Statement& check = ask("PRAGMA quick_check(1)");
  Statement& size = ask("PRAGMA page_count");
  const std::int64_t pages = size.step() ? size.number(0) : 0;
  // A sound file takes about two instructions a byte at most; a spiteful one ends here.
  guard_->steps_left = reading_budget + pages * bundle_page_size * 4 / instructions_per_call;
  const std::string verdict = check.step() ? check.text(0) : "";
  const auto failure = check.failure();
  statements_.clear();
  guard_->phase = Phase::Reading;
  if (failure)
    return *failure;
  if (verdict != "ok")
    return Failure{Refusal::Malformed, "damaged: " + verdict};
  return Done{};
}

Statement& Database::ask(std::string_view sql) {
  guard_->steps_left = reading_budget;
  auto at = statements_.find(sql);
  if (at == statements_.end()) {
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    std::optional<Failure> failure;
    if (code != SQLITE_OK)
      failure = Failure{Refusal::Malformed, sqlite3_errmsg(handle_)};
    at = statements_.emplace(std::string(sql), Statement(statement, std::move(failure))).first;
  }
  at->second.begin();
  return at->second;
}

}  // namespace content
