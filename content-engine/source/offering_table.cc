#include "content-engine/source/offering_table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "content-engine/source/csv_file.h"
#include "content-engine/source/ini_file.h"
#include "content-engine/source/table.h"

namespace content {

static const Columns& offer_columns() {
  static const Columns columns{
      {"id", "kind", "type", "title", "provider", "starts", "source", "checked_on", "verified"},
      {"levels", "groups",      "place", "address", "district", "languages",   "childcare",
       "cost",   "entitlement", "ends",  "times",   "from",     "until",       "repeats",
       "except", "also",        "phone", "email",   "web",      "register_by", "origin"},
      "title."};
  return columns;
}

std::vector<std::string> divided(std::string_view list, char separator) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t end = list.find(separator);
    std::string_view part = list.substr(0, end);
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
    while (part.starts_with(' '))
      part.remove_prefix(1);
    while (part.ends_with(' '))
      part.remove_suffix(1);
    if (!part.empty())
      parts.emplace_back(part);
  }
  return parts;
}

static std::vector<Date> days_in(Record& row, std::string_view key) {
  std::vector<Date> days;
  for (const std::string& word : row.words(key)) {
    if (const auto day = parse_date(word))
      days.push_back(*day);
    else
      row.report_value(key, word, "Tage wie 2026-11-23, durch Leerzeichen getrennt",
                       "days like 2026-11-23, separated by blanks");
  }
  return days;
}

static std::optional<int> minute_in(Record& row, std::string_view key) {
  const std::string clock = row.text(key);
  if (clock.empty())
    return std::nullopt;
  int hour = 0, minute = 0, read = 0;
  if (clock.size() == 5 && std::sscanf(clock.c_str(), "%2d:%2d%n", &hour, &minute, &read) == 2 &&
      read == 5 && hour >= 0 && hour <= 24 && minute >= 0 && minute < 60 &&
      hour * 60 + minute <= 24 * 60)
    return hour * 60 + minute;
  row.report_value(key, clock, "eine Uhrzeit wie 09:30", "a time like 09:30");
  return std::nullopt;
}

static bool is_cost(const std::string& cost) {
  const std::size_t point = std::min(cost.find('.'), cost.size());
  const auto digits = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const std::string_view cents = std::string_view(cost).substr(std::min(point + 1, cost.size()));
  return cost.empty() || cost == "free" ||
         (digits(std::string_view(cost).substr(0, point)) &&
          (point == cost.size() || (cents.size() == 2 && digits(cents))));
}

Offering offering_of(Record& row) {
  Offering offering;
  offering.id = row.id("id");
  offering.kind = row.word("kind", parse_offering_kind, "course, event");
  offering.type = row.word_of("type", offering_types(offering.kind));
  offering.title = row.required("title");
  for (const auto& [key, value] : row.fields())
    if (key.starts_with("title.") && !value.first.empty())
      offering.titles[key.substr(6)] = value.first;
  offering.provider = row.required("provider");
  for (const std::string& word : row.words("levels")) {
    if (const auto level = parse_level(word))
      offering.levels.push_back(*level);
    else
      row.report_value("levels", word, "alpha a1 a2 b1 b2 c1", "alpha a1 a2 b1 b2 c1");
  }
  offering.groups = row.words("groups");
  offering.place = row.text("place");
  offering.address = row.text("address");
  offering.district = row.text("district");
  offering.languages = row.words("languages");
  offering.childcare = row.yes_no("childcare");
  offering.cost = row.text("cost");
  if (!is_cost(offering.cost)) {
    row.report_value("cost", offering.cost, "free oder Euro wie 229 oder 27.60",
                     "free or euros like 229 or 27.60");
    offering.cost.clear();
  }
  offering.entitlement = row.yes_no("entitlement").value_or(false);
  offering.starts = row.date("starts");
  offering.ends = row.date_or_none("ends").value_or(Date{});
  offering.times = row.text("times");
  offering.from = minute_in(row, "from");
  offering.until = minute_in(row, "until");
  if (offering.from && offering.until && *offering.until <= *offering.from)
    *offering.until += 24 * 60;  // past midnight
  offering.repeats = row.text("repeats");
  offering.except = days_in(row, "except");
  offering.also = days_in(row, "also");
  offering.phone = row.text("phone");
  offering.email = row.text("email");
  offering.web = row.text("web");
  offering.register_by = row.date_or_none("register_by");
  offering.sources = row.required("source");
  offering.checked_on = row.date("checked_on");
  row.required("verified");
  offering.verified = row.yes_no("verified").value_or(false);
  offering.origin = row.text("origin");
  offering.line = row.line();
  return offering;
}

