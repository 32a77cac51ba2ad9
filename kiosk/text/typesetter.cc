#include "kiosk/text/typesetter.h"

#include <algorithm>
#include <set>
#include <utility>

#include "kiosk/text/place.h"

namespace kiosk {

namespace {

constexpr float running_text = 1.40F;  // the line height that the stack's proportions refer to

struct Piece {
  std::string_view text;
  std::uint32_t offset = 0;
};

// At the separators of UAX #9, class B: LF, CR LF, CR, the information separators U+001C to U+001E,
// NEL, U+2029.
std::vector<Piece> paragraphs_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t separator = 0;
    switch (text[i]) {
      case '\n':
      case '\x1C':
      case '\x1D':
      case '\x1E':
        separator = 1;
        break;
      case '\r':
        separator = text.substr(i + 1).starts_with('\n') ? 2 : 1;
        break;
      case '\xC2':
        separator = text.substr(i + 1).starts_with('\x85') ? 2 : 0;
        break;
      case '\xE2':
        separator = text.substr(i + 1).starts_with("\x80\xA9") ? 3 : 0;
        break;
      default:
        continue;
    }
    if (separator == 0)
      continue;
    pieces.push_back({text.substr(start, i - start), static_cast<std::uint32_t>(start)});
    start = i + separator;
    i = start - 1;
  }
  pieces.push_back({text.substr(start), static_cast<std::uint32_t>(start)});
  return pieces;
}

// Nested ranges laid flat; the inner one counts.
std::vector<Style> flat_styles(const ParagraphRequest& request, const LogicalText& text,
                               Languages& languages) {
  const Style own{text.size(), request.style.weight, 0, languages.id(request.language)};
  if (request.ranges.empty())
    return {own};
  std::vector<const StyleRange*> ranges;
  std::set<std::uint32_t> edges{text.size()};
  for (const StyleRange& range : request.ranges) {
    const std::uint32_t start = text.unit_at(range.start);
    const std::uint32_t end = text.unit_at(range.end);
    if (start >= end)
      continue;
    ranges.push_back(&range);
    edges.insert({start, end});
  }
  // Outer before inner, so that the last one found is the innermost.
  std::stable_sort(ranges.begin(), ranges.end(), [](const StyleRange* a, const StyleRange* b) {
    return a->start != b->start ? a->start < b->start : a->end > b->end;
  });
  edges.erase(0);
  std::vector<Style> styles;
  std::vector<const StyleRange*> open;
  auto next = ranges.begin();
  std::uint32_t start = 0;
  for (const std::uint32_t end : edges) {
    for (; next != ranges.end() && text.unit_at((*next)->start) <= start; ++next)
      open.push_back(*next);
    std::erase_if(open, [&](const StyleRange* r) { return text.unit_at(r->end) <= start; });
    Style style = own;
    style.end = end;
    if (!open.empty()) {
      style.weight = open.back()->weight;
      style.color = open.back()->color;
    }
    for (const StyleRange* range : open)
      if (!range->language.empty())
        style.language = languages.id(range->language);
    styles.push_back(style);
    start = end;
  }
  if (styles.empty())
    styles.push_back(own);
  return styles;
}

}  // namespace

Typesetter::Typesetter(FontStack stack)
    : stack_(std::move(stack)),
      faces_(stack_.files()),
      languages_(stack_),
      fallback_(stack_, faces_, characters_),
      segmenter_(characters_),
      itemiser_(fallback_, faces_, characters_),
      shaper_(faces_),
      line_breaker_(shaper_, characters_) {}

Typesetter::Stages Typesetter::run(const ParagraphRequest& request, std::string_view text,
                                   std::uint32_t offset) {
  const LanguageId language = languages_.id(request.language);
  SegmentRequest segment;
  segment.language = request.language;
  segment.language_direction = languages_[language].direction;
  segment.direction = request.direction;
  segment.isolation = request.isolation;
  segment.strictness = request.strictness;
  segment.ranges = &request.ranges;
  Stages stages;
  stages.segmented = segmenter_.segment(decode(text, offset), segment);
  const auto styles = flat_styles(request, stages.segmented.text, languages_);
  stages.itemised = itemiser_.itemise(stages.segmented, styles, languages_, request.style);
  stages.shaped = shaper_.shape(stages.segmented, stages.itemised, languages_, request.style);
  stages.lines = line_breaker_.lines(stages.segmented, stages.itemised, stages.shaped, languages_,
                                     request.style, request.width);
  return stages;
}

std::vector<Typesetter::Stages> Typesetter::stages(const ParagraphRequest& request) {
  std::vector<Stages> all;
  for (const Piece& piece : paragraphs_of(request.text))
    all.push_back(run(request, piece.text, piece.offset));
  return all;
}

Paragraph Typesetter::set(const ParagraphRequest& request) {
  std::vector<Line> lines;
  int missing = 0;
  for (const Piece& piece : paragraphs_of(request.text)) {
    Stages stages = run(request, piece.text, piece.offset);
    missing += stages.itemised.missing;
    if (lines.empty())
      lines = std::move(stages.lines);
    else
      std::move(stages.lines.begin(), stages.lines.end(), std::back_inserter(lines));
  }
  const LanguageId language = languages_.id(request.language);
  const LanguageSetting& setting = languages_[language];
  const FontId font =
      fallback_
          .chain(setting.script, language, setting, request.style.weight, request.style.stretch)
          .fonts.front();
  const float size = request.style.size * setting.setting.factor;
  const Reach metrics = faces_.metrics(font);
  Placing placing;
  placing.alignment = request.alignment;
  placing.width = request.width;
  placing.line_height =
      size * request.style.line_height * setting.setting.line_height / running_text;
  placing.font = {metrics.above * size, metrics.below * size};
  Paragraph paragraph = place(std::move(lines), placing, faces_);
  paragraph.text = request.text;
  paragraph.missing = missing;
  return paragraph;
}

std::u32string Typesetter::uncovered(std::string_view text, std::string_view language,
                                     Weight weight) {
  const LanguageId id = languages_.id(language);
  const LogicalText logical = decode(text);
  std::u32string missing;
  for (std::uint32_t i = 0; i < logical.size();) {
    const std::uint32_t start = i;
    const char32_t c = next_code_point(logical.units, i);
    Script script = characters_[c].script;
    if (script <= script_inherited)
      script = languages_[id].script;
    const Chain& chain = fallback_.chain(script, id, languages_[id], weight, Stretch::Normal);
    const std::u16string_view cluster(logical.units.data() + start, i - start);
    if (!fallback_.font_for(cluster, chain) && missing.find(c) == std::u32string::npos)
      missing.push_back(c);
  }
  return missing;
}

}  // namespace kiosk
