// A system image as it travels: first one skippable frame of zstd (RFC 8878, 3.1.2), which says for
// which machine it is and which version it has, so that nobody has to type either; then the root
// file system, packed. Every zstd unpacks such a file. It is unpacked piece by piece: neither desk
// nor kiosk ever has it in memory.
// A packed file is a verified target before a kiosk unpacks it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"
#include "content-engine/store/slip.h"

namespace content {

// What an image is. The same words stand in the image itself, in /usr/lib/wegweiser/image.
struct ImageLabel {
  std::string machine;
  std::string version;

  bool operator==(const ImageLabel&) const = default;
};
inline const std::string image_title = "wegweiser-image 1";
inline constexpr std::string_view image_label_name = "usr/lib/wegweiser/image";

// Malformed: it is none, or a machine or version is no name.
Result<ImageLabel> parse_image_label(std::string_view text);
std::string written(const ImageLabel& label);
// The frame that stands before the packed image.
std::string label_frame(const ImageLabel& label);
// Of a packed image.
Result<ImageLabel> label_of(const std::filesystem::path& packed);

struct UnpackedSystem {
  std::int64_t length = 0;
  std::string sha256;
};
// 0 to 100; returning false ends it with Unavailable.
using WritingProgress = std::function<bool(int percent)>;

// What the packed file makes, without keeping it. TooLarge beyond `limit`.
Result<UnpackedSystem> measure_system(const std::filesystem::path& packed, std::int64_t limit);

// Unpacks to `partition` from its first byte on, brings it to the disk, forgets what is in memory
// and reads it back. A partition is opened so that one in use is refused. NoSpace: it is too small,
// before a byte was written. Untrusted: the result, or what the medium gives back, is not what was
// signed. Unavailable: in use, or the disk fails.
Result<Done> write_system(const std::filesystem::path& packed, const UnpackedSystem& expected,
                          const std::filesystem::path& partition, const WritingProgress& progress);

}  // namespace content
