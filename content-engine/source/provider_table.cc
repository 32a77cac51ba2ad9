#include "content-engine/source/provider_table.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

#include "content-engine/source/csv_file.h"
#include "content-engine/source/offering_table.h"
#include "content-engine/source/source_text.h"

namespace content {

namespace {

struct Name {
  std::string_view theirs, ours;
};

constexpr std::array<Name, 27> column_names{{{"Titel", "title"},
                                             {"Kurs", "title"},
                                             {"Kurstitel", "title"},
                                             {"Anbieter", "provider"},
                                             {"Träger", "provider"},
                                             {"Art", "type"},
                                             {"Kursart", "type"},
                                             {"Niveau", "levels"},
                                             {"Niveaustufe", "levels"},
                                             {"Zielgruppe", "groups"},
                                             {"Ort", "address"},
                                             {"Anschrift", "address"},
                                             {"Stadtbezirk", "district"},
                                             {"Sprachen", "languages"},
                                             {"Kinderbetreuung", "childcare"},
                                             {"Kosten", "cost"},
                                             {"Gebühr", "cost"},
                                             {"Berechtigung", "entitlement"},
                                             {"Beginn", "starts"},
                                             {"Ende", "ends"},
                                             {"Zeiten", "times"},
                                             {"Telefon", "phone"},
                                             {"E-Mail", "email"},
                                             {"Internet", "web"},
                                             {"Anmeldung bis", "register_by"},
                                             {"Kursnummer", "origin"},
                                             {"Nummer", "origin"}}};

// Beginnings of words, so that «Eltern-/Frauenkurs» is found.
constexpr std::array<Name, 13> type_names{{{"integration", "integration"},
                                           {"eltern", "parents-women"},
                                           {"frauen", "parents-women"},
                                           {"jugend", "youth"},
                                           {"alpha", "literacy"},
                                           {"beruf", "vocational"},
                                           {"bsk", "vocational"},
                                           {"erstorientierung", "orientation"},
                                           {"eok", "orientation"},
                                           {"deutsch", "german"},
                                           {"sprachkurs", "german"},
                                           {"anderer", "other-course"},
                                           {"sonstiger", "other-course"}}};

constexpr std::array<Name, 7> day_names{{{"Mo", "Mo"},
                                         {"Di", "Tu"},
                                         {"Mi", "We"},
                                         {"Do", "Th"},
                                         {"Fr", "Fr"},
                                         {"Sa", "Sa"},
                                         {"So", "Su"}}};

std::string small(std::string_view text) {
  std::string out(text);
  for (char& sign : out)
    if (sign >= 'A' && sign <= 'Z')
      sign = static_cast<char>(sign - 'A' + 'a');
  return out;
}

std::string column(std::string_view theirs) {
  const auto at = std::find_if(column_names.begin(), column_names.end(), [&](const Name& name) {
    return small(name.theirs) == small(theirs);
  });
  return std::string(at == column_names.end() ? theirs : at->ours);
}

// "11.1.2027" → "2027-01-11"; everything else as it is.
std::string day_of(const std::string& text) {
  int day = 0, month = 0, year = 0, read = 0;
  if (std::sscanf(text.c_str(), "%2d.%2d.%4d%n", &day, &month, &year, &read) != 3 ||
      static_cast<std::size_t>(read) != text.size())
    return text;
  return to_iso({year, month, day});
}

std::string yes_no(const std::string& text) {
  const std::string word = small(text);
  if (word == "ja" || word == "j" || word == "x")
    return "yes";
  return word == "nein" || word == "n" || word == "-" ? "no" : text;
}

// "229,50 €" → "229.50", "kostenlos" → "free".
std::string cost_of(std::string text) {
  const std::string word = small(text);
  if (word == "kostenlos" || word == "kostenfrei" || word == "frei" || word == "0" ||
      word == "gratis")
    return "free";
  for (const std::string_view sign : {"€", "EUR", "Euro"})
    if (const std::size_t at = text.find(sign); at != std::string::npos)
      text.erase(at, sign.size());
  text = std::string(trimmed(text));
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

// "A1, A2.1" → "a1 a2"; «Alphabetisierung» → "alpha".
std::string levels_of(const std::string& text) {
  std::string levels;
  for (const std::string_view level : {"alpha", "a1", "a2", "b1", "b2", "c1"})
    if (small(text).find(level) != std::string::npos)
      levels += (levels.empty() ? "" : " ") + std::string(level);
  return levels.empty() ? text : levels;
}

std::string type_of(const std::string& text) {
  const std::string word = small(text);
  const auto& known = offering_types(OfferingKind::Course);
  if (std::find(known.begin(), known.end(), word) != known.end())
    return word;
  // The more special word wins: «Integrationskurs für Frauen» is one for women.
  for (const Name& name : {type_names[1], type_names[2], type_names[3], type_names[4]})
    if (word.find(name.theirs) != std::string::npos)
      return std::string(name.ours);
  for (const Name& name : type_names)
    if (word.find(name.theirs) != std::string::npos)
      return std::string(name.ours);
  return text;
}

// «Mo, Mi 9:00-12:15 Uhr» → "Mo,We 09:00-12:15".
std::string times_of(const std::string& text) {
  if (text.find("Tu") != std::string::npos || text.find("We") != std::string::npos ||
      text.find("Th") != std::string::npos)
    return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    const auto day = std::find_if(day_names.begin(), day_names.end(),
                                  [&](const Name& name) { return rest.starts_with(name.theirs); });
    if (day != day_names.end()) {
      out += day->ours;
      at += day->theirs.size();
    } else if (rest.starts_with("Uhr")) {
      at += 3;
    } else if (rest.starts_with("–")) {
      out += '-';
      at += std::string_view("–").size();
    } else {
      out += text[at++];
    }
  }
  std::string tidy;  // no blanks round commas and hyphens, two digits of hours
  for (std::size_t at = 0; at < out.size(); ++at) {
    const char sign = out[at];
    const bool loose =
        sign == ' ' && (tidy.empty() || tidy.back() == ',' || tidy.back() == '-' ||
                        tidy.back() == ' ' || at + 1 == out.size() || out[at + 1] == ',' ||
                        out[at + 1] == '-' || out[at + 1] == ' ' || out[at + 1] == ';');
    const auto digit = [&](std::size_t i) {
      return i < out.size() && out[i] >= '0' && out[i] <= '9';
    };
    if (digit(at) && !digit(at + 1) && (at == 0 || !digit(at - 1)) && at + 1 < out.size() &&
        (out[at + 1] == ':' || out[at + 1] == '.'))
      tidy += '0';
    if (sign == '.' && at > 0 && digit(at - 1) && digit(at + 1))
      tidy += ':';
    else if (!loose)
      tidy += sign;
  }
  return tidy;
}

std::string value_of(const std::string& key, const std::string& text) {
  if (text.empty())
    return text;
  if (key == "starts" || key == "ends" || key == "register_by")
    return day_of(text);
  if (key == "childcare" || key == "entitlement")
    return yes_no(text);
  if (key == "cost")
    return cost_of(text);
  if (key == "levels")
    return levels_of(text);
  if (key == "type")
    return type_of(text);
  return key == "times" ? times_of(text) : text;
}

}  // namespace

ProviderTable read_provider_table(std::string_view text, const std::string& file) {
  ProviderTable table;
  const CsvFile csv = parse_csv(text, file, table.findings);
  table.rows = static_cast<int>(csv.rows.size());
  for (const CsvRow& cells : csv.rows) {
    std::vector<Finding> findings;
    Record row(file, cells.line, findings);
    for (const std::string_view needless : {"id", "provider", "source", "checked_on", "verified"})
      row.forgive(std::string(needless));
    for (std::size_t at = 0; at < csv.header.cells.size() && at < cells.cells.size(); ++at) {
      const std::string key = column(csv.header.cells[at]);
      row.set(key, value_of(key, cells.cells[at]), cells.line);
    }
    if (row.text("kind").empty())
      row.set("kind", "course", cells.line);
    if (row.text("type").empty())
      row.set("type", type_of(row.text("title")), cells.line);
    Offering offering = offering_of(row);
    if (!has_errors(findings))
      table.offerings.push_back(std::move(offering));
    for (Finding& finding : findings)
      table.findings.push_back(std::move(finding));
  }
  return table;
}

}  // namespace content
