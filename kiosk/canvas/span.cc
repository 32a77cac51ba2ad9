#include "kiosk/canvas/span.h"

#include <algorithm>
#include <cstring>

namespace kiosk {
namespace {

constexpr std::uint64_t all_covered = ~std::uint64_t{0};

// Text is mostly empty or solid: eight pixels at a time are skipped or stored, the rest blended.
template <typename Look>
void masked(std::uint32_t* row, const std::uint8_t* coverage, int count, std::uint32_t pixel,
            Look look) {
  int i = 0;
  const auto one = [&](int at) {
    const std::uint32_t alpha = look(coverage[at]);
    if (alpha == 255) {
      row[at] = pixel;
    } else if (alpha != 0) {
      row[at] = blend_pixel(row[at], pixel, alpha);
    }
  };
  for (; i + 8 <= count; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, coverage + i, sizeof eight);
    if (eight == 0) {
      continue;
    }
    if (eight == all_covered && look(255) == 255) {
      std::fill_n(row + i, 8, pixel);
      continue;
    }
    for (int at = i; at < i + 8; ++at) {
      one(at);
    }
  }
  for (; i < count; ++i) {
    one(i);
  }
}

}  // namespace

void fill_span(std::uint32_t* row, int count, Color color) {
  const std::uint32_t pixel = to_pixel(color);
  if (color.alpha == 255) {
    std::fill_n(row, count, pixel);
    return;
  }
  const std::uint32_t alpha = color.alpha;
  for (int i = 0; i < count; ++i) {
    row[i] = blend_pixel(row[i], pixel, alpha);
  }
}

void mask_span(std::uint32_t* row, const std::uint8_t* coverage, int count, Color color) {
  if (color.alpha == 255) {
    masked(row, coverage, count, to_pixel(color), [](std::uint8_t c) { return std::uint32_t{c}; });
  } else {
    masked(row, coverage, count, to_pixel(color),
           [alpha = color.alpha](std::uint8_t c) { return std::uint32_t{scale_byte(c, alpha)}; });
  }
}

void mask_span(std::uint32_t* row, const std::uint8_t* coverage, int count, Color color,
               const CoverageTable& table) {
  if (color.alpha == 255) {
    masked(row, coverage, count, to_pixel(color),
           [&table](std::uint8_t c) { return std::uint32_t{table[c]}; });
  } else {
    masked(row, coverage, count, to_pixel(color), [&table, alpha = color.alpha](std::uint8_t c) {
      return std::uint32_t{scale_byte(table[c], alpha)};
    });
  }
}

void picture_span(std::uint32_t* row, const std::uint32_t* picture, int count) {
  constexpr std::uint32_t lanes = 0x00FF00FFU;
  for (int i = 0; i < count; ++i) {
    const std::uint32_t above = picture[i];
    const std::uint32_t rest = 255 - (above >> 24);
    if (rest == 255) {
      continue;
    }
    if (rest == 0) {
      row[i] = above;
      continue;
    }
    std::uint32_t red_blue = (row[i] & lanes) * rest + 0x00800080U;
    std::uint32_t green = ((row[i] >> 8) & 0xFFU) * rest + 0x80U;
    red_blue = ((red_blue + ((red_blue >> 8) & lanes)) >> 8) & lanes;
    green = ((green + (green >> 8)) >> 8) & 0xFFU;
    row[i] = 0xFF000000U | ((above & lanes) + red_blue) | ((above & 0xFF00U) + (green << 8));
  }
}

}  // namespace kiosk
