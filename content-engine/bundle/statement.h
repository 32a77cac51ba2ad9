// One prepared question to a bundle. A bundle is a stranger's file, so every column is read with a
// check of its type and every text with a check of its encoding; the first thing wrong is kept and
// ends the rows, so that a caller asks once, after its loop.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "content-engine/model/date.h"
#include "content-engine/model/result.h"

struct sqlite3_stmt;

namespace content {

class Statement final {
 public:
  // Owns the statement. With a failure there is no statement, and the failure stays.
  explicit Statement(sqlite3_stmt* statement, std::optional<Failure> failure = {})
      : statement_(statement), failure_(std::move(failure)) {}
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // 1. Forgets rows, values and failure of the last use. `row_limit`: more rows are a failure.
  void begin(int row_limit = 100'000);
  // 2. Values for ?1, ?2 …; texts are copied.
  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, std::int64_t number);
  Statement& bind_optional(int at, const std::optional<std::string>& text);
  Statement& bind_bytes(int at, std::string_view bytes);
  // 3. True: there is a row. False: no more rows, or a failure.
  bool step();
  // 4. Columns of the row, from 0. A wrong type yields an empty value and a failure.
  std::string text(int column);
  std::optional<std::string> optional_text(int column);
  std::string bytes(int column);
  std::int64_t number(int column);
  int small_number(int column);  // within ±1 000 000 000
  std::optional<std::int64_t> optional_number(int column);
  Date date(int column);  // empty text is Date{}
  std::optional<Date> optional_date(int column);
  // 5. After the last row.
  const std::optional<Failure>& failure() const { return failure_; }

 private:
  void fail(Refusal refusal, std::string message);
  std::string wrong(int column, std::string_view what) const;

  sqlite3_stmt* statement_;
  int rows_left_ = 0;
  std::optional<Failure> failure_;
};

// Valid UTF-8 without U+0000; what every text of a bundle has to be.
bool is_clean_text(std::string_view text);

}  // namespace content
