#include "kiosk/speech/sentences.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <string>

#include "kiosk/speech/spoken_language.h"

namespace kiosk {
namespace {

// The character at a byte; `at` goes on to the next one. Broken bytes are U+FFFD.
UChar32 character_at(std::string_view text, std::int32_t& at) {
  const auto byte = [&](std::int32_t place) {
    return static_cast<std::uint32_t>(
        static_cast<unsigned char>(text[static_cast<std::size_t>(place)]));
  };
  const auto size = static_cast<std::int32_t>(text.size());
  const std::uint32_t lead = byte(at++);
  if (lead < 0x80)
    return static_cast<UChar32>(lead);
  const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  std::uint32_t character = lead & (0x3FU >> static_cast<unsigned>(more));
  int got = 0;
  for (; got < more && at < size && (byte(at) & 0xC0U) == 0x80U; ++got)
    character = (character << 6U) | (byte(at++) & 0x3FU);
  constexpr std::uint32_t last = 0x10FFFF;
  constexpr UChar32 broken = 0xFFFD;
  return more == 0 || got < more || character > last ? broken : static_cast<UChar32>(character);
}

bool is_space(UChar32 character) {
  return u_isUWhiteSpace(character) != 0 || u_charType(character) == U_FORMAT_CHAR;
}

// Without the spaces and marks of direction around it; empty where nothing could be said.
Extent trimmed(std::string_view text, Extent extent) {
  std::int32_t first = -1;
  std::int32_t last = 0;
  bool sayable = false;
  for (auto at = static_cast<std::int32_t>(extent.start);
       at < static_cast<std::int32_t>(extent.end);) {
    const std::int32_t here = at;
    const UChar32 character = character_at(text, at);
    if (is_space(character))
      continue;
    if (first < 0)
      first = here;
    last = at;
    sayable = sayable || u_isalnum(character) != 0;
  }
  return sayable ? Extent{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)}
                 : Extent{};
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  auto next = static_cast<std::int32_t>(at);
  while (next < static_cast<std::int32_t>(text.size())) {
    const std::int32_t here = next;
    if (!is_space(character_at(text, next)))
      return static_cast<std::size_t>(here);
  }
  return text.size();
}

bool letter_before(std::string_view text, std::size_t at) {
  if (at == 0)
    return false;
  auto before = static_cast<std::int32_t>(at) - 1;
  while (before > 0 &&
         (static_cast<unsigned char>(text[static_cast<std::size_t>(before)]) & 0xC0U) == 0x80U)
    --before;
  const UChar32 character = character_at(text, before);
  return u_isalnum(character) != 0;
}

// Where a short form ends that begins at `at`, its spaces written or not; npos: it does not.
std::size_t short_form_end(std::string_view text, std::size_t at, const ShortForm& form) {
  for (const char wanted : form.written) {
    if (wanted == ' ') {
      at = skip_spaces(text, at);
    } else if (at < text.size() && text[at] == wanted) {
      ++at;
    } else {
      return std::string_view::npos;
    }
  }
  return at;
}

// Breaks that are none: inside a short form, behind it where no sentence ends with it.
void protect_short_forms(std::string_view text, const SpokenLanguage& language,
                         std::vector<bool>& protect) {
  for (const ShortForm& form : language.shorts)
    for (std::size_t at = text.find(form.written.front()); at != std::string_view::npos;
         at = text.find(form.written.front(), at + 1)) {
      const std::size_t end = short_form_end(text, at, form);
      if (end == std::string_view::npos || letter_before(text, at))
        continue;
      const std::size_t behind = skip_spaces(text, end);
      for (std::size_t inside = at + 1; inside < end; ++inside)
        protect[inside] = true;
      if (form.written.back() == '.' && !form.may_end)
        for (std::size_t inside = end; inside <= behind; ++inside)
          protect[inside] = true;
    }
}

// «2. Etage», «3. November»: one or two digits and a dot.
void protect_ordinals(std::string_view text, std::vector<bool>& protect) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!digit(at) || letter_before(text, at))
      continue;
    std::size_t end = at;
    while (end < text.size() && digit(end))
      ++end;
    if (end - at > 2 || end >= text.size() || text[end] != '.')
      continue;
    const std::size_t behind = skip_spaces(text, end + 1);
    for (std::size_t inside = end + 1; inside <= behind; ++inside)
      protect[inside] = true;
  }
}

// «https://www.herne.de/?lang=tr»: a sign inside an address ends no sentence.
void protect_addresses(std::string_view text, std::vector<bool>& protect) {
  for (const std::string_view mark : {std::string_view("://"), std::string_view("www.")})
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + 1))
      for (std::size_t inside = at + 1;
           inside < text.size() && text[inside] != ' ' && text[inside] != '\n'; ++inside)
        protect[inside] = true;
}

}  // namespace

std::vector<Extent> sentences(std::string_view text, std::string_view language) {
  std::vector<Extent> found;
  std::vector<bool> protect(text.size() + 1);
  const SpokenLanguage* rules = spoken_language(language);
  protect_addresses(text, protect);
  if (rules != nullptr) {
    protect_short_forms(text, *rules, protect);
    if (rules->ordinal_dots)
      protect_ordinals(text, protect);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale(rules == nullptr ? "" : rules->locale.substr(0, 2).c_str());
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(locale, status));
  UText bytes = UTEXT_INITIALIZER;
  utext_openUTF8(&bytes, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (U_FAILURE(status)) {  // no data: the whole is one sentence
    utext_close(&bytes);
    const Extent whole = trimmed(text, {0, static_cast<std::uint32_t>(text.size())});
    return whole.end > 0 ? std::vector{whole} : found;
  }
  breaks->setText(&bytes, status);
  std::uint32_t start = 0;
  for (std::int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    const auto end = static_cast<std::uint32_t>(at);
    if (end < text.size() && protect[end])
      continue;
    if (const Extent extent = trimmed(text, {start, end}); extent.end > 0)
      found.push_back(extent);
    start = end;
  }
  utext_close(&bytes);
  return found;
}

}  // namespace kiosk
