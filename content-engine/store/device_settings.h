// The settings that wegweiser-device reads from wegweiser.conf: where bundles lie, where they come
// from, where the status goes, what prints. The first four and the last three are the kiosk's as
// well.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/store/settings_lines.h"

namespace content {

// A4: pages as in an office. Receipt: a roll of 80 mm.
enum class PrinterPaper { A4, Receipt };
// Whether a sync fetches new programs too, for the night. A technician can have them at any time.
enum class SystemUpdates { Off, On };

struct DeviceSettings {
  std::filesystem::path store{"/var/lib/wegweiser/store"};
  std::filesystem::path kiosk_state{"/var/lib/wegweiser/kiosk"};
  std::filesystem::path exchange{"/run/wegweiser"};
  std::filesystem::path shipped{"/usr/share/wegweiser/shipped.bundle"};
  std::string repository;  // https://…, or an absolute path; empty: sticks only
  std::string proxy;
  std::filesystem::path authorities;         // PEM; empty: the system's
  std::filesystem::path client_certificate;  // PEM; empty: none
  std::filesystem::path client_key;
  std::chrono::seconds patience{30};  // with a server that brings nothing, or next to nothing
  std::string kiosk_id;               // empty: the machine's name
  std::string report_url;             // https://…; the report is PUT below it; empty: no
  std::filesystem::path textfile;     // for node-exporter; empty: none
  std::string printer;                // the name of its queue at CUPS; empty: there is none
  PrinterPaper printer_paper{};
  std::filesystem::path print_folder{"/run/wegweiser-print"};  // in memory
  SystemUpdates system_updates{};

  bool operator==(const DeviceSettings&) const = default;
};

// One line's worth; what both programs use.
Taken take_device_setting(DeviceSettings& settings, std::string_view key, std::string_view value,
                          SettingProblem& problem);
std::vector<std::string_view> device_setting_keys();

// Keys that are the kiosk's alone: the device passes them over, and still finds every typing error.
std::vector<std::string_view> kiosk_setting_keys();

struct DeviceReading {
  DeviceSettings settings;
  std::vector<Finding> findings;
};
DeviceReading read_device_settings(const std::filesystem::path& file);

}  // namespace content
