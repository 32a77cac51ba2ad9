#include "content-engine/bundle/edition_order.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace content {

template <typename Record, typename Key>
static void sort_by(std::vector<Record>& records, Key key) {
  std::stable_sort(records.begin(), records.end(),
                   [&](const Record& a, const Record& b) { return key(a) < key(b); });
}

template <typename Record>
static void forget_lines(std::vector<Record>& records) {
  for (auto& record : records)
    record.line = 0;
}

static void order_topic(Topic& topic, const std::vector<Language>& languages) {
  sort_by(topic.pages, [&](const Page& page) {
    const Language* language = find_language(languages, page.language);
    return std::tuple(language == nullptr ? std::numeric_limits<int>::max() : language->order,
                      std::string_view(page.language));
  });
  topic.file.clear();
  for (auto& [tag, title] : topic.titles)
    title.line = 0;
  for (auto& page : topic.pages) {
    page.file.clear();
    forget_lines(page.elements);
  }
}

Edition in_bundle_order(Edition edition) {
  const auto by_id = [](const auto& record) { return std::string_view(record.id); };
  const auto by_order = [](const auto& record) {
    return std::tuple(record.order, std::string_view(record.id));
  };
  sort_by(edition.languages, [](const Language& language) {
    return std::tuple(language.order, std::string_view(language.tag));
  });
  sort_by(edition.situations, by_order);
  sort_by(edition.groups, by_order);
  sort_by(edition.facts, by_id);
  sort_by(edition.places, by_id);
  sort_by(edition.offerings, by_id);
  sort_by(edition.notices, by_id);
  sort_by(edition.pictures, by_id);
  sort_by(edition.clips, [](const Clip& clip) {
    return std::tuple(std::string_view(clip.language), std::string_view(clip.text));
  });
  sort_by(edition.topics, by_id);
  sort_by(edition.plan, [](const PlannedTranslation& planned) {
    return std::tuple(std::string_view(planned.topic), std::string_view(planned.language),
                      std::string_view(planned.group));
  });
  forget_lines(edition.situations);
  forget_lines(edition.groups);
  forget_lines(edition.facts);
  forget_lines(edition.places);
  forget_lines(edition.offerings);
  for (Offering& offering : edition.offerings)
    offering.origin.clear();
  forget_lines(edition.notices);
  forget_lines(edition.plan);
  forget_lines(edition.pictures);
  forget_lines(edition.clips);
  for (Clip& clip : edition.clips)
    clip.file.clear();
  std::erase_if(edition.words, [](const auto& language) { return language.second.empty(); });
  for (auto& topic : edition.topics)
    order_topic(topic, edition.languages);
  return edition;
}

}  // namespace content
