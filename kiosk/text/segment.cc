#include "kiosk/text/segment.h"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "kiosk/text/isolates.h"

namespace kiosk {

namespace {

constexpr std::size_t breakers_kept = 48;

// UAX #29 rules GB3–GB13 for Unicode 15; `before` and `after` are one code point apart.
class GraphemeRules {
 public:
  bool breaks_before(const Character& after) {
    // Two plain letters, by far the most of any text.
    static_assert(U_GCB_OTHER == 0);
    if ((after.grapheme | before_) == 0 && !pictograph_ && !after.is(Character::Pictograph))
      return true;
    const auto b = static_cast<UGraphemeClusterBreak>(before_);
    const auto a = static_cast<UGraphemeClusterBreak>(after.grapheme);
    const bool breaks = decide(b, a, after.is(Character::Pictograph));
    const bool extends = a == U_GCB_EXTEND;
    pictograph_joined_ = a == U_GCB_ZWJ && pictograph_;
    pictograph_ = after.is(Character::Pictograph) || (extends && pictograph_);
    indicators_ = a == U_GCB_REGIONAL_INDICATOR ? indicators_ + 1 : 0;
    before_ = after.grapheme;
    return breaks;
  }

 private:
  static bool control(UGraphemeClusterBreak c) {
    return c == U_GCB_CONTROL || c == U_GCB_CR || c == U_GCB_LF;
  }
  bool decide(UGraphemeClusterBreak b, UGraphemeClusterBreak a, bool pictograph) const {
    if (b == U_GCB_OTHER && a == U_GCB_OTHER)
      return true;
    if (b == U_GCB_CR && a == U_GCB_LF)
      return false;
    if (control(b) || control(a))
      return true;
    if (b == U_GCB_L && (a == U_GCB_L || a == U_GCB_V || a == U_GCB_LV || a == U_GCB_LVT))
      return false;
    if ((b == U_GCB_LV || b == U_GCB_V) && (a == U_GCB_V || a == U_GCB_T))
      return false;
    if ((b == U_GCB_LVT || b == U_GCB_T) && a == U_GCB_T)
      return false;
    if (a == U_GCB_EXTEND || a == U_GCB_ZWJ || a == U_GCB_SPACING_MARK || b == U_GCB_PREPEND)
      return false;
    if (b == U_GCB_ZWJ && pictograph && pictograph_joined_)
      return false;
    return !(a == U_GCB_REGIONAL_INDICATOR && indicators_ % 2 == 1);
  }

  std::uint8_t before_ = U_GCB_CONTROL;
  bool pictograph_ = false;
  bool pictograph_joined_ = false;
  unsigned indicators_ = 0;
};

char16_t opener(StyleRange::Isolate isolate) {
  switch (isolate) {
    case StyleRange::Isolate::LeftToRight:
      return u'\u2066';
    case StyleRange::Isolate::RightToLeft:
      return u'\u2067';
    default:
      return u'\u2068';
  }
}

struct Augmented {
  std::u16string units;
  std::vector<std::int32_t> place;  // of each unit of the text
};

// The text with its isolates written out. Isolates nest; one that would cross another is closed
// with the outer one.
Augmented write_isolates(std::u16string_view units, const std::vector<Isolated>& isolates) {
  Augmented augmented;
  augmented.units.reserve(units.size() + 2 * isolates.size());
  augmented.place.reserve(units.size());
  std::vector<std::uint32_t> open;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i <= units.size(); ++i) {
    while (!open.empty() && open.back() <= i) {
      augmented.units.push_back(u'\u2069');
      open.pop_back();
    }
    if (i == units.size())
      break;
    for (; next < isolates.size() && isolates[next].start <= i; ++next) {
      const std::uint32_t end = isolates[next].end;
      if (end <= i)
        continue;
      augmented.units.push_back(opener(isolates[next].isolate));
      open.push_back(open.empty() ? end : std::min(end, open.back()));
    }
    augmented.place.push_back(static_cast<std::int32_t>(augmented.units.size()));
    augmented.units.push_back(units[i]);
  }
  return augmented;
}

// Class BK and what is like it; a paragraph's separators do not come here.
bool ends_line(char16_t unit) {
  return (unit >= 0x0A && unit <= 0x0D) || unit == 0x85 || unit == 0x2028 || unit == 0x2029;
}

UBiDiLevel level_of(Direction direction) {
  return direction == Direction::RightToLeft ? UBIDI_RTL : UBIDI_LTR;
}

std::string locale_for(std::string_view language, Strictness strictness) {
  std::string tag(language.substr(0, 32));
  static constexpr const char* values[] = {"", "-u-lb-loose", "-u-lb-normal", "-u-lb-strict"};
  tag += values[static_cast<std::size_t>(strictness)];
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY] = {};
  uloc_forLanguageTag(tag.c_str(), locale, sizeof locale, nullptr, &status);
  return U_SUCCESS(status) ? locale : "";
}

}  // namespace

