#include "kiosk/widgets/flow.h"

#include <algorithm>

namespace kiosk {
namespace {

int first_line(const Look& look, const Box& box) {
  if (box.paint.text && !box.paint.text->lines.empty())
    return static_cast<int>(box.paint.text->lines.front().height);
  for (const Box& child : box.children)
    if (child.paint.text || !child.children.empty())
      return first_line(look, child);
  return look.px(57);
}

// Bottom of the lowest node or ring of these parts, from the stop's top.
int lowest_mark(const Look& look, const Stop& stop, std::size_t first, std::size_t last) {
  int lowest = node_top(look, stop) + node_size(look, stop);
  int top = stop.heading ? stop.heading->rect.height : 0;
  for (std::size_t i = first; i < last; ++i) {
    const Part& part = stop.parts[i];
    if (i > first || stop.heading)
      top += part.gap;
    if (part.ordinal > 0)
      lowest = std::max(lowest, top + ring_top(look, part) + look.px(60));
    top += part.box.rect.height;
  }
  return lowest;
}

class Dealer {
 public:
  Dealer(const Look& look, const std::vector<Stop>& stops, const Room& room)
      : look_(look), stops_(stops), room_(room) {}

  std::vector<std::vector<Segment>> deal() {
    for (std::size_t i = 0; i < stops_.size(); ++i)
      place(i);
    return std::move(columns_);
  }

 private:
  void place(std::size_t stop) {
    const std::size_t all = stops_[stop].parts.size();
    if (fits(stop, 0, all, start(), column())) {
      add(stop, 0, all);
      return;
    }
    if (used_ > 0 && fits(stop, 0, all, 0, column() + 1)) {
      next_column();
      add(stop, 0, all);
      return;
    }
    split(stop, all);
  }

  void split(std::size_t stop, std::size_t all) {
    std::size_t first = 0;
    do {
      std::size_t last = first;
      while (last < all && fits(stop, first, last + 1, start(), column()))
        ++last;
      const std::size_t held = without_held(stop, first, last);
      if (held > first || used_ > 0)
        last = held;
      if (last == first && used_ > 0) {
        next_column();
        continue;
      }
      last = std::max(last, std::min(first + 1, all));  // taller than a column: it has to go anyway
      add(stop, first, last);
      first = last;
      if (first < all)
        next_column();
    } while (first < all);
  }

  // Where the column ends when what holds on to the next part goes with it.
  std::size_t without_held(std::size_t stop, std::size_t first, std::size_t last) const {
    const std::vector<Part>& parts = stops_[stop].parts;
    while (last > first && last < parts.size() && parts[last - 1].holds == Hold::Next)
      --last;
    return last;
  }

  bool fits(std::size_t stop, std::size_t first, std::size_t last, int top,
            std::size_t column) const {
    const int height = room_(column);
    if (top + height_of(look_, stops_[stop], first, last) > height)
      return false;
    const bool end = stop + 1 == stops_.size() && last == stops_[stop].parts.size();
    return end ||
           top + lowest_mark(look_, stops_[stop], first, last) + dots_height(look_) <= height;
  }

  std::size_t column() const { return columns_.size() - 1; }
  int start() const { return used_ > 0 ? used_ + stop_gap(look_) : 0; }
  void add(std::size_t stop, std::size_t first, std::size_t last) {
    used_ = start() + height_of(look_, stops_[stop], first, last);
    columns_.back().push_back({stop, first, last});
  }
  void next_column() {
    columns_.emplace_back();
    used_ = 0;
  }

  const Look& look_;
  const std::vector<Stop>& stops_;
  const Room& room_;
  std::vector<std::vector<Segment>> columns_{1};
  int used_ = 0;
};

}  // namespace

int stop_gap(const Look& look) {
  return look.px(34);
}

int dots_height(const Look& look) {
  return look.px(68);
}

int node_size(const Look& look, const Stop& stop) {
  return stop.drawing.empty() ? look.px(36) : look.px(72);
}

int node_top(const Look& look, const Stop& stop) {
  int line = look.px(57);
  if (stop.heading)
    line = first_line(look, *stop.heading);
  else if (!stop.parts.empty())
    line = first_line(look, stop.parts.front().box);
  return (line - node_size(look, stop)) / 2;
}

int ring_top(const Look& look, const Part& part) {
  return (first_line(look, part.box) - look.px(60)) / 2;
}

int height_of(const Look& look, const Stop& stop, std::size_t first, std::size_t last) {
  int height = stop.heading ? stop.heading->rect.height : 0;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first || stop.heading)
      height += stop.parts[i].gap;
    height += stop.parts[i].box.rect.height;
  }
  height = std::max(height, node_top(look, stop) + node_size(look, stop));
  for (const Stop& other : stop.beside)
    height = std::max(height, height_of(look, other, 0, other.parts.size()));
  return height;
}

std::vector<std::vector<Segment>> flow(const Look& look, const std::vector<Stop>& stops,
                                       const Room& room) {
  return Dealer(look, stops, room).deal();
}

}  // namespace kiosk
