// A text as it is said: telephone numbers digit by digit in their groups, «§ 17» by the language's
// word, amounts, dates, times, short forms, addresses of the web; without marks that are seen only.
// What a language's file says nothing about is left to the voice.
// Thread-confined: keeps its patterns.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace kiosk {

class ReadOut final {
 public:
  ReadOut();
  ~ReadOut();
  ReadOut(const ReadOut&) = delete;
  ReadOut& operator=(const ReadOut&) = delete;

  // Nothing is kept of the text. A language that nobody reads out: cleaned only.
  std::string say(std::string_view text, std::string_view language);

 private:
  struct Patterns;

  std::map<std::string, std::unique_ptr<Patterns>, std::less<>> patterns_;
};

}  // namespace kiosk
