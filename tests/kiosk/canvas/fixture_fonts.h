// The fonts of the build, and one-line paragraphs set in them by hand: letters side by side by
// their advances, as much as drawing needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/paragraph.h"

namespace fixture {

inline constexpr kiosk::FontId sans = 0;
inline constexpr kiosk::FontId emoji = 1;

inline std::vector<kiosk::FontFile> fonts() {
  const std::filesystem::path folder = BINARY_DIR "/share/wegweiser/fonts";
  return {{folder / "NotoSans-Regular.ttf", 0, false}, {folder / "NotoColorEmoji.ttf", 0, true}};
}

// Glyph ids as the font maps the characters; baseline at 100 px.
kiosk::Paragraph typed(std::u32string_view text, kiosk::FontId font, float size);

}  // namespace fixture
