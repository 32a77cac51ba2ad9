#include "content-engine/rules/recordable.h"

#include <map>
#include <utility>

#include "content-engine/reader/fact_text.h"
#include "content-engine/reader/filled_text.h"
#include "kiosk/speech/sentences.h"
#include "kiosk/speech/spoken_language.h"

namespace content {
namespace {

class Collector final {
 public:
  Collector(const Edition& edition, const Language& language, Date today)
      : edition_(edition), language_(language), today_(today) {}

  void take_topic(const Topic& topic) {
    topic_ = topic.id;
    if (const auto title = topic.titles.find(language_.tag); title != topic.titles.end()) {
      take_whole(title->second.user);
      take_whole(title->second.official);
    }
    if (const Page* page = find_page(topic, language_.tag))
      for (const Element& element : page->elements)
        take_element(element);
    topic_.clear();
  }

  void take(const std::map<std::string, std::string>& by_language) {
    if (const auto text = by_language.find(language_.tag); text != by_language.end())
      take_text(text->second);
  }

  // A word with arguments is another one each time.
  void take_word(const std::string& pattern) {
    const std::string word = plain_word(pattern);
    if (word.find('{') == std::string::npos)
      take_text(word);
  }

  std::vector<Recordable> finish() { return std::move(found_); }

 private:
  void take_element(const Element& element) {
    constexpr std::size_t no_page_is_longer = 2 * 1024 * 1024;
    const auto filled = fill_facts(
        element, [&](std::string_view id) { return filling(id); }, no_page_is_longer);
    if (!filled)
      return;
    if (element.kind == ElementKind::Heading)
      take_whole(filled->text);
    else
      take_text(filled->text);
  }

  Filling filling(std::string_view id) const {
    const Fact* fact = find_fact(edition_, std::string(id));
    if (fact != nullptr && holds(*fact, today_))
      if (auto text = write_fact(*fact, language_))
        return {std::move(text->text), SpanKind::Isolate, std::move(text->isolate)};
    const auto words = edition_.words.find(language_.tag);
    if (words != edition_.words.end())
      if (const auto word = words->second.find("fact.being-checked"); word != words->second.end())
        return {plain_word(word->second), SpanKind::Fact, std::string(id)};
    return {};
  }

  void take_whole(std::string_view text) {
    if (const std::string whole = clip_text(text); !whole.empty())
      found_.push_back({topic_, whole, {whole}});
  }

  void take_text(std::string_view text) {
    Recordable found{topic_, clip_text(text), {}};
    for (const kiosk::Extent& extent : kiosk::sentences(text, language_.tag))
      found.sentences.push_back(clip_text(text.substr(extent.start, extent.end - extent.start)));
    if (!found.sentences.empty())
      found_.push_back(std::move(found));
  }

  const Edition& edition_;
  const Language& language_;
  const Date today_;
  std::string topic_;
  std::vector<Recordable> found_;
};

}  // namespace

bool has_voice(const std::string& language) {
  return kiosk::spoken_language(language) != nullptr;
}

std::vector<Recordable> recordables(const Edition& edition, const Language& language, Date today) {
  Collector collector(edition, language, today);
  for (const Topic& topic : edition.topics)
    collector.take_topic(topic);
  for (const Notice& notice : edition.notices)
    if (today <= notice.last)
      collector.take(notice.texts);
  for (const Offering& offering : edition.offerings)
    collector.take(offering.titles);
  for (const Picture& picture : edition.pictures)
    collector.take(picture.alternative_text);
  if (const auto words = edition.words.find(language.tag); words != edition.words.end())
    for (const auto& [key, pattern] : words->second)
      collector.take_word(pattern);
  return collector.finish();
}

std::vector<Recordable> unrecorded(const std::vector<Recordable>& texts,
                                   const std::set<std::string>& recorded,
                                   const std::string& topic) {
  std::vector<Recordable> left;
  std::set<std::string> seen;
  for (const Recordable& text : texts) {
    if ((!topic.empty() && text.topic != topic) || recorded.contains(text.whole))
      continue;
    Recordable rest{text.topic, text.whole, {}};
    for (const std::string& sentence : text.sentences)
      if (!recorded.contains(sentence) && seen.insert(sentence).second)
        rest.sentences.push_back(sentence);
    if (!rest.sentences.empty())
      left.push_back(std::move(rest));
  }
  return left;
}

}  // namespace content
