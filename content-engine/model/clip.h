// What somebody has recorded for a language that no voice speaks: one sentence, one heading, or a
// whole paragraph, and the very words it is heard for. It is heard for these words and no others,
// so that a changed sentence or amount is never read as it was before (R33).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"

namespace content {

// A minute of speech is about 300 kB; nobody listens to more at a stretch.
inline constexpr std::size_t longest_clip = 512 * 1024;
inline constexpr std::chrono::milliseconds longest_clip_time{60'000};
inline constexpr std::size_t all_clips = 256 * 1024 * 1024;  // of an edition, bytes

struct Clip {
  std::string language;
  std::string text;    // as clip_text() makes it
  std::string bytes;   // Ogg Vorbis
  std::string file{};  // not stored
  int line = 0;        // not stored

  bool operator==(const Clip&) const = default;
};

// Of one clip, shared by all who hold it: a scene holds those of a whole page. Null: there is none.
using Sound = std::shared_ptr<const std::string>;

// The words a clip is found by: without marks of direction and other signs nobody sees or hears,
// blanks and line breaks of every kind as one blank, none at the ends.
std::string clip_text(std::string_view text);

// How long a recording is. Unsupported: not Ogg Vorbis, or more than two channels. Malformed: it
// breaks off, or something is behind its end.
Result<std::chrono::milliseconds> recording_length(std::string_view bytes);

}  // namespace content
