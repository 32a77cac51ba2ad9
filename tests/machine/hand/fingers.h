// For the test of the image only: fingers on a touchscreen that the kernel takes for a real one
// (uinput). Places are thousandths of the picture.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

class Fingers final {
 public:
  Fingers();

  void hold(int x, int y, int milliseconds);  // one finger, down and up again
  // `fingers` of them side by side, from one place to another.
  void swipe(int fingers, int x1, int y1, int x2, int y2, int milliseconds);

 private:
  void down(int slot, int x, int y);
  void move(int slot, int x, int y);
  void up(int slot);

  int fd_ = -1;
  int next_ = 0;  // tracking id
};
