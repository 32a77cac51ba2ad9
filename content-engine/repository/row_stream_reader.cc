#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

#include "content-engine/repository/row_stream.h"
#include "content-engine/repository/row_stream_steps.h"

namespace content {

namespace {

std::optional<PageKind> kind_of(Step step) {
  switch (step) {
    case Step::TableLeaf:
      return PageKind::TableLeaf;
    case Step::TableInterior:
      return PageKind::TableInterior;
    case Step::IndexLeaf:
      return PageKind::IndexLeaf;
    case Step::IndexInterior:
      return PageKind::IndexInterior;
    case Step::Raw:
    case Step::Absent:
      break;
  }
  return std::nullopt;
}

// Reads to the first contradiction: from then on nothing is good, and every verb does nothing.
class RowReader final {
 public:
  RowReader(std::span<const char> rows, std::span<const char> structure, std::span<char> file)
      : rows_(rows),
        structure_(structure),
        file_(file),
        pages_(file.size() / sqlite_page_size),
        seen_(pages_ + 1) {}

  bool read() {
    for (std::uint64_t page = 1; page <= pages_ && good_; ++page) {
      if (seen_[page])
        continue;
      last_ = page;
      visit(page, 0);
    }
    take(file_.subspan(pages_ * sqlite_page_size));
    return good_ && rows_.empty() && structure_.empty();
  }

 private:
  void visit(std::uint64_t number, int depth);
  void lay_cells(std::span<char> page, PageKind kind, std::size_t header, std::size_t count,
                 int depth);
  // Lays one cell down before `top`; answers where it begins.
  std::size_t lay_cell(std::span<char> page, PageKind kind, std::size_t least, std::size_t top,
                       std::uint32_t child);
  void lay_overflow(char* named_at, std::uint64_t bytes);

  void fail() { good_ = false; }
  std::optional<std::span<char>> fresh_page(std::uint64_t number) {
    if (!good_ || number == 0 || number > pages_ || seen_[number]) {
      fail();
      return std::nullopt;
    }
    seen_[number] = true;
    const std::span<char> page = file_.subspan((number - 1) * sqlite_page_size, sqlite_page_size);
    std::fill(page.begin(), page.end(), '\0');
    return page;
  }
  // The next bytes of the rows.
  void take(std::span<char> to) {
    if (!good_ || rows_.size() < to.size())
      return fail();
    if (!to.empty())
      std::memcpy(to.data(), rows_.data(), to.size());
    rows_ = rows_.subspan(to.size());
  }
  std::uint64_t told() {
    std::uint64_t number = 0;
    for (unsigned int shift = 0; shift < 64; shift += 7) {
      if (!good_ || structure_.empty())
        break;
      const auto byte = static_cast<unsigned char>(structure_.front());
      structure_ = structure_.subspan(1);
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if (byte < 0x80)
        return number;
    }
    fail();
    return 0;
  }
  std::uint32_t told_page() {
    last_ += 1 + static_cast<std::uint64_t>(unzigzag(told()));
    if (last_ > UINT32_MAX)
      fail();
    return static_cast<std::uint32_t>(last_);
  }

  std::span<const char> rows_;
  std::span<const char> structure_;
  std::span<char> file_;
  std::uint64_t pages_;
  std::vector<bool> seen_;  // by page number
  std::uint64_t last_ = 0;  // page named last
  std::uint64_t last_row_ = 0;
  bool good_ = true;
};

void RowReader::visit(std::uint64_t number, int depth) {
  const std::uint64_t token = told();
  const auto step = static_cast<Step>(token % 8);
  const std::uint64_t count = token / 8;
  if (!good_ || (step == Step::Absent && depth > 0))
    return;
  const auto page = fresh_page(number);
  if (!page)
    return;
  if (step == Step::Raw)
    return take(*page);
  const auto kind = kind_of(step);
  const std::size_t header = number == 1 ? file_header_size : 0;
  if (!kind || depth > tree_depth_limit ||
      count > (sqlite_page_size - header - page_header_size(*kind)) / 2)
    return fail();
  take(page->first(header));
  lay_cells(*page, *kind, header, count, depth);
}

void RowReader::lay_cells(std::span<char> page, PageKind kind, std::size_t header,
                          std::size_t count, int depth) {
  const auto child = [&]() -> std::uint32_t {
    const std::uint32_t number = told_page();
    if (good_)
      visit(number, depth + 1);
    return number;
  };
  const std::size_t pointers = header + page_header_size(kind);
  std::size_t top = sqlite_page_size;
  for (std::size_t i = 0; i < count && good_; ++i) {
    const std::uint32_t number = is_interior(kind) ? child() : 0;
    top = lay_cell(page, kind, pointers + 2 * count, top, number);
    write_number(page.data() + pointers + 2 * i, 2, static_cast<std::uint32_t>(top));
  }
  char* const begin = page.data() + header;
  begin[0] = static_cast<char>(kind);
  write_number(begin + 3, 2, static_cast<std::uint32_t>(count));
  write_number(begin + 5, 2, static_cast<std::uint32_t>(top));
  if (is_interior(kind) && good_)
    write_number(begin + 8, 4, child());
}

std::size_t RowReader::lay_cell(std::span<char> page, PageKind kind, std::size_t least,
                                std::size_t top, std::uint32_t child) {
  if (!good_)
    return top;
  // The number of the row an interior page names is spelled anew.
  char spelled[9] = {};
  std::size_t spelled_size = 0;
  if (kind == PageKind::TableInterior) {
    last_row_ += static_cast<std::uint64_t>(unzigzag(told()));
    spelled_size = write_varint(last_row_, spelled);
  }
  const auto head =
      read_cell_head(kind, spelled_size > 0 ? std::span<const char>(spelled, spelled_size) : rows_);
  if (!good_ || !head || head->cell_size(kind) > top - least) {
    fail();
    return top;
  }
  const std::size_t begin = top - head->cell_size(kind);
  char* at = page.data() + begin;
  if (is_interior(kind)) {
    write_number(at, 4, child);
    at += 4;
  }
  if (spelled_size > 0) {
    std::memcpy(at, spelled, spelled_size);
    return begin;
  }
  if (is_table(kind))
    last_row_ = static_cast<std::uint64_t>(head->row);
  take({at, head->size + head->local});
  lay_overflow(at + head->size + head->local, head->overflow());
  return begin;
}

void RowReader::lay_overflow(char* named_at, std::uint64_t bytes) {
  while (bytes > 0 && good_) {
    const std::uint32_t number = told_page();
    const auto page = fresh_page(number);
    if (!page)
      return;
    write_number(named_at, 4, number);
    const auto part = std::min<std::uint64_t>(bytes, overflow_payload);
    take(page->subspan(4, part));
    bytes -= part;
    named_at = page->data();
  }
}

}  // namespace

bool lay_out_rows(std::span<const char> stream, std::span<char> file) {
  if (stream.size() < row_stream_footer)
    return false;
  const char* footer = stream.data() + stream.size() - row_stream_footer;
  const std::uint64_t length =
      static_cast<std::uint64_t>(read_number(footer, 4)) << 32 | read_number(footer + 4, 4);
  const std::size_t body = stream.size() - row_stream_footer;
  if (length > body)
    return false;
  return RowReader(stream.first(body - length), stream.subspan(body - length, length), file).read();
}

}  // namespace content
