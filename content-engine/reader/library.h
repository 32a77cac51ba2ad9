// What a kiosk may ask of one bundle. Every answer is a value for one visitor's language and one
// day: facts are filled in, expired ones marked, untranslated topics listed honestly (R04). Reads
// the file that bundle/bundle_reader.h opened; never writes, never goes to the network.
// Not thread-safe: the kiosk's worker owns it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/clip.h"
#include "content-engine/model/edition.h"
#include "content-engine/model/result.h"
#include "content-engine/reader/search_answer.h"

namespace content {

// One life situation, target group or parent page as a way in.
struct WayIn {
  std::string id;
  std::string family;  // colour family of the look; empty for groups
  std::string pictogram;
  int topics = 0;  // how many topics it leads to, in any language

  bool operator==(const WayIn&) const = default;
};

// A topic as a line in a list. `in_language` false: title is in the visitor's language all the
// same (titles exist in every language where the editors gave one), the page is not.
struct TopicEntry {
  std::string id;
  std::string title;
  std::string title_language;  // tag the title is written in
  bool in_language = true;
  std::vector<std::string> languages;  // tags of the languages it has, in picker order
  int children = 0;                    // an imported page tree: how many topics lie below
  bool sensitive = false;
  std::string official_title{};  // the office's word, in the title's language; may be the title

  bool operator==(const TopicEntry&) const = default;
};

// A fact that could not be shown as a number: the element's text holds the interface word
// "fact.being-checked" there, covered by a SpanKind::Fact span.
struct TopicPage {
  std::string id;
  std::string language;  // of the text
  std::string title;     // user title
  std::string official_title;
  std::string official_title_german;  // for the counter; equal to official_title in German
  std::string situation;              // the first; gives colour and crumb
  std::string family;
  std::string pictogram;
  Provenance provenance{};
  Date updated;
  Date review_due;
  bool sensitive = false;
  TopicForm form{};
  std::string licence;
  std::string attribution;
  std::vector<std::string> languages;  // it exists in, picker order
  std::vector<Element> elements;       // facts filled in; PlaceCards resolved by `place`

  bool operator==(const TopicPage&) const = default;
};

// Why there is no page: the topic exists, in these languages only.
struct NotInLanguage {
  std::string id;
  std::string title;  // best title for the visitor
  std::string title_language;
  std::string situation;
  std::vector<std::string> languages;

  bool operator==(const NotInLanguage&) const = default;
};

// What the town has lists of: small enough to be asked as a whole (place_list.h, offering_list.h
// and notice_list.h choose from it).
struct Registers {
  std::vector<Place> places;        // by id
  std::vector<Offering> offerings;  // by id
  std::vector<Notice> notices;      // by id

  bool operator==(const Registers&) const = default;
};

class Library {
 public:
  // Takes a verified bundle (bundle_reader.h says what was verified). Unsupported when it lacks an
  // interface word of `needed_keys`, the ones the program cannot do without.
  static Result<std::unique_ptr<Library>> open(const std::filesystem::path& bundle,
                                               std::span<const std::string_view> needed_keys = {});
  virtual ~Library() = default;

  virtual const Town& town() const = 0;
  virtual const std::vector<Language>& languages() const = 0;  // by order
  virtual const Language* language(std::string_view tag) const = 0;
  // The pattern of an interface word; falls back to the language without its last subtag, then to
  // the town's default language, then to the key itself. The view lives as long as the library (a
  // key returned: as long as the caller's key).
  virtual std::string_view word(std::string_view language, std::string_view key) const = 0;

  virtual std::vector<WayIn> situations() const = 0;  // by order, empty ones left out
  virtual std::vector<WayIn> groups() const = 0;
  // Topics of a situation (top of its page tree), those in the language first, the others last.
  virtual std::vector<TopicEntry> topics_of_situation(std::string_view situation,
                                                      std::string_view language) const = 0;
  virtual std::vector<TopicEntry> topics_of_group(std::string_view group,
                                                  std::string_view language) const = 0;
  virtual std::vector<TopicEntry> topics_below(std::string_view topic,
                                               std::string_view language) const = 0;
  // Today is the town's day. NotFound: there is no such topic. Unavailable: not in this language,
  // and fallback() says in which. Malformed, TooLarge: the page is damaged.
  virtual Result<TopicPage> page(std::string_view topic, std::string_view language,
                                 Date today) const = 0;
  virtual Result<NotInLanguage> fallback(std::string_view topic,
                                         std::string_view language) const = 0;
  virtual std::optional<Place> place(std::string_view id) const = 0;
  virtual const Registers& registers() const = 0;
  virtual std::optional<Picture> picture(std::string_view id, std::string_view language) const = 0;
  // What was recorded for these words as they are shown (clip_text()), in that very language. Null:
  // nothing, or what is there is no recording. As long as somebody holds it, it is the same one.
  virtual Sound clip(std::string_view language, std::string_view text) const = 0;
  // A fact as the language writes it ("259 €", "23 Kasım 2026"); none: unknown, expired or not
  // yet valid on that day, or unverified. Plain text: in a page facts are isolated by spans,
  // whoever sets one alone in a text of the other direction isolates it too (phone numbers: left to
  // right).
  virtual std::optional<std::string> fact(std::string_view id, std::string_view language,
                                          Date today) const = 0;
  // Topics and places for what a visitor typed, from the first letter on, at most `limit` (and
  // 100). An empty query finds nothing. Nothing of the query is kept.
  virtual SearchAnswer search(std::string_view language, std::string_view query,
                              int limit) const = 0;
};

}  // namespace content
