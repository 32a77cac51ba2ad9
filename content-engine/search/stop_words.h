// How much a word of a question counts. Nothing is thrown away: who types «ich bin» still finds
// «Ich bin eingezogen». stop_words.txt has the lists. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace content {

class StopWords final {
 public:
  explicit StopWords(std::string_view language);
  // 1, or less for a word that holds a sentence together.
  double weight(std::string_view folded) const;

 private:
  std::map<std::string, double, std::less<>> weights_;
};

}  // namespace content
