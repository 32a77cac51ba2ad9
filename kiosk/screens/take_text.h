// What of a topic goes home: its title, what to bring, where to go and when it is open, deadline
// and cost; as plain lines that a code can carry and that need nothing but a telephone.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/screens/frame.h"

namespace kiosk {

struct TakeLine {
  std::string words;
  bool heading = false;

  bool operator==(const TakeLine&) const = default;
};

struct TakeText {
  std::vector<TakeLine> lines;
  std::vector<std::string> left_out;  // the headings of what did not fit, all or in part

  std::string text() const;
};

// `frame` is of the text's language. As many lines, the most needed first, as `fits` takes.
TakeText take_text(const Frame& frame, const content::TopicPage& page,
                   const std::function<bool(const std::string&)>& fits);
// The town's page for topic and language; empty without a web address of the town.
std::string web_address(const content::Town& town, const content::TopicPage& page);

}  // namespace kiosk
