#include "content-engine/rules/typed_number.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "content-engine/model/utf8.h"

namespace content {

// Numbers everybody dials without a prefix.
static constexpr std::array<std::string_view, 8> short_phones{
    "110", "112", "115", "116116", "116117", "116111", "116016", "116123"};
static constexpr std::size_t shortest_phone = 6;

static bool is_digit(char32_t c) {
  return u_charDigitValue(static_cast<UChar32>(c)) >= 0;
}
static bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
static bool is_blank(char32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x202F;
}

namespace {

// A run of digits with the signs that belong inside a number: "1.234,50", "0800 1110550".
struct Run {
  std::size_t start = 0;
  std::size_t end = 0;
  std::string digits;  // as ASCII
};

}  // namespace

// Signs join two digits of one number when nothing else stands between them.
static bool joins(char32_t c) {
  return c == '.' || c == ',' || c == '-' || c == '/' || is_blank(c);
}

static Run run_at(std::string_view text, std::size_t start, bool phone) {
  Run run{start, start, {}};
  std::size_t at = start;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (is_digit(c.value)) {
      run.digits += static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c.value)));
      at += c.length;
      run.end = at;
      continue;
    }
    const bool sign = phone ? joins(c.value) : (c.value == '.' || c.value == ',');
    const std::size_t next = at + c.length;
    if (!sign || next >= text.size() || !is_digit(character_at(text, next).value))
      break;
    at = next;
  }
  return run;
}

static std::string_view skip_blanks(std::string_view text) {
  while (!text.empty() && is_blank(character_at(text, 0).value))
    text.remove_prefix(character_at(text, 0).length);
  return text;
}

static bool is_amount(std::string_view text, const Run& run) {
  const std::string_view after = skip_blanks(text.substr(run.end));
  std::string_view before = text.substr(0, run.start);
  while (!before.empty() && is_blank(last_character(before).value))
    before.remove_suffix(last_character(before).length);
  return after.starts_with("€") || after.starts_with("EUR") || after.starts_with("Euro") ||
         after.starts_with("euro") || before.ends_with("€");
}

// Places where numbers are names: paragraphs of a law, addresses in the net, places on the map.
static bool is_name(const Element& element, std::size_t at) {
  return std::any_of(element.spans.begin(), element.spans.end(), [&](const Span& span) {
    if (at < span.start || at >= span.end)
      return false;
    const std::string_view words =
        std::string_view(element.text).substr(span.start, span.end - span.start);
    const bool address = words.find('@') != std::string_view::npos ||
                         words.find("://") != std::string_view::npos || words.starts_with("www.");
    return span.kind == SpanKind::WebLink ||
           (span.kind == SpanKind::Isolate && (words.starts_with("§") || address));
  });
}

std::vector<TypedNumber> typed_numbers(const Element& element) {
  const std::string_view text = element.text;
  const bool strict = element.block == Block::Cost || element.block == Block::Deadline;
  std::vector<TypedNumber> found;
  char32_t before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (!is_digit(c.value)) {
      before = c.value;
      at += c.length;
      continue;
    }
    Run run = run_at(text, at, false);
    if (run.digits.starts_with('0') || run.digits == "116")
      run = run_at(text, at, true);
    const bool in_word = is_letter(before);  // «B1»
    const bool phone =
        (run.digits.starts_with('0') && run.digits.size() >= shortest_phone) ||
        std::find(short_phones.begin(), short_phones.end(), run.digits) != short_phones.end();
    if (!in_word && !is_name(element, at) && (phone || strict || is_amount(text, run)))
      found.push_back({static_cast<std::uint32_t>(at),
                       std::string(text.substr(run.start, run.end - run.start))});
    before = '0';
    at = run.end;
  }
  return found;
}

}  // namespace content
