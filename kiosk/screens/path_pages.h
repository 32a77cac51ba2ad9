// A text on its path, dealt out to pages: one column in portrait, two in landscape, the action row
// under the last column.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <vector>

#include "kiosk/screens/frame.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/flow.h"

namespace kiosk {

struct PathText {
  FamilyColors colors;
  std::vector<Stop> stops;            // measured for path_column_width()
  int first_top = 0;                  // where the path begins on the first page
  int next_top = 0;                   // and on all others
  std::vector<ActionKey> end_keys{};  // on the first and the last page only, before all others
  std::vector<ActionKey> keys{};      // on every page, before those that turn it
  std::optional<Column> column{};     // the one place of the path, instead of the frame's columns
};

struct PathPages {
  int pages = 1;
  int page = 0;
  std::vector<Box> text;
  std::vector<Box> actions;
};

int path_column_width(const Frame& frame);
// The least height of any of its columns when the text needs several pages.
int path_room(const Frame& frame, const Frame& outer, const PathText& text);
// `frame` is of the text, `outer` of the visitor, whose words the keys have.
PathPages path_pages(const Frame& frame, const Frame& outer, PathText text);

}  // namespace kiosk
