#include "kiosk/selftest/corner_hold.h"

#include <cstdlib>

namespace kiosk {

bool CornerHold::in_corner(Pixel at) const {
  const int side = panel_.px(corner_mm);
  return at.x >= panel_.size.width - side && at.y < side;
}

bool CornerHold::take(const Event& event, bool vacant, std::chrono::milliseconds now) {
  switch (event.kind) {
    case EventKind::Woken:
    case EventKind::Exposed:
      return false;  // no hand's doing
    case EventKind::FingerDown:
      since_.reset();
      if (vacant && in_corner(event.at)) {
        since_ = now;
        began_ = event.at;
      }
      return false;
    case EventKind::FingerMoved: {
      const int still = panel_.px(still_mm);
      if (std::abs(event.at.x - began_.x) > still || std::abs(event.at.y - began_.y) > still ||
          !in_corner(event.at))
        since_.reset();
      return false;
    }
    case EventKind::FingerUp: {
      const bool held = since_ && now - *since_ >= least && now - *since_ <= most;
      since_.reset();
      return held;
    }
    default:
      since_.reset();
      return false;
  }
}

}  // namespace kiosk
