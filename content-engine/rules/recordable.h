// What a kiosk shows in one language, as it would be read out: what can be recorded, and what a
// recording can be heard for. Texts are cut into sentences by what the kiosk itself cuts them with;
// facts stand in them as they hold on that day. Of the interface only words without arguments.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <set>
#include <string>
#include <vector>

#include "content-engine/model/edition.h"

namespace content {

// One text: a paragraph, a heading, a title, an interface word. All as clip_text() makes it.
struct Recordable {
  std::string topic;  // empty: not of a topic
  std::string whole;
  std::vector<std::string> sentences;  // the same cut; a heading is one

  bool operator==(const Recordable&) const = default;
};

// Whether a voice speaks it, so that no recording of it is ever heard.
bool has_voice(const std::string& language);

// Each topic with its title and its page, then notices, offers, pictures and the interface.
std::vector<Recordable> recordables(const Edition& edition, const Language& language, Date today);

// What nobody has recorded, neither the whole text nor the sentence, once each; of one topic when
// it is named. `recorded` are the texts of the language's clips.
std::vector<Recordable> unrecorded(const std::vector<Recordable>& texts,
                                   const std::set<std::string>& recorded,
                                   const std::string& topic = {});

}  // namespace content
