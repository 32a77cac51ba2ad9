// Sets words as boxes: one language and direction of the text, one direction of the page it stands
// on. «Start» is always the page's: a German name on an Arabic page stands at the right, running
// left to right.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/paragraph.h"
#include "kiosk/widgets/box.h"
#include "kiosk/widgets/look.h"

namespace kiosk {

struct Setting {
  Type type = Type::S;
  Weight weight = Weight::Regular;
  Color color;
  Color second{};                          // of ranges with colour index 1
  Alignment alignment = Alignment::Start;  // on the page
  Stretch stretch = Stretch::Normal;
  float line_height = 0;  // × em; 0: the type's own
};

struct Wording {
  std::string text;
  std::vector<StyleRange> ranges{};
};

class Scribe final {
 public:
  Scribe(TextEngine& engine, const Look& look, std::string language, Direction direction,
         Direction page)
      : engine_(&engine),
        look_(look),
        language_(std::move(language)),
        direction_(direction),
        page_(page) {}

  // The same page, a text in another language.
  Scribe in(std::string language, Direction direction) const {
    return {*engine_, look_, std::move(language), direction, page_};
  }

  Scribe with_look(const Look& look) const {
    return {*engine_, look, language_, direction_, page_};
  }

  // As if the page were the text's own: where languages stand below each other and none is first.
  Scribe on_own_side() const { return {*engine_, look_, language_, direction_, direction_}; }

  const Look& look() const { return look_; }
  const std::string& language() const { return language_; }
  Direction direction() const { return direction_; }
  Direction page() const { return page_; }

  // px of the text on one line.
  float width(const Wording& words, const Setting& setting) const;
  Paragraph paragraph(const Wording& words, const Setting& setting, int width) const;
  // A box of the given width at the origin, as high as its lines. Where a word is wider than the
  // line, the paragraph takes the widest cut that tears none, if there is one.
  Box text(std::string name, const Wording& words, const Setting& setting, int width) const;
  // As narrow as its one line.
  Box line(std::string name, const Wording& words, const Setting& setting) const;
  // On one line if it can be, else on lines of about equal length; at most `lines` of them if that
  // can be had by setting a T as S and then narrower. A word that is wider than the line in every
  // cut is set smaller, down to S, rather than torn.
  Box label(std::string name, const Wording& words, Setting setting, int width, int lines) const;
  // One line that fits, in the widest cut that does (the look's order of cuts).
  Box fitted(std::string name, const Wording& words, Setting setting, int width) const;

 private:
  TextEngine* engine_;
  Look look_;
  std::string language_;
  Direction direction_;
  Direction page_;
};

// The words stay with the box as what is spoken; lines point into them.
Box text_box(std::string name, std::string words, Paragraph paragraph, const Setting& setting,
             int width);
// Lines [first, last) of a paragraph as a paragraph of their own.
Paragraph slice(const Paragraph& paragraph, std::size_t first, std::size_t last);

}  // namespace kiosk
