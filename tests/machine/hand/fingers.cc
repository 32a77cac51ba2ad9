#include "tests/machine/hand/fingers.h"

#include <fcntl.h>
#include <linux/uinput.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "tests/machine/hand/input_device.h"

namespace {

constexpr int reach = 1000;
constexpr int slots = 10;

void axis(int fd, unsigned short code, int highest) {
  uinput_abs_setup setup{};
  setup.code = code;
  setup.absinfo.maximum = highest;
  must(ioctl(fd, UI_ABS_SETUP, &setup) == 0, "axis");
}

void rest(int milliseconds) {
  usleep(static_cast<useconds_t>(milliseconds) * 1000);
}

}  // namespace

Fingers::Fingers() : fd_(open("/dev/uinput", O_WRONLY | O_CLOEXEC)) {
  must(fd_ >= 0, "/dev/uinput");
  must(ioctl(fd_, UI_SET_EVBIT, EV_KEY) == 0 && ioctl(fd_, UI_SET_KEYBIT, BTN_TOUCH) == 0 &&
           ioctl(fd_, UI_SET_EVBIT, EV_ABS) == 0 &&
           ioctl(fd_, UI_SET_PROPBIT, INPUT_PROP_DIRECT) == 0,
       "uinput");
  axis(fd_, ABS_X, reach);
  axis(fd_, ABS_Y, reach);
  axis(fd_, ABS_MT_SLOT, slots - 1);
  axis(fd_, ABS_MT_TRACKING_ID, 65535);
  axis(fd_, ABS_MT_POSITION_X, reach);
  axis(fd_, ABS_MT_POSITION_Y, reach);
  create_device(fd_, "Touchscreen of the test");
}

void Fingers::down(int slot, int x, int y) {
  next_ = (next_ + 1) % 65535;
  send_event(fd_, EV_ABS, ABS_MT_SLOT, slot);
  send_event(fd_, EV_ABS, ABS_MT_TRACKING_ID, next_);
  send_event(fd_, EV_ABS, ABS_MT_POSITION_X, x);
  send_event(fd_, EV_ABS, ABS_MT_POSITION_Y, y);
  if (slot != 0)
    return;
  send_event(fd_, EV_KEY, BTN_TOUCH, 1);
  send_event(fd_, EV_ABS, ABS_X, x);
  send_event(fd_, EV_ABS, ABS_Y, y);
}

void Fingers::move(int slot, int x, int y) {
  send_event(fd_, EV_ABS, ABS_MT_SLOT, slot);
  send_event(fd_, EV_ABS, ABS_MT_POSITION_X, x);
  send_event(fd_, EV_ABS, ABS_MT_POSITION_Y, y);
}

void Fingers::up(int slot) {
  send_event(fd_, EV_ABS, ABS_MT_SLOT, slot);
  send_event(fd_, EV_ABS, ABS_MT_TRACKING_ID, -1);
  if (slot == 0)
    send_event(fd_, EV_KEY, BTN_TOUCH, 0);
}

void Fingers::hold(int x, int y, int milliseconds) {
  swipe(1, x, y, x, y, milliseconds);
}

void Fingers::swipe(int fingers, int x1, int y1, int x2, int y2, int milliseconds) {
  constexpr int apart = 60;
  constexpr int steps = 8;
  const int all = std::clamp(fingers, 1, slots);
  const auto place = [](int at) { return std::clamp(at, 0, reach); };
  for (int finger = 0; finger < all; ++finger)
    down(finger, place(x1 + finger * apart), place(y1));
  send_event(fd_, EV_SYN, SYN_REPORT, 0);
  for (int step = 1; step <= steps; ++step) {
    rest(milliseconds / steps);
    for (int finger = 0; finger < all; ++finger)
      move(finger, place(x1 + (x2 - x1) * step / steps + finger * apart),
           place(y1 + (y2 - y1) * step / steps));
    send_event(fd_, EV_SYN, SYN_REPORT, 0);
  }
  for (int finger = all - 1; finger >= 0; --finger)
    up(finger);
  send_event(fd_, EV_SYN, SYN_REPORT, 0);
}
