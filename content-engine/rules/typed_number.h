// Finds numbers in a text that belong in facts.csv: amounts, phone numbers and, in the blocks about
// cost and deadline, every number (R29). Paragraphs of a law, years of a law's name and the like
// stay where they are.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content-engine/model/page.h"

namespace content {

struct TypedNumber {
  std::uint32_t start = 0;  // byte offset of its first digit
  std::string digits;       // as typed

  bool operator==(const TypedNumber&) const = default;
};

std::vector<TypedNumber> typed_numbers(const Element& element);

}  // namespace content
