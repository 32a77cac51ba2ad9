#include "content-engine/source/tables.h"

#include <algorithm>
#include <optional>

#include "content-engine/source/ini_file.h"
#include "content-engine/source/source_text.h"
#include "content-engine/source/table.h"

namespace content {

static std::vector<Record> records_of(std::string_view text, const std::string& file,
                                      const Columns& columns, std::vector<Finding>& findings,
                                      std::string_view key = "id") {
  std::vector<Record> records = read_table(text, file, columns, findings);
  drop_repeated(records, key);
  return records;
}

template <typename Value>
static void sort_by_order(std::vector<Value>& values) {
  std::stable_sort(values.begin(), values.end(),
                   [](const Value& a, const Value& b) { return a.order < b.order; });
}

static std::optional<Direction> parse_direction(std::string_view word) {
  if (word == "ltr")
    return Direction::LeftToRight;
  if (word == "rtl")
    return Direction::RightToLeft;
  return std::nullopt;
}

static std::optional<Tier> parse_tier(std::string_view word) {
  if (word.size() != 1 || word[0] < '1' || word[0] > '3')
    return std::nullopt;
  return static_cast<Tier>(word[0] - '0');
}

std::vector<Language> read_languages(std::string_view text, Positions& positions,
                                     std::vector<Finding>& findings) {
  const std::string file = "languages.csv";
  std::vector<Language> languages;
  for (Record& row : records_of(text, file,
                                {{"tag", "format_locale", "script", "direction", "endonym",
                                  "greeting", "tier", "order"}},
                                findings, "tag")) {
    Language language;
    language.tag = row.required("tag");
    language.format_locale = row.required("format_locale");
    language.script = row.required("script");
    language.direction = row.word("direction", parse_direction, "ltr, rtl");
    language.endonym = unescaped(row.required("endonym"));
    language.greeting = row.required("greeting");
    language.tier = row.word("tier", parse_tier, "1, 2, 3");
    language.order = row.number("order");
    positions.note(file, language.tag, row.line());
    languages.push_back(std::move(language));
  }
  sort_by_order(languages);
  return languages;
}

std::vector<LifeSituation> read_situations(std::string_view text, std::vector<Finding>& findings) {
  std::vector<LifeSituation> situations;
  for (Record& row :
       records_of(text, "situations.csv", {{"id", "family", "pictogram", "order"}}, findings)) {
    LifeSituation situation;
    situation.id = row.id("id");
    situation.family =
        row.word_of("family", {"arrive", "means", "family", "living", "voice", "alarm"});
    situation.pictogram = row.required("pictogram");
    situation.order = row.number("order");
    situation.line = row.line();
    situations.push_back(std::move(situation));
  }
  sort_by_order(situations);
  return situations;
}

std::vector<TargetGroup> read_groups(std::string_view text, std::vector<Finding>& findings) {
  std::vector<TargetGroup> groups;
  for (Record& row : records_of(text, "groups.csv", {{"id", "pictogram", "order"}}, findings)) {
    TargetGroup group;
    group.id = row.id("id");
    group.pictogram = row.required("pictogram");
    group.order = row.number("order");
    group.line = row.line();
    groups.push_back(std::move(group));
  }
  sort_by_order(groups);
  return groups;
}

std::vector<Fact> read_facts(std::string_view text, std::vector<Finding>& findings) {
  std::vector<Fact> facts;
  for (Record& row : records_of(text, "facts.csv",
                                {{"id", "kind", "value", "source", "checked_on", "verified"},
                                 {"valid_from", "valid_to"}},
                                findings)) {
    Fact fact;
    fact.id = row.id("id", IdForm::Dotted);
    fact.kind = row.word("kind", parse_fact_kind, "amount, number, phone, date, text");
    fact.value = row.required("value");
    fact.valid_from = row.date_or_none("valid_from");
    fact.valid_to = row.date_or_none("valid_to");
    fact.source = row.required("source");
    fact.checked_on = row.date("checked_on");
    row.required("verified");
    fact.verified = row.yes_no("verified").value_or(false);
    fact.line = row.line();
    facts.push_back(std::move(fact));
  }
  return facts;
}

std::vector<Place> read_places(std::string_view text, std::vector<Finding>& findings) {
  std::vector<Place> places;
  for (Record& row : records_of(text, "places.csv",
                                {{"id", "kind", "name", "source", "checked_on", "verified"},
                                 {"street", "postcode", "city", "district", "phone", "email", "web",
                                  "hours", "languages", "step_free", "former_names"}},
                                findings)) {
    Place place;
    place.id = row.id("id");
    place.kind = row.word_of("kind", place_kinds());
    place.name = row.required("name");
    place.street = row.text("street");
    place.postcode = row.text("postcode");
    place.city = row.text("city");
    place.district = row.text("district");
    place.phone = row.text("phone");
    place.email = row.text("email");
    place.web = row.text("web");
    place.hours = row.text("hours");
    place.languages = row.text("languages");
    place.step_free = row.yes_no("step_free");
    place.former_names = row.text("former_names");
    place.source = row.required("source");
    place.checked_on = row.date("checked_on");
    row.required("verified");
    place.verified = row.yes_no("verified").value_or(false);
    place.line = row.line();
    places.push_back(std::move(place));
  }
  return places;
}

std::vector<PlannedTranslation> read_plan(std::string_view text, std::vector<Finding>& findings) {
  std::vector<PlannedTranslation> plan;
  for (Record& row : read_table(text, "plan.csv",
                                {{"topic", "language", "reason"}, {"group", "due"}}, findings)) {
    PlannedTranslation planned;
    planned.topic = row.required("topic");
    planned.language = row.required("language");
    planned.reason =
        row.word("reason", parse_plan_reason, "demand, legal-duty, safety, proposal, pilot");
    planned.group = row.text("group");
    planned.due = row.date_or_none("due").value_or(Date{});
    planned.line = row.line();
    plan.push_back(std::move(planned));
  }
  return plan;
}

static std::string media_type_of(std::string_view name) {
  if (name.ends_with(".svg"))
    return "image/svg+xml";
  if (name.ends_with(".png"))
    return "image/png";
  return {};
}

std::vector<PictureRow> read_pictures(std::string_view text, std::vector<Finding>& findings) {
  std::vector<PictureRow> pictures;
  for (Record& row : records_of(text, "pictures.csv",
                                {{"id", "file", "licence", "attribution"}, {}, "alt."}, findings)) {
    PictureRow entry;
    Picture& picture = entry.picture;
    picture.id = row.id("id");
    const std::string name = row.required("file");
    picture.media_type = media_type_of(name);
    if (!name.empty() && picture.media_type.empty())
      row.report("file", "value-wrong",
                 sentence("«%1» ist weder .svg noch .png", "«%1» is neither .svg nor .png", {name}),
                 sentence("das Bild als SVG oder PNG speichern", "save the picture as SVG or PNG"));
    else if (!name.empty())
      entry.file = "pictures/" + name;
    picture.licence = row.required("licence");
    picture.attribution = row.required("attribution");
    for (const auto& [key, value] : row.fields())
      if (key.starts_with("alt.") && !value.first.empty())
        picture.alternative_text[key.substr(4)] = value.first;
    picture.line = row.line();
    pictures.push_back(std::move(entry));
  }
  return pictures;
}

}  // namespace content
