// The self-test's result in few words, and as a code that a telephone reads off the screen: who,
// when, and what is not right. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content-engine/model/result.h"

namespace content {

struct ShortForm {
  std::string kiosk;
  std::string at;
  std::string program;
  std::string result;
  std::vector<std::string> failing;
  std::vector<std::string> warning;
};
// At most 700 bytes, so that the code stays coarse enough to be read.
std::string to_text(const ShortForm& form);

// Of dark and light: one char a module, '1' is dark, lines of equal length. Invalid: too long.
Result<std::vector<std::string>> code_of(const std::string& text);
// With the light border around it: two modules a character, for a terminal of dark ground.
std::string for_terminal(const std::vector<std::string>& code);
Result<Done> write_code(const std::vector<std::string>& code, const std::filesystem::path& png);

}  // namespace content
