// What a search finds, and why. A hit is a topic or a place; it says which of its words was meant,
// so that a visitor who typed an old name or a German term sees how she came here (R00). When
// nothing is found there are the nearest terms of the content instead. Values only; nothing of the
// question is kept. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace content {

enum class HitKind { Topic, Place };

// In falling weight.
enum class HitReason {
  Title,          // the title, or a place's name
  OfficialTitle,  // the office's word, in the visitor's language or in German
  Synonym,        // a search word of the topic
  FormerName,     // what a place was called before
  Body,           // the text of the page
  Place,          // the name of a place that the page sends to
};
// "title" "official-title" "synonym" "former-name" "body" "place".
std::string_view to_word(HitReason reason);

struct SearchHit {
  HitKind kind = HitKind::Topic;
  std::string id;  // of the topic or the place
  std::string title;
  std::string title_language;          // tag the title is written in
  bool in_language = true;             // a page in the visitor's language; of a place always
  std::vector<std::string> languages;  // tags of the languages the topic has, in picker order
  std::string situation;               // the first; empty for places
  std::string family;
  std::string pictogram;
  std::string source_path;  // of an imported page
  bool sensitive = false;
  double score = 0;  // comparable within one answer
  HitReason why = HitReason::Title;
  // What to show as the reason: the title, official title, synonym, former or present name that
  // matched, or the word of the text. As the content writes it.
  std::string matched;
  std::string matched_language;  // tag it is written in

  bool operator==(const SearchHit&) const = default;
};

struct SearchAnswer {
  std::vector<SearchHit> hits;       // best first
  std::vector<std::string> nearest;  // only without hits: terms close to what was typed, to touch

  bool operator==(const SearchAnswer&) const = default;
};

}  // namespace content
