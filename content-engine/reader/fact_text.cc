#include "content-engine/reader/fact_text.h"

#include <unicode/datefmt.h>
#include <unicode/msgfmt.h>
#include <unicode/numberformatter.h>
#include <unicode/timezone.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace content {

static constexpr std::size_t longest_value = 500;

bool holds(const Fact& fact, Date today) {
  return fact.verified && (!fact.valid_from || *fact.valid_from <= today) &&
         (!fact.valid_to || today <= *fact.valid_to);
}

static bool is_known(const icu::Locale& locale) {
  for (int at = 0; at < uloc_countAvailable(); ++at)
    if (icu::Locale(uloc_getAvailable(at)).getLanguage() == std::string_view(locale.getLanguage()))
      return true;
  return false;
}

// None for a locale without data: ICU would fall back to the locale of the process.
static std::optional<icu::Locale> known_locale(const std::string& tag) {
  UErrorCode error = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, error);
  if (U_FAILURE(error) || locale.isBogus() || !is_known(locale))
    return std::nullopt;
  locale.setKeywordValue("numbers", "latn", error);
  locale.setKeywordValue("calendar", "gregorian", error);
  if (U_FAILURE(error))
    return std::nullopt;
  return locale;
}

static std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

static std::string replace_all(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

static std::string unbroken(std::string text) {
  return replace_all(std::move(text), " ", "\u00A0");
}

// "1027.60": digits, and at most `fraction` of them behind a point.
static bool is_decimal(std::string_view value, std::size_t fraction) {
  const auto digits = [](std::string_view text) {
    return !text.empty() && text.size() <= 15 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  const auto point = value.find('.');
  if (point == std::string_view::npos)
    return digits(value);
  const auto behind = value.substr(point + 1);
  return digits(value.substr(0, point)) && digits(behind) && behind.size() <= fraction;
}

static std::string formatted(const icu::number::LocalizedNumberFormatter& formatter,
                             const std::string& value) {
  UErrorCode error = U_ZERO_ERROR;
  const auto text = formatter.formatDecimal(value, error).toString(error);
  return U_FAILURE(error) ? std::string() : unbroken(to_utf8(text));
}

static std::string amount(const std::string& value, const icu::Locale& locale) {
  UErrorCode error = U_ZERO_ERROR;
  const auto point = value.find('.');
  const bool whole =
      point == std::string::npos || value.find_first_not_of('0', point + 1) == std::string::npos;
  const auto text = formatted(icu::number::NumberFormatter::withLocale(locale)
                                  .unit(icu::CurrencyUnit("EUR", error))
                                  .unitWidth(UNUM_UNIT_WIDTH_NARROW)
                                  .precision(whole ? icu::number::Precision::integer()
                                                   : icu::number::Precision::fixedFraction(2)),
                              value);
  // Some locales have no sign for the euro of their own; on German letters it is always €.
  return replace_all(text, "EUR", "€");
}

static std::string number(const std::string& value, const icu::Locale& locale) {
  return formatted(icu::number::NumberFormatter::withLocale(locale).precision(
                       icu::number::Precision::maxFraction(6)),
                   value);
}

static std::string long_date(Date date, const std::optional<icu::Locale>& locale) {
  char numeric[48];
  std::snprintf(numeric, sizeof numeric, "%02d.%02d.%04d", date.day, date.month, date.year);
  if (!locale)
    return numeric;
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, *locale));
  if (format == nullptr)
    return numeric;
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format->format(static_cast<UDate>(days_since_epoch(date)) * 86'400'000.0, text);
  return to_utf8(text);
}

std::optional<FactText> write_fact(const Fact& fact, const Language& language) {
  if (fact.value.empty() || fact.value.size() > longest_value)
    return std::nullopt;
  const std::string along = language.direction == Direction::RightToLeft ? "rtl" : "ltr";
  const auto locale = known_locale(language.format_locale);
  const icu::Locale numbers = locale.value_or(icu::Locale::getGermany());
  switch (fact.kind) {
    case FactKind::Amount:
      if (!is_decimal(fact.value, 2))
        return std::nullopt;
      return FactText{amount(fact.value, numbers), along};
    case FactKind::Number:
      if (!is_decimal(fact.value, 6))
        return std::nullopt;
      return FactText{number(fact.value, numbers), "ltr"};
    case FactKind::Phone:
      return FactText{unbroken(fact.value), "ltr"};
    case FactKind::Date:
      if (const auto date = parse_date(fact.value))
        return FactText{long_date(*date, locale), along};
      return std::nullopt;
    case FactKind::Text:
      return FactText{fact.value, "auto"};
  }
  return std::nullopt;
}

std::string plain_word(std::string_view pattern) {
  UErrorCode error = U_ZERO_ERROR;
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(pattern.data(), static_cast<int32_t>(pattern.size())));
  const icu::MessageFormat format(text, icu::Locale::getRoot(), error);
  icu::UnicodeString plain;
  icu::FieldPosition nowhere(icu::FieldPosition::DONT_CARE);
  format.format(nullptr, 0, plain, nowhere, error);
  return U_FAILURE(error) ? std::string(pattern) : to_utf8(plain);
}

}  // namespace content
