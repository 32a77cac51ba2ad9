// For the test of the image only: a finger, a keyboard and a technician inside the machine, reached
// over a virtio-serial port. One command a line; each answer ends with a line «=STATUS».
//   tap X Y                    in thousandths of the picture
//   hold X Y MILLISECONDS
//   swipe FINGERS X1 Y1 X2 Y2 MILLISECONDS
//   keys NAME+NAME…            as in keys.txt
//   usb storage|keyboard|composite, unplug, authorized
//   guard                      guard.h
//   run COMMAND                for /bin/sh
//   tag WORD                   says «#WORD», so that it is known which answer follows
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <string>

#include "tests/machine/hand/fingers.h"
#include "tests/machine/hand/guard.h"
#include "tests/machine/hand/input_device.h"
#include "tests/machine/hand/keys.h"
#include "tests/machine/hand/virtual_usb.h"

namespace {

int run(const std::string& command, FILE* port) {
  FILE* const pipe = popen(("{ " + command + "\n} 2>&1 </dev/null").c_str(), "r");
  must(pipe != nullptr, "popen");
  std::array<char, 4096> line{};
  while (std::fgets(line.data(), line.size(), pipe) != nullptr)
    std::fputs(line.data(), port);
  return WEXITSTATUS(pclose(pipe));
}

class Hand {
 public:
  explicit Hand(FILE* port) : port_(port) {}

  int obey(const std::string& line) {
    const auto space = line.find(' ');
    const std::string verb = line.substr(0, space);
    const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
    std::array<int, 6> at{};
    const int numbers = std::sscanf(rest.c_str(), "%d %d %d %d %d %d", &at[0], &at[1], &at[2],
                                    &at[3], &at[4], &at[5]);
    constexpr int tap = 150;  // milliseconds
    if (verb == "tap" && numbers == 2)
      return fingers_.hold(at[0], at[1], tap), 0;
    if (verb == "hold" && numbers == 3)
      return fingers_.hold(at[0], at[1], at[2]), 0;
    if (verb == "swipe" && numbers == 6)
      return fingers_.swipe(at[0], at[1], at[2], at[3], at[4], at[5]), 0;
    if (verb == "keys")
      return keys_.strike(rest) ? 0 : 1;
    if (verb == "usb")
      return usb_.plug(rest) ? 0 : 1;
    if (verb == "unplug")
      return usb_.unplug(), 0;
    if (verb == "authorized")
      return std::fprintf(port_, "%s\n", VirtualUsb::authorized().c_str()), 0;
    if (verb == "guard")
      return std::fprintf(port_, "%s\n", guard().c_str()), 0;
    if (verb == "tag")
      return std::fprintf(port_, "#%s\n", rest.c_str()), 0;
    return verb == "run" ? run(rest, port_) : 2;
  }

 private:
  FILE* port_;
  Fingers fingers_;
  Keys keys_;
  VirtualUsb usb_;
};

}  // namespace

int main(int argc, char** argv) {
  must(argc == 2, "hand PORT");
  const int fd = open(argv[1], O_RDWR | O_CLOEXEC);
  must(fd >= 0, argv[1]);
  FILE* const in = fdopen(fd, "r");
  FILE* const out = fdopen(dup(fd), "w");
  must(in != nullptr && out != nullptr, argv[1]);
  Hand hand(out);
  std::array<char, 4096> line{};
  for (;;) {
    if (std::fgets(line.data(), line.size(), in) == nullptr) {
      std::clearerr(in);  // nobody is at the other end
      usleep(100'000);
      continue;
    }
    std::string word = line.data();
    word.erase(word.find_last_not_of("\r\n") + 1);
    std::fprintf(out, "\n=%d\n", hand.obey(word));
    std::fflush(out);
  }
}
