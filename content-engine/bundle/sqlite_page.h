// One page of an SQLite file taken apart into its cells (sqlite.org/fileformat2.html, 1.6). A page
// is tidy when there is only one way to lay its cells down: in the order of their keys from the
// page's end downwards, and nothing between them and their pointers. Then its bytes follow from
// its cells alone, which is what row_stream.h builds on.
// Reads hostile bytes: a page that is none of the format's is std::nullopt.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "content-engine/bundle/format.h"

namespace content {

// As in the page's first byte.
enum class PageKind : std::uint8_t {
  IndexInterior = 2,
  TableInterior = 5,
  IndexLeaf = 10,
  TableLeaf = 13
};

inline constexpr std::size_t sqlite_page_size = bundle_page_size;
inline constexpr std::size_t file_header_size = 100;  // before the page header of page 1
inline constexpr std::size_t overflow_payload = sqlite_page_size - 4;

constexpr bool is_interior(PageKind kind) {
  return kind == PageKind::IndexInterior || kind == PageKind::TableInterior;
}
constexpr bool is_table(PageKind kind) {
  return kind == PageKind::TableInterior || kind == PageKind::TableLeaf;
}
constexpr std::size_t page_header_size(PageKind kind) {
  return is_interior(kind) ? 12 : 8;
}

struct Varint {
  std::uint64_t value = 0;
  std::size_t size = 0;  // bytes, 1 to 9
};
std::optional<Varint> read_varint(std::span<const char> bytes);
// In its one shortest spelling; answers the bytes written, at most 9.
std::size_t write_varint(std::uint64_t number, std::span<char, 9> to);

// What a cell says before its payload: the payload's length (not in the interior of a table), and
// in tables the row's number.
struct CellHead {
  std::uint64_t payload = 0;
  std::int64_t row = 0;
  std::size_t size = 0;   // bytes of both numbers
  std::size_t local = 0;  // payload that lies in the page; the rest is in overflow pages

  // Of the whole cell in a page.
  std::size_t cell_size(PageKind kind) const;
  std::uint64_t overflow() const { return payload - local; }
};
// `bytes` begins at the head. None: not a head, or of a payload that no bundle has.
std::optional<CellHead> read_cell_head(PageKind kind, std::span<const char> bytes);

struct Cell {
  CellHead head;
  std::size_t at = 0;  // in the page: the child's number in an interior page, then the head
};

struct SqlitePage {
  PageKind kind = PageKind::TableLeaf;
  std::size_t header = 0;   // where it is in the page
  std::vector<Cell> cells;  // in the order of their keys
  bool tidy = false;
};

// `page`: sqlite_page_size bytes; `number` from 1.
std::optional<SqlitePage> parse_page(std::span<const char> page, std::uint64_t number);

// Lays the cells of every page anew, so that each is tidy. Pages of other kinds stay as they are.
void tidy_pages(std::span<char> file);

std::uint32_t read_number(const char* bytes, std::size_t size);  // big-endian, at most 4 bytes
void write_number(char* bytes, std::size_t size, std::uint32_t number);

}  // namespace content
