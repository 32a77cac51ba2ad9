#include "tests/machine/hand/virtual_usb.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

const fs::path controller = "/sys/devices/platform/vhci_hcd.0";
constexpr int port = 0;
constexpr int high_speed = 3;
constexpr const char* vendor = "1209";  // pid.codes, 0001: for tests

// linux/drivers/usb/usbip: every message has 48 bytes, numbers in network order.
constexpr std::size_t message_size = 48;
enum : std::uint32_t { cmd_submit = 1, cmd_unlink = 2, ret_submit = 3, ret_unlink = 4 };

std::uint32_t number(const Bytes& message, std::size_t at) {
  std::uint32_t value = 0;
  std::memcpy(&value, message.data() + at * 4, 4);
  return ntohl(value);
}

void put(Bytes& message, std::size_t at, std::uint32_t value) {
  value = htonl(value);
  std::memcpy(message.data() + at * 4, &value, 4);
}

const Bytes device_descriptor{18, 1, 0, 2, 0, 0, 0, 64, 0x09, 0x12, 0x01, 0, 0, 1, 0, 0, 0, 1};
const Bytes keyboard_report{0x05, 0x01, 0x09, 0x06, 0xA1, 0x01, 0x05, 0x07, 0x19, 0x00, 0x29, 0x65,
                            0x15, 0x00, 0x25, 0x65, 0x75, 0x08, 0x95, 0x08, 0x81, 0x00, 0xC0};

Bytes configuration(bool storage, bool keyboard) {
  Bytes all{9, 2, 0, 0, static_cast<std::uint8_t>(int{storage} + int{keyboard}), 1, 0, 0x80, 50};
  const auto add = [&](const Bytes& more) { all.insert(all.end(), more.begin(), more.end()); };
  std::uint8_t interface = 0;
  if (storage) {
    add({9, 4, interface++, 0, 2, 0x08, 0x06, 0x50, 0});
    add({7, 5, 0x81, 2, 0, 2, 0});
    add({7, 5, 0x02, 2, 0, 2, 0});
  }
  if (keyboard) {
    add({9, 4, interface++, 0, 1, 0x03, 0x01, 0x01, 0});
    add({9, 0x21, 0x11, 1, 0, 1, 0x22, static_cast<std::uint8_t>(keyboard_report.size()), 0});
    add({7, 5, 0x83, 3, 8, 0, 8});
  }
  all[2] = static_cast<std::uint8_t>(all.size());
  return all;
}

// What a control request to endpoint 0 is answered with.
Bytes control(const std::uint8_t* setup, const Bytes& whole) {
  constexpr std::uint8_t get_descriptor = 6;
  if (setup[1] != get_descriptor)
    return (setup[0] & 0x80) != 0 ? Bytes{0, 0} : Bytes{};
  switch (setup[3]) {
    case 1:
      return device_descriptor;
    case 2:
      return whole;
    case 0x22:
      return keyboard_report;
    default:
      return {};
  }
}

bool read_whole(int fd, Bytes& into) {
  std::size_t got = 0;
  while (got < into.size()) {
    const ssize_t more = read(fd, into.data() + got, into.size() - got);
    if (more <= 0)
      return false;
    got += static_cast<std::size_t>(more);
  }
  return true;
}

void answer(int fd, const Bytes& whole) {
  Bytes asked(message_size);
  while (read_whole(fd, asked)) {
    const bool in = number(asked, 3) != 0;
    const std::uint32_t endpoint = number(asked, 4);
    const std::uint32_t length = number(asked, 6);
    Bytes reply(message_size);
    put(reply, 1, number(asked, 1));
    if (number(asked, 0) == cmd_unlink) {
      put(reply, 0, ret_unlink);
      put(reply, 5, static_cast<std::uint32_t>(-ECONNRESET));
    } else {
      if (!in && length > 0) {
        Bytes data(length);
        if (!read_whole(fd, data))
          break;
      }
      if (endpoint != 0)
        continue;  // data: never
      Bytes said = control(asked.data() + message_size - 8, whole);
      said.resize(std::min<std::size_t>(said.size(), length));
      put(reply, 0, ret_submit);
      put(reply, 6, in ? static_cast<std::uint32_t>(said.size()) : length);
      if (in)
        reply.insert(reply.end(), said.begin(), said.end());
    }
    if (write(fd, reply.data(), reply.size()) != static_cast<ssize_t>(reply.size()))
      break;
  }
  close(fd);
}

}  // namespace

bool VirtualUsb::plug(const std::string& kind) {
  const bool storage = kind == "storage" || kind == "composite";
  const bool keyboard = kind == "keyboard" || kind == "composite";
  if (answering_.joinable() || (!storage && !keyboard))
    return false;
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) != 0)
    return false;
  kernel_ = ends[0];
  answering_ = std::thread(answer, ends[1], configuration(storage, keyboard));
  std::ofstream attach(controller / "attach");
  attach << port << ' ' << kernel_ << ' ' << 65537 << ' ' << high_speed << std::flush;
  if (attach)
    return true;
  unplug();
  return false;
}

void VirtualUsb::unplug() {
  if (!answering_.joinable())
    return;
  std::ofstream(controller / "detach") << port << std::flush;
  shutdown(kernel_, SHUT_RDWR);
  close(kernel_);
  answering_.join();
}

std::string VirtualUsb::authorized() {
  std::error_code error;
  for (const auto& device : fs::directory_iterator("/sys/bus/usb/devices", error)) {
    std::string id;
    std::ifstream(device.path() / "idVendor") >> id;
    if (id != vendor)
      continue;
    std::string state;
    std::ifstream(device.path() / "authorized") >> state;
    return state;
  }
  return "";
}
