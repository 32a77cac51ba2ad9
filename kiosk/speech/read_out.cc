#include "kiosk/speech/read_out.h"

#include <unicode/datefmt.h>
#include <unicode/dtfmtsym.h>
#include <unicode/regex.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/speech/spoken_language.h"

namespace kiosk {
namespace {

using icu::UnicodeString;
using Groups = std::vector<UnicodeString>;
using Replacement = std::function<UnicodeString(const Groups&)>;

UnicodeString wide(std::string_view text) {
  return UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string narrow(const UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

// Letters and digits only: everything else might mean something in a pattern.
UnicodeString quoted(std::string_view text) {
  UnicodeString result;
  const UnicodeString from = wide(text);
  for (std::int32_t at = 0; at < from.length(); at = from.moveIndex32(at, 1)) {
    const UChar32 character = from.char32At(at);
    if (character == u' ') {
      result += u"\\s?";
      continue;
    }
    if (u_isalnum(character) == 0)
      result += u'\\';
    result += character;
  }
  return result;
}

UnicodeString filled(const std::string& form, const UnicodeString& first,
                     const UnicodeString& second = {}) {
  UnicodeString result = wide(form);
  for (const char16_t* name : {u"{n}", u"{h}"})
    result.findAndReplace(name, first);
  for (const char16_t* name : {u"{c}", u"{m}"})
    result.findAndReplace(name, second);
  return result;
}

// «02323 16-44» → «0 2 3 2 3, 1 6, 4 4».
UnicodeString digit_by_digit(const UnicodeString& number) {
  UnicodeString result;
  bool gap = false;
  for (std::int32_t at = 0; at < number.length(); ++at) {
    const char16_t unit = number[at];
    if (unit == u'+') {
      result += u'+';
    } else if (unit < u'0' || unit > u'9') {
      gap = !result.isEmpty();
    } else {
      if (gap)
        result += u", ";
      else if (!result.isEmpty())
        result += u' ';
      gap = false;
      result += unit;
    }
  }
  return result;
}

UnicodeString without_zero(const UnicodeString& digits) {
  std::int32_t first = 0;
  while (first + 1 < digits.length() && digits[first] == u'0')
    ++first;
  return {digits, first};  // a copy: tempSubString would be a view of an argument that may be gone
}

UnicodeString only_digits(UnicodeString number) {
  UnicodeString digits;
  for (std::int32_t at = 0; at < number.length(); ++at)
    if (number[at] >= u'0' && number[at] <= u'9')
      digits += number[at];
  return digits;
}

// A rule of a language: where it applies and what is said there.
struct Rule {
  std::unique_ptr<icu::RegexPattern> pattern;
  Replacement replacement;
};

// Digits of other scripts become ours; marks of direction, soft hyphens and middle dots inside
// words go.
UnicodeString cleaned(std::string_view text) {
  const UnicodeString from = wide(text);
  UnicodeString result;
  for (std::int32_t at = 0; at < from.length(); at = from.moveIndex32(at, 1)) {
    const UChar32 character = from.char32At(at);
    constexpr UChar32 soft_hyphen = 0xAD;
    constexpr UChar32 middle_dot = 0xB7;
    const bool joiner = character == 0x200C || character == 0x200D;
    if (character == soft_hyphen || (u_charType(character) == U_FORMAT_CHAR && !joiner))
      continue;
    if (character == middle_dot)
      continue;
    if (const std::int32_t digit = u_charDigitValue(character); digit >= 0)
      result += static_cast<char16_t>(u'0' + digit);
    else if (u_isUWhiteSpace(character) != 0)
      result += u' ';
    else
      result += character;
  }
  return result;
}

UnicodeString replaced(const UnicodeString& text, const Rule& rule) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::RegexMatcher> matcher(rule.pattern->matcher(text, status));
  if (U_FAILURE(status))
    return text;
  matcher->setTimeLimit(1000, status);  // of steps: a hostile text is said as it is
  UnicodeString result;
  while (matcher->find(status) != 0) {
    Groups groups;
    for (std::int32_t i = 0; i <= matcher->groupCount(); ++i)
      groups.push_back(matcher->group(i, status));
    matcher->appendReplacement(result, UnicodeString(), status);
    result += rule.replacement(groups);
  }
  matcher->appendTail(result);
  return U_SUCCESS(status) ? result : text;
}

UnicodeString web_address(const SpokenLanguage& language, const UnicodeString& address) {
  UnicodeString said;
  const auto word = [&](const std::string& name, char16_t sign) {
    if (name.empty())
      said += sign;
    else
      said += u' ' + wide(name) + u' ';
  };
  for (std::int32_t at = 0; at < address.length(); ++at) {
    const char16_t unit = address[at];
    if (unit == u'.')
      word(language.dot, unit);
    else if (unit == u'/')
      word(language.slash, unit);
    else if (unit == u'-')
      word(language.dash, unit);
    else if (unit == u'@')
      word(language.at, unit);
    else
      said += unit;
  }
  return said;
}

}  // namespace

struct ReadOut::Patterns {
  explicit Patterns(const SpokenLanguage& spoken) : language(spoken) {
    add_addresses();
    add_shorts();
    add_dates();
    add_numbers();
    add_law();
    add_amounts();
    add_times();
    add_ranges();
  }

