// The page trees of several languages as one: which pages are translations of each other, and which
// lies below which. Joined by paths only, because Integreat's ids change with every save.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "content-engine/source/integreat.h"

namespace content {

// The key under which a page is known: «/region/de/geld/», whether it comes as a path or as an
// address, percent-encoded or not, with its final slash or without, with a query or a fragment.
std::string path_key(std::string_view address);

struct IntegreatNode {
  // Per language (index into the languages) the page, or nullptr.
  std::vector<const IntegreatPage*> pages;
  int parent = -1;            // index of a node, -1 for roots
  std::vector<int> children;  // in order
  std::string id;             // topic id, unique

  const IntegreatPage& first() const;  // in the first language that has it
};

struct IntegreatTree {
  std::vector<IntegreatNode> nodes;              // parents before children, siblings in order
  std::unordered_map<std::string, int> by_path;  // by path_key
};

// Two pages of one language that claim to be the same page stay two nodes, with a finding; a parent
// that is missing, below its own child or deeper than 64 levels makes a root, with a finding.
IntegreatTree join_trees(const std::vector<IntegreatLanguage>& languages,
                         std::vector<Finding>& findings);

}  // namespace content
