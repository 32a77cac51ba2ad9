// Where a word occurs, as bytes: for each entry of the index (a topic or a place, by its number) in
// which of its titles, or how often in its text. Reading trusts nothing: bytes that are not as
// written here end the list. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace content {

// Which of an entry's names and titles hold a word.
enum HeadField : std::uint8_t {
  HeadTitle = 1,
  HeadOfficial = 2,
  HeadSynonym = 4,
  HeadFormerName = 8,
  HeadPlace = 16,  // the name of a place that the topic sends to
  HeadPart = 128,  // only as a part of a compound
};

struct HeadPosting {
  std::uint32_t entry = 0;
  std::uint8_t fields = 0;  // of HeadField
  std::uint8_t words = 0;   // of the shortest of these titles; at most 255
};

struct BodyPosting {
  std::uint32_t entry = 0;
  std::uint8_t halves = 0;  // how often, a part of a compound counting half; 1 to 15
  std::uint8_t length = 0;  // of the text: length_class()
};

// 0 to 15, a step being a factor of √2: 0 is up to 16 words, 15 is 2 500 and more.
std::uint8_t length_class(std::size_t words);
// The middle of the class.
double words_of_class(std::uint8_t length);

// Entries in rising order.
class PostingWriter final {
 public:
  void add(const HeadPosting& posting);
  void add(const BodyPosting& posting);
  const std::string& bytes() const { return bytes_; }

 private:
  void number(std::uint32_t entry);

  std::string bytes_;
  std::uint32_t last_ = 0;
};

class PostingReader final {
 public:
  explicit PostingReader(std::string_view bytes) : bytes_(bytes) {}
  std::optional<HeadPosting> head();
  std::optional<BodyPosting> body();

 private:
  bool number(std::uint32_t& entry);

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::uint32_t last_ = 0;
};

}  // namespace content
