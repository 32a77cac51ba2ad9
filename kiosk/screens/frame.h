// What every screen is built from: the visitor's language and the words in it, the measures of the
// panel, the space between head and bar. Made once per scene; a screen only reads it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/screen.h"
#include "kiosk/screens/words.h"
#include "kiosk/widgets/bar.h"
#include "kiosk/widgets/key.h"
#include "kiosk/widgets/scribe.h"

namespace kiosk {

// Content in start/top pixels, before the screen is turned for right to left.
struct Content {
  std::vector<Box> boxes;
  int pages = 1;
  bool sensitive = false;
};

// A column of things under each other, from the top of the page.
class Frame final {
 public:
  Frame(const Session& session, const content::Library& library, const Moment& moment,
        const Panel& panel, TextEngine& text);

  const Session& session() const { return session_; }
  const content::Library& library() const { return library_; }
  const Moment& moment() const { return moment_; }
  const content::Language& language() const { return language_; }
  const Look& look() const { return look_; }
  const Palette& colors() const { return look_.colors(); }
  const InterfaceWords& words() const { return words_; }
  const Scribe& type() const { return type_; }
  Direction direction() const { return language_.direction; }
  bool portrait() const { return look_.panel.portrait(); }
  int px(double units) const { return look_.px(units); }

  // The first screen, before anybody has begun.
  bool nobody_here() const { return session_.language.empty() && session_.trail.size() == 1; }
  BarShape bar_shape() const;
  int start() const { return look_.margin(); }
  int width() const { return look_.panel.size.width - 2 * look_.margin(); }
  // First row of the page: below the head, and no higher than a hand may be asked to reach.
  int top() const;
  // Where the bar begins, and where the page ends: the keys of reading aloud lie between.
  int bar_top() const {
    return look_.panel.size.height - look_.raise() - bar_height(look_, bar_shape());
  }
  int bottom() const;
  // A text that is being read aloud, page after page.
  bool reads_on() const { return reads_on_; }
  // Keys begin at `top`, or below it where a low hand reaches: then all that stands above them
  // comes down with them.
  int within_reach(Content& content, int top) const;
  // Top of the action row, or of so many, 24 above the bar, and where the text above it ends.
  int action_top(int rows = 1) const { return bottom() - px(24) - action_rows_height(look_, rows); }
  int above_actions(int rows = 1) const { return action_top(rows) - px(20); }

  // Type for a text in another language on this page. Unknown tags are set as the visitor's own.
  Scribe type_in(const std::string& tag) const;
  // A language's own name on one line.
  std::string endonym(const std::string& tag) const;

  Box title(const std::string& words) const { return title(words, width()); }
  Box title(const std::string& words, int width) const;
  Box subtitle(const std::string& words) const { return subtitle(words, width()); }
  Box subtitle(const std::string& words, int width) const;
  // Keys for a list or text of several pages; page counts from 0.
  std::vector<ActionKey> page_keys(int page, int pages) const;
  Box actions(const std::vector<ActionKey>& keys) const;

 private:
  const Session& session_;
  const content::Library& library_;
  const Moment& moment_;
  content::Language language_;
  Look look_;
  InterfaceWords words_;
  Scribe type_;
  bool reads_on_;
};

// The page of a screen, clamped to those there are.
int shown_page(const Session& session, int pages);

}  // namespace kiosk
