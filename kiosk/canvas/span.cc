// Four pixels at a time in the vectors that GCC and Clang give every processor: SSE2 at the desk,
// NEON on the Raspberry Pi.
#include "kiosk/canvas/span.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace kiosk {
namespace {

using Bytes = std::uint8_t __attribute__((vector_size(16)));
using Words = std::uint16_t __attribute__((vector_size(16)));
using Pixels = std::uint32_t __attribute__((vector_size(16)));
using Quads = std::uint64_t __attribute__((vector_size(16)));

// Bytes become words by laying zeros between them.
static_assert(std::endian::native == std::endian::little);

// The sixteen channels of four pixels, wide enough to multiply.
struct FourPixels {
  Words first;
  Words second;
};

[[gnu::always_inline]] inline FourPixels load(const void* pixels) {
  Bytes bytes;
  std::memcpy(&bytes, pixels, sizeof bytes);
  const Bytes zero{};
  return {reinterpret_cast<Words>(__builtin_shufflevector(bytes, zero, 0, 16, 1, 17, 2, 18, 3, 19,
                                                          4, 20, 5, 21, 6, 22, 7, 23)),
          reinterpret_cast<Words>(__builtin_shufflevector(bytes, zero, 8, 24, 9, 25, 10, 26, 11, 27,
                                                          12, 28, 13, 29, 14, 30, 15, 31))};
}

// round(sum / 255) as scale_byte() does it; `sum` holds the 128 for rounding already.
[[gnu::always_inline]] inline Words divided(Words sum) {
  return (sum + (sum >> 8)) >> 8;
}

[[gnu::always_inline]] inline void store(std::uint32_t* row, Words first, Words second) {
  const auto low = reinterpret_cast<Bytes>(first);
  const auto high = reinterpret_cast<Bytes>(second);
  const Bytes bytes =
      __builtin_shufflevector(low, high, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
  std::memcpy(row, &bytes, sizeof bytes);
}

// The alphas of two pixels, each in its four channels.
[[gnu::always_inline]] inline Words spread(std::uint64_t first, std::uint64_t second) {
  constexpr std::uint64_t every_channel = 0x0001000100010001U;
  return reinterpret_cast<Words>(Quads{first * every_channel, second * every_channel});
}

// The alphas of four pixels, each in its four channels; the first in the lowest byte.
[[gnu::always_inline]] inline FourPixels spread(std::uint32_t four) {
  const auto once = reinterpret_cast<Bytes>(Pixels{four, 0, 0, 0});
  const auto twice = reinterpret_cast<Words>(
      __builtin_shufflevector(once, once, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23));
  const Words four_times = __builtin_shufflevector(twice, twice, 0, 8, 1, 9, 2, 10, 3, 11);
  return load(&four_times);
}

// Text is mostly empty or solid: those fours are skipped or stored, the others blended whole.
template <bool opaque>
void masked(std::uint32_t* row, const std::uint8_t* coverage, int count, std::uint32_t pixel,
            std::uint16_t color_alpha) {
  const Pixels pixels{pixel, pixel, pixel, pixel};
  const FourPixels above = load(&pixels);
  int i = 0;
  for (; i + 4 <= count; i += 4) {
    std::uint32_t four = 0;
    std::memcpy(&four, coverage + i, sizeof four);
    if (four == 0) {
      continue;
    }
    if (opaque && four == 0xFFFFFFFFU) {
      std::memcpy(row + i, &pixels, sizeof pixels);
      continue;
    }
    FourPixels alpha = spread(four);
    if (!opaque) {
      alpha = {divided(alpha.first * color_alpha + 128), divided(alpha.second * color_alpha + 128)};
    }
    const FourPixels below = load(row + i);
    store(row + i, divided(below.first * (255 - alpha.first) + above.first * alpha.first + 128),
          divided(below.second * (255 - alpha.second) + above.second * alpha.second + 128));
  }
  for (; i < count; ++i) {
    row[i] = blend_pixel(row[i], pixel, scale_byte(coverage[i], color_alpha));
  }
}

}  // namespace

void fill_span(std::uint32_t* row, int count, Color color) {
  const std::uint32_t pixel = to_pixel(color);
  const Pixels pixels{pixel, pixel, pixel, pixel};
  if (color.alpha == 255) {
    int done = 0;
    // A cache line a round: with one store a round the loop itself takes as long as the memory.
    for (; done + 16 <= count; done += 16) {
      std::memcpy(row + done, &pixels, sizeof pixels);
      std::memcpy(row + done + 4, &pixels, sizeof pixels);
      std::memcpy(row + done + 8, &pixels, sizeof pixels);
      std::memcpy(row + done + 12, &pixels, sizeof pixels);
    }
    std::fill_n(row + done, count - done, pixel);
    return;
  }
  const auto rest = static_cast<std::uint16_t>(255 - color.alpha);
  const Words share = load(&pixels).first * color.alpha + 128;
  int i = 0;
  for (; i + 4 <= count; i += 4) {
    const FourPixels below = load(row + i);
    store(row + i, divided(below.first * rest + share), divided(below.second * rest + share));
  }
  for (; i < count; ++i) {
    row[i] = blend_pixel(row[i], pixel, color.alpha);
  }
}

void mask_span(std::uint32_t* row, const std::uint8_t* coverage, int count, Color color) {
  if (color.alpha == 255) {
    masked<true>(row, coverage, count, to_pixel(color), color.alpha);
  } else {
    masked<false>(row, coverage, count, to_pixel(color), color.alpha);
  }
}

void picture_span(std::uint32_t* row, const std::uint32_t* picture, int count) {
  int i = 0;
  const auto opacity = [picture](int at) { return picture[at] >> 24; };
  for (; i + 4 <= count; i += 4) {
    const Words first = spread(255 - opacity(i), 255 - opacity(i + 1));
    const Words second = spread(255 - opacity(i + 2), 255 - opacity(i + 3));
    const FourPixels below = load(row + i);
    const FourPixels above = load(picture + i);
    store(row + i, above.first + divided(below.first * first + 128),
          above.second + divided(below.second * second + 128));
  }
  for (; i < count; ++i) {
    const std::uint32_t rest = 255 - opacity(i);
    std::uint32_t pixel = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      const std::uint32_t below = row[i] >> shift & 255;
      pixel |= ((picture[i] >> shift & 255) + scale_byte(below, rest)) << shift;
    }
    row[i] = pixel;
  }
}

}  // namespace kiosk
