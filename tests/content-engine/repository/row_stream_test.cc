#include "content-engine/repository/row_stream.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>

#include "content-engine/bundle/sqlite_page.h"

using namespace content;

namespace {

std::string stream_of(const std::string& file) {
  std::string stream(row_stream_bound(file.size()), '\0');
  stream.resize(write_row_stream(file, stream));
  return stream;
}

std::string file_of(const std::string& stream, std::size_t size) {
  std::string file(size, 'x');
  return lay_out_rows(stream, file) ? file : "no stream of such a file";
}

// What `sql` makes, with tidy pages.
std::string database(const std::string& sql) {
  sqlite3* handle = nullptr;
  sqlite3_open(":memory:", &handle);
  const bool good =
      sqlite3_exec(handle, ("PRAGMA sqlite_page_size = 4096;" + sql + ";VACUUM").c_str(), nullptr,
                   nullptr, nullptr) == SQLITE_OK;
  sqlite3_int64 size = 0;
  unsigned char* image = sqlite3_serialize(handle, "main", &size, 0);
  const std::string bytes(reinterpret_cast<const char*>(image), static_cast<std::size_t>(size));
  sqlite3_free(image);
  const std::string message = sqlite3_errmsg(handle);
  sqlite3_close(handle);
  if (!good)
    throw std::runtime_error(message);
  std::string tidy = bytes;
  tidy_pages(tidy);
  return tidy;
}

// Tables with and without row numbers, an index, values in overflow pages, negative row numbers.
std::string sample(int rows, const std::string& more = "") {
  return database(
      "CREATE TABLE a (id INTEGER PRIMARY KEY, text TEXT);"
      "CREATE TABLE b (name TEXT PRIMARY KEY, bytes BLOB) WITHOUT ROWID;"
      "CREATE TABLE tiny (n INTEGER PRIMARY KEY) WITHOUT ROWID;"
      "CREATE INDEX a_by_text ON a (text);"
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT " +
      std::to_string(rows) +
      ") INSERT INTO a SELECT i * 7919 - 5000000, printf('%.*c%d', i % 300, 'x', i * 31) FROM n;"
      "INSERT INTO a VALUES (9223372036854775807, 'last');"
      "INSERT INTO a VALUES (-9223372036854775807, 'first');"
      "INSERT INTO b SELECT text, zeroblob(id % 9000 + 9000) FROM a WHERE id % 5 = 0;"
      "INSERT INTO tiny SELECT abs(id % 100) FROM a GROUP BY 1;" +
      more);
}

bool is_sound(const std::string& bytes) {
  sqlite3* handle = nullptr;
  sqlite3_open(":memory:", &handle);
  auto* image = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(image));
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  sqlite3_deserialize(handle, "main", image, size, size, SQLITE_DESERIALIZE_FREEONCLOSE);
  sqlite3_stmt* check = nullptr;
  sqlite3_prepare_v2(handle, "PRAGMA integrity_check", -1, &check, nullptr);
  const bool sound =
      sqlite3_step(check) == SQLITE_ROW &&
      std::string(reinterpret_cast<const char*>(sqlite3_column_text(check, 0))) == "ok";
  sqlite3_finalize(check);
  sqlite3_close(handle);
  return sound;
}

}  // namespace

TEST_CASE("tidy pages are a sound database, and every page of a tree is one") {
  const std::string file = sample(3000);
  CHECK(is_sound(file));
  int trees = 0;
  for (std::size_t at = 0; at < file.size(); at += sqlite_page_size)
    if (const auto page =
            parse_page({file.data() + at, sqlite_page_size}, at / sqlite_page_size + 1)) {
      ++trees;
      CHECK(page->tidy);
    }
  CHECK(trees > 100);
}

TEST_CASE("a bundle comes back from its row stream byte for byte") {
  for (const int rows : {1, 40, 3000}) {
    const std::string file = sample(rows);
    const std::string stream = stream_of(file);
    REQUIRE_FALSE(stream.empty());
    CHECK(stream.size() < file.size());
    CHECK(file_of(stream, file.size()) == file);
  }
}

TEST_CASE("so do files that no writer of ours left so") {
  std::mt19937 random(7);
  const std::string tidy = sample(1500);
  for (int round = 0; round < 300; ++round) {
    std::string file = tidy;
    for (int change = 0; change < 1 + round % 40; ++change) {
      // Among the headers and pointers of pages more often than anywhere else.
      const std::size_t page = random() % (file.size() / sqlite_page_size);
      const std::size_t in = random() % (round % 2 == 0 ? 24 : sqlite_page_size);
      file[page * sqlite_page_size + in] = static_cast<char>(random());
    }
    CHECK(file_of(stream_of(file), file.size()) == file);
  }
  for (const std::size_t size : {0UL, 1UL, 4095UL, 4096UL, 4097UL, 20'000UL}) {
    std::string noise(size, '\0');
    std::generate(noise.begin(), noise.end(), [&] { return static_cast<char>(random()); });
    CHECK(file_of(stream_of(noise), size) == noise);
  }
}

TEST_CASE("a longer row changes the rows of a stream in one place") {
  const std::string before = stream_of(sample(3000));
  const std::string after =
      stream_of(sample(3000,
                       "UPDATE a SET text = text || ' and a sentence more' WHERE id = 5"
                       " OR id = (SELECT max(id) FROM a WHERE id < 0);"));
  const auto first = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  const std::size_t from = static_cast<std::size_t>(first.first - before.begin());
  // The table's row; behind it the stream goes on as before, to the index on the same text.
  CHECK(after.find(before.substr(from + 400, 50'000)) != std::string::npos);
}

TEST_CASE("a stream too long for its place, or no stream at all, is said so") {
  const std::string file = sample(200);
  const std::string stream = stream_of(file);
  std::string small(stream.size() - 1, '\0');
  CHECK(write_row_stream(file, small) == 0);
  std::string to(file.size(), '\0');
  CHECK_FALSE(lay_out_rows("", to));
  CHECK_FALSE(lay_out_rows(stream.substr(1), to));
  CHECK_FALSE(lay_out_rows(stream.substr(0, stream.size() - 1), to));
  std::string longer = stream;  // a byte that no page takes
  longer.insert(stream.size() - 8 - read_number(stream.data() + stream.size() - 4, 4), 1, 'x');
  CHECK_FALSE(lay_out_rows(longer, to));
  to.resize(file.size() + sqlite_page_size);
  CHECK_FALSE(lay_out_rows(stream, to));
  to.resize(file.size() - sqlite_page_size);
  CHECK_FALSE(lay_out_rows(stream, to));
  std::mt19937 random(3);
  to.resize(file.size());
  for (int round = 0; round < 2000; ++round) {
    std::string damaged = stream;
    damaged[damaged.size() - 1 - random() % 400] = static_cast<char>(random());
    (void)lay_out_rows(damaged, to);  // what it answers is its own affair, sanitizers watch
  }
}
