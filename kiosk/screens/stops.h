// A topic's elements as stops of a path: the form's ten blocks, or the headings of an imported
// text. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/screens/frame.h"
#include "kiosk/widgets/flow.h"

namespace kiosk {

// Where the numbers of steps stand. Beside another column they stand in the text, and no two blocks
// share a row there.
enum class Numbers { OnTheLine, InTheText };

// The pictogram of a block; empty: it has none.
std::string pictogram_of(content::Block block);

// `frame` is of the text's own language; `path_width` is one column with its line.
std::vector<Stop> topic_stops(const Frame& frame, const content::TopicPage& page, int path_width,
                              Numbers numbers = Numbers::OnTheLine);

// A stop of our own words (about): heading and one paragraph.
Stop word_stop(const Frame& frame, const std::string& key, const std::string& drawing,
               const std::string& text, int path_width);
// A further, small paragraph of it.
Part small_part(const Frame& frame, const std::string& text, int path_width);

// Parts too tall for a column of that height are cut between lines.
void cut_tall_parts(std::vector<Stop>& stops, const Look& look, int height);

}  // namespace kiosk
