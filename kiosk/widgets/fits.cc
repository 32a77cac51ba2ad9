#include "kiosk/widgets/fits.h"

#include <algorithm>
#include <cmath>

namespace kiosk {
namespace {

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

std::string say(const Rect& rect) {
  return " (" + std::to_string(rect.x) + "," + std::to_string(rect.y) + " " +
         std::to_string(rect.width) + "x" + std::to_string(rect.height) + ")";
}

// The lines' own rectangle; empty for a box without text.
Rect text_rect(const Box& box) {
  if (!box.paint.text || box.paint.text->lines.empty())
    return {};
  float left = box.paint.text->lines.front().left;
  float right = left;
  for (const Line& line : box.paint.text->lines) {
    left = std::min(left, line.left);
    right = std::max(right, line.left + line.width);
  }
  const int start = static_cast<int>(std::ceil(box.paint.text_x + left - 0.5F));
  const int end = static_cast<int>(std::floor(box.paint.text_x + right + 0.5F));
  return {start, box.rect.y, end - start, box.rect.height};
}

bool draws(const Box& box) {
  return box.role == Role::Text || box.role == Role::Heading || box.role == Role::Picture ||
         box.role == Role::Pictogram || box.role == Role::Key || box.paint.text.has_value();
}

class Inspector {
 public:
  Inspector(const Box& root, const Look& look) : root_(root), look_(look) {}

  std::vector<std::string> inspect() {
    visit(root_, root_.rect);
    apart(root_.children);
    return std::move(found_);
  }

 private:
  void visit(const Box& box, const Rect& around) {
    if (box.name != "scrim" && !around.contains(box.rect))
      found_.push_back(box.name + say(box.rect) + " reaches out of what it stands in" +
                       say(around));
    if (box.paint.text) {
      const Rect text = text_rect(box);
      if (text.x < box.rect.x - 1 || text.right() > box.rect.right() + 1)
        found_.push_back(box.name + ": its text" + say(text) + " is wider than its box" +
                         say(box.rect));
      if (std::ceil(box.paint.text->height) > static_cast<float>(box.rect.height + 1))
        found_.push_back(box.name + ": its text is higher than its box" + say(box.rect));
      if (box.paint.text->missing > 0)
        found_.push_back(box.name + ": no font has " + std::to_string(box.paint.text->missing) +
                         " of its characters");
    }
    if (box.role == Role::Key)
      visit_key(box);
    // A box that only holds others together may be smaller than they are on the way; what draws a
    // ground of its own, or is a key, holds its children in.
    const bool holds = box.role == Role::Key || box.role == Role::Dialog || box.paint.fill;
    for (const Box& child : box.children)
      visit(child, holds && !box.paint.circle ? box.rect : root_.rect);
  }

  void visit_key(const Box& key) {
    const int least = look_.smallest_target();
    if (key.rect.width < least || key.rect.height < least)
      found_.push_back(key.name + say(key.rect) + " is smaller than 15 mm");
    if (key.name != "scrim" && key.rect.y < look_.reach_row())
      found_.push_back(key.name + say(key.rect) + " is above 1220 mm");
    if (key.action.kind == ActionKind::None)
      found_.push_back(key.name + " does nothing");
  }

  // Everything that draws, laid over each other within one layer. What lies on top of a scrim is
  // another layer.
  void apart(const std::vector<Box>& children) {
    std::vector<const Box*> layer;
    for (const Box& child : children) {
      if (child.name == "scrim") {
        layer.clear();
        continue;
      }
      std::vector<const Box*> drawn;
      collect(child, drawn);
      for (const Box* box : drawn)
        for (const Box* other : layer)
          if (overlap(ink(*box), ink(*other)))
            found_.push_back(box->name + say(ink(*box)) + " lies over " + other->name +
                             say(ink(*other)));
      layer.insert(layer.end(), drawn.begin(), drawn.end());
      apart(child.children);
    }
  }

  static Rect ink(const Box& box) { return box.paint.text ? text_rect(box) : box.rect; }

  static void collect(const Box& box, std::vector<const Box*>& drawn) {
    if (draws(box))
      drawn.push_back(&box);
    if (box.role == Role::Key)
      return;  // what stands on a key is the key's own affair, checked inside it
    for (const Box& child : box.children)
      collect(child, drawn);
  }

  const Box& root_;
  const Look& look_;
  std::vector<std::string> found_;
};

}  // namespace

std::vector<std::string> misfits(const Box& root, const Look& look) {
  return Inspector(root, look).inspect();
}

}  // namespace kiosk
