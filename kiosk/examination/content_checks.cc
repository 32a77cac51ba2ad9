#include "kiosk/examination/content_checks.h"

#include <algorithm>
#include <set>

#include "content-engine/model/utf8.h"
#include "kiosk/examination/whole_content.h"

namespace kiosk {
namespace {

using content::Library;
using content::Sentence;
using content::TopicEntry;

// What is no sign of a text: breaks, and the place a fact stands in.
bool is_sign(char32_t c) {
  return c != '\n' && c != 0x2028 && c != 0xFFFC;
}

std::set<char32_t> without_glyph(const Library& library, const std::string& language,
                                 TextEngine& text, content::Date today) {
  std::set<char32_t> missing;
  for (const std::string& words : texts_in(library, language, today))
    for (const Weight weight : {Weight::Regular, Weight::Bold})
      for (const char32_t c : text.uncovered(words, language, weight))
        if (is_sign(c))
          missing.insert(c);
  return missing;
}

bool finds(const Library& library, const std::string& language, const TopicEntry& topic) {
  constexpr int among_the_first = 5;
  const auto answer = library.search(language, topic.title, among_the_first);
  return std::any_of(answer.hits.begin(), answer.hits.end(), [&](const content::SearchHit& hit) {
    // Two topics may bear one title: whoever asks for it is served by either.
    return hit.id == topic.id || hit.title == topic.title;
  });
}

const Sentence take_anew{"Ausgabe neu einspielen; kommt es wieder, der Redaktion melden",
                         "take the edition anew; if it comes back, tell the editors"};

}  // namespace

Remark examine_pages(const Library& library, content::Date today) {
  std::vector<std::string> broken;
  int opened = 0;
  for (const content::Language& language : library.languages())
    for (const TopicEntry& topic : topics_in(library, language.tag)) {
      const bool opens = topic.in_language
                             ? static_cast<bool>(library.page(topic.id, language.tag, today))
                             : static_cast<bool>(library.fallback(topic.id, language.tag));
      ++opened;
      if (!opens)
        broken.push_back(language.tag + ": " + topic.id);
    }
  if (!broken.empty())
    return {"pages",
            Grade::Fail,
            {"Seiten öffnen sich nicht", "pages do not open"},
            take_anew,
            short_list(broken)};
  if (opened == 0)
    return {"pages", Grade::Fail, {"Es gibt kein Thema", "there is no topic"}, take_anew};
  return {"pages",
          Grade::Pass,
          {"Jede Seite öffnet sich", "every page opens"},
          {},
          std::to_string(opened)};
}

Remark examine_glyphs(const Library& library, TextEngine& text, content::Date today) {
  std::vector<std::string> lacking;
  for (const content::Language& language : library.languages()) {
    std::string signs;
    for (const char32_t c : without_glyph(library, language.tag, text, today))
      signs += " " + content::code_point(c);
    if (!signs.empty())
      lacking.push_back(language.tag + ":" + signs);
  }
  if (!lacking.empty())
    return {"glyphs",
            Grade::Fail,
            {"Schriftzeichen fehlen", "characters have no glyph"},
            {"Paket wegweiser-fonts neu installieren; sonst der Redaktion melden",
             "install the package wegweiser-fonts anew; else tell the editors"},
            short_list(lacking)};
  return {
      "glyphs",
      Grade::Pass,
      {"Jedes Zeichen jeder Sprache hat ein Bild", "every character of every language has a glyph"},
      {},
      std::to_string(library.languages().size()) + " languages"};
}

Remark examine_search(const Library& library) {
  std::vector<std::string> unfound;
  int asked = 0;
  for (const content::Language& language : library.languages())
    for (const TopicEntry& topic : topics_in(library, language.tag)) {
      if (!topic.in_language || topic.title_language != language.tag)
        continue;
      ++asked;
      if (!finds(library, language.tag, topic))
        unfound.push_back(language.tag + ": " + topic.id);
    }
  if (!unfound.empty())
    return {"search",
            Grade::Fail,
            {"Die Suche findet nicht, was da ist", "search does not find what is there"},
            take_anew,
            short_list(unfound)};
  if (asked == 0)
    return {"search", Grade::NotApplicable, {"Nichts zu suchen", "nothing to search for"}};
  return {"search",
          Grade::Pass,
          {"Jeder Titel wird gefunden", "every title is found"},
          {},
          std::to_string(asked)};
}

}  // namespace kiosk
