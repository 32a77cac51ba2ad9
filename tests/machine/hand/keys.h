// For the test of the image only: a keyboard with every key that Linux knows (uinput).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

class Keys final {
 public:
  Keys();

  // «LEFTCTRL+LEFTALT+F2»: pressed from first to last, released the other way round. Names as in
  // linux/input-event-codes.h without KEY_. False: a name that is not known.
  bool strike(const std::string& chord);

 private:
  int fd_ = -1;
};
