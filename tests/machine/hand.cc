// For the test of the image only: a finger and a technician inside the machine, reached over a
// virtio-serial port. One command a line: «tap X Y» in thousandths of the picture, «run COMMAND»
// for /bin/sh. Each answer ends with a line «=STATUS».
#include <fcntl.h>
#include <linux/uinput.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

constexpr int reach = 1000;

void must(bool went_well, const char* what) {
  if (went_well)
    return;
  std::perror(what);
  std::exit(1);
}

void axis(int fd, unsigned short code, int highest) {
  uinput_abs_setup setup{};
  setup.code = code;
  setup.absinfo.maximum = highest;
  must(ioctl(fd, UI_ABS_SETUP, &setup) == 0, "axis");
}

int make_touchscreen() {
  const int fd = open("/dev/uinput", O_WRONLY);
  must(fd >= 0, "/dev/uinput");
  must(ioctl(fd, UI_SET_EVBIT, EV_KEY) == 0 && ioctl(fd, UI_SET_KEYBIT, BTN_TOUCH) == 0 &&
           ioctl(fd, UI_SET_EVBIT, EV_ABS) == 0 &&
           ioctl(fd, UI_SET_PROPBIT, INPUT_PROP_DIRECT) == 0,
       "uinput");
  axis(fd, ABS_X, reach);
  axis(fd, ABS_Y, reach);
  axis(fd, ABS_MT_SLOT, 9);
  axis(fd, ABS_MT_TRACKING_ID, 65535);
  axis(fd, ABS_MT_POSITION_X, reach);
  axis(fd, ABS_MT_POSITION_Y, reach);
  uinput_setup setup{};
  setup.id.bustype = BUS_VIRTUAL;
  std::strncpy(setup.name, "Touchscreen of the test", sizeof setup.name - 1);
  must(ioctl(fd, UI_DEV_SETUP, &setup) == 0 && ioctl(fd, UI_DEV_CREATE) == 0, "touchscreen");
  return fd;
}

void send(int fd, unsigned short type, unsigned short code, int value) {
  input_event event{};
  event.type = type;
  event.code = code;
  event.value = value;
  must(write(fd, &event, sizeof event) == sizeof event, "event");
}

void tap(int fd, int x, int y) {
  static int finger = 0;
  send(fd, EV_ABS, ABS_MT_SLOT, 0);
  send(fd, EV_ABS, ABS_MT_TRACKING_ID, ++finger);
  send(fd, EV_ABS, ABS_MT_POSITION_X, x);
  send(fd, EV_ABS, ABS_MT_POSITION_Y, y);
  send(fd, EV_KEY, BTN_TOUCH, 1);
  send(fd, EV_ABS, ABS_X, x);
  send(fd, EV_ABS, ABS_Y, y);
  send(fd, EV_SYN, SYN_REPORT, 0);
  usleep(150'000);
  send(fd, EV_ABS, ABS_MT_TRACKING_ID, -1);
  send(fd, EV_KEY, BTN_TOUCH, 0);
  send(fd, EV_SYN, SYN_REPORT, 0);
}

int run(const std::string& command, FILE* port) {
  FILE* const pipe = popen(("{ " + command + "\n} 2>&1 </dev/null").c_str(), "r");
  must(pipe != nullptr, "popen");
  std::array<char, 4096> line{};
  while (std::fgets(line.data(), line.size(), pipe) != nullptr)
    std::fputs(line.data(), port);
  return WEXITSTATUS(pclose(pipe));
}

}  // namespace

int main(int argc, char** argv) {
  must(argc == 2, "hand PORT");
  const int touchscreen = make_touchscreen();
  const int fd = open(argv[1], O_RDWR);
  must(fd >= 0, argv[1]);
  FILE* const in = fdopen(fd, "r");
  FILE* const out = fdopen(dup(fd), "w");
  must(in != nullptr && out != nullptr, argv[1]);
  std::array<char, 4096> line{};
  for (;;) {
    if (std::fgets(line.data(), line.size(), in) == nullptr) {
      std::clearerr(in);  // nobody is at the other end
      usleep(100'000);
      continue;
    }
    std::string word = line.data();
    word.erase(word.find_last_not_of("\r\n") + 1);
    int x = 0;
    int y = 0;
    int status = 2;
    if (std::sscanf(word.c_str(), "tap %d %d", &x, &y) == 2) {
      tap(touchscreen, x, y);
      status = 0;
    } else if (word.rfind("run ", 0) == 0) {
      status = run(word.substr(4), out);
    }
    std::fprintf(out, "\n=%d\n", status);
    std::fflush(out);
  }
}
