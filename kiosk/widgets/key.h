// White can be touched: a surface with an outline and a thicker lower edge. Nothing else on a
// screen looks like that, and a key that can do nothing now is not there at all.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

enum class Rank { Plain, Main };  // one main key a page at most

// An empty key of that size at the origin.
Box key(const Look& look, std::string name, Action action, Size size, Rank rank = Rank::Plain);
// A square drawing at the origin.
Box pictogram(const Look& look, std::string drawing, double units, Color color);
// Moves `box` to the middle of a space of that height, at `start`.
Box centered_at(Box box, int start, int height);

// What a key of the action row says. The pictogram stands before the word; one that points onward
// stands after it.
struct ActionKey {
  std::string name;
  Action action;
  std::string word;
  std::string drawing;
  Rank rank = Rank::Plain;
};
// Keys side by side: plain ones as wide as they need, the last takes the rest. Words that do not
// fit are set in narrower cuts; then the last key shows its pictogram alone and is still spoken.
Box action_row(const Scribe& type, const std::vector<ActionKey>& keys, int width);
int action_row_height(const Look& look);
// The same in two rows where one would be too tight, the last keys in the lower one.
Box action_rows(const Scribe& type, const std::vector<ActionKey>& keys, int width);
int action_rows_needed(const Scribe& type, const std::vector<ActionKey>& keys, int width);
int action_rows_height(const Look& look, int rows);

// A line of a list: a title, maybe a second line with a drawing before it, and where it leads.
struct ListKey {
  std::string name;
  Action action;
  Wording title;
  Wording second{};
  std::string second_drawing{};
};
Box list_key(const Scribe& type, const Scribe& title_type, const ListKey& key, int width,
             int least_height);
// A smaller one inside a text: where a word of it leads.
Box link_key(const Scribe& title_type, const ListKey& key, int width);

}  // namespace kiosk
