// The roots of a repository, from 1.root.json on: the one thing that must never be lost or forked,
// for each kiosk walks it from the root it was given. The desk keeps the chain beside its keys and
// every repository has a copy. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "content-engine/model/result.h"
#include "content-engine/store/files.h"
#include "content-engine/trust/metadata.h"

namespace content {

struct RootChain {
  std::vector<std::string> files;  // as they lie there; the first is version 1
  std::vector<Root> roots;         // the same, read

  bool empty() const { return roots.empty(); }
  const Root& newest() const { return roots.back(); }
};

std::string root_name(std::int64_t version);  // "2.root.json"

// Each root is signed by itself and by the one before it; dates do not matter here. NotFound: the
// folder has no first root.
Result<RootChain> read_root_chain(const Files& files, const std::filesystem::path& folder);

// One of the two may be longer. Untrusted: they part, so one of them is another repository's.
Result<RootChain> longer_chain(RootChain one, RootChain other);

}  // namespace content
