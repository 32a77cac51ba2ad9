// What the forms of a word have in common, so that «Anträge» finds «Antrag». Snowball's algorithms
// where there is one for the language; a short table of endings for some others; for the rest a
// word is its own stem. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace content {

class Stemmer final {
 public:
  explicit Stemmer(std::string_view language);
  Stemmer(Stemmer&&) noexcept;
  ~Stemmer();

  // `plain` is in lower case and not folded, and so is the stem.
  std::string stem(std::string_view plain) const;

 private:
  struct Algorithm;
  std::string language_;
  std::unique_ptr<Algorithm> algorithm_;
};

}  // namespace content
