// A large edition and the next one after a working week: the town's own languages, hundreds of
// topics recombined from its texts, pictures of noise, written by the product's own writer and so
// with the product's own index for search. Every row keeps its place by its id, as pages in a
// bundle do. Deterministic. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "content-engine/model/edition.h"

class SyntheticEdition final {
 public:
  // `town`: a folder of content. `megabytes`: texts and pictures together.
  SyntheticEdition(const std::filesystem::path& town, int megabytes);

  // One page in a hundred gets a sentence, one in five hundred is new, one in a thousand goes; one
  // picture in a hundred is another.
  void edit();
  void build(const std::filesystem::path& file) const;

  std::size_t texts() const { return pages_.size(); }
  std::size_t pictures() const { return pictures_.size(); }
  std::uint64_t new_picture_bytes = 0;  // of the last edit: no delta can be smaller

 private:
  using Key = std::pair<std::uint64_t, std::string>;  // topic, language

  content::Element paragraph(const std::string& language, std::uint64_t seed) const;
  content::Page page(const std::string& language, std::uint64_t seed) const;
  static std::string picture(std::uint64_t seed);

  content::Edition town_;
  std::map<std::string, std::vector<std::string>> paragraphs_;  // by language
  std::map<Key, content::Page> pages_;
  std::map<std::uint64_t, std::uint64_t> pictures_;  // id → seed
};
