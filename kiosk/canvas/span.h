// Blending of one row of pixels, where nearly all drawing time goes. Every result is rounded
// exactly as round(dst + (src − dst) · alpha / 255), so a picture is the same on every machine.
// Pixels are XRGB, the X byte is always 255.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

#include "kiosk/canvas/canvas.h"

namespace kiosk {

constexpr std::uint32_t to_pixel(Color color) {
  return 0xFF000000U | static_cast<std::uint32_t>(color.red) << 16 |
         static_cast<std::uint32_t>(color.green) << 8 | color.blue;
}

constexpr Color to_color(std::uint32_t pixel) {
  return {static_cast<std::uint8_t>(pixel >> 16), static_cast<std::uint8_t>(pixel >> 8),
          static_cast<std::uint8_t>(pixel), 255};
}

// round(a · b / 255) for bytes.
constexpr std::uint8_t scale_byte(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t product = a * b + 128;
  return static_cast<std::uint8_t>((product + (product >> 8)) >> 8);
}

constexpr std::uint32_t blend_pixel(std::uint32_t below, std::uint32_t above, std::uint32_t alpha) {
  constexpr std::uint32_t lanes = 0x00FF00FFU;
  const std::uint32_t rest = 255 - alpha;
  std::uint32_t red_blue = (below & lanes) * rest + (above & lanes) * alpha + 0x00800080U;
  std::uint32_t green =
      ((below >> 8) & lanes) * rest + ((above >> 8) & lanes) * alpha + 0x00800080U;
  red_blue = ((red_blue + ((red_blue >> 8) & lanes)) >> 8) & lanes;
  green = (green + ((green >> 8) & lanes)) & ~lanes;
  return 0xFF000000U | red_blue | green;
}

// `count` pixels of one colour; its alpha counts.
void fill_span(std::uint32_t* row, int count, Color color);
// `count` pixels of one colour through a mask.
void mask_span(std::uint32_t* row, const std::uint8_t* coverage, int count, Color color);
// `count` pixels of a picture, ARGB with colours multiplied by alpha.
void picture_span(std::uint32_t* row, const std::uint32_t* picture, int count);

}  // namespace kiosk
