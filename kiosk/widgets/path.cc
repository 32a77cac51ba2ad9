#include "kiosk/widgets/path.h"

#include <string>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/key.h"

namespace kiosk {
namespace {

constexpr double indent_units = 108;
constexpr double line_middle = 36;

class Pen {
 public:
  Pen(const Scribe& type, const FamilyColors& colors) : type_(type), colors_(colors) {}

  void node(const Stop& stop, int start, int top, bool open) {
    const Look& look = type_.look();
    const int size = node_size(look, stop);
    const bool small = stop.drawing.empty();
    Box box = circle("node:" + stop.name, start + (look.px(72) - size) / 2, top, size);
    if (open || small) {
      box.paint.fill = look.colors().paper;
      box.paint.outline = look.px(6);
      box.paint.edge = colors_.fill;
    } else {
      box.paint.fill = colors_.fill;
    }
    if (!small)
      box.children.push_back(
          moved(centered_at(pictogram(look, stop.drawing, 46, open ? colors_.fill : colors_.on),
                            (size - look.px(46)) / 2, size),
                box.rect.x, top));
    boxes_.push_back(std::move(box));
  }

  void ring(int ordinal, int top) {
    const Look& look = type_.look();
    const int size = look.px(60);
    Box box = circle("ring", look.px(line_middle) - size / 2, top, size);
    box.paint.fill = look.colors().paper;
    box.paint.outline = look.px(6);
    box.paint.edge = colors_.fill;
    // Figures in a ring of fixed size do not grow with the text.
    Look small = look;
    small.text_size = TextSize::Normal;
    const Scribe figures(type_.with_look(small).in("de", Direction::LeftToRight));
    Box digit = figures.text("ordinal", {std::to_string(ordinal)},
                             {.type = Type::S,
                              .weight = Weight::Bold,
                              .color = look.colors().ink,
                              .alignment = Alignment::Center},
                             size);
    box.children.push_back(moved(centered_at(std::move(digit), box.rect.x, size), 0, top));
    boxes_.push_back(std::move(box));
  }

  void stop(const Stop& stop, const Segment& part, int start, int text_start, int top, bool open) {
    const Look& look = type_.look();
    // A list that goes on from the page before: its ring stands where the node would.
    if (stop.heading || part.first >= stop.parts.size() || stop.parts[part.first].ordinal == 0)
      node(stop, start, top + node_top(look, stop), open);
    int y = top;
    if (stop.heading) {
      Box heading = *stop.heading;
      y += heading.rect.height;
      boxes_.push_back(moved(std::move(heading), text_start, top));
    }
    for (std::size_t i = part.first; i < part.last; ++i) {
      const Part& item = stop.parts[i];
      if (i > part.first || stop.heading)
        y += item.gap;
      if (item.ordinal > 0)
        ring(item.ordinal, y + ring_top(look, item));
      Box text = item.box;
      boxes_.push_back(moved(std::move(text), text_start, y));
      y += item.box.rect.height;
    }
  }

  // Behind everything else: the line from the first node to `end`, then the dots if it goes on.
  void line(int from, int to, bool goes_on) {
    const Look& look = type_.look();
    Box box = decoration("line", {look.px(line_middle) - look.px(4), from, look.px(8), to - from});
    boxes_.insert(boxes_.begin(), std::move(box));
    for (const double dot : {10.0, 30.0, 50.0}) {
      if (!goes_on)
        break;
      const int radius = look.px(6);
      boxes_.push_back(
          circle("dot", look.px(line_middle) - radius, to + look.px(dot) - radius, 2 * radius));
      boxes_.back().paint.fill = colors_.fill;
    }
  }

  std::vector<Box> boxes() { return std::move(boxes_); }

 private:
  Box decoration(std::string name, Rect rect) const {
    Box box;
    box.role = Role::Decoration;
    box.name = std::move(name);
    box.rect = rect;
    box.paint.fill = colors_.fill;
    return box;
  }
  Box circle(std::string name, int start, int top, int size) const {
    Box box = decoration(std::move(name), {start, top, size, size});
    box.paint.fill.reset();
    box.paint.circle = true;
    return box;
  }

  const Scribe& type_;
  const FamilyColors& colors_;
  std::vector<Box> boxes_;
};

}  // namespace

int path_indent(const Look& look) {
  return look.px(indent_units);
}

PairWidths pair_widths(const Look& look, int path_width) {
  const int half = (path_width - path_indent(look) - look.gap()) / 2;
  return {half, half - look.px(92)};
}

Box path(const Scribe& type, const FamilyColors& colors, const std::vector<Stop>& stops,
         const std::vector<Segment>& column, Size size, PathEnd end) {
  const Look& look = type.look();
  Pen pen(type, colors);
  const int indent = path_indent(look);
  int top = 0;
  int first_middle = 0;
  int last_middle = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    const Segment& part = column[i];
    const Stop& stop = stops[part.stop];
    const bool open = end == PathEnd::Ends && i + 1 == column.size();
    if (i > 0)
      top += stop_gap(look);
    pen.stop(stop, part, 0, indent, top, open);
    for (const Stop& other : stop.beside) {
      const int start = indent + pair_widths(look, size.width).first + look.gap();
      pen.stop(other, {0, 0, other.parts.size()}, start, start + look.px(92), top, open);
    }
    last_middle = top + node_top(look, stop) + node_size(look, stop) / 2;
    if (i == 0)
      first_middle = last_middle;
    top += height_of(look, stop, part.first, part.last);
  }
  const bool goes_on = end == PathEnd::GoesOn;
  const int line_end = goes_on ? size.height - look.px(64) : last_middle;
  if (!column.empty() && line_end > first_middle)
    pen.line(first_middle, line_end, goes_on);
  Box box = group("path", pen.boxes());
  box.rect = {0, 0, size.width, size.height};
  return box;
}

}  // namespace kiosk
