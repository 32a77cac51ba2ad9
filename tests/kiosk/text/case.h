// One paragraph of tests/golden/paragraphs: a head of «key = value» lines, an empty line, the text
// with \u{…} for code points and \x{…} for bytes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/text/typesetter.h"

namespace kiosk {

struct Case {
  std::string name;
  ParagraphRequest request;
};

// The paragraphs of `folder` and every specimen of fonts/specimens.ini, by name. Throws on a file
// that cannot be understood.
std::vector<Case> read_cases(const std::filesystem::path& folder);
std::string unescaped(const std::string& text);
FontStack built_stack();

}  // namespace kiosk
