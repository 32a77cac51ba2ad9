// Which notices of the town are for this visitor, now and here (R47).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-engine/reader/library.h"

namespace content {

struct NoticeText {
  std::string id;
  std::string language;
  std::string text;

  bool operator==(const NoticeText&) const = default;
};

// For the first screen, while nobody has chosen a language: each notice in each of its languages,
// one after the other, so that everybody comes to see her own. Highest priority first.
std::vector<NoticeText> notices_for_everybody(const Registers& registers,
                                              const std::vector<Language>& languages, Date today);
// On the page of a topic, or without one where the way begins: only those in the visitor's
// language, and of those for a group only when she has said that she is of it.
std::vector<NoticeText> notices_for(const Registers& registers, std::string_view topic,
                                    std::string_view group, std::string_view language, Date today);

}  // namespace content
