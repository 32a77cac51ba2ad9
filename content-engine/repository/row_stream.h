// A bundle for comparing with another one: its rows in the order of their keys, the payload of each
// in one piece, and apart from them where the pages begin and end. In the file itself one sentence
// more moves the borders of all the pages behind it, and with them the numbers by which pages name
// each other; in the stream it is one sentence more. A delta is made of two streams.
// Any bytes have a stream and come back from it exactly; pages that are not tidy (sqlite_page.h)
// stand in it as they are.
//   stream := rows structure footer    footer: length of the structure, 8 bytes, big-endian
// FORMAT.md in this folder says what is in both.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace content {

// No stream of a file of `size` bytes is longer.
constexpr std::uint64_t row_stream_bound(std::uint64_t size) {
  return size + size / 64 + 4096;
}

// Writes the stream of `file` and answers its length. 0: `to` is too small; never for a bundle when
// it has row_stream_bound(file.size()) bytes.
std::size_t write_row_stream(std::span<const char> file, std::span<char> to);

// The way back, of bytes nobody has checked. False: no stream of a file as long as `file`, which
// then holds anything.
bool lay_out_rows(std::span<const char> stream, std::span<char> file);

}  // namespace content
