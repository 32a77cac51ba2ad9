#include "content-engine/bundle/statement.h"

#include <sqlite3.h>

#include <utility>

namespace content {

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)),
      rows_left_(other.rows_left_),
      failure_(std::move(other.failure_)) {}

Statement::~Statement() {
  sqlite3_finalize(statement_);
}

void Statement::begin(int row_limit) {
  if (statement_ == nullptr)
    return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  rows_left_ = row_limit;
  failure_.reset();
}

Statement& Statement::bind(int at, std::string_view text) {
  // An empty view may carry a null pointer, which SQLite would take for NULL.
  sqlite3_bind_text64(statement_, at, text.empty() ? "" : text.data(), text.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(int at, std::int64_t number) {
  sqlite3_bind_int64(statement_, at, number);
  return *this;
}

Statement& Statement::bind_optional(int at, const std::optional<std::string>& text) {
  if (text)
    return bind(at, std::string_view(*text));
  sqlite3_bind_null(statement_, at);
  return *this;
}

Statement& Statement::bind_bytes(int at, std::string_view bytes) {
  sqlite3_bind_blob64(statement_, at, bytes.empty() ? "" : bytes.data(), bytes.size(),
                      SQLITE_TRANSIENT);
  return *this;
}

bool Statement::step() {
  if (failure_)
    return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_DONE)
    return false;
  if (code == SQLITE_ROW) {
    if (rows_left_-- > 0)
      return true;
    fail(Refusal::TooLarge, "more rows than a bundle may have");
    return false;
  }
  const char* reason = sqlite3_errmsg(sqlite3_db_handle(statement_));
  const bool disk = code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_NOMEM;
  fail(disk                        ? Refusal::Unavailable
       : code == SQLITE_TOOBIG     ? Refusal::TooLarge
       : code == SQLITE_CONSTRAINT ? Refusal::Invalid
                                   : Refusal::Malformed,
       reason);
  return false;
}

std::string Statement::text(int column) {
  if (failure_)
    return {};
  if (sqlite3_column_type(statement_, column) != SQLITE_TEXT) {
    fail(Refusal::Malformed, wrong(column, "is not text"));
    return {};
  }
  const void* data = sqlite3_column_text(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  if (data == nullptr)
    return {};
  std::string value(static_cast<const char*>(data), static_cast<std::size_t>(size));
  if (is_clean_text(value))
    return value;
  fail(Refusal::Malformed, wrong(column, "is not UTF-8"));
  return {};
}

std::string Statement::bytes(int column) {
  if (failure_)
    return {};
  if (sqlite3_column_type(statement_, column) != SQLITE_BLOB) {
    fail(Refusal::Malformed, wrong(column, "is not a blob"));
    return {};
  }
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  if (data == nullptr)
    return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(size)};
}

std::int64_t Statement::number(int column) {
  if (failure_)
    return 0;
  if (sqlite3_column_type(statement_, column) == SQLITE_INTEGER)
    return sqlite3_column_int64(statement_, column);
  fail(Refusal::Malformed, wrong(column, "is not a number"));
  return 0;
}

int Statement::small_number(int column) {
  const std::int64_t value = number(column);
  if (value >= -1'000'000'000 && value <= 1'000'000'000)
    return static_cast<int>(value);
  fail(Refusal::Malformed, wrong(column, "is out of range"));
  return 0;
}

std::optional<std::string> Statement::optional_text(int column) {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL)
    return std::nullopt;
  return text(column);
}

std::optional<std::int64_t> Statement::optional_number(int column) {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL)
    return std::nullopt;
  return number(column);
}

Date Statement::date(int column) {
  const std::string iso = text(column);
  if (iso.empty())
    return {};
  if (const auto date = parse_date(iso))
    return *date;
  fail(Refusal::Malformed, wrong(column, "is no date"));
  return {};
}

std::optional<Date> Statement::optional_date(int column) {
  if (sqlite3_column_type(statement_, column) == SQLITE_NULL)
    return std::nullopt;
  return date(column);
}

void Statement::fail(Refusal refusal, std::string message) {
  if (!failure_)
    failure_ = Failure{refusal, std::move(message)};
}

std::string Statement::wrong(int column, std::string_view what) const {
  const char* name = sqlite3_column_name(statement_, column);
  return "column " + std::string(name == nullptr ? "?" : name) + ' ' + std::string(what);
}

// The well-formed sequences of the Unicode Standard, table 3-7.
bool is_clean_text(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0u;
  };
  const auto follows = [&](std::size_t at) { return (byte(at) & 0xC0u) == 0x80u; };
  for (std::size_t at = 0; at < text.size();) {
    const unsigned lead = byte(at), second = byte(at + 1);
    if (lead >= 0x01 && lead <= 0x7F) {
      at += 1;
    } else if (lead >= 0xC2 && lead <= 0xDF && follows(at + 1)) {
      at += 2;
    } else if (lead >= 0xE0 && lead <= 0xEF && follows(at + 1) && follows(at + 2) &&
               !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F)) {
      at += 3;
    } else if (lead >= 0xF0 && lead <= 0xF4 && follows(at + 1) && follows(at + 2) &&
               follows(at + 3) && !(lead == 0xF0 && second < 0x90) &&
               !(lead == 0xF4 && second > 0x8F)) {
      at += 4;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace content
