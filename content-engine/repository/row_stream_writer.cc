#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "content-engine/repository/row_stream.h"
#include "content-engine/repository/row_stream_steps.h"

namespace content {

namespace {

class RowWriter final {
 public:
  RowWriter(std::span<const char> file, std::span<char> to)
      : file_(file), to_(to), pages_(file.size() / sqlite_page_size), seen_(pages_ + 1) {}

  std::size_t write() {
    for (std::uint64_t page = 1; page <= pages_; ++page) {
      if (seen_[page])
        continue;
      last_ = page;
      visit(page, 0);
    }
    add(file_.subspan(pages_ * sqlite_page_size));
    return finish();
  }

 private:
  void visit(std::uint64_t number, int depth);
  void visit_cells(std::span<const char> page, const SqlitePage& parsed, int depth);
  bool claim_overflow(std::span<const char> page, const SqlitePage& parsed);
  bool claim_chain(std::uint32_t first, std::uint64_t bytes);
  void add_payload(std::span<const char> page, const Cell& cell, PageKind kind);
  std::size_t finish();

  std::span<const char> page(std::uint64_t number) const {
    return file_.subspan((number - 1) * sqlite_page_size, sqlite_page_size);
  }
  void add(std::span<const char> bytes) {
    if (to_.size() - used_ < bytes.size()) {
      full_ = true;
      return;
    }
    if (!bytes.empty())
      std::memcpy(to_.data() + used_, bytes.data(), bytes.size());
    used_ += bytes.size();
  }
  void tell(std::uint64_t number) {
    if (structure_.size() > to_.size())
      full_ = true;
    if (full_)
      return;
    for (; number >= 0x80; number >>= 7)
      structure_ += static_cast<char>(number | 0x80);
    structure_ += static_cast<char>(number);
  }
  void tell(Step step, std::uint64_t cells) { tell(cells * 8 + static_cast<std::uint64_t>(step)); }
  void tell_page(std::uint64_t number) {
    tell(zigzag(static_cast<std::int64_t>(number) - static_cast<std::int64_t>(last_ + 1)));
    last_ = number;
  }

  std::span<const char> file_;
  std::span<char> to_;
  std::uint64_t pages_;
  std::vector<bool> seen_;  // by page number
  std::vector<std::uint64_t> claimed_;
  std::string structure_;
  std::size_t used_ = 0;    // of `to_`, by rows
  std::uint64_t last_ = 0;  // page named last
  std::int64_t last_row_ = 0;
  bool full_ = false;
};

void RowWriter::visit(std::uint64_t number, int depth) {
  if (number == 0 || number > pages_ || seen_[number] || depth > tree_depth_limit)
    return tell(Step::Absent, 0);
  seen_[number] = true;
  const std::span<const char> bytes = page(number);
  const auto parsed = parse_page(bytes, number);
  if (!parsed || !parsed->tidy || !claim_overflow(bytes, *parsed)) {
    tell(Step::Raw, 0);
    return add(bytes);
  }
  tell(step_of(parsed->kind), parsed->cells.size());
  add(bytes.first(parsed->header));
  visit_cells(bytes, *parsed, depth);
}

void RowWriter::visit_cells(std::span<const char> page, const SqlitePage& parsed, int depth) {
  const auto child = [&](std::size_t at) {
    const std::uint32_t number = read_number(page.data() + at, 4);
    tell_page(number);
    visit(number, depth + 1);
  };
  for (const Cell& cell : parsed.cells) {
    if (is_interior(parsed.kind))
      child(cell.at);
    if (parsed.kind == PageKind::TableInterior)
      tell(zigzag(static_cast<std::int64_t>(static_cast<std::uint64_t>(cell.head.row) -
                                            static_cast<std::uint64_t>(last_row_))));
    else
      add_payload(page, cell, parsed.kind);
    if (is_table(parsed.kind))
      last_row_ = cell.head.row;
  }
  if (is_interior(parsed.kind))
    child(parsed.header + 8);
}

void RowWriter::add_payload(std::span<const char> page, const Cell& cell, PageKind kind) {
  const std::size_t at = cell.at + (is_interior(kind) ? 4 : 0);
  const std::size_t length = cell.head.size + cell.head.local;
  add(page.subspan(at, length));
  std::uint64_t rest = cell.head.overflow();
  for (const char* next = page.data() + at + length; rest > 0;) {
    const std::uint32_t number = read_number(next, 4);
    tell_page(number);
    const std::span<const char> overflow = this->page(number);
    const auto part = std::min<std::uint64_t>(rest, overflow_payload);
    add(overflow.subspan(4, part));
    rest -= part;
    next = overflow.data();
  }
}

// Whether all the overflow pages of `parsed` are there, its alone, and end as they should; they are
// its own then.
bool RowWriter::claim_overflow(std::span<const char> page, const SqlitePage& parsed) {
  claimed_.clear();
  bool good = true;
  for (const Cell& cell : parsed.cells) {
    // A row's number is told, not its spelling.
    char spelled[9];
    if (parsed.kind == PageKind::TableInterior)
      good = good &&
             cell.head.size == write_varint(static_cast<std::uint64_t>(cell.head.row), spelled);
    if (!good || cell.head.overflow() == 0)
      continue;
    const std::size_t at =
        cell.at + (is_interior(parsed.kind) ? 4 : 0) + cell.head.size + cell.head.local;
    good = claim_chain(read_number(page.data() + at, 4), cell.head.overflow());
  }
  if (!good)
    for (const std::uint64_t number : claimed_)
      seen_[number] = false;
  return good;
}

bool RowWriter::claim_chain(std::uint32_t first, std::uint64_t bytes) {
  std::uint64_t number = first;
  while (bytes > 0) {
    if (number == 0 || number > pages_ || seen_[number])
      return false;
    seen_[number] = true;
    claimed_.push_back(number);
    const std::span<const char> overflow = page(number);
    const auto part = std::min<std::uint64_t>(bytes, overflow_payload);
    const auto after = overflow.subspan(4 + part);
    if (std::any_of(after.begin(), after.end(), [](char byte) { return byte != 0; }))
      return false;
    bytes -= part;
    number = read_number(overflow.data(), 4);
  }
  return number == 0;
}

std::size_t RowWriter::finish() {
  const std::uint64_t length = structure_.size();
  add(structure_);
  char footer[row_stream_footer];
  write_number(footer, 4, static_cast<std::uint32_t>(length >> 32));
  write_number(footer + 4, 4, static_cast<std::uint32_t>(length));
  add(footer);
  return full_ ? 0 : used_;
}

}  // namespace

std::size_t write_row_stream(std::span<const char> file, std::span<char> to) {
  return RowWriter(file, to).write();
}

}  // namespace content
