// wegweiser-kiosk --show-keys: tells a technician which keypads are plugged in, and of every key
// struck its name, its number and what it means here. Ends with Escape or the window's end.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "content-engine/model/finding.h"
#include "kiosk/platform/keypad.h"
#include "kiosk/platform/window.h"

namespace kiosk {

// What is plugged in, one line a device; `known` says which parts of the file name it.
std::vector<std::string> device_lines(const std::vector<UsbDevice>& devices,
                                      const std::vector<KeypadKeys>& keypads,
                                      content::MessageLanguage language);
// "F13  0x68  help": name, HID usage, meaning.
std::string key_line(const std::string& name, int scancode, std::optional<EventKind> meaning,
                     content::MessageLanguage language);

// False: there is no screen to hear keys with.
bool show_keys(WindowWish wish, const std::vector<KeypadKeys>& keypads,
               content::MessageLanguage language,
               const std::function<void(const std::string& line)>& say);

}  // namespace kiosk
