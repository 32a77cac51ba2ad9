// A topic is what a visitor comes for («Ich bin eingezogen»), whatever languages it exists in.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content-engine/model/date.h"
#include "content-engine/model/page.h"

namespace content {

struct TopicTitle {
  std::string user;      // the visitor's aim: «Ich bin eingezogen» (R12)
  std::string official;  // the office's word: «Anmeldung der Wohnung»
  int line = 0;          // in topic.ini, for findings; not stored

  bool operator==(const TopicTitle&) const = default;
};

// What a topic is held to. Form topics follow the ten blocks and the language plan; free-body
// topics come from importers, where form and plan rules are only warnings.
enum class TopicForm { Blocks, FreeBody };

struct Topic {
  std::string id;  // folder name: "wohnsitz-anmelden"
  TopicForm form = TopicForm::Blocks;
  std::string parent;                   // topic id, empty for most; imports keep their page tree
  std::vector<std::string> situations;  // ≥ 1; the first gives the topic its colour
  std::vector<std::string> groups;      // target groups; "all" is written out by the source reader
  std::string lead_office;              // place id
  std::string owner;                    // role, never a person
  Date review_due;
  bool sensitive = false;                    // no big headline, never in statistics by the hour
  std::map<std::string, TopicTitle> titles;  // by language tag, also where no page exists
  // What people call it otherwise, former names too: «Hartz IV». By language tag.
  std::map<std::string, std::vector<std::string>> synonyms;
  std::vector<Page> pages;  // in the order of the languages
  std::string licence;      // SPDX id, "CC-BY-4.0"
  std::string attribution;  // who must be named
  std::string source_path;  // an imported page's path, its second id
  int order = 0;
  std::string file;  // for findings; not stored

  bool operator==(const Topic&) const = default;
};

const Page* find_page(const Topic& topic, const std::string& language);

}  // namespace content
