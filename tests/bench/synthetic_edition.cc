#include "tests/bench/synthetic_edition.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <memory>
#include <random>
#include <stdexcept>

namespace fs = std::filesystem;

namespace {

constexpr int texts_percent = 35;  // of the bytes; the rest are pictures
constexpr std::size_t shortest_paragraph = 60;

struct Close {
  void operator()(sqlite3* handle) const { sqlite3_close(handle); }
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Handle = std::unique_ptr<sqlite3, Close>;
using Prepared = std::unique_ptr<sqlite3_stmt, Close>;

void run(const Handle& handle, const char* sql) {
  if (sqlite3_exec(handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(handle.get()));
}

Prepared prepare(const Handle& handle, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(handle.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
    throw std::runtime_error(sqlite3_errmsg(handle.get()));
  return Prepared(statement);
}

void insert(const Prepared& statement, std::int64_t id, const std::string& bytes, bool blob) {
  sqlite3_bind_int64(statement.get(), 1, id);
  const int size = static_cast<int>(bytes.size());
  if (blob)
    sqlite3_bind_blob(statement.get(), 2, bytes.data(), size, SQLITE_STATIC);
  else
    sqlite3_bind_text(statement.get(), 2, bytes.data(), size, SQLITE_STATIC);
  if (sqlite3_step(statement.get()) != SQLITE_DONE)
    throw std::runtime_error("a row was not taken");
  sqlite3_reset(statement.get());
}

// As page ids are in a bundle: 31 bits of a hash, so that new rows fall between old ones.
std::int64_t id_of(std::uint64_t number) {
  return static_cast<std::int64_t>(std::mt19937_64(number ^ 0x5eed)() >> 33);
}

// Cut at a word: the front or the back half of a paragraph.
std::string half(const std::string& paragraph, std::uint64_t at, bool front) {
  const auto space = paragraph.find(' ', at % paragraph.size());
  if (space == std::string::npos)
    return paragraph;
  return front ? paragraph.substr(0, space) : paragraph.substr(space);
}

}  // namespace

SyntheticEdition::SyntheticEdition(const fs::path& corpus, int megabytes) {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::recursive_directory_iterator(corpus))
    if (entry.path().extension() == ".md")
      pages.push_back(entry.path());
  std::sort(pages.begin(), pages.end());
  for (const fs::path& page : pages) {
    std::ifstream in(page);
    for (std::string line; std::getline(in, line);)
      if (line.size() >= shortest_paragraph)
        paragraphs_.push_back(line);
  }
  if (paragraphs_.empty())
    throw std::runtime_error(corpus.string() + " has no texts");
  const std::uint64_t all = static_cast<std::uint64_t>(megabytes) * 1'000'000;
  std::uint64_t number = 0;
  for (std::uint64_t bytes = 0; bytes < all * texts_percent / 100; ++number) {
    std::string made = text(number);
    bytes += made.size();
    articles_.emplace(id_of(number), std::move(made));
  }
  for (std::uint64_t bytes = 0; bytes < all * (100 - texts_percent) / 100; ++number) {
    bytes += picture(number).size();
    pictures_.emplace(id_of(number), number);
  }
}

std::string SyntheticEdition::text(std::uint64_t seed) const {
  std::mt19937_64 random(seed);
  std::string made;
  for (int i = 0; i < 8; ++i) {
    made += half(paragraphs_[random() % paragraphs_.size()], random(), true);
    made += half(paragraphs_[random() % paragraphs_.size()], random(), false);
    made += " " + std::to_string(random() % 100'000) + "\n";
  }
  return made;
}

std::string SyntheticEdition::picture(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::string bytes(8000 + random() % 60'000, '\0');
  for (std::size_t at = 0; at + sizeof(std::uint64_t) <= bytes.size();
       at += sizeof(std::uint64_t)) {
    const std::uint64_t noise = random();
    std::memcpy(&bytes[at], &noise, sizeof noise);
  }
  return bytes;
}

void SyntheticEdition::edit() {
  std::mt19937_64 random(2);
  const std::size_t before = articles_.size();
  const auto any = [&] {
    return std::next(articles_.begin(), static_cast<std::ptrdiff_t>(random() % articles_.size()));
  };
  for (std::size_t i = 0; i < before / 100; ++i)
    any()->second += paragraphs_[random() % paragraphs_.size()] + "\n";
  for (std::size_t i = 0; i < before / 1000; ++i)
    articles_.erase(any());
  for (std::uint64_t i = 0; i < before / 500; ++i)
    articles_.emplace(id_of(1'000'000 + i), text(1'000'000 + i));
  new_picture_bytes = 0;
  for (std::size_t i = 0; i < (pictures_.size() + 99) / 100; ++i) {
    const auto at =
        std::next(pictures_.begin(), static_cast<std::ptrdiff_t>(random() % pictures_.size()));
    at->second += 10'000'000;
    new_picture_bytes += picture(at->second).size();
  }
}

void SyntheticEdition::build(const fs::path& file) const {
  fs::remove(file);
  sqlite3* opened = nullptr;
  if (sqlite3_open(file.c_str(), &opened) != SQLITE_OK)
    throw std::runtime_error(file.string() + " cannot be made");
  const Handle handle(opened);
  run(handle,
      "PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;"
      "CREATE TABLE article(id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
      "CREATE TABLE picture(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;"
      "CREATE VIRTUAL TABLE search USING fts5(body, content='', detail=column);");
  {
    const Prepared article = prepare(handle, "INSERT INTO article VALUES(?1, ?2)");
    const Prepared search = prepare(handle, "INSERT INTO search(rowid, body) VALUES(?1, ?2)");
    const Prepared pictures = prepare(handle, "INSERT INTO picture VALUES(?1, ?2)");
    for (const auto& [id, body] : articles_)
      insert(article, id, body, false);
    for (const auto& [id, body] : articles_)
      insert(search, id, body, false);
    for (const auto& [id, seed] : pictures_)
      insert(pictures, id, picture(seed), true);
  }
  run(handle, "INSERT INTO search(search) VALUES('optimize'); COMMIT; VACUUM");
}