std::vector<Offering> read_offerings(std::string_view text, std::vector<Finding>& findings,
                                     const std::string& file) {
  std::vector<Record> rows = read_table(text, file, offer_columns(), findings);
  drop_repeated(rows, "id");
  std::vector<Offering> offerings;
  for (Record& row : rows)
    offerings.push_back(offering_of(row));
  return offerings;
}

std::vector<Notice> read_notices(std::string_view text, std::vector<Finding>& findings) {
  std::vector<Record> rows =
      read_table(text, std::string(notices_file),
                 {{"id", "first", "last"}, {"priority", "groups", "topics"}, "text."}, findings);
  drop_repeated(rows, "id");
  std::vector<Notice> notices;
  for (Record& row : rows) {
    Notice notice;
    notice.id = row.id("id");
    notice.first = row.date("first");
    notice.last = row.date("last");
    if (!row.text("priority").empty())
      notice.priority = row.number("priority");
    notice.groups = row.words("groups");
    notice.topics = row.words("topics");
    for (const auto& [key, value] : row.fields())
      if (key.starts_with("text.") && !value.first.empty())
        notice.texts[key.substr(5)] = unescaped(value.first);
    notice.line = row.line();
    notices.push_back(std::move(notice));
  }
  return notices;
}

static std::string cell(const std::string& text) {
  if (text.find_first_of(",;\"\n\r") == std::string::npos)
    return text;
  std::string quoted = "\"";
  for (const char c : text)
    quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

template <typename Value, typename Word>
static std::string list_of(const std::vector<Value>& values, Word word) {
  std::string text;
  for (const Value& value : values) {
    if (!text.empty())
      text += ' ';
    text += word(value);
  }
  return text;
}

static std::string clock_of(const std::optional<int>& minute) {
  if (!minute)
    return {};
  const int shown = *minute > 24 * 60 ? *minute - 24 * 60 : *minute;
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d", shown / 60, shown % 60);
  return text.data();
}

static std::vector<std::string> cells_of(const Offering& each) {
  const auto day = [](Date date) { return date == Date{} ? std::string() : to_iso(date); };
  const auto word = [](const std::string& text) -> const std::string& { return text; };
  const auto yes_no = [](bool value) { return std::string(value ? "yes" : "no"); };
  return {each.id,
          std::string(to_word(each.kind)),
          each.type,
          each.title,
          each.provider,
          list_of(each.levels, [](Level level) { return to_word(level); }),
          list_of(each.groups, word),
          each.place,
          each.address,
          each.district,
          list_of(each.languages, word),
          each.childcare ? yes_no(*each.childcare) : "",
          each.cost,
          each.entitlement ? "yes" : "",
          day(each.starts),
          day(each.ends),
          each.times,
          clock_of(each.from),
          clock_of(each.until),
          each.repeats,
          list_of(each.except, [](Date date) { return to_iso(date); }),
          list_of(each.also, [](Date date) { return to_iso(date); }),
          each.phone,
          each.email,
          each.web,
          each.register_by ? to_iso(*each.register_by) : "",
          each.sources,
          day(each.checked_on),
          yes_no(each.verified),
          each.origin};
}

std::string offers_table(const std::vector<Offering>& offerings) {
  std::set<std::string> tags;
  for (const Offering& each : offerings)
    for (const auto& [tag, title] : each.titles)
      tags.insert(tag);
  std::string table =
      "id;kind;type;title;provider;levels;groups;place;address;district;languages;childcare;cost;"
      "entitlement;starts;ends;times;from;until;repeats;except;also;phone;email;web;register_by;"
      "source;checked_on;verified;origin";
  for (const std::string& tag : tags)
    table += ";title." + tag;
  table += '\n';
  for (const Offering& each : offerings) {
    std::string line;
    const std::vector<std::string> cells = cells_of(each);
    for (std::size_t at = 0; at < cells.size(); ++at)
      line += (at == 0 ? "" : ";") + cell(cells[at]);
    for (const std::string& tag : tags) {
      const auto title = each.titles.find(tag);
      line += ';' + (title == each.titles.end() ? std::string() : cell(title->second));
    }
    table += line + '\n';
  }
  return table;
}

}  // namespace content
