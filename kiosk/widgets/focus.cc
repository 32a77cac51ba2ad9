#include "kiosk/widgets/focus.h"

#include <algorithm>
#include <cstdlib>

namespace kiosk {
namespace {

void collect(const Box& box, std::vector<const Box*>& keys) {
  if (box.role == Role::Key)
    keys.push_back(&box);
  for (const Box& child : box.children)
    collect(child, keys);
}

int middle_x(const Box& box) {
  return box.rect.x + box.rect.width / 2;
}
int middle_y(const Box& box) {
  return box.rect.y + box.rect.height / 2;
}

// In the nearest row that way, else in the farthest one of the other side: the key that lies
// nearest above or below.
const Box* beyond(const std::vector<const Box*>& keys, const Box& from, bool down) {
  const auto away = [&](const Box* key) {
    const int rows = down ? key->rect.y - from.rect.bottom() : from.rect.y - key->rect.bottom();
    return rows >= 0 ? rows : -1;
  };
  std::vector<const Box*> that_way;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(that_way),
               [&](const Box* key) { return away(key) >= 0; });
  const Box* row = nullptr;
  for (const Box* key : that_way.empty() ? keys : that_way) {
    const bool nearer =
        row == nullptr || (that_way.empty() ? (down ? middle_y(*key) < middle_y(*row)
                                                    : middle_y(*key) > middle_y(*row))
                                            : away(key) < away(row));
    if (nearer)
      row = key;
  }
  const Box* nearest = row;
  for (const Box* key : keys) {
    const bool in_row = key->rect.y <= middle_y(*row) && middle_y(*row) < key->rect.bottom();
    if (in_row && key != &from &&
        std::abs(middle_x(*key) - middle_x(from)) < std::abs(middle_x(*nearest) - middle_x(from)))
      nearest = key;
  }
  return nearest;
}

}  // namespace

std::vector<const Box*> focus_order(const Box& root) {
  std::vector<const Box*> keys;
  collect(root, keys);
  return keys;
}

const Box* focus_after(const Box& root, std::string_view from, Step step) {
  const std::vector<const Box*> keys = focus_order(root);
  if (keys.empty())
    return nullptr;
  const auto at =
      std::find_if(keys.begin(), keys.end(), [&](const Box* key) { return key->name == from; });
  const bool back = step == Step::Previous || step == Step::Up;
  if (at == keys.end())
    return back ? keys.back() : keys.front();
  if (step == Step::Next)
    return at + 1 == keys.end() ? keys.front() : *(at + 1);
  if (step == Step::Previous)
    return at == keys.begin() ? keys.back() : *(at - 1);
  return beyond(keys, **at, step == Step::Down);
}

}  // namespace kiosk
