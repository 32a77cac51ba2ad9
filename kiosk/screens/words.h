// Interface words in one language: the bundle's ICU MessageFormat patterns filled with named
// values. Every value put in is isolated, so that a phone number or a German name keeps its own
// direction in an Arabic sentence. A pattern that cannot be read is shown as it is written.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "content-engine/reader/library.h"

namespace kiosk {

// A number is written as the language writes numbers and chooses its plural; `figures` run left to
// right whatever they are made of; a `name` runs as its first strong letter does.
struct WordValue {
  enum class Kind { Number, Figures, Name } kind;
  std::string key;
  std::variant<long, std::string> value;
};
WordValue number(std::string key, long value);
WordValue figures(std::string key, std::string value);
WordValue name(std::string key, std::string value);

class InterfaceWords final {
 public:
  InterfaceWords(const content::Library& library, const content::Language& language)
      : library_(&library), language_(&language) {}

  std::string operator()(std::string_view key, std::initializer_list<WordValue> values = {}) const;
  std::string date(content::Date date) const;        // "3. November 2026"
  std::string weekday(content::Date date) const;     // "Dienstag"
  std::string day(content::Date date) const;         // "Dienstag, 3. November"
  std::string language(std::string_view tag) const;  // "Türkçe"; «Bulgarisch» if it is not here
  std::string language_name(std::string_view tag) const;          // «Türkisch», whoever reads it
  std::string list(const std::vector<std::string>& names) const;  // "Deutsch und English"

 private:
  const content::Library* library_;
  const content::Language* language_;
};

// One pattern, apart from any library; what tests and InterfaceWords share.
std::string fill_in(std::string_view pattern, std::string_view format_locale,
                    std::initializer_list<WordValue> values);

}  // namespace kiosk
