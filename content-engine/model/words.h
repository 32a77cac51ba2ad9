// Enumerators and the words they have in files: one table per enumeration, in enumerator order.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace content {

template <typename Enum, std::size_t N>
std::optional<Enum> find_word(const std::array<std::string_view, N>& words, std::string_view word) {
  const auto at = std::find(words.begin(), words.end(), word);
  if (at == words.end())
    return std::nullopt;
  return static_cast<Enum>(at - words.begin());
}

}  // namespace content
