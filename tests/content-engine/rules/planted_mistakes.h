// One mistake for every rule, planted in a copy of tests/fixtures/town: where the finding must be.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

struct Edit {
  enum class Kind { Replace, Append, Write, Remove, Link, Pad } kind{};
  std::string file;
  std::string from{};  // Replace: what stands there; Link: what it points to
  std::string to{};    // Replace, Append, Write: what stands there afterwards
};

struct PlantedMistake {
  std::string rule;
  std::string file;  // of the finding
  int line = 0;
  std::vector<Edit> edits;
};

std::vector<PlantedMistake> planted_mistakes();
