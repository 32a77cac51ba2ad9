#include "kiosk/text/isolates.h"

#include <algorithm>
#include <string>

namespace kiosk {

namespace {

constexpr std::uint32_t longest = 96;

// European digits, and the Persian ones, which are ordered like them.
bool digit(char16_t c) {
  return (c >= u'0' && c <= u'9') || (c >= u'\u06F0' && c <= u'\u06F9');
}
bool zero(char16_t c) {
  return c == u'0' || c == u'\u06F0';
}
bool upper(char16_t c) {
  return (c >= u'A' && c <= u'Z') || c == u'Ä' || c == u'Ö' || c == u'Ü';
}
bool letter(char16_t c) {
  return upper(c) || (c >= u'a' && c <= u'z');
}
bool bound_space(char16_t c) {
  return c == u'\u00A0' || c == u'\u202F' || c == u'\u2007';
}
bool space(char16_t c) {
  return c == u' ' || bound_space(c);
}
bool currency(char16_t c) {
  return c == u'€' || c == u'$' || c == u'£' || c == u'₺' || c == u'₴';
}
bool joins(char16_t c) {
  return std::u16string_view(u".,:/-\u2010\u2011\u2012\u2013").find(c) != std::u16string_view::npos;
}
bool in_link(char16_t c) {
  return letter(c) || digit(c) ||
         std::u16string_view(u"-._~:/?#@!$&'()*+,;=%").find(c) != std::u16string_view::npos;
}

// Reads from `at` and answers where what it knows ends; `at` when it is not there.
class Reader {
 public:
  explicit Reader(std::u16string_view units)
      : units_(units),
        has_links_(units.find(u'@') != units.npos || units.find(u"://") != units.npos ||
                   units.find(u"www.") != units.npos) {}

  char16_t at(std::uint32_t i) const { return i < units_.size() ? units_[i] : u'\0'; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(units_.size()); }
  bool word(std::uint32_t at, std::u16string_view expected) const {
    return units_.substr(at, expected.size()) == expected;
  }
  std::uint32_t digits(std::uint32_t i) const {
    while (digit(at(i)))
      ++i;
    return i;
  }
  std::uint32_t letters(std::uint32_t i) const {
    while (letter(at(i)) || (at(i) >= u'\u00C0' && at(i) <= u'\u024F'))
      ++i;
    return i;
  }
  // Somebody wrote LRI, RLI or FSI before it.
  bool isolated_already(std::uint32_t i) const {
    return i > 0 && at(i - 1) >= u'\u2066' && at(i - 1) <= u'\u2068';
  }
  Span span(std::uint32_t start, bool after_latin) const;

 private:
  std::uint32_t number(std::uint32_t start) const;
  std::uint32_t date(std::uint32_t start) const;
  std::uint32_t law(std::uint32_t start) const;
  std::uint32_t law_word(std::uint32_t start) const;
  std::uint32_t link(std::uint32_t start) const;
  std::uint32_t place(std::uint32_t after_code) const;

