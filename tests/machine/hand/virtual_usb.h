// For the test of the image only: a USB device that is plugged in without being there. The kernel's
// USB/IP driver (vhci-hcd) takes one from a socket; we answer at the other end with descriptors and
// leave all data waiting, for what the machine does with such a device is decided by descriptors.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <thread>

class VirtualUsb final {
 public:
  // «storage», «keyboard» or «composite», which is both. False: no such kind, or one is in already.
  bool plug(const std::string& kind);
  void unplug();
  // What the kernel says of it: «1» it may be used, «0» it may not, empty: it is not there.
  static std::string authorized();

 private:
  std::thread answering_;
  int kernel_ = -1;
};
