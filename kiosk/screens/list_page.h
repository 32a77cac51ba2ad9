// A page that is a list of keys: its title with a drawing, something to be said before them, and
// the keys on as many pages as they need (key_list.h). SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/key_list.h"

namespace kiosk {

struct ListHead {
  std::string title;
  std::string title_language;
  std::string family;
  std::string drawing;  // empty: none
};

struct ListContent {
  ListHead head;
  std::vector<Box> above{};  // over the keys of every page, each as wide as the page
  std::size_t count = 0;
  MakeKey key{};
};
Content list_page(const Frame& frame, ListContent list);

}  // namespace kiosk
