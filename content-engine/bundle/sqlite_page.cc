#include "content-engine/bundle/sqlite_page.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace content {

namespace {

constexpr std::size_t smallest_cell = 4;

// 1.6, «Cell Payload Overflow Pages», where no byte of a page is reserved.
std::size_t local_payload(PageKind kind, std::uint64_t payload) {
  constexpr std::size_t table_most = sqlite_page_size - 35;
  constexpr std::size_t index_most = (sqlite_page_size - 12) * 64 / 255 - 23;
  constexpr std::size_t least = (sqlite_page_size - 12) * 32 / 255 - 23;
  const std::size_t most = is_table(kind) ? table_most : index_most;
  if (payload <= most)
    return payload;
  const std::size_t kept = least + (payload - least) % overflow_payload;
  return kept <= most ? kept : least;
}

std::optional<PageKind> kind_of(char byte) {
  switch (static_cast<PageKind>(byte)) {
    case PageKind::IndexInterior:
    case PageKind::TableInterior:
    case PageKind::IndexLeaf:
    case PageKind::TableLeaf:
      return static_cast<PageKind>(byte);
  }
  return std::nullopt;
}

bool zeros(std::span<const char> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == 0; });
}

std::size_t length_of(const Cell& cell, PageKind kind) {
  return (is_interior(kind) ? 4 : 0) + cell.head.size + cell.head.local +
         (cell.head.overflow() > 0 ? 4 : 0);
}

bool is_tidy(std::span<const char> page, const SqlitePage& parsed, std::size_t pointers_end) {
  std::size_t top = sqlite_page_size;
  for (const Cell& cell : parsed.cells) {
    const std::size_t size = cell.head.cell_size(parsed.kind);
    const std::size_t length = length_of(cell, parsed.kind);
    if (cell.at + size != top || !zeros(page.subspan(cell.at + length, size - length)))
      return false;
    top = cell.at;
  }
  const char* header = page.data() + parsed.header;
  return read_number(header + 1, 2) == 0 && read_number(header + 5, 2) == top && header[7] == 0 &&
         zeros(page.subspan(pointers_end, top - pointers_end));
}

}  // namespace

std::uint32_t read_number(const char* bytes, std::size_t size) {
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < size; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

void write_number(char* bytes, std::size_t size, std::uint32_t number) {
  for (std::size_t i = size; i-- > 0; number >>= 8)
    bytes[i] = static_cast<char>(number & 0xFF);
}

std::optional<Varint> read_varint(std::span<const char> bytes) {
  Varint number;
  for (const char byte : bytes.first(std::min<std::size_t>(bytes.size(), 9))) {
    const auto bits = static_cast<unsigned char>(byte);
    ++number.size;
    if (number.size == 9) {
      number.value = number.value << 8 | bits;
      return number;
    }
    number.value = number.value << 7 | (bits & 0x7F);
    if (bits < 0x80)
      return number;
  }
  return std::nullopt;
}

std::size_t write_varint(std::uint64_t number, std::span<char, 9> to) {
  constexpr std::uint64_t last_of_eight = (std::uint64_t{1} << 56) - 1;
  if (number > last_of_eight) {
    to[8] = static_cast<char>(number);
    number >>= 8;
    for (std::size_t i = 8; i-- > 0; number >>= 7)
      to[i] = static_cast<char>((number & 0x7F) | 0x80);
    return 9;
  }
  std::size_t size = 1;
  for (std::uint64_t rest = number >> 7; rest > 0; rest >>= 7)
    ++size;
  for (std::size_t i = size; i-- > 0; number >>= 7)
    to[i] = static_cast<char>((number & 0x7F) | (i + 1 < size ? 0x80 : 0));
  return size;
}

std::size_t CellHead::cell_size(PageKind kind) const {
  return std::max(length_of({*this, 0}, kind), smallest_cell);
}

std::optional<CellHead> read_cell_head(PageKind kind, std::span<const char> bytes) {
  CellHead head;
  if (kind != PageKind::TableInterior) {
    const auto payload = read_varint(bytes);
    if (!payload || payload->value > static_cast<std::uint64_t>(bundle_size_limit))
      return std::nullopt;
    head.payload = payload->value;
    head.size = payload->size;
    head.local = local_payload(kind, head.payload);
  }
  if (is_table(kind)) {
    const auto row = read_varint(bytes.subspan(head.size));
    if (!row)
      return std::nullopt;
    head.row = static_cast<std::int64_t>(row->value);
    head.size += row->size;
  }
  return head;
}

std::optional<SqlitePage> parse_page(std::span<const char> page, std::uint64_t number) {
  SqlitePage parsed;
  parsed.header = number == 1 ? file_header_size : 0;
  const char* header = page.data() + parsed.header;
  const auto kind = kind_of(header[0]);
  if (!kind)
    return std::nullopt;
  parsed.kind = *kind;
  const std::size_t count = read_number(header + 3, 2);
  const std::size_t pointers = parsed.header + page_header_size(*kind);
  const std::size_t pointers_end = pointers + 2 * count;
  if (pointers_end > sqlite_page_size)
    return std::nullopt;
  const std::size_t child = is_interior(*kind) ? 4 : 0;
  for (std::size_t i = 0; i < count; ++i) {
    Cell cell;
    cell.at = read_number(page.data() + pointers + 2 * i, 2);
    if (cell.at < pointers_end || cell.at + child > sqlite_page_size)
      return std::nullopt;
    const auto head = read_cell_head(*kind, page.subspan(cell.at + child));
    if (!head || cell.at + head->cell_size(*kind) > sqlite_page_size)
      return std::nullopt;
    cell.head = *head;
    parsed.cells.push_back(cell);
  }
  parsed.tidy = is_tidy(page, parsed, pointers_end);
  return parsed;
}

void tidy_pages(std::span<char> file) {
  for (std::size_t at = 0; at + sqlite_page_size <= file.size(); at += sqlite_page_size) {
    const std::span<char> page = file.subspan(at, sqlite_page_size);
    const auto parsed = parse_page(page, at / sqlite_page_size + 1);
    if (!parsed || parsed->tidy)
      continue;
    const std::string old(page.begin(), page.end());
    std::size_t cells = 0;
    for (const Cell& cell : parsed->cells)
      cells += cell.head.cell_size(parsed->kind);
    const std::size_t pointers = parsed->header + page_header_size(parsed->kind);
    if (pointers + 2 * parsed->cells.size() + cells > sqlite_page_size)
      continue;  // cells that overlap: not of SQLite's making
    std::fill(page.begin() + static_cast<std::ptrdiff_t>(pointers), page.end(), '\0');
    std::size_t top = sqlite_page_size;
    for (std::size_t i = 0; i < parsed->cells.size(); ++i) {
      const Cell& cell = parsed->cells[i];
      top -= cell.head.cell_size(parsed->kind);
      std::memcpy(page.data() + top, old.data() + cell.at, length_of(cell, parsed->kind));
      write_number(page.data() + pointers + 2 * i, 2, static_cast<std::uint32_t>(top));
    }
    char* header = page.data() + parsed->header;
    write_number(header + 1, 2, 0);
    write_number(header + 5, 2, static_cast<std::uint32_t>(top));
    header[7] = 0;
  }
}

}  // namespace content
