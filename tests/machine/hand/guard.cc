#include "tests/machine/hand/guard.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <string_view>

namespace fs = std::filesystem;

std::string guard() {
  constexpr std::array<std::string_view, 8> ways_out{"sh",     "dash",  "bash",    "login",
                                                     "agetty", "getty", "sulogin", "su"};
  std::string kiosk = "0";
  int shells = 0;
  std::error_code error;
  for (const auto& process : fs::directory_iterator("/proc", error)) {
    const std::string pid = process.path().filename();
    if (std::isdigit(static_cast<unsigned char>(pid.front())) == 0)
      continue;
    std::string name;
    std::ifstream(process.path() / "comm") >> name;
    if (name == "wegweiser-kiosk")  // cut to 15 letters by the kernel, which it has
      kiosk = pid;
    shells += std::find(ways_out.begin(), ways_out.end(), name) != ways_out.end() ? 1 : 0;
  }
  std::string terminal;
  std::ifstream("/sys/class/tty/tty0/active") >> terminal;
  std::string boot;
  std::ifstream("/proc/sys/kernel/random/boot_id") >> boot;
  return kiosk + " " + terminal + " " + std::to_string(shells) + " " + boot;
}
