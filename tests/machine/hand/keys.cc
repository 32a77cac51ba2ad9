#include "tests/machine/hand/keys.h"

#include <fcntl.h>
#include <linux/uinput.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <utility>
#include <vector>

#include "tests/machine/hand/input_device.h"

namespace {

constexpr std::pair<const char*, unsigned short> named_keys[] = {
#include "tests/machine/hand/key_names.inc"
};

}  // namespace

Keys::Keys() : fd_(open("/dev/uinput", O_WRONLY | O_CLOEXEC)) {
  must(fd_ >= 0, "/dev/uinput");
  must(ioctl(fd_, UI_SET_EVBIT, EV_KEY) == 0 && ioctl(fd_, UI_SET_EVBIT, EV_REP) == 0, "uinput");
  for (const auto& [name, code] : named_keys)
    must(ioctl(fd_, UI_SET_KEYBIT, code) == 0, name);
  create_device(fd_, "Keyboard of the test");
}

bool Keys::strike(const std::string& chord) {
  std::vector<unsigned short> codes;
  std::istringstream names(chord);
  for (std::string name; std::getline(names, name, '+');) {
    const auto* const known = std::find_if(std::begin(named_keys), std::end(named_keys),
                                           [&](const auto& key) { return name == key.first; });
    if (known == std::end(named_keys))
      return false;
    codes.push_back(known->second);
  }
  const auto all = [&](int value) {
    for (const unsigned short code : codes) {
      send_event(fd_, EV_KEY, code, value);
      send_event(fd_, EV_SYN, SYN_REPORT, 0);
      usleep(15'000);
    }
  };
  all(1);
  usleep(40'000);
  std::reverse(codes.begin(), codes.end());
  all(0);
  return true;
}
