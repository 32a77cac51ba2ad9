#include "content-engine/bundle/edition_rows.h"

#include <utility>

namespace content {

// All rows as values; `value` makes one of a row, or none when the row says nothing to us.
template <typename Value, typename Make>
static Result<std::vector<Value>> read_rows(Statement& rows, Make value) {
  std::vector<Value> values;
  while (rows.step())
    if (std::optional<Value> made = value(rows))
      values.push_back(std::move(*made));
  if (rows.failure())
    return *rows.failure();
  return values;
}

template <typename Value>
static Result<std::optional<Value>> first(Result<std::vector<Value>> values) {
  if (!values)
    return values.failure();
  if (values->empty())
    return std::optional<Value>{};
  return std::optional<Value>(std::move(values->front()));
}

Result<Town> read_town(Database& bundle) {
  Statement& row = bundle.ask(
      "SELECT name, time_zone, web, phone, default_language, edition, licence, attribution"
      " FROM edition WHERE id = 1");
  if (!row.step())
    return row.failure().value_or(Failure{Refusal::Malformed, "table edition is empty"});
  Town town{.name = row.text(0),
            .time_zone = row.text(1),
            .web = row.text(2),
            .phone = row.text(3),
            .default_language = row.text(4),
            .edition = row.date(5),
            .licence = row.text(6),
            .attribution = row.text(7)};
  if (row.failure())
    return *row.failure();
  return town;
}

static Tier tier_of(std::int64_t number) {
  return number == 1 ? Tier::Complete : number == 2 ? Tier::Selected : Tier::Welcome;
}

Result<std::vector<Language>> read_languages(Database& bundle) {
  Statement& rows = bundle.ask(
      "SELECT tag, format_locale, script, direction, endonym, greeting, tier, sort"
      " FROM language ORDER BY sort, tag");
  rows.begin(1000);
  return read_rows<Language>(rows, [](Statement& row) -> std::optional<Language> {
    return Language{
        .tag = row.text(0),
        .format_locale = row.text(1),
        .script = row.text(2),
        .direction = row.text(3) == "rtl" ? Direction::RightToLeft : Direction::LeftToRight,
        .endonym = row.text(4),
        .greeting = row.text(5),
        .tier = tier_of(row.number(6)),
        .order = row.small_number(7)};
  });
}

Result<std::map<std::string, Words>> read_words(Database& bundle) {
  Statement& rows = bundle.ask("SELECT language, key, pattern FROM word ORDER BY language, key");
  std::map<std::string, Words> words;
  while (rows.step())
    words[rows.text(0)][rows.text(1)] = rows.text(2);
  if (rows.failure())
    return *rows.failure();
  return words;
}

Result<std::vector<LifeSituation>> read_situations(Database& bundle) {
  Statement& rows =
      bundle.ask("SELECT id, family, pictogram, sort FROM situation ORDER BY sort, id");
  return read_rows<LifeSituation>(rows, [](Statement& row) -> std::optional<LifeSituation> {
    return LifeSituation{.id = row.text(0),
                         .family = row.text(1),
                         .pictogram = row.text(2),
                         .order = row.small_number(3)};
  });
}

Result<std::vector<TargetGroup>> read_groups(Database& bundle) {
  Statement& rows = bundle.ask("SELECT id, pictogram, sort FROM target_group ORDER BY sort, id");
  return read_rows<TargetGroup>(rows, [](Statement& row) -> std::optional<TargetGroup> {
    return TargetGroup{.id = row.text(0), .pictogram = row.text(1), .order = row.small_number(2)};
  });
}

Result<std::vector<Fact>> read_facts(Database& bundle) {
  Statement& rows = bundle.ask(
      "SELECT id, kind, value, valid_from, valid_to, source, checked_on, verified"
      " FROM fact ORDER BY id");
  return read_rows<Fact>(rows, [](Statement& row) -> std::optional<Fact> {
    const auto kind = parse_fact_kind(row.text(1));
    if (!kind)
      return std::nullopt;
    return Fact{.id = row.text(0),
                .kind = *kind,
                .value = row.text(2),
                .valid_from = row.optional_date(3),
                .valid_to = row.optional_date(4),
                .source = row.text(5),
                .checked_on = row.date(6),
                .verified = row.number(7) == 1};
  });
}

static constexpr std::string_view place_columns =
    "SELECT id, kind, name, street, postcode, city, district, phone, email, web, hours, languages,"
    " step_free, former_names, source, checked_on, verified FROM place";

static std::optional<Place> place_of(Statement& row) {
  std::optional<bool> step_free;
  if (const auto number = row.optional_number(12))
    step_free = *number == 1;
  return Place{.id = row.text(0),
               .kind = row.text(1),
               .name = row.text(2),
               .street = row.text(3),
               .postcode = row.text(4),
               .city = row.text(5),
               .district = row.text(6),
               .phone = row.text(7),
               .email = row.text(8),
               .web = row.text(9),
               .hours = row.text(10),
               .languages = row.text(11),
               .step_free = step_free,
               .former_names = row.text(13),
               .source = row.text(14),
               .checked_on = row.date(15),
               .verified = row.number(16) == 1};
}

Result<std::vector<Place>> read_places(Database& bundle) {
  return read_rows<Place>(bundle.ask(std::string(place_columns) + " ORDER BY id"), place_of);
}

Result<std::optional<Place>> read_place(Database& bundle, std::string_view id) {
  Statement& rows = bundle.ask(std::string(place_columns) + " WHERE id = ?1");
  rows.bind(1, id);
  return first(read_rows<Place>(rows, place_of));
}

Result<std::vector<PlannedTranslation>> read_plan(Database& bundle) {
  Statement& rows = bundle.ask(
      "SELECT topic, language, target_group, reason, due FROM plan"
      " ORDER BY topic, language, target_group");
  return read_rows<PlannedTranslation>(rows,
                                       [](Statement& row) -> std::optional<PlannedTranslation> {
                                         const auto reason = parse_plan_reason(row.text(3));
                                         if (!reason)
                                           return std::nullopt;
                                         return PlannedTranslation{.topic = row.text(0),
                                                                   .language = row.text(1),
                                                                   .reason = *reason,
                                                                   .group = row.text(2),
                                                                   .due = row.date(4)};
                                       });
}

Result<std::vector<std::string>> read_picture_ids(Database& bundle) {
  return read_rows<std::string>(
      bundle.ask("SELECT id FROM picture ORDER BY id"),
      [](Statement& row) -> std::optional<std::string> { return row.text(0); });
}

Result<std::optional<Picture>> read_picture(Database& bundle, std::string_view id) {
  Statement& row =
      bundle.ask("SELECT id, media_type, licence, attribution, bytes FROM picture WHERE id = ?1");
  row.bind(1, id);
  if (!row.step()) {
    if (row.failure())
      return *row.failure();
    return std::optional<Picture>{};
  }
  Picture picture{.id = row.text(0),
                  .media_type = row.text(1),
                  .bytes = row.bytes(4),
                  .licence = row.text(2),
                  .attribution = row.text(3)};
  if (row.failure())
    return *row.failure();
  Statement& texts = bundle.ask(
      "SELECT language, alternative_text FROM picture_text WHERE picture = ?1 ORDER BY language");
  texts.bind(1, id);
  while (texts.step())
    picture.alternative_text[texts.text(0)] = texts.text(1);
  if (texts.failure())
    return *texts.failure();
  return std::optional<Picture>(std::move(picture));
}

}  // namespace content
