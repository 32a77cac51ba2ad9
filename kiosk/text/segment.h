// The first stage: a paragraph's text with its bidi levels (UAX #9, over the whole paragraph) and
// its boundaries (UAX #14 by language, UAX #29). Order: logical throughout.
// Thread-confined: keeps ICU's iterators, one a language, bounded.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/characters.h"
#include "kiosk/text/decode.h"
#include "kiosk/text/paragraph.h"

namespace kiosk {

using Level = std::uint8_t;

// What lies between a unit and the one before it.
enum Boundary : std::uint8_t {
  LineMay = 1 << 0,   // a line may end here
  LineMust = 1 << 1,  // a line ends here
  Grapheme = 1 << 2,  // a user's character begins here
};

// A stretch that is ordered for itself, as if wrapped in LRI, RLI or FSI … PDI.
struct Isolated {
  std::uint32_t start = 0;  // units
  std::uint32_t end = 0;
  StyleRange::Isolate isolate{};

  bool operator==(const Isolated&) const = default;
};

struct Segmented {
  LogicalText text;
  Level base_level = 0;
  std::vector<Level> levels;             // one a unit
  std::vector<std::uint8_t> boundaries;  // one a unit and one for the end
  std::vector<Isolated> isolates;        // by start, outer before inner

  bool has(std::uint32_t unit, Boundary boundary) const {
    return (boundaries[unit] & boundary) != 0;
  }
  Direction direction() const {
    return base_level % 2 == 0 ? Direction::LeftToRight : Direction::RightToLeft;
  }
  std::string dump() const;
  bool operator==(const Segmented&) const = default;
};

struct SegmentRequest {
  std::string_view language;
  Direction language_direction{};
  BaseDirection direction{};
  Isolation isolation{};
  Strictness strictness{};
  const std::vector<StyleRange>* ranges = nullptr;
};

class Segmenter final {
 public:
  explicit Segmenter(Characters& characters);
  ~Segmenter();
  Segmenter(const Segmenter&) = delete;
  Segmenter& operator=(const Segmenter&) = delete;

  // `text` is one paragraph, without its separator.
  Segmented segment(LogicalText text, const SegmentRequest& request);

 private:
  struct Icu;

  Level base_level(std::u16string_view units, const SegmentRequest& request);
  // Answers all flags of the text's characters.
  std::uint16_t graphemes(Segmented& segmented);
  void order(Segmented& segmented, std::uint16_t flags);
  void cut(Segmented& segmented, const SegmentRequest& request);

  Characters* characters_;  // outlives this object
  std::unique_ptr<Icu> icu_;
};

}  // namespace kiosk
