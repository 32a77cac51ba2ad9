// An edition becomes one bundle. The same edition gives the same bytes, today and tomorrow: rows
// are inserted in bundle order, nothing asks for the time, and the header's fields that name a
// version of SQLite are set to fixed values. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "content-engine/model/edition.h"
#include "content-engine/model/result.h"

namespace content {

// Invalid: something a bundle cannot hold (an id given twice, a text that is not UTF-8, a span
// outside its text, an impossible date); the rules of the desk find it earlier and say it better.
// TooLarge: a picture, a page or the bundle is over the format's limit.
Result<std::string> bundle_bytes(const Edition& edition);

// The same to a file, replaced atomically; yields its SHA-256, which is the bundle's name in a
// store.
Result<std::string> write_bundle(const Edition& edition, const std::filesystem::path& file);

}  // namespace content
