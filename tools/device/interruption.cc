#include "tools/device/interruption.h"

#include <csignal>

namespace content {

static volatile std::sig_atomic_t stop = 0;

extern "C" {
static void wegweiser_take_wish(int) {
  stop = 1;
}
}

void stop_politely() {
  std::signal(SIGTERM, wegweiser_take_wish);
  std::signal(SIGINT, wegweiser_take_wish);
}

bool asked_to_stop() {
  return stop != 0;
}

}  // namespace content
