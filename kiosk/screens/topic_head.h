// What stands above a topic's text: the way she came, its title, and who stands behind the words.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/frame.h"

namespace kiosk {

struct TopicHead {
  std::string family;
  std::string drawing;    // of the situation; empty: no crumb
  std::string situation;  // its name
  std::string title;
  std::string title_language;
  std::string official;  // the office's word, on the first page
  std::string badge;
  std::string badge_drawing;
  bool notice = false;  // machine-drafted
  bool sensitive = false;
};

struct HeadBoxes {
  std::vector<Box> boxes;
  int bottom = 0;
};

enum class FirstPage { No, Yes };
HeadBoxes topic_head(const Frame& frame, const TopicHead& head, FirstPage first);
// «page 1 of 3» at the end of the crumb; nothing for a single page.
std::vector<Box> page_number(const Frame& frame, int page, int pages);

}  // namespace kiosk
