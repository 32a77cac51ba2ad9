#include "kiosk/screens/words.h"

#include <unicode/datefmt.h>
#include <unicode/gregocal.h>
#include <unicode/listformatter.h>
#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace kiosk {
namespace {

constexpr char16_t left_to_right_isolate = u'\u2066';
constexpr char16_t first_strong_isolate = u'\u2068';
constexpr char16_t pop_isolate = u'\u2069';

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

const WordValue* find_value(std::initializer_list<WordValue> values, std::string_view key) {
  const auto at = std::find_if(values.begin(), values.end(),
                               [&](const WordValue& value) { return value.key == key; });
  return at == values.end() ? nullptr : at;
}

struct Insertion {
  std::int32_t at;
  char16_t mark;
};

// Where the marks go: around every argument and every «#» of a plural.
std::vector<Insertion> isolates(const icu::MessagePattern& pattern,
                                std::initializer_list<WordValue> values) {
  std::vector<Insertion> marks;
  for (std::int32_t i = 0; i < pattern.countParts(); ++i) {
    const icu::MessagePattern::Part& part = pattern.getPart(i);
    if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
      marks.push_back({part.getIndex(), left_to_right_isolate});
      marks.push_back({part.getLimit(), pop_isolate});
    } else if (part.getType() == UMSGPAT_PART_TYPE_ARG_START &&
               part.getArgType() <= UMSGPAT_ARG_TYPE_SIMPLE) {
      const std::string key = to_utf8(pattern.getSubstring(pattern.getPart(i + 1)));
      const WordValue* value = find_value(values, key);
      const bool is_name = value != nullptr && value->kind == WordValue::Kind::Name;
      marks.push_back({part.getIndex(), is_name ? first_strong_isolate : left_to_right_isolate});
      marks.push_back({pattern.getLimitPartIndex(i) < pattern.countParts()
                           ? pattern.getPart(pattern.getLimitPartIndex(i)).getLimit()
                           : part.getLimit(),
                       pop_isolate});
    }
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Insertion& a, const Insertion& b) { return a.at < b.at; });
  return marks;
}

}  // namespace

WordValue number(std::string key, long value) {
  return {WordValue::Kind::Number, std::move(key), value};
}
WordValue figures(std::string key, std::string value) {
  return {WordValue::Kind::Figures, std::move(key), std::move(value)};
}
WordValue name(std::string key, std::string value) {
  return {WordValue::Kind::Name, std::move(key), std::move(value)};
}

std::string fill_in(std::string_view pattern, std::string_view format_locale,
                    std::initializer_list<WordValue> values) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text = from_utf8(pattern);
  UParseError where;
  const icu::MessagePattern parsed(text, &where, status);
  if (U_FAILURE(status))
    return std::string(pattern);
  const std::vector<Insertion> marks = isolates(parsed, values);
  for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark)
    text.insert(mark->at, mark->mark);

  icu::MessageFormat format(text, locale_of(format_locale), status);
  std::vector<icu::UnicodeString> keys;
  std::vector<icu::Formattable> filled;
  for (const WordValue& value : values) {
    keys.push_back(from_utf8(value.key));
    if (const long* count = std::get_if<long>(&value.value))
      filled.emplace_back(static_cast<std::int64_t>(*count));
    else
      filled.emplace_back(from_utf8(std::get<std::string>(value.value)));
  }
  icu::UnicodeString result;
  format.format(keys.data(), filled.data(), static_cast<std::int32_t>(keys.size()), result, status);
  return U_SUCCESS(status) ? to_utf8(result) : std::string(pattern);
}

std::string InterfaceWords::operator()(std::string_view key,
                                       std::initializer_list<WordValue> values) const {
  return fill_in(library_->word(language_->tag, key), language_->format_locale, values);
}

namespace {

// A day has no time of its own: formatted as Greenwich's midnight, in Greenwich.
std::string written(icu::DateFormat* format, content::Date date) {
  if (format == nullptr)
    return content::to_iso(date);
  format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
  constexpr double milliseconds_a_day = 86'400'000;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  format->format(static_cast<double>(content::days_since_epoch(date)) * milliseconds_a_day, text,
                 status);
  text.findAndReplace(u" ", u"\u00A0");  // a date never breaks
  return to_utf8(text);
}

// The language's own order of the fields.
std::string written_by_fields(const char* fields, std::string_view locale, content::Date date) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createInstanceForSkeleton(fields, locale_of(locale), status));
  return written(U_SUCCESS(status) ? format.get() : nullptr, date);
}

}  // namespace

std::string InterfaceWords::date(content::Date date) const {
  const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(
      icu::DateFormat::kLong, locale_of(language_->format_locale)));
  return written(format.get(), date);
}

std::string InterfaceWords::weekday(content::Date date) const {
  return written_by_fields("cccc", language_->format_locale, date);
}

std::string InterfaceWords::day(content::Date date) const {
  return written_by_fields("EEEEdMMMM", language_->format_locale, date);
}

std::string InterfaceWords::language(std::string_view tag) const {
  if (const content::Language* known = library_->language(tag)) {
    std::string name = known->endonym;
    std::replace(name.begin(), name.end(), '\n', ' ');
    return name;
  }
  return language_name(tag);
}

std::string InterfaceWords::language_name(std::string_view tag) const {
  icu::UnicodeString name;
  locale_of(tag).getDisplayName(locale_of(language_->format_locale), name);
  return to_utf8(name);
}

std::string InterfaceWords::list(const std::vector<std::string>& names) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> format(
      icu::ListFormatter::createInstance(locale_of(language_->format_locale), status));
  std::vector<icu::UnicodeString> items;
  for (const std::string& item : names)
    items.push_back(icu::UnicodeString(first_strong_isolate) + from_utf8(item) +
                    icu::UnicodeString(pop_isolate));
  icu::UnicodeString text;
  if (U_SUCCESS(status))
    format->format(items.data(), static_cast<std::int32_t>(items.size()), text, status);
  return to_utf8(text);
}

}  // namespace kiosk
