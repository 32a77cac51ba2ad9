// Role and target names as file names and as parts of a URL: everything but letters, digits and
// `-_.~` is percent-encoded, slashes included, so that no name leaves its folder. `.` and `..` are
// encoded as well.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace content {

std::string encode_name(std::string_view name);

}  // namespace content
