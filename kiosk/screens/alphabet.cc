#include "kiosk/screens/alphabet.h"

#include <unicode/alphaindex.h>
#include <unicode/locid.h>

#include <memory>
#include <set>
#include <utility>

namespace kiosk {
namespace {

// An imported tree of a large town; far more than anybody looks through, and never without end.
constexpr std::size_t most_topics = 5'000;

icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

class Collection final {
 public:
  Collection(const content::Library& library, std::string_view language)
      : library_(library), language_(language) {}

  void add(std::vector<content::TopicEntry> entries) {
    for (content::TopicEntry& entry : entries) {
      if (found_.size() >= most_topics || !seen_.insert(entry.id).second)
        continue;
      if (entry.children > 0)
        add(library_.topics_below(entry.id, language_));
      if (entry.title_language == language_)
        found_.push_back(std::move(entry));
    }
  }
  std::vector<content::TopicEntry> take() { return std::move(found_); }

 private:
  const content::Library& library_;
  std::string_view language_;
  std::set<std::string> seen_;
  std::vector<content::TopicEntry> found_;
};

}  // namespace

const std::string& term_of(const content::TopicEntry& topic) {
  return topic.official_title.empty() ? topic.title : topic.official_title;
}

std::vector<IndexLetter> by_letters(std::vector<content::TopicEntry> topics,
                                    std::string_view format_locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::AlphabeticIndex index(locale_of(format_locale), status);
  // German names stand in every language's index under their own letters.
  index.addLabels(icu::Locale::getEnglish(), status);
  for (const content::TopicEntry& topic : topics)
    index.addRecord(icu::UnicodeString::fromUTF8(term_of(topic)), &topic, status);
  std::vector<IndexLetter> letters;
  while (U_SUCCESS(status) && index.nextBucket(status)) {
    if (index.getBucketRecordCount() == 0)
      continue;
    IndexLetter letter;
    if (index.getBucketLabelType() == U_ALPHAINDEX_NORMAL)
      index.getBucketLabel().toUTF8String(letter.label);
    else
      letter.label = "#";
    while (index.nextRecord(status))
      letter.topics.push_back(*static_cast<const content::TopicEntry*>(index.getRecordData()));
    if (!letters.empty() && letters.back().label == letter.label)
      letters.back().topics.insert(letters.back().topics.end(), letter.topics.begin(),
                                   letter.topics.end());
    else
      letters.push_back(std::move(letter));
  }
  return letters;
}

std::vector<content::TopicEntry> topics_in(const content::Library& library,
                                           std::string_view language) {
  const auto titled_in = [&](std::string_view titles) {
    Collection collection(library, titles);
    for (const content::WayIn& way : library.situations())
      collection.add(library.topics_of_situation(way.id, language));
    return collection.take();
  };
  auto topics = titled_in(language);
  return topics.empty() ? titled_in(library.town().default_language) : topics;
}

}  // namespace kiosk
