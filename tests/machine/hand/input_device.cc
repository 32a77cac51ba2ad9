#include "tests/machine/hand/input_device.h"

#include <linux/uinput.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>

void must(bool went_well, const char* what) {
  if (went_well)
    return;
  std::perror(what);
  std::exit(1);
}

void create_device(int fd, const char* name) {
  uinput_setup setup{};
  setup.id.bustype = BUS_VIRTUAL;
  std::strncpy(setup.name, name, sizeof setup.name - 1);
  must(ioctl(fd, UI_DEV_SETUP, &setup) == 0 && ioctl(fd, UI_DEV_CREATE) == 0, name);
}

void send_event(int fd, unsigned short type, unsigned short code, int value) {
  input_event event{};
  event.type = type;
  event.code = code;
  event.value = value;
  must(write(fd, &event, sizeof event) == sizeof event, "event");
}