struct Segmenter::Icu {
  struct CloseBidi {
    void operator()(UBiDi* closing) const { ubidi_close(closing); }
  };
  struct CloseBreaker {
    void operator()(UBreakIterator* breaker) const { ubrk_close(breaker); }
  };

  std::unique_ptr<UBiDi, CloseBidi> bidi{ubidi_open()};
  std::map<std::string, std::unique_ptr<UBreakIterator, CloseBreaker>, std::less<>> breakers;
  std::string last_key;
  UBreakIterator* last = nullptr;

  UBreakIterator* breaker(std::string_view language, Strictness strictness) {
    std::string key(language.substr(0, 32));
    key.push_back(static_cast<char>('0' + static_cast<int>(strictness)));
    if (last != nullptr && key == last_key)
      return last;
    auto found = breakers.find(key);
    if (found == breakers.end()) {
      if (breakers.size() >= breakers_kept)
        breakers.clear();
      UErrorCode status = U_ZERO_ERROR;
      UBreakIterator* opened =
          ubrk_open(UBRK_LINE, locale_for(language, strictness).c_str(), nullptr, 0, &status);
      found = breakers.emplace(key, U_SUCCESS(status) ? opened : nullptr).first;
    }
    last_key = std::move(key);
    return last = found->second.get();
  }
};

Segmenter::Segmenter(Characters& characters)
    : characters_(&characters), icu_(std::make_unique<Icu>()) {}
Segmenter::~Segmenter() = default;

Segmented Segmenter::segment(LogicalText text, const SegmentRequest& request) {
  Segmented segmented;
  segmented.text = std::move(text);
  const LogicalText& logical = segmented.text;
  segmented.base_level = base_level(logical.units, request);

  std::vector<Span> spans;
  if (request.isolation == Isolation::NumbersAndLinks)
    spans = find_spans(logical.units, segmented.direction(), *characters_);
  std::vector<Isolated>& isolates = segmented.isolates;
  if (request.ranges != nullptr)
    for (const StyleRange& range : *request.ranges)
      if (range.isolate != StyleRange::Isolate::None)
        isolates.push_back(
            {logical.unit_at(range.start), logical.unit_at(range.end), range.isolate});
  const std::size_t given = isolates.size();
  for (const Span& span : spans) {
    const auto touches = [&](const Isolated& other) {
      return span.start < other.end && other.start < span.end &&
             !(other.start < span.start && span.end < other.end);
    };
    const auto end = isolates.begin() + static_cast<std::ptrdiff_t>(given);
    if (span.ordered && std::none_of(isolates.begin(), end, touches))
      isolates.push_back({span.start, span.end,
                          span.kind == Span::Kind::Foreign ? StyleRange::Isolate::RightToLeft
                                                           : StyleRange::Isolate::LeftToRight});
  }
  std::stable_sort(isolates.begin(), isolates.end(), [](const Isolated& a, const Isolated& b) {
    return a.start != b.start ? a.start < b.start : a.end > b.end;
  });

  order(segmented, graphemes(segmented));
  cut(segmented, request);
  for (const Span& span : spans)
    for (std::uint32_t i = span.start + 1; i < span.end; ++i)
      if (keeps_together(span, logical.units, i))
        segmented.boundaries[i] &= static_cast<std::uint8_t>(~LineMay);
  return segmented;
}

