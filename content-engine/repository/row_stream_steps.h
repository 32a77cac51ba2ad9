// What the writer and the reader of row_stream.h agree on: the steps of the structure, numbers of
// seven bits a byte, lowest first.
//   a visit to a page   cells × 8 + a step below
//   a page's number     zigzag of the difference to the page named last, plus one
//   a row's number      zigzag of the difference to the row met last; interior pages of tables only
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>

#include "content-engine/bundle/sqlite_page.h"

namespace content {

enum class Step : std::uint8_t {
  Raw = 0,  // the page's bytes stand among the rows
  TableLeaf = 1,
  TableInterior = 2,
  IndexLeaf = 3,
  IndexInterior = 4,
  Absent = 5,  // named, and not to be visited: it was already, or there is no such page
};

inline constexpr std::size_t row_stream_footer = 8;
// A tree of more is none of SQLite's.
inline constexpr int tree_depth_limit = 24;

constexpr Step step_of(PageKind kind) {
  switch (kind) {
    case PageKind::TableLeaf:
      return Step::TableLeaf;
    case PageKind::TableInterior:
      return Step::TableInterior;
    case PageKind::IndexLeaf:
      return Step::IndexLeaf;
    case PageKind::IndexInterior:
      return Step::IndexInterior;
  }
  return Step::Raw;
}

constexpr std::uint64_t zigzag(std::int64_t number) {
  return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1 ^ (~(number & 1) + 1));
}

}  // namespace content
