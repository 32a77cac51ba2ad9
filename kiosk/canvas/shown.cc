#include "kiosk/canvas/shown.h"

#include <cstring>

namespace kiosk {
namespace {

// Small enough that a changed clock is not a changed head, large enough to compare by the cache
// line.
constexpr int tile_width = 64;
constexpr int tile_height = 32;

}  // namespace

std::vector<Rect> Shown::update(const Surface& page, const std::vector<Rect>& damage) {
  const Rect whole{0, 0, page.size().width, page.size().height};
  if (page.size() != size_ || pixels_.empty()) {
    size_ = page.size();
    pixels_ = page.pixels();
    return {whole};
  }
  Damage changed;
  for (const Rect& part : damage) {
    const Rect inside = intersect(part, whole);
    const int first_column = inside.x / tile_width * tile_width;
    for (int y = inside.y / tile_height * tile_height; y < inside.bottom(); y += tile_height) {
      Rect run;  // tiles beside each other that all changed
      for (int x = first_column; x < inside.right(); x += tile_width) {
        const Rect tile = intersect({x, y, tile_width, tile_height}, whole);
        if (take(page, tile)) {
          run = unite(run, tile);
        } else {
          changed.add(run);
          run = {};
        }
      }
      changed.add(run);
    }
  }
  return changed.take();
}

bool Shown::take(const Surface& page, const Rect& tile) {
  const std::size_t bytes = static_cast<std::size_t>(tile.width) * sizeof(std::uint32_t);
  const auto shown_row = [&](int y) {
    return pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(size_.width) +
           tile.x;
  };
  int y = tile.y;
  while (y < tile.bottom() && std::memcmp(shown_row(y), page.row(y) + tile.x, bytes) == 0) {
    ++y;
  }
  const bool differs = y < tile.bottom();
  for (; y < tile.bottom(); ++y) {
    std::memcpy(shown_row(y), page.row(y) + tile.x, bytes);
  }
  return differs;
}

}  // namespace kiosk
