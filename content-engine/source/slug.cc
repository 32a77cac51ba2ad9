#include "content-engine/source/slug.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace content {

static std::unique_ptr<const icu::Transliterator> open_transliterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<const icu::Transliterator> latin(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  if (U_FAILURE(status))
    throw std::runtime_error("ICU has no Any-Latin transliterator");
  return latin;
}

static std::string to_latin(std::string_view text) {
  // Built once: it takes milliseconds and never changes.
  static const std::unique_ptr<const icu::Transliterator> latin = open_transliterator();
  icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  latin->transliterate(letters);
  std::string result;
  return letters.toUTF8String(result);
}

std::string slug(std::string_view text, std::size_t limit) {
  std::string id;
  for (const char c : to_latin(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      id += c;
    else if (!id.empty() && id.back() != '-')
      id += '-';
    if (id.size() == limit)
      break;
  }
  while (!id.empty() && id.back() == '-')
    id.pop_back();
  return id;
}

}  // namespace content
