// Tactile keypads: USB keyboards whose keys send F13 to F24. A file says for each kind of keypad
// (vendor:product) which key means what; SDL does not say which keyboard a key came from, so the
// part of the file holds whose keypad is plugged in right now, and else the part for any keypad.
// Keys are named by scancode: what a desktop makes of them does not matter.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "kiosk/platform/input.h"

namespace kiosk {

struct UsbDevice {
  std::uint16_t vendor = 0;
  std::uint16_t product = 0;
  std::string name;

  bool operator==(const UsbDevice&) const = default;
};

struct KeypadKeys {
  std::optional<UsbDevice> device;  // none: any keypad
  std::map<int, EventKind> keys;    // by scancode

  bool operator==(const KeypadKeys&) const = default;
};

struct KeypadReading {
  std::vector<KeypadKeys> keypads;  // as in the file
  std::vector<content::Finding> findings;
};

// `file` is the name findings carry. Lines that are wrong are left out and named.
KeypadReading parse_keypads(std::string_view text, std::string_view file);
KeypadReading read_keypads(const std::filesystem::path& file);
// The words of the file: "next" … "jack_out"; empty for other events.
std::string_view to_word(EventKind kind);

// Input devices that are plugged in, from sysfs (/sys/class/input).
std::vector<UsbDevice> connected_devices(const std::filesystem::path& folder);

// Looks for what is plugged in again when the last look is some time ago: keypads come and go.
class Keypad final {
 public:
  using Connected = std::function<std::vector<UsbDevice>()>;
  Keypad(std::vector<KeypadKeys> keypads, Connected connected)
      : keypads_(std::move(keypads)), connected_(std::move(connected)) {}

  // Nothing for a key that no part of the file knows.
  std::optional<EventKind> meaning(int scancode, std::chrono::milliseconds now);

 private:
  std::vector<KeypadKeys> keypads_;
  Connected connected_;
  std::optional<std::chrono::milliseconds> looked_;
  const KeypadKeys* plugged_ = nullptr;
};

}  // namespace kiosk
