// Keys under each other, in landscape in two columns, dealt to pages: how every list of topics
// stands on a screen.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "kiosk/screens/frame.h"

namespace kiosk {

// How wide the keys must be.
int list_key_width(const Frame& frame);
// A topic by its title, as a line of a list, with the languages it has when the visitor's is not
// among them (R04).
ListKey topic_line(const Frame& frame, const content::TopicEntry& entry);
Box topic_key(const Frame& frame, const content::TopicEntry& entry, int width, int least_height);
// Key number i, at least that high: keys side by side are equally high.
using MakeKey = std::function<Box(std::size_t i, int least_height)>;
// Puts the shown page's keys under `top`, and the pager's into the action row, behind `more`.
void add_key_list(const Frame& frame, Content& content, std::size_t count, const MakeKey& make,
                  int top, std::vector<ActionKey> more = {});

}  // namespace kiosk
