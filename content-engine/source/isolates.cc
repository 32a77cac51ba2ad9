#include "content-engine/source/isolates.h"

#include <unicode/regex.h>
#include <unicode/utext.h>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace content {

namespace {

struct Pattern {
  std::unique_ptr<icu::RegexPattern> compiled;
  const char* target;
};

Pattern compile(const char16_t* text, const char* target) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  Pattern pattern{
      std::unique_ptr<icu::RegexPattern>(icu::RegexPattern::compile(text, 0, where, status)),
      target};
  if (U_FAILURE(status) != 0)
    throw std::logic_error("an isolate pattern does not compile");
  return pattern;
}

// Web and mail addresses, phone numbers, paragraphs of a law, postcode and town.
constexpr const char16_t* address_pattern =
    u"(?:https?://|www\\.)[^\\s\\uFFFC]*[\\p{L}\\p{Nd}/"
    u"]|[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}";
constexpr const char16_t* phone_pattern =
    u"(?<![\\p{Nd}.,])(?:\\+49[ \\u00A0]?|0)[0-9][0-9 \\u00A0/-]{2,}[0-9]";
constexpr const char16_t* section_pattern =
    u"§{1,2}[ \\u00A0]?[0-9]+[a-z]?"
    u"(?:(?: Absatz| Abs\\.| Satz| Nummer| Nr\\.| und| bis|,|[–-])?[ \\u00A0]?[0-9]+[a-z]?\\b)*"
    u"(?: ff?\\.)?"
    u"(?:[ \\u00A0](?:SGB[ \\u00A0][IVX]+|[A-ZÄÖÜ][A-Za-zÄÖÜäöü]*[A-ZÄÖÜ][A-Za-zÄÖÜäöü]*))?";
constexpr const char16_t* town_pattern = u"\\b[0-9]{5} [A-ZÄÖÜ][\\p{Latin}-]+";
// German words in a text from right to left, with their numbers: «Freiligrathstraße 12, 44623
// Herne».
constexpr const char16_t* latin_run_pattern =
    u"[\\p{Latin}\\p{Nd}][\\p{Latin}\\p{M}\\p{Nd}]*"
    u"(?:(?:[ \\u00A0]|, |[-–/.&'’])[\\p{Latin}\\p{Nd}][\\p{Latin}\\p{M}\\p{Nd}]*)*";
constexpr const char16_t* rtl_run_pattern =
    u"[\\p{Arabic}\\p{Hebrew}][\\p{Arabic}\\p{Hebrew}\\p{M}]*"
    u"(?: [\\p{Arabic}\\p{Hebrew}][\\p{Arabic}\\p{Hebrew}\\p{M}]*)*";

bool crosses(const Span& a, const Span& b) {
  return (a.start < b.start && b.start < a.end && a.end < b.end) ||
         (b.start < a.start && a.start < b.end && b.end < a.end);
}

bool has_letter(const std::string& text, const Span& span) {
  return std::any_of(text.begin() + span.start, text.begin() + span.end, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0xC3;
  });
}

}  // namespace

// In the order in which they may claim words: an address as a whole before the town in it.
struct IsolateFinder::Patterns {
  std::vector<Pattern> first;
  Pattern latin_run;
  std::vector<Pattern> numbers;
  Pattern rtl_run;
};

IsolateFinder::IsolateFinder() : patterns_(std::make_unique<Patterns>()) {
  for (const char16_t* pattern : {address_pattern, section_pattern})
    patterns_->first.push_back(compile(pattern, "ltr"));
  patterns_->latin_run = compile(latin_run_pattern, "ltr");
  for (const char16_t* pattern : {phone_pattern, town_pattern})
    patterns_->numbers.push_back(compile(pattern, "ltr"));
  patterns_->rtl_run = compile(rtl_run_pattern, "rtl");
}

IsolateFinder::~IsolateFinder() = default;

static std::vector<Span> found(const Pattern& pattern, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* input =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  const std::unique_ptr<icu::RegexMatcher> matcher(pattern.compiled->matcher(status));
  std::vector<Span> spans;
  if (U_SUCCESS(status) != 0) {
    matcher->reset(input);
    while (matcher->find(status) != 0 && U_SUCCESS(status) != 0)
      spans.push_back({static_cast<std::uint32_t>(matcher->start64(status)),
                       static_cast<std::uint32_t>(matcher->end64(status)), SpanKind::Isolate,
                       pattern.target});
  }
  utext_close(input);
  return spans;
}

void IsolateFinder::mark(Element& element, Direction direction) {
  std::vector<Span> added;
  const auto take = [&](const Pattern& pattern, bool wants_letter) {
    for (const Span& span : found(pattern, element.text)) {
      const auto taken = [&](const Span& other) {
        return span.start < other.end && other.start < span.end;
      };
      const auto crossed = [&](const Span& other) {
        return crosses(span, other) || (other.kind == SpanKind::Isolate && taken(other));
      };
      if ((!wants_letter || has_letter(element.text, span)) &&
          std::none_of(added.begin(), added.end(), taken) &&
          std::none_of(element.spans.begin(), element.spans.end(), crossed))
        added.push_back(span);
    }
  };
  for (const Pattern& pattern : patterns_->first)
    take(pattern, false);
  if (direction == Direction::RightToLeft)
    take(patterns_->latin_run, true);
  for (const Pattern& pattern : patterns_->numbers)
    take(pattern, false);
  if (direction == Direction::LeftToRight)
    take(patterns_->rtl_run, false);
  element.spans.insert(element.spans.end(), added.begin(), added.end());
  std::stable_sort(element.spans.begin(), element.spans.end(), [](const Span& a, const Span& b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });
}

}  // namespace content
