#include "content-engine/bundle/offering_rows.h"

#include <algorithm>
#include <utility>

#include "content-engine/bundle/format.h"

namespace content {

template <typename Value, typename Word>
static std::string joined_by(const std::vector<Value>& values, Word word) {
  std::string text;
  for (const Value& value : values) {
    if (!text.empty())
      text += ' ';
    text += word(value);
  }
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  return joined_by(words, [](const std::string& word) -> const std::string& { return word; });
}
std::string joined(const std::vector<Level>& levels) {
  return joined_by(levels, [](Level level) { return to_word(level); });
}
std::string joined(const std::vector<Date>& days) {
  return joined_by(days, [](Date day) { return to_iso(day); });
}

static std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at)
      words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Words that mean nothing to this program, because they are newer, are left out.
template <typename Value, typename Parse>
static std::vector<Value> values_of(const std::string& text, Parse parse) {
  std::vector<Value> values;
  for (const std::string& word : words_of(text))
    if (const auto value = parse(word))
      values.push_back(*value);
  return values;
}

Result<std::vector<std::string>> read_districts(Database& bundle) {
  std::vector<std::string> names;
  if (!bundle.has("district"))
    return names;
  Statement& row = bundle.ask("SELECT name FROM district ORDER BY sort, name");
  row.begin(1000);
  while (row.step())
    names.push_back(row.text(0));
  if (row.failure())
    return *row.failure();
  return names;
}

// A minute of a day, or of the night after it; what is none is as if nobody had written it.
static std::optional<int> minute_of(Statement& row, int column) {
  const auto minute = row.optional_number(column);
  if (!minute || *minute < 0 || *minute > 2L * 24 * 60)
    return std::nullopt;
  return static_cast<int>(*minute);
}

static std::optional<Offering> offering_of(Statement& row) {
  const auto kind = parse_offering_kind(row.text(1));
  if (!kind)
    return std::nullopt;
  Offering offering;
  offering.id = row.text(0);
  offering.kind = *kind;
  offering.type = row.text(2);
  offering.title = row.text(3);
  offering.provider = row.text(4);
  offering.levels = values_of<Level>(row.text(5), parse_level);
  offering.groups = words_of(row.text(6));
  offering.place = row.text(7);
  offering.address = row.text(8);
  offering.district = row.text(9);
  offering.languages = words_of(row.text(10));
  if (const auto childcare = row.optional_number(11))
    offering.childcare = *childcare == 1;
  offering.cost = row.text(12);
  offering.entitlement = row.number(13) == 1;
  offering.starts = row.date(14);
  offering.ends = row.date(15);
  offering.times = row.text(16);
  offering.from = minute_of(row, 17);
  offering.until = minute_of(row, 18);
  offering.repeats = row.text(19);
  offering.except = values_of<Date>(row.text(20), parse_date);
  offering.also = values_of<Date>(row.text(21), parse_date);
  offering.phone = row.text(22);
  offering.email = row.text(23);
  offering.web = row.text(24);
  offering.register_by = row.optional_date(25);
  offering.sources = row.text(26);
  offering.checked_on = row.date(27);
  offering.verified = row.number(28) == 1;
  return offering;
}

Result<std::vector<Offering>> read_offerings(Database& bundle) {
  std::vector<Offering> offerings;
  if (!bundle.has("offering") || !bundle.has("offering_title"))
    return offerings;
  Statement& rows = bundle.ask(
      "SELECT id, kind, type, title, provider, levels, target_groups, place, address, district,"
      " languages, childcare, cost, entitlement, starts, ends, times, begins_at, ends_at, repeats,"
      " except_days, also_days, phone, email, web, register_by, sources, checked_on, verified"
      " FROM offering ORDER BY id");
  rows.begin(list_limit);
  while (rows.step())
    if (auto offering = offering_of(rows))
      offerings.push_back(std::move(*offering));
  if (rows.failure())
    return *rows.failure();
  Statement& titles = bundle.ask(
      "SELECT language, title FROM offering_title WHERE offering = ?1 ORDER BY language");
  for (Offering& offering : offerings) {
    titles.begin();
    titles.bind(1, offering.id);
    while (titles.step())
      offering.titles[titles.text(0)] = titles.text(1);
    if (titles.failure())
      return *titles.failure();
  }
  return offerings;
}

Result<std::vector<Notice>> read_notices(Database& bundle) {
  std::vector<Notice> notices;
  if (!bundle.has("notice") || !bundle.has("notice_text"))
    return notices;
  Statement& rows = bundle.ask(
      "SELECT id, first_day, last_day, priority, target_groups, topics FROM notice ORDER BY id");
  rows.begin(list_limit);
  while (rows.step())
    notices.push_back({.id = rows.text(0),
                       .first = rows.date(1),
                       .last = rows.date(2),
                       .priority = rows.small_number(3),
                       .groups = words_of(rows.text(4)),
                       .topics = words_of(rows.text(5))});
  if (rows.failure())
    return *rows.failure();
  Statement& texts =
      bundle.ask("SELECT language, text FROM notice_text WHERE notice = ?1 ORDER BY language");
  for (Notice& notice : notices) {
    texts.begin();
    texts.bind(1, notice.id);
    while (texts.step())
      notice.texts[texts.text(0)] = texts.text(1);
    if (texts.failure())
      return *texts.failure();
  }
  return notices;
}

}  // namespace content