// Rules P2 and P3 for first strong, on the text as it is given: isolates that are written into it
// later would hide its letters.
Level Segmenter::base_level(std::u16string_view units, const SegmentRequest& request) {
  switch (request.direction) {
    case BaseDirection::FromLanguage:
      return level_of(request.language_direction);
    case BaseDirection::LeftToRight:
      return UBIDI_LTR;
    case BaseDirection::RightToLeft:
      return UBIDI_RTL;
    case BaseDirection::FirstStrong:
      break;
  }
  const bool backwards = request.language_direction == Direction::RightToLeft;
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(icu_->bidi.get(), units.data(), static_cast<std::int32_t>(units.size()),
                backwards ? UBIDI_DEFAULT_RTL : UBIDI_DEFAULT_LTR, nullptr, &status);
  return U_SUCCESS(status) ? ubidi_getParaLevel(icu_->bidi.get())
                           : level_of(request.language_direction);
}

void Segmenter::order(Segmented& segmented, std::uint16_t flags) {
  const std::vector<Isolated>& isolates = segmented.isolates;
  const std::u16string& units = segmented.text.units;
  const UBiDiLevel base = segmented.base_level;
  const auto turns = [](const Isolated& isolated) {
    return isolated.isolate == StyleRange::Isolate::RightToLeft;
  };
  segmented.levels.assign(units.size(), 0);
  if (base == UBIDI_LTR && (flags & Character::RightToLeft) == 0 &&
      std::none_of(isolates.begin(), isolates.end(), turns))
    return;

  UErrorCode status = U_ZERO_ERROR;
  UBiDi* const bidi = icu_->bidi.get();
  Augmented augmented;
  const bool written = !isolates.empty();
  if (written)
    augmented = write_isolates(units, isolates);
  const std::u16string& ordered = written ? augmented.units : units;
  ubidi_setPara(bidi, ordered.data(), static_cast<std::int32_t>(ordered.size()), base, nullptr,
                &status);
  const UBiDiLevel* levels = ordered.empty() ? nullptr : ubidi_getLevels(bidi, &status);
  if (U_FAILURE(status))
    return;
  for (std::size_t i = 0; i < units.size(); ++i)
    segmented.levels[i] = levels[written ? static_cast<std::size_t>(augmented.place[i]) : i];
}

std::uint16_t Segmenter::graphemes(Segmented& segmented) {
  const std::u16string& units = segmented.text.units;
  segmented.boundaries.assign(units.size() + 1, 0);
  segmented.boundaries[units.size()] = Grapheme;
  std::uint16_t flags = 0;
  GraphemeRules rules;
  for (std::uint32_t i = 0; i < units.size();) {
    const std::uint32_t start = i;
    const Character& character = (*characters_)[next_code_point(units, i)];
    flags |= character.flags;
    if (rules.breaks_before(character))
      segmented.boundaries[start] = Grapheme;
  }
  return flags;
}

void Segmenter::cut(Segmented& segmented, const SegmentRequest& request) {
  const std::u16string& units = segmented.text.units;
  auto& boundaries = segmented.boundaries;
  boundaries[units.size()] |= LineMay;
  UBreakIterator* breaker = icu_->breaker(request.language, request.strictness);
  if (breaker == nullptr || units.empty())
    return;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker, units.data(), static_cast<std::int32_t>(units.size()), &status);
  if (U_FAILURE(status))
    return;
  for (auto at = ubrk_next(breaker); at != UBRK_DONE; at = ubrk_next(breaker)) {
    const auto unit = static_cast<std::size_t>(at);
    const bool must = unit < units.size() && ends_line(units[unit - 1]);
    boundaries[unit] |= must ? LineMay | LineMust : LineMay;
  }
}

std::string Segmented::dump() const {
  const auto byte = [this](std::uint32_t unit) { return std::to_string(text.bytes[unit]); };
  std::string out = "base " + std::to_string(base_level) + "\nlevels";
  for (std::uint32_t start = 0, i = 1; i <= text.size(); ++i) {
    if (i < text.size() && levels[i] == levels[start])
      continue;
    out += " " + byte(start) + "-" + byte(i) + ":" + std::to_string(levels[start]);
    start = i;
  }
  out += "\nbreaks";
  for (std::uint32_t i = 1; i <= text.size(); ++i)
    if (has(i, LineMay))
      out += " " + byte(i) + (has(i, LineMust) ? "!" : "");
  std::string inner;
  for (std::uint32_t i = 1; i < text.size(); ++i)
    if (!has(i, Grapheme) && text.bytes[i] != text.bytes[i - 1])
      inner += " " + byte(i);
  return out + (inner.empty() ? "" : "\ninside graphemes" + inner) + "\n";
}

}  // namespace kiosk
