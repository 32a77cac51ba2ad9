// What each language looks like: its own name and two sentences, from specimens.ini beside the font
// stack. For the specimen sheet and the goldens of every stage.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content-engine/model/result.h"

namespace kiosk {

struct Specimen {
  std::string language;
  std::string name;
  std::string text;

  bool operator==(const Specimen&) const = default;
};

// In the file's order. NotFound: no such file. Malformed names the line.
content::Result<std::vector<Specimen>> read_specimens(const std::filesystem::path& folder);

}  // namespace kiosk
