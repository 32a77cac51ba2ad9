// The five stages in a row: a request → a paragraph, from nothing every time. TextEngine keeps the
// results; benchmarks and tests want to see the stages themselves.
// Thread-confined; everything it keeps is bounded by the font stack.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/itemise.h"
#include "kiosk/text/lines.h"
#include "kiosk/text/segment.h"
#include "kiosk/text/shape.h"

namespace kiosk {

class Typesetter final {
 public:
  // What the stages made of one paragraph of a request, for tests and tools.
  struct Stages {
    Segmented segmented;
    Itemised itemised;
    Shaped shaped;
    std::vector<Line> lines;
  };

  explicit Typesetter(FontStack stack);
  Typesetter(const Typesetter&) = delete;
  Typesetter& operator=(const Typesetter&) = delete;

  Paragraph set(const ParagraphRequest& request);
  std::vector<Stages> stages(const ParagraphRequest& request);
  const FontStack& stack() const { return stack_; }
  Faces& faces() { return faces_; }
  std::u32string uncovered(std::string_view text, std::string_view language, Weight weight);

 private:
  Stages run(const ParagraphRequest& request, std::string_view text, std::uint32_t offset);

  FontStack stack_;
  Faces faces_;
  Characters characters_;
  Languages languages_;
  Fallback fallback_;
  Segmenter segmenter_;
  Itemiser itemiser_;
  Shaper shaper_;
  LineBreaker line_breaker_;
};

}  // namespace kiosk
