// One change of a repository, from targets.json down or of the timestamp alone: what publisher.cc
// and publisher_service.cc hand to Publisher::commit().
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/repository/publisher.h"

namespace content {

struct Publisher::Commit {
  UtcTime now;
  const Signers* signers = nullptr;
  bool all = false;  // targets and snapshot as well
  std::optional<std::map<std::string, TargetFile>> targets{};
  // Technicians' passes, signed by the role's own keys and delegated to them.
  std::optional<std::map<std::string, TargetFile>> passes{};
  std::int64_t timestamp_step = 1;
};

}  // namespace content
