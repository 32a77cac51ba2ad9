#include "content-engine/search/stop_words.h"

#include <sstream>

#include "content-engine/search/folding.h"

namespace content {

extern const char stop_words_text[];  // stop_words.txt, embedded by the build

static constexpr double small_word = 0.1;

StopWords::StopWords(std::string_view language) {
  const std::string base(language.substr(0, language.find('-')));
  std::istringstream lines(stop_words_text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string tag, kind, word;
    words >> tag >> kind;
    if (tag != base)
      continue;
    while (words >> word)
      weights_.emplace(folded(lowered(prepared(word), language), language), small_word);
  }
}

double StopWords::weight(std::string_view folded) const {
  const auto at = weights_.find(folded);
  return at == weights_.end() ? 1 : at->second;
}

}  // namespace content
