// Two editions of a large content database, the second with one row in a hundred edited and built
// anew from its rows, as the desk builds a bundle: texts recombined from the town's own pages,
// pictures that do not compress, and a full-text index over it all. The same bytes every time.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

class SyntheticEdition final {
 public:
  // `corpus`: a folder with topics in Markdown. `megabytes`: texts and pictures together.
  SyntheticEdition(const std::filesystem::path& corpus, int megabytes);

  // One row in a hundred gets a sentence, one in five hundred is new, one in a thousand goes; one
  // picture in a hundred is another.
  void edit();
  void build(const std::filesystem::path& file) const;

  std::size_t texts() const { return articles_.size(); }
  std::size_t pictures() const { return pictures_.size(); }
  std::uint64_t new_picture_bytes = 0;  // of the last edit: no delta can be smaller

 private:
  std::string text(std::uint64_t seed) const;
  static std::string picture(std::uint64_t seed);

  std::vector<std::string> paragraphs_;
  std::map<std::int64_t, std::string> articles_;    // by an id that no other row's coming changes
  std::map<std::int64_t, std::uint64_t> pictures_;  // id → seed
};
