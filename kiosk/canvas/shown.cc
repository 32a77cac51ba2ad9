#include "kiosk/canvas/shown.h"

#include <bit>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "kiosk/canvas/line_reach.h"

namespace kiosk {
namespace {

// Small enough that a changed clock is not a changed head, large enough that a page has few.
constexpr int tile_width = 64;
constexpr int tile_height = 32;
// Beyond the place a verb names: what is rounded outward to whole pixels.
constexpr int rounding = 2;

constexpr int tiles_across(Size size) {
  return (size.width + tile_width - 1) / tile_width;
}

constexpr int tiles_down(Size size) {
  return (size.height + tile_height - 1) / tile_height;
}

// A product folded into half its width carries every bit of both factors into every bit of the
// result. That two tiles drawn differently share a number happens once in 2^64 times.
std::uint64_t folded(std::uint64_t one, std::uint64_t other) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(one ^ 0x2D358DCCAA6C78A5U) * (other ^ 0x8BB84B93962EACC9U);
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

enum class Verb : std::uint64_t { Fill = 1, Round, Ring, Disc, Circle, Text, Pictogram, Picture };

// A number for a verb with all it says.
class Said final {
 public:
  explicit Said(Verb verb) : Said(static_cast<std::uint64_t>(verb)) {}
  explicit Said(std::uint64_t number) : number_(number) {}

  Said& add(std::uint64_t value) {
    number_ = folded(number_, value);
    return *this;
  }
  Said& add(int first, int second) {
    return add(std::uint64_t{static_cast<std::uint32_t>(first)} << 32 |
               static_cast<std::uint32_t>(second));
  }
  Said& add(float first, float second) {
    return add(std::uint64_t{std::bit_cast<std::uint32_t>(first)} << 32 |
               std::bit_cast<std::uint32_t>(second));
  }
  Said& add(const Rect& rect) { return add(rect.x, rect.y).add(rect.width, rect.height); }
  Said& add(Color color) { return add(std::uint64_t{std::bit_cast<std::uint32_t>(color)}); }
  Said& add(std::string_view bytes) {
    add(bytes.size());
    std::uint64_t eight = 0;
    for (; bytes.size() >= sizeof eight; bytes.remove_prefix(sizeof eight)) {
      std::memcpy(&eight, bytes.data(), sizeof eight);
      add(eight);
    }
    eight = 0;
    if (!bytes.empty()) {
      std::memcpy(&eight, bytes.data(), bytes.size());
    }
    return add(eight);
  }
  std::uint64_t number() const { return number_; }

 private:
  std::uint64_t number_;
};

Rect around(float center_x, float center_y, float radius) {
  return whole_pixels(center_x - radius, center_y - radius, center_x + radius, center_y + radius);
}

}  // namespace

Shown::Shown(Size size)
    : size_(size),
      clip_{0, 0, size.width, size.height},
      drawn_(static_cast<std::size_t>(tiles_across(size)) *
             static_cast<std::size_t>(tiles_down(size))) {}

void Shown::push_clip(const Rect& rect) {
  clips_.push_back(clip_);
  clip_ = intersect(clip_, rect);
}

void Shown::pop_clip() {
  if (clips_.empty()) {
    throw std::logic_error("pop_clip without push_clip");
  }
  clip_ = clips_.back();
  clips_.pop_back();
}

void Shown::add(const Rect& reach, std::uint64_t verb) {
  const Rect part = intersect({reach.x - rounding, reach.y - rounding, reach.width + 2 * rounding,
                               reach.height + 2 * rounding},
                              clip_);
  if (part.width <= 0 || part.height <= 0) {
    return;
  }
  if (!clips_.empty()) {
    verb = Said(verb).add(clip_).number();
  }
  for (int down = part.y / tile_height; down <= (part.bottom() - 1) / tile_height; ++down) {
    std::uint64_t* const row =
        drawn_.data() + static_cast<std::ptrdiff_t>(down) * tiles_across(size_);
    for (int across = part.x / tile_width; across <= (part.right() - 1) / tile_width; ++across) {
      row[across] = folded(row[across], verb);
    }
  }
}

void Shown::fill(const Rect& rect, Color color) {
  add(rect, Said(Verb::Fill).add(rect).add(color).number());
}

void Shown::fill_rounded(const Rect& rect, int radius, Color color) {
  add(rect, Said(Verb::Round).add(rect).add(radius, 0).add(color).number());
}

void Shown::stroke_rounded(const Rect& rect, int radius, int stroke, Color color) {
  add(rect, Said(Verb::Ring).add(rect).add(radius, stroke).add(color).number());
}

void Shown::fill_circle(float center_x, float center_y, float radius, Color color) {
  add(around(center_x, center_y, radius),
      Said(Verb::Disc).add(center_x, center_y).add(radius, 0.0F).add(color).number());
}

void Shown::stroke_circle(float center_x, float center_y, float radius, float stroke, Color color) {
  add(around(center_x, center_y, radius),
      Said(Verb::Circle).add(center_x, center_y).add(radius, stroke).add(color).number());
}

void Shown::text(const Paragraph& paragraph, float x, float y, Color color, Color second) {
  for (const Line& line : paragraph.lines) {
    Said said(Verb::Text);
    said.add(x, y).add(line.baseline, 0.0F).add(color).add(second);
    for (const Glyph& glyph : line.glyphs) {
      said.add(std::uint64_t{glyph.id} << 32 | std::uint64_t{glyph.font} << 16 | glyph.color)
          .add(glyph.x, glyph.y)
          .add(glyph.size, 0.0F);
    }
    add(reach_of(line, x, y), said.number());
  }
}

void Shown::pictogram(std::string_view name, const Rect& rect, Color color, Mirror mirror) {
  add({rect.x, rect.y, rect.width, rect.width}, Said(Verb::Pictogram)
                                                    .add(name)
                                                    .add(rect)
                                                    .add(color)
                                                    .add(static_cast<int>(mirror), 0)
                                                    .number());
}

void Shown::picture(std::string_view media_type, std::string_view bytes, const Rect& rect) {
  add(rect, Said(Verb::Picture).add(media_type).add(bytes).add(rect).number());
}

std::vector<Rect> Shown::take_changes() {
  const bool known = !shown_.empty();
  Damage changed;
  for (int down = 0; known && down < tiles_down(size_); ++down) {
    Rect run;  // tiles beside each other that all changed
    for (int across = 0; across < tiles_across(size_); ++across) {
      const auto tile = static_cast<std::size_t>(down * tiles_across(size_) + across);
      if (drawn_[tile] != shown_[tile]) {
        run = unite(run, {across * tile_width, down * tile_height, tile_width, tile_height});
      } else {
        changed.add(run);
        run = {};
      }
    }
    changed.add(run);
  }
  shown_ = std::exchange(drawn_, std::vector<std::uint64_t>(drawn_.size()));
  const Rect whole{0, 0, size_.width, size_.height};
  std::vector<Rect> parts = known ? changed.take() : std::vector<Rect>{whole};
  for (Rect& part : parts) {
    part = intersect(part, whole);  // the last tiles reach beyond the page
  }
  return parts;
}

}  // namespace kiosk
