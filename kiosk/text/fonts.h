// The font stack as fonts.ini describes it: which files a script and a language are set in, how
// large and how far apart. A value; read once, no font file is opened here.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/result.h"
#include "kiosk/text/characters.h"
#include "kiosk/text/paragraph.h"

namespace kiosk {

// The four-letter names of OpenType features that are switched on or off.
struct Feature {
  std::uint32_t tag = 0;
  std::uint32_t value = 0;

  bool operator==(const Feature&) const = default;
};

struct ScriptSetting {
  std::vector<std::string> families;
  float factor = 1;
  float line_height = 1.40F;
  bool tracking = false;

  bool operator==(const ScriptSetting&) const = default;
};

struct LanguageSetting {
  std::string shaping;  // BCP 47, what fonts know the language by
  Script script = script_common;
  Direction direction = Direction::LeftToRight;
  std::vector<Feature> features;
  ScriptSetting setting;      // of its own script
  bool own_families = false;  // setting.families are the language's, not its script's

  bool operator==(const LanguageSetting&) const = default;
};

class FontStack final {
 public:
  // NotFound: fonts.ini or a file it names is missing. Malformed names the line.
  static content::Result<FontStack> read(const std::filesystem::path& folder);

  const std::vector<FontFile>& files() const { return files_; }
  // By the tag, then by its parents (zh-Hant-TW, zh-Hant, zh), then by its likely script.
  LanguageSetting language(std::string_view tag) const;
  std::vector<std::string> languages() const;
  ScriptSetting script(Script script, const LanguageSetting& language) const;
  // In the order they are tried; never empty.
  std::vector<FontId> chain(Script script, const LanguageSetting& language, Weight weight,
                            Stretch stretch) const;
  std::optional<FontId> emoji() const { return emoji_; }

 private:
  using Section = std::map<std::string, std::string, std::less<>>;
  struct Cut {
    Weight weight{};
    Stretch stretch{};
    FontId font = 0;
  };

  content::Result<content::Done> add_family(const std::string& name, const Section& section,
                                            const std::filesystem::path& folder,
                                            const std::set<std::string>& present);
  content::Result<content::Done> add_setting(std::string_view kind, const std::string& name,
                                             const Section& section);
  std::optional<FontId> cut(std::string_view family, Weight weight, Stretch stretch) const;

  std::vector<FontFile> files_;
  std::map<std::string, std::vector<Cut>, std::less<>> families_;
  std::map<Script, ScriptSetting> scripts_;
  std::map<std::string, Section, std::less<>> languages_;
  std::vector<std::string> fallback_;
  std::optional<FontId> emoji_;
};

}  // namespace kiosk
