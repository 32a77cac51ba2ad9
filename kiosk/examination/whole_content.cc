#include "kiosk/examination/whole_content.h"

#include <set>

#include "content-engine/model/offering.h"
#include "kiosk/screens/interface_keys.h"

namespace kiosk {
namespace {

using content::Library;
using content::TopicEntry;

void add_tree(const Library& library, std::vector<TopicEntry> topics, const std::string& language,
              std::set<std::string>& seen, std::vector<TopicEntry>& all) {
  for (TopicEntry& topic : topics) {
    if (!seen.insert(topic.id).second)
      continue;
    const std::string id = topic.id;
    const bool tree = topic.children > 0;
    all.push_back(std::move(topic));
    if (tree)
      add_tree(library, library.topics_below(id, language), language, seen, all);
  }
}

void add_words(const Library& library, const std::string& language,
               std::vector<std::string>& texts) {
  const auto word = [&](const std::string& key) {
    texts.emplace_back(library.word(language, key));
  };
  for (const std::string_view key : interface_keys())
    word(std::string(key));
  for (const content::WayIn& way : library.situations())
    word("situation." + way.id);
  for (const content::WayIn& way : library.groups())
    word("group." + way.id);
  for (const std::string_view kind : content::place_kinds())
    word("place-kind." + std::string(kind));
  for (const auto kind : {content::OfferingKind::Course, content::OfferingKind::Event})
    for (const std::string_view type : content::offering_types(kind))
      word("offer-type." + std::string(type));
}

}  // namespace

std::vector<TopicEntry> topics_in(const Library& library, const std::string& language) {
  std::set<std::string> seen;
  std::vector<TopicEntry> all;
  for (const content::WayIn& way : library.situations())
    add_tree(library, library.topics_of_situation(way.id, language), language, seen, all);
  for (const content::WayIn& way : library.groups())
    add_tree(library, library.topics_of_group(way.id, language), language, seen, all);
  return all;
}

std::vector<std::string> texts_in(const Library& library, const std::string& language,
                                  content::Date today) {
  std::vector<std::string> texts;
  if (const content::Language* spoken = library.language(language)) {
    texts.push_back(spoken->endonym);
    texts.push_back(spoken->greeting);
  }
  add_words(library, language, texts);
  for (const TopicEntry& topic : topics_in(library, language)) {
    if (topic.title_language == language)
      texts.push_back(topic.title + topic.official_title);
    if (!topic.in_language)
      continue;
    if (const auto page = library.page(topic.id, language, today))
      for (const content::Element& element : page->elements)
        texts.push_back(element.text);
  }
  for (const content::Notice& notice : library.registers().notices)
    if (const auto text = notice.texts.find(language); text != notice.texts.end())
      texts.push_back(text->second);
  for (const content::Offering& offering : library.registers().offerings)
    if (const auto title = offering.titles.find(language); title != offering.titles.end())
      texts.push_back(title->second);
  if (language == library.town().default_language)
    for (const content::Place& place : library.registers().places)
      texts.push_back(place.name + place.street + place.city + place.district);
  return texts;
}

}  // namespace kiosk