  UnicodeString say(UnicodeString text) const {
    for (const Rule& rule : rules)
      text = replaced(text, rule);
    text.findAndReplace(u"\u2026", u",");
    return text.trim();
  }

  void add(const UnicodeString& pattern, Replacement replacement) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    std::unique_ptr<icu::RegexPattern> compiled(icu::RegexPattern::compile(pattern, where, status));
    if (U_SUCCESS(status))
      rules.push_back({std::move(compiled), std::move(replacement)});
  }

  void add_addresses() {
    add(u"(?:https?://)?((?:[\\w.+-]+@)?(?:[A-Za-z0-9-]+\\.)+"
        u"(?:de|org|com|net|eu|info|nrw)\\b(?:/[A-Za-z0-9/_.-]*[A-Za-z0-9_-])?)/?",
        [this](const Groups& found) { return web_address(language, found[1]); });
  }

  void add_shorts() {
    for (const ShortForm& form : language.shorts)
      add(u"(?<![\\p{L}\\p{N}])" + quoted(form.written) + u"(?![\\p{L}\\p{N}])",
          [said = wide(form.said)](const Groups&) { return said; });
  }

  UnicodeString day(const UnicodeString& digits) const {
    const int number = std::stoi(narrow(digits));
    if (language.days.empty() || number < 1 || number > 31)
      return without_zero(digits);
    return wide(language.days[static_cast<std::size_t>(number) - 1]);
  }

  void add_dates() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(language.locale, status);
    const icu::DateFormatSymbols symbols(locale, status);
    if (U_FAILURE(status))
      return;
    std::int32_t count = 0;
    const UnicodeString* names =
        symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    std::vector<UnicodeString> months(names, names + std::min(count, 12));
    if (months.size() < 12)
      return;
    const auto dated = [this, months](const UnicodeString& day_of, const UnicodeString& month,
                                      const UnicodeString& year) {
      const int number = std::stoi(narrow(month));
      if (number < 1 || number > 12)
        return day_of + u' ' + month + u' ' + year;
      return UnicodeString(day(day_of) + u' ' + months[static_cast<std::size_t>(number) - 1] +
                           (year.isEmpty() ? UnicodeString() : u' ' + year));
    };
    add(u"(?<![\\d.])(\\d{1,2})[./] ?(\\d{1,2})[./] ?(\\d{4})(?![\\d])",
        [dated](const Groups& found) { return dated(found[1], found[2], found[3]); });
    add(u"(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)",
        [dated](const Groups& found) { return dated(found[3], found[2], found[1]); });
    UnicodeString any;
    for (const UnicodeString& month : months)
      any += (any.isEmpty() ? UnicodeString() : UnicodeString(u"|")) + month;
    add(u"(?<!\\d)(\\d{1,2})\\.? (" + any + u")(?!\\p{L})",
        [this](const Groups& found) { return UnicodeString(day(found[1]) + u' ' + found[2]); });
  }