  std::u16string_view units_;
  bool has_links_;  // most texts have none, and then no word has to be read as one
};

// Digits joined by single signs; a plain space joins only the groups of a phone number (it starts
// with 0 or +, perhaps in a bracket), since "5 12" may be two numbers. A bracket belongs to it as a
// pair: half a pair would be mirrored without the other. An amount takes its sign along.
std::uint32_t Reader::number(std::uint32_t start) const {
  std::uint32_t i = start;
  const bool signed_amount = currency(at(i));
  if (signed_amount)
    i += space(at(i + 1)) ? 2 : 1;
  const bool phone = !signed_amount && (zero(at(i)) || at(i) == u'+' || at(i) == u'(');
  bool open = at(i) == u'(';
  if (at(i) == u'+' || at(i) == u'(' || at(i) == u'-')
    ++i;
  if (!digit(at(i)))
    return start;
  i = digits(i);
  std::uint32_t end = open ? start : i;
  std::uint32_t joined = 0;
  while (i < start + longest) {
    std::uint32_t next = i;
    if (open && at(next++) != u')')
      break;  // a dialling code is one group
    if (joins(at(next)) || bound_space(at(next)) || (phone && space(at(next))))
      ++next;
    // "09:30 – 12:00" and "1. – 3. 5.": a dash between spaces joins what both sides join.
    if (bound_space(at(i)) && joins(at(next)))
      next += bound_space(at(next + 1)) ? 2 : 1;
    const bool opens = phone && at(next) == u'(';
    if (opens)
      ++next;
    if (next == i || !digit(at(next)))
      break;
    ++joined;
    i = digits(next);
    open = opens;
    if (!open)
      end = i;
  }
  if (end == start)
    return start;
  const std::uint32_t sign = end + (space(at(end)) ? 1 : 0);
  if (currency(at(sign)) || at(sign) == u'%')
    return sign + 1;
  if (word(sign, u"Euro") || word(sign, u"EUR"))
    return letters(sign);
  const bool alone = joined == 0 && !signed_amount && digit(at(start));
  return alone ? start : end;
}

// A day, the name of a month in any script, a year: «23. November 2026», «23 نوفمبر 2026».
std::uint32_t Reader::date(std::uint32_t start) const {
  const std::uint32_t day = digits(start);
  std::uint32_t month = day + (at(day) == u'.' ? 1 : 0);
  if (day == start || day > start + 2 || !space(at(month)))
    return start;
  ++month;
  std::uint32_t year = month;
  while (year < month + 20 && (letter(at(year)) || at(year) >= u'\u00C0') && !digit(at(year)))
    ++year;
  if (year < month + 3 || !space(at(year)))
    return start;
  const std::uint32_t end = digits(year + 1);
  return end == year + 5 ? end : start;
}

// § 25 Abs. 5 Satz 1 AufenthG, §§ 27 ff. SGB XII
std::uint32_t Reader::law(std::uint32_t start) const {
  std::uint32_t i = start;
  while (at(i) == u'§')
    ++i;
  if (i == start)
    return start;
  i += space(at(i)) ? 1 : 0;
  std::uint32_t end = digits(i);
  if (end == i)
    return start;
  end += letter(at(end)) && !letter(at(end + 1)) ? 1 : 0;
  while (end < start + longest && space(at(end))) {
    const std::uint32_t after = law_word(end + 1);
    if (after == end + 1)
      break;
    end = after;
  }
  return end;
}

// What may follow in a reference: «5», «ff.», «Abs. 5», «Satz 1», «AufenthG», «SGB», «XII»; no
// common word.
std::uint32_t Reader::law_word(std::uint32_t start) const {
  if (digit(at(start)))
    return digits(start);
  std::uint32_t end = letters(start);
  const auto uppers = std::count_if(units_.begin() + start, units_.begin() + end, upper);
  if (uppers > 1)
    return end;
  end += at(end) == u'.' ? 1 : 0;
  if (uppers == 0)
    return at(start) == u'f' && end - start <= 3 && end > start ? end : start;
  return space(at(end)) && digit(at(end + 1)) ? digits(end + 1) : start;
}

std::uint32_t Reader::link(std::uint32_t start) const {
  std::uint32_t end = start;
  bool sure = word(start, u"www.");
  while (end < start + longest && in_link(at(end))) {
    sure = sure || (at(end) == u'@' && end > start) || word(end, u"://");
    ++end;
  }
  while (end > start && !letter(at(end - 1)) && !digit(at(end - 1)) && at(end - 1) != u'/')
    --end;
  return sure && end > start + 3 ? end : start;
}

// The town after a postal code: 44623 Herne, 44649 Herne-Wanne
std::uint32_t Reader::place(std::uint32_t after_code) const {
  if (!space(at(after_code)) || !upper(at(after_code + 1)))
    return after_code;
  std::uint32_t end = letters(after_code + 1);
  while (at(end) == u'-' && letters(end + 1) > end + 1)
    end = letters(end + 1);
  return end;
}

// What starts at `i`, if anything does.
Span Reader::span(std::uint32_t i, bool after_latin) const {
  const char16_t c = at(i);
  if (has_links_ && (letter(c) || digit(c))) {
    if (const auto end = link(i); end > i)
      return {i, end, Span::Kind::Link};
  }
  if (c == u'§') {
    if (const auto end = law(i); end > i)
      return {i, end, Span::Kind::Law, !after_latin};
  }
  if (digit(c)) {
    const auto code = digits(i);
    if (const auto end = place(code); code == i + 5 && end > code)
      return {i, end, Span::Kind::Address, !after_latin};
  }
  // After a Latin word a number is part of its phrase (Bahnhofstraße 7-9) and keeps its order by
  // itself; isolated, it would jump to the other side.
  if (digit(c) || currency(c) || c == u'+' || (c == u'(' && zero(at(i + 1)))) {
    if (const auto end = date(i); end > i)
      return {i, end, Span::Kind::Date, false};
    if (const auto end = number(i); end > i)
      return {i, end, Span::Kind::Number, !after_latin && !isolated_already(i)};
  }
  return {i, i};
}

}  // namespace

std::vector<Span> find_spans(std::u16string_view units, Direction base, Characters& characters) {
  const Reader reader(units);
  std::vector<Span> spans;
  bool inside_word = false;
  bool after_latin = false;
  bool foreign = false;  // spans.back() is Foreign and may grow
  for (std::uint32_t i = 0; i < reader.size(); ++i) {
    if (!inside_word) {
      if (const Span span = reader.span(i, after_latin); span.end > span.start) {
        spans.push_back(span);
        inside_word = true;
        foreign = false;
        i = span.end - 1;
        continue;
      }
    }
    const Character& character = characters[units[i]];
    inside_word = digit(units[i]) || character.is(Character::Latin);
    if (character.is(Character::Latin))
      after_latin = true;
    else if (character.is(Character::RightToLeft))
      after_latin = false;
    if (base == Direction::RightToLeft)
      continue;
    // From the first right-to-left letter to the last before another script or a number.
    if (character.is(Character::RightToLeft) && character.script > script_inherited) {
      if (!foreign && !reader.isolated_already(i))
        spans.push_back({i, i, Span::Kind::Foreign});
      foreign = foreign || (!spans.empty() && spans.back().start == i);
      if (foreign)
        spans.back().end = i + 1;
    } else if (foreign && character.script == script_inherited && spans.back().end == i) {
      spans.back().end = i + 1;
    } else if (character.script > script_inherited || digit(units[i])) {
      foreign = false;
    }
  }
  return spans;
}

bool keeps_together(const Span& span, std::u16string_view units, std::uint32_t unit) {
  if (unit <= span.start || unit >= span.end)
    return false;
  switch (span.kind) {
    case Span::Kind::Number:
    case Span::Kind::Date:
    case Span::Kind::Address:
      return true;
    case Span::Kind::Law:
      // «§ 25 | Abs. 5 | AufenthG»: a line may begin with a word, not with a number or «ff.».
      return !upper(units[unit]) || units[unit] == u'X' || units[unit] == u'V' ||
             units[unit] == u'I';
    default:
      return false;
  }
}

}  // namespace kiosk
