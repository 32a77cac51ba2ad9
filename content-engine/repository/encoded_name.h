// Role and target names as file names and as parts of a URL: everything but letters, digits and
// `-_.~` is percent-encoded, slashes included, so that no name leaves its folder. `.` and `..` are
// encoded as well.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace content {

std::string encode_name(std::string_view name);
// A path of several parts for a URL: the slashes stay, each part is encoded.
std::string encode_path(std::string_view path);
// What stands behind a URL's name; a `%` that begins no code stays as it is.
std::string decode_name(std::string_view encoded);
// encode_name() for a file of ours: never empty, and never longer than a file's name may be.
std::string local_name(std::string_view name);

}  // namespace content
