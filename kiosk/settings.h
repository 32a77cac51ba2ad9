// What a technician decides about one kiosk, from one file. board-support/wegweiser.conf documents
// every key; a test holds the two together. Reading never stops at the first mistake.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/store/device_settings.h"
#include "kiosk/geometry/calibration.h"
#include "kiosk/geometry/panel.h"
#include "kiosk/geometry/rotation.h"
#include "kiosk/session/idle.h"
#include "kiosk/session/night.h"
#include "kiosk/session/session.h"

namespace kiosk {

struct Settings {
  content::DeviceSettings device;  // store, state, exchange and last resort among them
  std::filesystem::path bundle;    // this one and nothing else; empty: what the store says
  std::filesystem::path fonts;     // empty: share/wegweiser/fonts beside the program
  double panel_diagonal_inch = 22;
  double panel_bottom_mm = 750;  // above the floor
  Rotation rotation = Rotation::None;
  Calibration touch;           // until a technician calibrates at the kiosk itself
  std::optional<Night> night;  // when the screen is black while nobody is there; none: never
  IdleTimes idle;
  std::chrono::milliseconds double_touch{300};
  std::chrono::milliseconds double_key{200};
  std::filesystem::path keypads;  // empty: share/wegweiser/keypads.conf beside the program
  std::string speech_program = "espeak-ng";  // a name in PATH or a full path
  std::string speech_device;                 // of the sound system; empty: its own choice
  std::string clip_program = "sox";          // the same for recordings
  Theme theme = Theme::Light;                // every visitor starts with it
  std::string service_pin;                   // content::is_pin_hash(); empty: no way in by PIN
  std::string district;                      // of the town, as town.ini names it; empty: not said
  std::string town = "Stadt Herne";          // these three: on the out-of-service screen
  std::string phone = "02323 16-0";
  std::string terminal = "1";

  bool operator==(const Settings&) const = default;
};

struct SettingsReading {
  Settings settings;  // the defaults where the file says nothing or something wrong
  std::vector<content::Finding> findings;
};

// `file` is the name findings carry.
SettingsReading parse_settings(std::string_view text, std::string_view file);
SettingsReading read_settings(const std::filesystem::path& file);
// The glass these settings speak of, with so many pixels. A window is as if its pixels were the
// whole panel's: half the pixels, half the size.
Panel panel_of(Size size, const Settings& settings);
// Every key of the kiosk's own, in the order of the documentation; the device's are
// content::device_setting_keys().
std::vector<std::string_view> settings_keys();

}  // namespace kiosk
