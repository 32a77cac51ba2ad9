// A bundle's SQLite file, opened as what it is: a stranger's. Nothing in it is executed (no views,
// triggers, extensions or functions), only the tables of schema.sql are read, every statement has a
// budget of steps, and the file is never written, locked or mapped (a failing card must end in an
// error, not in a signal).
// Not thread-safe; statements live as long as the database.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "content-engine/bundle/statement.h"
#include "content-engine/model/result.h"

struct sqlite3;

namespace content {

class Database final {
 public:
  // The hostile-file settings, the header's numbers, and that the file has our tables and nothing
  // that could run. Reads a few pages, whatever the size of the file.
  static Result<Database> open(const std::filesystem::path& file);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) = delete;
  ~Database();

  // Reads the whole file: tree structure, types, NOT NULL. Once, before first use.
  Result<Done> quick_check();

  // Whether the bundle is of a minor that has this table.
  bool has(std::string_view table) const { return absent_.count(table) == 0; }

  // The statement for this text, begun: prepared at its first use and kept. A statement that cannot
  // be prepared is a statement whose rows end with that failure. `sql` is a literal of ours.
  Statement& ask(std::string_view sql);

 private:
  struct Guard;

  Database(sqlite3* handle, std::unique_ptr<Guard> guard);
  Result<Done> check_schema();

  sqlite3* handle_;
  std::unique_ptr<Guard> guard_;               // what SQLite's callbacks look at; keeps its address
  std::set<std::string, std::less<>> absent_;  // tables that came with a later minor
  std::map<std::string, Statement, std::less<>> statements_;
};

}  // namespace content
