// The second stage: runs of one level, script, style and font, which HarfBuzz can shape in one go.
// Order: logical; the items cover the paragraph without gap or overlap. The font is chosen by
// grapheme cluster, so that a base and its marks never part.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/text/fallback.h"
#include "kiosk/text/segment.h"

namespace kiosk {

// Languages by number, with what the stack says about them; bounded by the tags of a program.
class Languages final {
 public:
  explicit Languages(const FontStack& stack) : stack_(&stack) {}

  LanguageId id(std::string_view tag);
  const LanguageSetting& operator[](LanguageId id) const { return settings_[id]; }

  static constexpr std::size_t kept = 512;

 private:
  const FontStack* stack_;  // outlives this object
  std::map<std::string, LanguageId, std::less<>> ids_;
  std::vector<LanguageSetting> settings_;
};

// How a stretch of the text is to look; every unit has exactly one.
struct Style {
  std::uint32_t end = 0;  // units; begins where the one before ends
  Weight weight{};
  std::uint32_t color = 0;
  LanguageId language = 0;

  bool operator==(const Style&) const = default;
};

struct Item {
  enum class Look : std::uint8_t { Glyphs, Silent };  // Silent: control characters

  std::uint32_t start = 0;  // units
  std::uint32_t end = 0;
  Level level = 0;
  Script script = script_common;
  Look look = Look::Glyphs;
  FontId font = 0;
  LanguageId language = 0;
  std::uint32_t color = 0;
  Fixed size = 0;
  bool tracking = false;

  bool right_to_left() const { return level % 2 == 1; }
  bool operator==(const Item&) const = default;
};

struct Itemised {
  std::vector<Item> items;
  int missing = 0;  // clusters that no font covers

  std::string dump(const LogicalText& text, const std::vector<FontFile>& files) const;
  bool operator==(const Itemised&) const = default;
};

class Itemiser final {
 public:
  Itemiser(Fallback& fallback, Faces& faces, Characters& characters)
      : fallback_(&fallback), faces_(&faces), characters_(&characters) {}

  Itemised itemise(const Segmented& segmented, const std::vector<Style>& styles,
                   const Languages& languages, const TextStyle& style);

 private:
  Fallback* fallback_;  // these outlive this object
  Faces* faces_;
  Characters* characters_;
};

}  // namespace kiosk
