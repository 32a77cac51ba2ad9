// glyph-missing: no visitor may meet an empty box.
#include <unicode/uchar.h>

#include "content-engine/model/utf8.h"
#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

using kiosk::Weight;

// "U+1E9E «ẞ» LATIN CAPITAL LETTER SHARP S"
static std::string name_of(char32_t c) {
  std::string name = code_point(c) + " «";
  append_utf8(name, c);
  name += "»";
  char buffer[128] = "";
  UErrorCode status = U_ZERO_ERROR;
  u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, buffer, sizeof buffer, &status);
  return U_SUCCESS(status) != 0 && buffer[0] != '\0' ? name + ' ' + buffer : name;
}

// U+FFFC stands for a fact, whose own characters are looked at where it is defined.
static std::string without_objects(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (character.value != 0xFFFC && character.value != '\n')
      out.append(text.substr(at, character.length));
    at += character.length;
  }
  return out;
}

static void check_text(Inspection& inspection, std::string_view text, const std::string& language,
                       Weight weight, const std::string& file, int first_line) {
  for (const char32_t c : inspection.text.uncovered(without_objects(text), language, weight)) {
    std::string sign;
    append_utf8(sign, c);
    const auto at = static_cast<std::uint32_t>(text.find(sign));
    const int line = inspection.positions.line_in_text(file, first_line, at);
    inspection.error(file, line, "glyph-missing",
                     sentence("Für %1 hat die Sprache %2 keine Schrift",
                              "no font of the language %2 has %1", {name_of(c), language}),
                     sentence("ein anderes Zeichen nehmen", "use another character"));
  }
}

static void check_topics(Inspection& inspection) {
  for (const Topic& topic : inspection.edition.topics) {
    for (const auto& [tag, title] : topic.titles) {
      check_text(inspection, title.user, tag, Weight::Bold, topic.file, title.line);
      check_text(inspection, title.official, tag, Weight::Regular, topic.file,
                 inspection.line_of(topic.file, "official." + tag));
    }
    check_text(inspection, topic.attribution + topic.licence,
               inspection.edition.town.default_language, Weight::Regular, topic.file,
               inspection.line_of(topic.file, "attribution"));
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements) {
        const bool heavy =
            element.kind == ElementKind::Heading || element.kind == ElementKind::Value;
        check_text(inspection, element.text, page.language, heavy ? Weight::Bold : Weight::Regular,
                   page.file, element.line);
      }
  }
}

void check_glyphs(Inspection& inspection) {
  const Edition& edition = inspection.edition;
  check_topics(inspection);
  for (const Language& language : edition.languages) {
    const int line = inspection.positions.line("languages.csv", language.tag);
    check_text(inspection, language.endonym + language.greeting, language.tag, Weight::Bold,
               "languages.csv", line);
  }
  for (const auto& [tag, words] : edition.words) {
    const std::string file = "interface/" + tag + ".ini";
    for (const auto& [key, pattern] : words)
      check_text(inspection, pattern, tag, Weight::Regular, file, inspection.line_of(file, key));
  }
  const std::string& german = edition.town.default_language;
  check_text(inspection, edition.town.name + edition.town.phone + edition.town.attribution, german,
             Weight::SemiBold, "town.ini", inspection.line_of("town.ini", "name"));
  for (const Fact& fact : edition.facts)
    check_text(inspection, fact.value, german, Weight::Bold, "facts.csv", fact.line);
  for (const Place& place : edition.places)
    check_text(inspection,
               place.name + place.street + place.postcode + place.city + place.district +
                   place.phone + place.email + place.web,
               german, Weight::Regular, "places.csv", place.line);
  for (const Picture& picture : edition.pictures)
    for (const auto& [tag, words] : picture.alternative_text)
      check_text(inspection, words, tag, Weight::Regular, "pictures.csv", picture.line);
}

}  // namespace content
