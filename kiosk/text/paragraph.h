// The face of the text engine: logical UTF-8 in, positioned glyphs out, one paragraph at a time.
// Language, direction and width are arguments; nothing is guessed and nothing ambient is read.
// Lines and glyphs are in visual order from left to right; offsets into the text are logical UTF-8
// byte offsets. A Paragraph is a plain value: it may be kept, moved to another thread and drawn
// there; it refers to fonts by FontId only.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/language.h"
#include "content-engine/model/result.h"

namespace kiosk {

using content::Direction;

enum class Weight : std::uint8_t { Regular, Medium, SemiBold, Bold };
enum class Stretch : std::uint8_t { Normal, SemiCondensed, Condensed, ExtraCondensed };

// Where a paragraph's base direction comes from: the language record, unless a caller says
// otherwise (a German name in a list, a search field).
enum class BaseDirection : std::uint8_t { FromLanguage, LeftToRight, RightToLeft, FirstStrong };

// Whether phone numbers, amounts, dates, § references and links keep their own order among
// right-to-left words and stay on one line, or the text is laid out as it is given.
enum class Isolation : std::uint8_t { NumbersAndLinks, AsGiven };

// How strictly lines of Chinese and Japanese break (CSS line-break): as the language has it, or
// told.
enum class Strictness : std::uint8_t { OfLanguage, Loose, Normal, Strict };

enum class Alignment : std::uint8_t { Start, Center, End };

struct TextStyle {
  float size = 41;  // px of a Latin em; scripts are scaled by the font stack's factor
  Weight weight = Weight::Regular;
  Stretch stretch = Stretch::Normal;
  float line_height = 1.40F;  // × size for Latin; a script that needs more grows in proportion
  float tracking = 0;         // em; applied in Latin, Cyrillic and Greek only

  bool operator==(const TextStyle&) const = default;
};

// A part of the text that differs from the rest. Ranges may nest, never cross.
struct StyleRange {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  Weight weight = Weight::Regular;
  enum class Isolate : std::uint8_t { None, LeftToRight, RightToLeft, FirstStrong } isolate{};
  std::uint32_t color = 0;  // 0: the paragraph's own; else a caller's index, carried through
  std::string language;     // empty: the paragraph's

  bool operator==(const StyleRange&) const = default;
};

struct ParagraphRequest {
  std::string text;      // one paragraph; U+2028 and '\n' force a line
  std::string language;  // BCP 47
  BaseDirection direction = BaseDirection::FromLanguage;
  Alignment alignment = Alignment::Start;
  TextStyle style;
  std::vector<StyleRange> ranges;
  float width = 0;  // px; 0: one line as wide as it needs
  Isolation isolation = Isolation::NumbersAndLinks;
  Strictness strictness = Strictness::OfLanguage;

  bool operator==(const ParagraphRequest&) const = default;
};

using FontId = std::uint16_t;  // index into TextEngine::fonts()

struct Glyph {
  FontId font = 0;
  std::uint32_t id = 0;       // glyph index in that font; 0 would be .notdef
  std::uint32_t cluster = 0;  // byte offset of its cluster in the text
  float x = 0;                // px from the paragraph's left edge
  float y = 0;                // px from the paragraph's top edge, of the glyph's origin
  float advance = 0;
  float size = 0;           // px em after the script's factor
  std::uint32_t color = 0;  // StyleRange::color
  std::uint8_t level = 0;   // UAX #9; odd: its cluster runs right to left

  bool operator==(const Glyph&) const = default;
};

struct Line {
  std::uint32_t start = 0;  // bytes of the text on this line, logical
  std::uint32_t end = 0;
  Direction direction{};  // of the paragraph
  float top = 0;
  float baseline = 0;  // px from the paragraph's top edge
  float height = 0;
  float left = 0;  // left edge of the ink-bearing text, trailing spaces hang outside
  float width = 0;
  std::uint32_t hanging_from = 0;  // byte from which on spaces hang outside its end
  float hanging = 0;               // px of those spaces
  std::vector<Glyph> glyphs;       // visual order

  bool operator==(const Line&) const = default;
};

struct Paragraph {
  std::string
      text;  // what the offsets count in; a printed page carries it to be copied and read out
  std::vector<Line> lines;
  Direction direction{};
  float width = 0;  // of the widest line
  float height = 0;
  float ink_top = 0;     // ≤ 0 when ink rises above the box
  float ink_bottom = 0;  // may exceed height
  int missing = 0;       // clusters no font of the stack could draw (.notdef was used)

  bool operator==(const Paragraph&) const = default;
};

// One font file of the stack; what a rasteriser needs to open it.
struct FontFile {
  std::filesystem::path path;
  int face_index = 0;
  bool color_bitmaps = false;  // emoji

  bool operator==(const FontFile&) const = default;
};

// Thread-confined: one engine for one thread. Faces, shape plans and laid-out paragraphs are cached
// inside, bounded.
class TextEngine {
 public:
  // Reads fonts.ini in `fonts` (the folder the build installs) and opens what it names.
  // NotFound/Malformed name the file.
  static content::Result<std::unique_ptr<TextEngine>> open(const std::filesystem::path& fonts);
  virtual ~TextEngine() = default;

  virtual Paragraph layout(const ParagraphRequest& request) = 0;
  virtual const std::vector<FontFile>& fonts() const = 0;
  // Characters of `text` that the stack of `language` cannot draw, in order, each once.
  virtual std::u32string uncovered(std::string_view text, std::string_view language,
                                   Weight weight) = 0;
  // Lets go of every paragraph laid out so far: a visitor has left. An engine that keeps none has
  // nothing to forget.
  virtual void forget() {}
  virtual std::size_t kept() const { return 0; }  // paragraphs
};

}  // namespace kiosk