  void add_numbers() {
    const auto digits = [](const Groups& found) { return digit_by_digit(found[0]); };
    // Emergency and helplines, then whatever begins with 0 or + and has groups, then long numbers.
    add(u"(?<![\\d.,§]|§ )(?:11[025]|116 ?(?:006|016|111|116|117|123))(?![\\d]|[.,]\\d| "
        u"?(?:€|%|Euro))",
        digits);
    add(u"(?<![\\d.,:])(?:\\+\\d|0\\d)\\d*(?:(?: ?[/\\-\u2013] ?| ?\\(0?\\d*\\) ?| )\\d+)+"
        u"(?![:.]\\d)",
        [](const Groups& found) {
          constexpr std::int32_t shortest = 6;
          return only_digits(found[0]).length() < shortest ? found[0] : digit_by_digit(found[0]);
        });
    add(u"(?<![\\d.,])\\d{5,}(?![\\d]|[.,]\\d)", digits);
  }

  void add_law() {
    if (!language.laws.empty())
      add(u"§§ ?", [this](const Groups&) { return UnicodeString(wide(language.laws) + u' '); });
    if (!language.law.empty())
      add(u"§ ?", [this](const Groups&) { return UnicodeString(wide(language.law) + u' '); });
  }

  void add_amounts() {
    const UnicodeString thousands = language.decimal == ',' ? u"[. \u2009]" : u"[, \u2009]";
    const UnicodeString decimal = language.decimal == ',' ? u"," : u"\\.";
    const UnicodeString number =
        u"(\\d{1,3}(?:" + thousands + u"\\d{3})+|\\d+)(?:" + decimal + u"(\\d{2}|-))?";
    const auto amount = [this](const Groups& found) {
      const UnicodeString whole = without_zero(only_digits(found[1]));
      const UnicodeString cents = only_digits(found[2]);
      if (!cents.isEmpty() && cents != u"00" && !language.amount_cents.empty())
        return filled(language.amount_cents, whole, without_zero(cents));
      if (whole == u"1" && !language.amount_one.empty())
        return filled(language.amount_one, whole);
      return filled(language.amount, whole);
    };
    if (!language.amount.empty()) {
      add(u"(?<![\\d.,])" + number + u" ?(?:€|EUR(?!\\p{L})|Euro(?!\\p{L}))", amount);
      add(u"(?:€|EUR) ?" + number + u"(?![\\d])", amount);
    }
    add(u"(?<![\\d.,])(\\d{1,3}(?:" + thousands + u"\\d{3})+)(?![\\d])",
        [](const Groups& found) { return only_digits(found[1]); });
  }

  void add_times() {
    if (language.hour.empty())
      return;
    UnicodeString before;
    UnicodeString after;
    if (language.hour == "{h} Uhr")
      after = u"(?: Uhr)?";
    for (const std::string& word : language.time_words)
      before += (before.isEmpty() ? UnicodeString() : UnicodeString(u"|")) + quoted(word);
    if (!before.isEmpty())
      before = u"(?:(?<!\\p{L})(?:" + before + u") )?";
    add(before + u"(?<![\\d:.])(\\d|[01]\\d|2[0-4]):([0-5]\\d)(?![\\d:])" + after,
        [this](const Groups& found) {
          const UnicodeString hour = without_zero(found[1]);
          return found[2] == u"00" ? filled(language.hour, hour)
                                   : filled(language.time, hour, without_zero(found[2]));
        });
  }

  void add_ranges() {
    if (language.to.empty())
      return;
    const auto to = [this](const Groups&) {
      return UnicodeString(u' ' + wide(language.to) + u' ');
    };
    add(u"(?<=[\\p{L}\\p{N}])\u2013(?=[\\p{L}\\p{N}])", to);
    add(u"(?<=\\d) \u2013 (?=\\d)", to);
  }

  const SpokenLanguage& language;
  std::vector<Rule> rules;
};

ReadOut::ReadOut() = default;
ReadOut::~ReadOut() = default;

std::string ReadOut::say(std::string_view text, std::string_view language) {
  const UnicodeString clean = cleaned(text);
  const SpokenLanguage* spoken = spoken_language(language);
  if (spoken == nullptr)
    return narrow(clean);
  auto at = patterns_.find(language);
  if (at == patterns_.end())
    at = patterns_.emplace(language, std::make_unique<Patterns>(*spoken)).first;
  return narrow(at->second->say(clean));
}

}  // namespace kiosk
