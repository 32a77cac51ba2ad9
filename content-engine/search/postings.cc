#include "content-engine/search/postings.h"

#include <algorithm>
#include <array>

namespace content {

// The largest number of words of each class but the last: 16 · √2^n, in whole numbers so that every
// machine counts alike.
static constexpr std::array<std::uint16_t, 15> class_ends{16,  23,  32,  45,  64,   91,   128, 181,
                                                          256, 362, 512, 724, 1024, 1448, 2048};

std::uint8_t length_class(std::size_t words) {
  const auto at = std::find_if(class_ends.begin(), class_ends.end(),
                               [&](std::uint16_t end) { return words <= end; });
  return static_cast<std::uint8_t>(at - class_ends.begin());
}

double words_of_class(std::uint8_t length) {
  static constexpr std::array<double, 16> middles{12,  19,  27,  38,  54,  77,   109,  154,
                                                  218, 308, 435, 616, 871, 1232, 1742, 2463};
  return middles[length & 15];
}

static void append_varint(std::string& bytes, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7)
    bytes += static_cast<char>(0x80 | (value & 0x7F));
  bytes += static_cast<char>(value);
}

void PostingWriter::number(std::uint32_t entry) {
  append_varint(bytes_, entry - last_);
  last_ = entry;
}

void PostingWriter::add(const HeadPosting& posting) {
  number(posting.entry);
  bytes_ += static_cast<char>(posting.fields);
  bytes_ += static_cast<char>(posting.words);
}

void PostingWriter::add(const BodyPosting& posting) {
  number(posting.entry);
  bytes_ += static_cast<char>(posting.halves << 4 | posting.length);
}

bool PostingReader::number(std::uint32_t& entry) {
  std::uint32_t step = 0;
  for (int shift = 0; shift < 32 && at_ < bytes_.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    step |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) {
      // Numbers have 31 bits, are not 0 and never come twice.
      if (step > 0x7FFFFFFF - last_ || step == 0)
        break;
      entry = last_ += step;
      return true;
    }
  }
  at_ = bytes_.size();
  return false;
}

std::optional<HeadPosting> PostingReader::head() {
  HeadPosting posting;
  if (!number(posting.entry) || at_ + 2 > bytes_.size())
    return std::nullopt;
  posting.fields = static_cast<std::uint8_t>(bytes_[at_++]);
  posting.words = static_cast<std::uint8_t>(bytes_[at_++]);
  return posting;
}

std::optional<BodyPosting> PostingReader::body() {
  BodyPosting posting;
  if (!number(posting.entry) || at_ + 1 > bytes_.size())
    return std::nullopt;
  const auto byte = static_cast<std::uint8_t>(bytes_[at_++]);
  posting.halves = byte >> 4;
  posting.length = byte & 15;
  return posting;
}

}  // namespace content
