#include "content-engine/counters/tally.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "content-engine/model/words.h"

namespace content {
namespace {

constexpr std::size_t longest_id = 64;

bool is_id(std::string_view word) {
  return word.size() <= longest_id && std::all_of(word.begin(), word.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '.' || c == '_';
         });
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t comma = line.find(',');
    cells.push_back(line.substr(0, comma));
    if (comma == std::string_view::npos)
      return cells;
    line.remove_prefix(comma + 1);
  }
}

template <typename Number>
bool read_number(std::string_view digits, Number& number) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc{} && end == digits.data() + digits.size() && !digits.empty();
}

Failure no_counters(std::string_view line) {
  return {Refusal::Malformed, "no line of counters: " + std::string(line.substr(0, 80))};
}

bool add_line(Tally& tally, std::string_view line) {
  const auto cells = cells_of(line);
  if (cells.size() != 6)
    return false;
  Bucket bucket;
  const auto day = parse_date(cells[0]);
  const auto deed = find_word<Deed>(deed_words, cells[3]);
  std::uint64_t count = 0;
  if (!day || !deed || !read_number(cells[5], count) || count == 0 || count > 1'000'000'000)
    return false;
  if (!cells[1].empty() &&
      (!read_number(cells[1], bucket.hour) || bucket.hour < 0 || bucket.hour > 23))
    return false;
  bucket.day = *day;
  bucket.language = cells[2];
  bucket.deed = *deed;
  bucket.subject = cells[4];
  return tally.add(bucket, count);
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

bool Tally::add(const Bucket& bucket, std::uint64_t count) {
  if (!is_id(bucket.language) || !is_id(bucket.subject))
    return false;
  counts_[bucket] += count;
  return true;
}

void Tally::add(const Tally& other) {
  for (const auto& [bucket, count] : other.counts_)
    counts_[bucket] += count;
}

void Tally::take_larger(const Tally& other) {
  for (const auto& [bucket, count] : other.counts_) {
    std::uint64_t& here = counts_[bucket];
    here = std::max(here, count);
  }
}

void Tally::drop_before(Date day) {
  std::erase_if(counts_, [&](const auto& line) { return line.first.day < day; });
}

void Tally::keep(std::size_t lines) {
  while (counts_.size() > lines)
    drop_before(days_after(counts_.begin()->first.day, 1));
}

std::string written(const Counters& counters) {
  std::string text(counters_title);
  if (!counters.kiosk.empty())
    text += " " + counters.kiosk;
  text += "\n" + std::string(counters_columns) + "\n";
  for (const auto& [bucket, count] : counters.tally.counts()) {
    text += to_iso(bucket.day) + "," +
            (bucket.hour == Bucket::whole_day ? "" : std::to_string(bucket.hour)) + "," +
            bucket.language + "," +
            std::string(deed_words.at(static_cast<std::size_t>(bucket.deed))) + "," +
            bucket.subject + "," + std::to_string(count) + "\n";
  }
  return text;
}

Result<Counters> parse_counters(std::string_view text) {
  Counters counters;
  std::string_view title = take_line(text);
  if (!title.starts_with(counters_title))
    return no_counters(title);
  title.remove_prefix(counters_title.size());
  if (!title.empty() && (title[0] != ' ' || !is_id(title.substr(1))))
    return no_counters(title);
  counters.kiosk = title.empty() ? "" : title.substr(1);
  if (const std::string_view columns = take_line(text); columns != counters_columns)
    return no_counters(columns);
  while (!text.empty())
    if (const std::string_view line = take_line(text); !add_line(counters.tally, line))
      return no_counters(line);
  return counters;
}

}  // namespace content
