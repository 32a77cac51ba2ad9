#include "kiosk/opening.h"

#include <chrono>
#include <thread>
#include <utility>

namespace kiosk {

static void wait_for_screen(Overseer& overseer) {
  constexpr std::chrono::seconds look_again{5};
  overseer.awaits_screen(look_again);
  std::this_thread::sleep_for(look_again);
}

std::unique_ptr<Window> open_window(WindowWish wish, Seat& seat, Overseer& overseer,
                                    WithoutScreen without, const OpeningLog& log) {
  if (seat.hands_are_closed())
    wait_for_screen(overseer);  // once: those that are opened later are found as well
  for (bool said_so = false;; said_so = true) {
    wish.card = seat.look();
    auto window = Window::open(wish);
    if (window)
      return std::move(*window);
    if (!said_so)
      log(window.failure().message);
    if (without == WithoutScreen::GiveUp)
      return nullptr;
    wait_for_screen(overseer);
  }
}

void open_window_again(Window& window, Seat& seat, Overseer& overseer, const OpeningLog& log) {
  log("displays have changed: the screen is opened again");
  seat.watch_no_longer();
  for (bool said_so = false;; said_so = true) {
    const auto opened = window.open_again(seat.look());
    if (opened)
      return;
    if (!said_so)
      log(opened.failure().message);
    wait_for_screen(overseer);
  }
}

}  // namespace kiosk
