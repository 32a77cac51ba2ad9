#include "kiosk/canvas/shown.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace kiosk {
namespace {

// Small enough that a changed clock is not a changed head, large enough to be read by the cache
// line.
constexpr int tile_width = 64;
constexpr int tile_height = 32;

constexpr int tiles_across(Size size) {
  return (size.width + tile_width - 1) / tile_width;
}

constexpr int tiles_down(Size size) {
  return (size.height + tile_height - 1) / tile_height;
}

// A product folded into half its width carries every bit of both factors into every bit of the
// result, unless a factor is zero. The first never is: two pixels' X bytes are always 255 and the
// key's are not, and one pixel alone leaves the key's upper half.
constexpr std::uint64_t key = 0x2D358DCCAA6C78A5U;

std::uint64_t folded(std::uint64_t pixels, std::uint64_t more) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(pixels ^ key) * more;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::uint64_t two_pixels(const std::uint32_t* at) {
  std::uint64_t both = 0;
  std::memcpy(&both, at, sizeof both);
  return both;
}

// One number for all pixels of a tile and their places; that two tiles share one happens once in
// 2^64 times. Two chains, so that a processor can multiply both at once.
struct Print {
  std::uint64_t one = 0x8BB84B93962EACC9U;
  std::uint64_t other = 0x4B33A62ED433D4A3U;

  void add(const std::uint32_t* at, int count) {
    const std::uint32_t* const end = at + count;
    for (; at + 8 <= end; at += 8) {
      one = folded(two_pixels(at), two_pixels(at + 2) ^ one);
      other = folded(two_pixels(at + 4), two_pixels(at + 6) ^ other);
    }
    for (; at < end; ++at) {
      one = folded(*at, *at ^ one);
    }
  }
  std::uint64_t number() const { return folded(one, other); }
};

}  // namespace

std::vector<Rect> Shown::update(const Surface& page, const std::vector<Rect>& damage) {
  const Rect whole{0, 0, page.size().width, page.size().height};
  const bool new_screen = page.size() != size_ || prints_.empty();
  if (new_screen) {
    size_ = page.size();
    prints_.assign(
        static_cast<std::size_t>(tiles_across(size_)) * static_cast<std::size_t>(tiles_down(size_)),
        0);
  }
  Damage changed;
  for (const Rect& part : new_screen ? std::vector<Rect>{whole} : damage) {
    const Rect inside = intersect(part, whole);
    const int left = inside.x / tile_width * tile_width;
    const int right = (inside.right() + tile_width - 1) / tile_width * tile_width;
    for (int y = inside.y / tile_height * tile_height; y < inside.bottom(); y += tile_height) {
      take(page, intersect({left, y, right - left, tile_height}, whole), changed);
    }
  }
  return new_screen ? std::vector<Rect>{whole} : changed.take();
}

void Shown::take(const Surface& page, const Rect& row, Damage& changed) {
  // Line by line across all tiles: memory is read in the order it lies in.
  std::vector<Print> prints(static_cast<std::size_t>((row.width + tile_width - 1) / tile_width));
  const auto tile_of = [&row](std::size_t column) {
    const int x = row.x + static_cast<int>(column) * tile_width;
    return Rect{x, row.y, std::min(tile_width, row.right() - x), row.height};
  };
  for (int y = row.y; y < row.bottom(); ++y) {
    for (std::size_t column = 0; column < prints.size(); ++column) {
      const Rect tile = tile_of(column);
      prints[column].add(page.row(y) + tile.x, tile.width);
    }
  }
  const auto first =
      static_cast<std::size_t>(row.y / tile_height * tiles_across(size_) + row.x / tile_width);
  Rect run;  // tiles beside each other that all changed
  for (std::size_t column = 0; column < prints.size(); ++column) {
    const std::uint64_t now = prints[column].number();
    if (std::exchange(prints_[first + column], now) != now) {
      run = unite(run, tile_of(column));
    } else {
      changed.add(run);
      run = {};
    }
  }
  changed.add(run);
}

}  // namespace kiosk
