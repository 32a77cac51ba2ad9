#include "content-engine/search/index.h"

#include <algorithm>
#include <set>

#include "content-engine/search/index_words.h"
#include "content-engine/search/postings.h"
#include "content-engine/search/word_list.h"

namespace content {

namespace {

using Met = std::vector<IndexWords::Met>;

struct Head {
  std::uint8_t field = 0;
  Met words;
};

// What an entry has in one language, as words.
struct Entry {
  std::uint32_t number = 0;
  std::vector<Head> heads;
  Met body;
  Met headings;  // again, so that they count twice
  std::size_t length = 0;
  bool has_page = false;
};

std::size_t whole_words(const Met& words) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](const auto& met) { return !met.is_part; }));
}

class Builder final {
 public:
  Builder(const Edition& edition, const Language& language, const EntryNumbers& numbers)
      : edition_(edition),
        tag_(language.tag),
        is_own_(language.tag == edition.town.default_language),
        numbers_(numbers),
        words_(language.tag) {
    for (const Topic& topic : edition.topics)
      topics_.emplace(topic.id, &topic);
  }

  LanguageIndex build() {
    for (const Topic& topic : edition_.topics)
      read(topic);
    if (is_own_)
      for (const Place& place : edition_.places)
        read(place);
    words_.settle();
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& one, const Entry& other) { return one.number < other.number; });
    for (const Entry& entry : entries_)
      post(entry);
    return written();
  }

 private:
  struct Posted {
    PostingWriter heads, bodies;
  };
  struct Counted {
    std::uint32_t heads = 0, bodies = 0;
  };

  void add_head(Entry& entry, HeadField field, std::string_view text) {
    if (Met words = words_.read(text); !words.empty())
      entry.heads.push_back({field, std::move(words)});
  }

  void read(const Topic& topic) {
    Entry entry{.number = numbers_.topics.at(topic.id)};
    if (const auto title = topic.titles.find(tag_); title != topic.titles.end()) {
      add_head(entry, HeadTitle, title->second.user);
      add_head(entry, HeadOfficial, title->second.official);
    }
    if (const auto synonyms = topic.synonyms.find(tag_); synonyms != topic.synonyms.end())
      for (const std::string& synonym : synonyms->second)
        add_head(entry, HeadSynonym, synonym);
    if (is_own_)
      read_places(topic, entry);
    if (const Page* page = find_page(topic, tag_))
      read_page(topic, *page, entry);
    keep(std::move(entry));
  }

  void read_places(const Topic& topic, Entry& entry) {
    std::set<std::string> places{topic.lead_office};
    for (const Page& page : topic.pages)
      for (const Element& element : page.elements)
        if (element.kind == ElementKind::PlaceCard)
          places.insert(element.target);
    for (const std::string& id : places)
      if (const Place* place = find_place(edition_, id)) {
        add_head(entry, HeadPlace, place->name);
        add_head(entry, HeadPlace, place->former_names);
      }
  }

  // The titles above a page are its context: «Familie › Kita-Platz».
  void read_page(const Topic& topic, const Page& page, Entry& entry) {
    entry.has_page = true;
    const auto read = [&](std::string_view text, Met& into) {
      const Met words = words_.read(text);
      into.insert(into.end(), words.begin(), words.end());
    };
    for (const Element& element : page.elements) {
      read(element.text, entry.body);
      if (element.kind == ElementKind::Heading)
        read(element.text, entry.headings);
    }
    entry.length = whole_words(entry.body);
    std::set<std::string_view> above{topic.id};
    for (auto at = topics_.find(topic.parent);
         at != topics_.end() && above.insert(at->first).second;
         at = topics_.find(at->second->parent))
      if (const auto title = at->second->titles.find(tag_); title != at->second->titles.end())
        read(title->second.user, entry.headings);
  }

  void read(const Place& place) {
    Entry entry{.number = numbers_.places.at(place.id)};
    add_head(entry, HeadTitle, place.name);
    add_head(entry, HeadFormerName, place.former_names);
    keep(std::move(entry));
  }

  void keep(Entry entry) {
    if (!entry.heads.empty() || entry.has_page)
      entries_.push_back(std::move(entry));
  }

  void post(const Entry& entry) {
    post_heads(entry);
    if (entry.has_page)
      post_body(entry);
  }

  void post_heads(const Entry& entry) {
    std::map<std::string_view, HeadPosting> stems;
    std::set<IndexWords::Id> seen;
    for (const Head& head : entry.heads) {
      const auto length =
          static_cast<std::uint8_t>(std::min<std::size_t>(whole_words(head.words), 255));
      const auto add = [&](std::string_view stem, bool whole) {
        HeadPosting& posting =
            stems.try_emplace(stem, HeadPosting{entry.number, HeadPart, 255}).first->second;
        const bool was_part = (posting.fields & HeadPart) != 0;
        if (whole && was_part)  // what was a part until now does not count beside the word itself
          posting = {entry.number, 0, 255};
        if (whole == ((posting.fields & HeadPart) == 0)) {
          posting.fields |= head.field;
          posting.words = std::min(posting.words, length);
        }
      };
      for (const auto& met : head.words) {
        seen.insert(met.id);
        add(words_.stem(met.id), !met.is_part);
        for (const std::string& part : words_.parts(met.id))
          add(part, false);
      }
    }
    for (const auto& [stem, posting] : stems)
      posted_[std::string(stem)].heads.add(posting);
    for (const IndexWords::Id id : seen)
      ++counted(id).heads;
  }

  void post_body(const Entry& entry) {
    std::map<std::string_view, int> halves;
    std::set<IndexWords::Id> seen;
    for (const Met* text : {&entry.body, &entry.headings})
      for (const auto& met : *text) {
        seen.insert(met.id);
        halves[words_.stem(met.id)] += met.is_part ? 1 : 2;
        for (const std::string& part : words_.parts(met.id))
          halves[part] += 1;
      }
    for (const auto& [stem, count] : halves)
      posted_[std::string(stem)].bodies.add(
          BodyPosting{entry.number, static_cast<std::uint8_t>(std::min(count, 15)),
                      length_class(entry.length)});
    for (const IndexWords::Id id : seen)
      ++counted(id).bodies;
    ++pages_;
    length_ += entry.length;
  }

  Counted& counted(IndexWords::Id id) {
    if (counted_.size() < words_.size())
      counted_.resize(words_.size());
    return counted_[id];
  }

  LanguageIndex written() {
    LanguageIndex index{.language = tag_, .entries = static_cast<int>(entries_.size())};
    if (pages_ > 0)
      index.average = static_cast<int>(length_ / pages_);
    std::vector<ListedWord> list;
    for (IndexWords::Id id = 0; id < words_.size(); ++id)
      list.push_back({words_.folded(id), words_.stem(id), words_.shown(id), counted(id).heads,
                      counted(id).bodies});
    std::sort(list.begin(), list.end(),
              [](const ListedWord& one, const ListedWord& other) { return one.word < other.word; });
    index.words = write_word_list(list);
    for (const auto& [stem, posted] : posted_)
      index.stems[stem] = {posted.heads.bytes(), posted.bodies.bytes()};
    return index;
  }

  const Edition& edition_;
  std::string tag_;
  bool is_own_;
  const EntryNumbers& numbers_;
  IndexWords words_;
  std::map<std::string_view, const Topic*> topics_;
  std::vector<Entry> entries_;
  std::vector<Counted> counted_;
  std::map<std::string, Posted> posted_;
  std::size_t pages_ = 0, length_ = 0;
};

}  // namespace

LanguageIndex build_index(const Edition& edition, const Language& language,
                          const EntryNumbers& numbers) {
  return Builder(edition, language, numbers).build();
}

}  // namespace content
