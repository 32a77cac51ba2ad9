#include "kiosk/widgets/hit.h"

namespace kiosk {

// What is drawn last lies on top, so the last child is asked first.
const Box* hit(const Box& root, int x, int y) {
  for (auto child = root.children.rbegin(); child != root.children.rend(); ++child)
    if (const Box* found = hit(*child, x, y))
      return found;
  return root.role == Role::Key && root.rect.contains(x, y) ? &root : nullptr;
}

const Box* find_key(const Box& root, std::string_view name) {
  if (root.role == Role::Key && root.name == name)
    return &root;
  for (const Box& child : root.children)
    if (const Box* found = find_key(child, name))
      return found;
  return nullptr;
}

}  // namespace kiosk
