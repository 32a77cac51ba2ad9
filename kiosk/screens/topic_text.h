// What a topic's page says, whichever screen says it: what stands above the text, and the stops of
// its path. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/screens/stops.h"
#include "kiosk/screens/topic_head.h"

namespace kiosk {

// `frame` is of the text's language.
TopicHead head_of_topic(const Frame& frame, const content::TopicPage& page);
// What the town has to say about this topic now comes before everything else (R47). `outer` is of
// the visitor.
std::vector<Stop> text_of_topic(const Frame& frame, const Frame& outer, content::TopicPage page,
                                int path_width, Numbers numbers = Numbers::OnTheLine);

}  // namespace kiosk
