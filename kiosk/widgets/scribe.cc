#include "kiosk/widgets/scribe.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace kiosk {
namespace {

Alignment on_page(Alignment alignment, Direction text, Direction page) {
  if (text == page || alignment == Alignment::Center)
    return alignment;
  return alignment == Alignment::Start ? Alignment::End : Alignment::Start;
}

constexpr std::array narrower_cuts{Stretch::SemiCondensed, Stretch::Condensed,
                                   Stretch::ExtraCondensed};

// A line may end after a space, a dash, a place the editor named (soft hyphen, zero-width space) or
// a sign that needs none; anywhere else a word was torn, because it alone is wider than the line.
bool ends_between_words(std::string_view text) {
  constexpr unsigned first_of_cjk = 0xE3;
  if (text.empty() || std::string_view(" \n-/").find(text.back()) != std::string_view::npos)
    return true;
  return text.ends_with("\u2013") || text.ends_with("\u00AD") || text.ends_with("\u200B") ||
         (text.size() >= 3 && static_cast<unsigned char>(text[text.size() - 3]) >= first_of_cjk);
}

bool tears_a_word(const std::string& text, const Paragraph& paragraph) {
  return std::any_of(paragraph.lines.begin(), paragraph.lines.end(), [&](const Line& line) {
    return line.end < text.size() &&
           !ends_between_words(std::string_view(text).substr(line.start, line.end - line.start));
  });
}

bool fits(const std::string& text, const Paragraph& paragraph, int width, int lines) {
  return static_cast<int>(paragraph.lines.size()) <= lines &&
         paragraph.width <= static_cast<float>(width) && !tears_a_word(text, paragraph);
}

// In the widest of the look's cuts that fits, else in the narrowest; `setting` becomes that one.
Paragraph in_cut_that_fits(const Scribe& type, const Wording& words, Setting& setting, int width,
                           int lines) {
  Paragraph set = type.paragraph(words, setting, width);
  for (auto cut = narrower_cuts.begin();
       cut != narrower_cuts.end() && !fits(words.text, set, width, lines); ++cut) {
    setting.stretch = *cut;
    set = type.paragraph(words, setting, width);
  }
  return set;
}

// The narrowest width that needs no more lines: lines of about equal length.
Paragraph balanced(const Scribe& type, const Wording& words, const Setting& setting,
                   Paragraph greedy, int width) {
  const std::size_t lines = greedy.lines.size();
  if (lines < 2)
    return greedy;
  int narrow = width / static_cast<int>(lines) / 2;
  int wide = width;
  Paragraph best = std::move(greedy);
  while (wide - narrow > 4) {
    const int middle = (narrow + wide) / 2;
    Paragraph tried = type.paragraph(words, setting, middle);
    if (fits(words.text, tried, middle, static_cast<int>(lines))) {
      best = std::move(tried);
      wide = middle;
    } else {
      narrow = middle;
    }
  }
  return best;
}

}  // namespace

Paragraph Scribe::paragraph(const Wording& words, const Setting& setting, int width) const {
  ParagraphRequest request;
  request.text = words.text;
  request.language = language_;
  request.direction = direction_ == Direction::LeftToRight ? BaseDirection::LeftToRight
                                                           : BaseDirection::RightToLeft;
  request.alignment = on_page(setting.alignment, direction_, page_);
  request.style = {.size = look_.em(setting.type),
                   .weight = setting.weight,
                   .stretch = setting.stretch,
                   .line_height = setting.line_height > 0 ? setting.line_height
                                                          : Look::line_height(setting.type),
                   .tracking = Look::tracking(setting.type)};
  request.ranges = words.ranges;
  request.width = static_cast<float>(width);
  return engine_->layout(request);
}

float Scribe::width(const Wording& words, const Setting& setting) const {
  return paragraph(words, setting, 0).width;
}

Box Scribe::text(std::string name, const Wording& words, const Setting& setting, int width) const {
  Paragraph set = paragraph(words, setting, width);
  if (tears_a_word(words.text, set)) {
    constexpr int any_lines = std::numeric_limits<int>::max();
    Setting cut = setting;
    Paragraph tried = in_cut_that_fits(*this, words, cut, width, any_lines);
    if (!tears_a_word(words.text, tried))
      set = std::move(tried);
  }
  Box box = text_box(std::move(name), words.text, std::move(set), setting, width);
  box.language = language_;
  return box;
}

Box Scribe::line(std::string name, const Wording& words, const Setting& setting) const {
  const int wide = static_cast<int>(std::ceil(width(words, setting)));
  return text(std::move(name), words, setting, wide + 1);
}

Box Scribe::label(std::string name, const Wording& words, Setting setting, int width,
                  int lines) const {
  if (setting.type == Type::T &&
      !fits(words.text, paragraph(words, setting, width), width, lines)) {
    setting.type = Type::S;
    setting.line_height = Look::line_height(Type::T);
  }
  Setting cut = setting;
  Paragraph set = in_cut_that_fits(*this, words, cut, width, lines);
  for (const Type smaller : {Type::M, Type::S}) {
    if (setting.type > Type::XXL || setting.type <= smaller || !tears_a_word(words.text, set))
      continue;
    setting.type = smaller;
    cut = setting;
    set = in_cut_that_fits(*this, words, cut, width, lines);
  }
  setting = cut;
  const bool centered = setting.alignment == Alignment::Center;
  const int greedy_width = width;
  set = balanced(*this, words, setting, std::move(set), width);
  const int needed = static_cast<int>(std::ceil(set.width)) + 1;
  if (set.lines.size() < 2 || needed >= greedy_width)
    return text(std::move(name), words, setting, width);
  Box box =
      text_box(std::move(name), words.text, paragraph(words, setting, needed), setting, needed);
  box.language = language_;
  if (centered)
    box.rect.x = (width - needed) / 2;
  return box;
}

Box Scribe::fitted(std::string name, const Wording& words, Setting setting, int width) const {
  for (const Stretch cut :
       {Stretch::Normal, Stretch::SemiCondensed, Stretch::Condensed, Stretch::ExtraCondensed}) {
    if (cut < setting.stretch)
      continue;
    setting.stretch = cut;
    if (this->width(words, setting) <= static_cast<float>(width))
      break;
  }
  return text(std::move(name), words, setting, width);
}

Box text_box(std::string name, std::string words, Paragraph paragraph, const Setting& setting,
             int width) {
  Box box;
  box.role = Role::Text;
  box.name = std::move(name);
  box.spoken = std::move(words);
  box.rect = {0, 0, width, static_cast<int>(std::ceil(paragraph.height))};
  box.paint.foreground = setting.color;
  box.paint.second = setting.second;
  box.paint.text = std::move(paragraph);
  return box;
}

Paragraph slice(const Paragraph& paragraph, std::size_t first, std::size_t last) {
  Paragraph part = paragraph;
  part.lines.assign(paragraph.lines.begin() + static_cast<std::ptrdiff_t>(first),
                    paragraph.lines.begin() + static_cast<std::ptrdiff_t>(last));
  part.width = 0;
  part.height = 0;
  if (part.lines.empty())
    return part;
  const float up = part.lines.front().top;
  for (Line& line : part.lines) {
    line.top -= up;
    line.baseline -= up;
    for (Glyph& glyph : line.glyphs)
      glyph.y -= up;
    part.width = std::max(part.width, line.width);
    part.height = std::max(part.height, line.top + line.height);
  }
  part.ink_top = std::max(paragraph.ink_top, part.ink_top);
  part.ink_bottom = part.height;
  return part;
}

}  // namespace kiosk
