#include "content-engine/model/clip.h"

#include <cstdint>
#include <optional>

#include "content-engine/model/utf8.h"

namespace content {
namespace {

bool is_unseen(char32_t c) {
  return c == 0x00AD || c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F || c == 0xFEFF ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069);
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t i = count; i > 0; --i)
    number = number << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  return number;
}

// One page of an Ogg stream (RFC 3533, 6).
struct OggPage {
  unsigned flags = 0;          // 2: the stream's first, 4: its last
  std::uint64_t position = 0;  // samples so far; all ones: no packet ends here
  std::uint64_t stream = 0;
  std::string_view body;
  std::size_t size = 0;
};

std::optional<OggPage> page_at(std::string_view bytes) {
  constexpr std::size_t head = 27;
  if (bytes.size() < head || !bytes.starts_with("OggS") || bytes[4] != 0)
    return std::nullopt;
  const auto segments = static_cast<std::size_t>(static_cast<unsigned char>(bytes[26]));
  if (bytes.size() < head + segments)
    return std::nullopt;
  std::size_t body = 0;
  for (std::size_t i = 0; i < segments; ++i)
    body += static_cast<unsigned char>(bytes[head + i]);
  if (bytes.size() < head + segments + body)
    return std::nullopt;
  return OggPage{.flags = static_cast<unsigned char>(bytes[5]),
                 .position = little_endian(bytes, 6, 8),
                 .stream = little_endian(bytes, 14, 4),
                 .body = bytes.substr(head + segments, body),
                 .size = head + segments + body};
}

// Vorbis I, 4.2.2; 0: this is none, or with more channels than a kiosk has loudspeakers.
std::uint64_t sample_rate(std::string_view identification) {
  constexpr std::size_t size = 30;
  if (identification.size() < size || !identification.starts_with("\x01vorbis") ||
      little_endian(identification, 7, 4) != 0)
    return 0;
  const auto channels = static_cast<unsigned char>(identification[11]);
  return channels == 1 || channels == 2 ? little_endian(identification, 12, 4) : 0;
}

}  // namespace

std::string clip_text(std::string_view text) {
  std::string words;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    const std::string_view bytes = text.substr(at, character.length);
    at += character.length;
    if (!character.valid || is_unseen(character.value))
      continue;
    if (is_blank(character.value)) {
      gap = !words.empty();
      continue;
    }
    if (gap)
      words += ' ';
    gap = false;
    words += bytes;
  }
  return words;
}

Result<std::chrono::milliseconds> recording_length(std::string_view bytes) {
  constexpr unsigned begins = 2;
  constexpr unsigned ends = 4;
  constexpr std::uint64_t nothing = ~std::uint64_t{0};
  constexpr std::uint64_t fastest = 192'000;
  constexpr std::uint64_t day = 24ULL * 60 * 60 * fastest;
  const std::optional<OggPage> first = page_at(bytes);
  const std::uint64_t rate = first && (first->flags & begins) != 0 ? sample_rate(first->body) : 0;
  if (rate == 0 || rate > fastest)
    return Failure{Refusal::Unsupported, "not Ogg Vorbis"};
  std::uint64_t samples = 0;
  bool ended = false;
  while (!bytes.empty()) {
    const std::optional<OggPage> page = page_at(bytes);
    if (!page || ended || page->stream != first->stream)
      return Failure{Refusal::Malformed, "breaks off, or something is behind its end"};
    if (page->position != nothing) {
      if (page->position < samples || page->position > day)
        return Failure{Refusal::Malformed, "its time runs backwards"};
      samples = page->position;
    }
    ended = (page->flags & ends) != 0;
    bytes.remove_prefix(page->size);
  }
  if (!ended)
    return Failure{Refusal::Malformed, "breaks off"};
  return std::chrono::milliseconds(static_cast<std::int64_t>(samples * 1000 / rate));
}

}  // namespace content
