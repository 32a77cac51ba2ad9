// What a publication would be a mistake about: said before a byte is written. Errors stop it; the
// ones an editor may mean are allowed by their rule's name.
//
//   publish-older    an older edition than the newest one           may be allowed
//   publish-town     another town's bundle                          may be allowed
//   publish-shrink   a rollout that takes kiosks an edition away    may be allowed
//   publish-tomorrow the edition's day is not here yet
//   publish-clock    this computer's clock is before the last publication
//   root-expired     no kiosk takes anything any more
//   root-expiring    warning: time to rotate
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/repository/publisher.h"

namespace content {

// `edition`: none for a mere renewal. `allowed`: ids of rules.
std::vector<Finding> judge_publication(const Publisher& publisher,
                                       const std::optional<NewEdition>& edition,
                                       const PublishRules& rules,
                                       const std::vector<std::string>& allowed);

// Ids that `allowed` may hold.
std::vector<std::string_view> allowable_rules();

}  // namespace content
