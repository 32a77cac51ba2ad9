#include "kiosk/widgets/arrange.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kiosk {

Box moved(Box box, int start, int top) {
  box.rect.x += start;
  box.rect.y += top;
  for (Box& child : box.children)
    child = moved(std::move(child), start, top);
  return box;
}

Box group(std::string name, std::vector<Box> children) {
  Box box;
  box.name = std::move(name);
  if (children.empty())
    return box;
  Rect all = children.front().rect;
  for (const Box& child : children) {
    const int right = std::max(all.right(), child.rect.right());
    const int bottom = std::max(all.bottom(), child.rect.bottom());
    all.x = std::min(all.x, child.rect.x);
    all.y = std::min(all.y, child.rect.y);
    all.width = right - all.x;
    all.height = bottom - all.y;
  }
  box.rect = all;
  box.children = std::move(children);
  return box;
}

bool flips(std::string_view pictogram) {
  static constexpr std::array<std::string_view, 11> names{
      "back",  "next",       "previous", "leave-now",  "backspace",    "objection",
      "steps", "ask-person", "document", "topics-a-z", "easy-language"};
  return std::find(names.begin(), names.end(), pictogram) != names.end();
}

Box mirrored(Box box, int extent) {
  const LogicalRect logical{box.rect.x, box.rect.y, box.rect.width, box.rect.height};
  box.rect = to_physical(logical, Direction::RightToLeft, extent);
  if (flips(box.paint.pictogram))
    box.paint.mirror = box.paint.mirror == Mirror::Yes ? Mirror::No : Mirror::Yes;
  for (Box& child : box.children)
    child = mirrored(std::move(child), extent);
  return box;
}

Box settled(Box box) {
  box.paint.text_x = static_cast<float>(box.rect.x);
  box.paint.text_y = static_cast<float>(box.rect.y);
  for (Box& child : box.children)
    child = settled(std::move(child));
  return box;
}

std::vector<Column> columns(int width, int count, int gap) {
  std::vector<Column> result;
  const double one = static_cast<double>(width - gap * (count - 1)) / count;
  for (int i = 0; i < count; ++i) {
    const int start = static_cast<int>(i * (one + gap) + 0.5);
    const int end = static_cast<int>(i * (one + gap) + one + 0.5);
    result.push_back({start, end - start});
  }
  return result;
}

}  // namespace kiosk
