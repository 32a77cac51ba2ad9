// Facts as a language writes them: amounts with € in the language's own pattern, numbers with its
// separators, dates with the month's name, phone numbers unbroken. Digits are Latin and years
// Gregorian in every language: a visitor compares them with a German letter.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content-engine/model/edition.h"

namespace content {

struct FactText {
  std::string text;
  std::string isolate;  // target of its SpanKind::Isolate: "ltr", "rtl", "auto"

  bool operator==(const FactText&) const = default;
};

// Verified and valid on that day.
bool holds(const Fact& fact, Date today);
// None: the value is not of its kind. A format locale that ICU does not know writes amounts as
// German does and dates as 23.11.2026, never in whatever language the machine is set to.
std::optional<FactText> write_fact(const Fact& fact, const Language& language);
// An interface word without arguments, its MessageFormat quoting undone.
std::string plain_word(std::string_view pattern);

}  // namespace content
