#include "tests/content-engine/bundle/walk.h"

#include <algorithm>
#include <set>

#include "content-engine/reader/notice_list.h"
#include "content-engine/reader/offering_list.h"
#include "content-engine/reader/place_list.h"

namespace content {

static constexpr Date day{2026, 11, 23};

template <typename Record>
static std::vector<Record> some(std::vector<Record> records, std::size_t limit) {
  records.resize(std::min(records.size(), limit));
  return records;
}

static void follow(const Library& library, const Element& element, const std::string& language) {
  library.place(element.target);
  library.picture(element.target, language);
  for (const auto& span : some(element.spans, 20)) {
    library.fact(span.target, language, day);
    // Throws when a span does not fit its text.
    std::string covered = element.text.substr(span.start, span.end - span.start);
    covered.shrink_to_fit();
  }
}

static int walk_topic(const Library& library, const std::string& topic,
                      const std::string& language) {
  (void)library.fallback(topic, language);
  library.topics_below(topic, language);
  const auto page = library.page(topic, language, day);
  if (!page)
    return 0;
  for (const auto& element : some(page->elements, 100))
    follow(library, element, language);
  return 1;
}

// What the lists make of a stranger's places, repetitions and days.
static void walk_lists(const Library& library) {
  const Registers& registers = library.registers();
  const Here here{library.town(), "Wanne", "tr", {day, 600}};
  for (const auto kind : kinds_of_places(registers))
    places_of_kind(registers, kind, here);
  places_speaking(registers, here);
  words_of_courses(registers, here);
  courses(registers, {"time:morning"}, here);
  coming_events(registers, here);
  notices_for_everybody(registers, library.languages(), day);
}

int walk(const Library& library) {
  walk_lists(library);
  int pages = 0;
  for (const auto& language : some(library.languages(), 6)) {
    library.word(language.tag, "fact.being-checked");
    library.clip(language.tag, "Merhaba.");
    for (const char* query : {"k", "kindergeld", "kindrgeld melden", "çocuk", "انعانة"})
      for (const auto& hit : library.search(language.tag, query, 10).hits)
        library.place(hit.id);
    std::set<std::string> topics{"wohnsitz-anmelden", "kindergeld", "familienpass"};
    for (const auto& way : some(library.situations(), 6))
      for (const auto& entry : some(library.topics_of_situation(way.id, language.tag), 10))
        topics.insert(entry.id);
    for (const auto& way : some(library.groups(), 6))
      for (const auto& entry : some(library.topics_of_group(way.id, language.tag), 10))
        topics.insert(entry.id);
    for (const auto& topic : topics)
      pages += walk_topic(library, topic, language.tag);
  }
  return pages;
}

}  // namespace content
