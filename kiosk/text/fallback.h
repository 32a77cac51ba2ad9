// Which font of the stack draws a cluster: the first of its script's fonts that has all of it, then
// the rest of the stack; what is shown as an emoji goes to the emoji font. Never by character: a
// base and its marks stay in one font.
// Thread-confined; bounded.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "kiosk/text/characters.h"
#include "kiosk/text/faces.h"
#include "kiosk/text/fonts.h"

namespace kiosk {

using LanguageId = std::uint16_t;

// The fonts for one script in one language, weight and width.
struct Chain {
  std::vector<FontId> fonts;  // in the order they are tried; never empty
  float factor = 1;
  bool tracking = false;

  bool operator==(const Chain&) const = default;
};

class Fallback final {
 public:
  Fallback(const FontStack& stack, Faces& faces, Characters& characters)
      : stack_(&stack), faces_(&faces), characters_(&characters) {}

  // Valid until the next call. `language` and `setting` are the same language.
  const Chain& chain(Script script, LanguageId language, const LanguageSetting& setting,
                     Weight weight, Stretch stretch);
  // Nothing when no font has all of the cluster.
  std::optional<FontId> font_for(std::u16string_view cluster, const Chain& chain);
  bool draws_pictures(FontId font) const { return stack_->emoji() == font; }
  // Also what HarfBuzz replaces by itself where a font lacks it.
  bool covers(FontId font, char32_t code_point);

 private:
  using Key = std::tuple<Script, LanguageId, Weight, Stretch>;

  bool covers_cluster(FontId font, std::u16string_view cluster);
  bool shown_as_emoji(std::u16string_view cluster);

  const FontStack* stack_;  // these outlive this object
  Faces* faces_;
  Characters* characters_;
  std::map<Key, Chain> chains_;
};

// Whether a cluster is one code point.
bool single(std::u16string_view cluster);

}  // namespace kiosk
