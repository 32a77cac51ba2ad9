#include "kiosk/session/finger.h"

#include <cstdlib>

namespace kiosk {

bool Finger::down(int x, int y, Instant now) {
  const bool again = left_ && now - *left_ < rules_.again_after &&
                     std::abs(x - x_) <= rules_.same_place && std::abs(y - y_) <= rules_.same_place;
  lies_ = true;
  counts_ = !again;
  since_ = now;
  return counts_;
}

bool Finger::up(int x, int y, Instant now) {
  if (!lies_)
    return false;
  lies_ = false;
  left_ = now;
  x_ = x;
  y_ = y;
  return counts_;
}

}  // namespace kiosk
