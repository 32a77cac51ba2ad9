// Which target paths a delegation covers. Bytes, per segment, the same on every platform.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "content-engine/trust/metadata.h"

namespace content {

// Shell wildcards `*` and `?`, neither of which matches `/`; case matters.
bool matches_pattern(std::string_view path, std::string_view pattern);
bool covers(const Delegation& delegation, std::string_view path);

}  // namespace content
