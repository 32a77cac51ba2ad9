#include "content-engine/rules/message_pattern.h"

#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <memory>

namespace content {

static std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

std::optional<MessagePattern> parse_pattern(std::string_view pattern) {
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(pattern.data(), static_cast<std::int32_t>(pattern.size())));
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessagePattern parsed(text, nullptr, status);
  if (U_FAILURE(status) != 0)
    return std::nullopt;
  MessagePattern result;
  for (std::int32_t at = 0; at < parsed.countParts(); ++at) {
    const icu::MessagePattern::Part& part = parsed.getPart(at);
    const auto type = part.getType();
    if (type == UMSGPAT_PART_TYPE_ARG_NAME || type == UMSGPAT_PART_TYPE_ARG_NUMBER)
      result.arguments.insert(utf8(parsed.getSubstring(part)));
  }
  for (std::int32_t at = 0; at < parsed.countParts(); ++at) {
    const icu::MessagePattern::Part& part = parsed.getPart(at);
    const bool plural = part.getType() == UMSGPAT_PART_TYPE_ARG_START &&
                        UMSGPAT_ARG_TYPE_HAS_PLURAL_STYLE(part.getArgType()) != 0;
    if (!plural)
      continue;
    std::set<std::string> forms;
    const std::int32_t limit = parsed.getLimitPartIndex(at);
    for (std::int32_t inner = at + 1; inner < limit; ++inner) {
      const icu::MessagePattern::Part& selector = parsed.getPart(inner);
      if (selector.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
        const std::string form = utf8(parsed.getSubstring(selector));
        if (!form.starts_with('='))
          forms.insert(form);
      } else if (selector.getType() == UMSGPAT_PART_TYPE_MSG_START) {
        inner = parsed.getLimitPartIndex(inner);  // what is said inside has plurals of its own
      }
    }
    result.plurals.push_back(std::move(forms));
  }
  return result;
}

std::set<std::string> plural_forms(const std::string& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale::forLanguageTag(locale, status), status));
  std::set<std::string> forms{"other"};
  if (U_FAILURE(status) != 0)
    return forms;
  for (std::int32_t number = 0; number <= 200; ++number)
    forms.insert(utf8(rules->select(number)));
  return forms;
}

}  // namespace content
