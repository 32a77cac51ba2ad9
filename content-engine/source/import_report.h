// What an import saw, kept and dropped. Nothing is dropped silently: whoever drops something counts
// it here with the reason.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"

namespace content {

class ImportReport {
 public:
  // Tags and attributes-with-meaning of the HTML: "p", "img:call", "table".
  void seen(const std::string& tag) { ++tags_[tag].seen; }
  void kept(const std::string& tag) { ++tags_[tag].kept; }
  // Dropped without its text or with it: the reason says which.
  void dropped(const std::string& tag, const std::string& reason) { ++tags_[tag].dropped[reason]; }

  // Links by what became of them: "topic", "web", "telephone", "mail".
  void link_kept(const std::string& kind) { ++links_kept_[kind]; }
  void link_dropped(const std::string& reason) { ++links_dropped_[reason]; }

  // A page of the answer that became a page of a topic, or a way in without text of its own.
  void page_in(const std::string& language) { ++pages_[language].in; }
  void page_out(const std::string& language) { ++pages_[language].out; }
  void page_as_situation(const std::string& language) { ++pages_[language].situations; }

  struct Pages {
    int in = 0;
    int out = 0;         // became a topic's page
    int situations = 0;  // became a life situation only: a root without text
  };
  const std::map<std::string, Pages>& pages() const { return pages_; }
  bool every_page_kept() const;
  // Tags seen more often than kept and dropped together: must be none.
  std::vector<std::string> unaccounted() const;

  std::string to_text(MessageLanguage language) const;
  std::string to_json() const;

 private:
  struct Tag {
    int seen = 0;
    int kept = 0;
    std::map<std::string, int> dropped;
  };
  std::map<std::string, Tag> tags_;
  std::map<std::string, int> links_kept_;
  std::map<std::string, int> links_dropped_;
  std::map<std::string, Pages> pages_;
};

}  // namespace content
