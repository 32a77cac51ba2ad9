#include "kiosk/screens/deal.h"

namespace kiosk {

std::vector<Placed> deal(const std::vector<Block>& blocks, int room) {
  std::vector<Placed> places;
  std::size_t column = 0;
  int used = 0;
  for (const Block& block : blocks) {
    const int needed = (used > 0 ? block.gap : 0) + block.box.rect.height;
    if (used > 0 && (block.opens_column || used + needed > room)) {
      ++column;
      used = 0;
    }
    const int top = used > 0 ? used + block.gap : 0;
    places.push_back({column, top});
    used = top + block.box.rect.height;
  }
  return places;
}

}  // namespace kiosk
