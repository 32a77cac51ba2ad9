// Makes a sheet of each print job and lays it where the device takes it; what the worker is given
// where a printer is configured. On the worker's thread, whose text engine draws the sheet as it
// draws the screen. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "content-engine/store/device_settings.h"
#include "kiosk/print_wait.h"
#include "kiosk/printing/print_tray.h"
#include "kiosk/printing/sheet.h"

namespace kiosk {

class PrintShop final {
 public:
  using Log = std::function<void(const std::string& line)>;
  // `files` and this outlive the worker. Without a printer it does nothing.
  PrintShop(content::Files& files, const content::DeviceSettings& settings, Log log);

  // For the shell: whether there is a printer, and a series of names that nobody had before.
  PrintRules rules() const;
  Prints prints();

 private:
  bool print(const PrintJob& job, const Moment& moment, const content::Library& library,
             TextEngine& text);

  Log log_;
  SheetPaper paper_;
  std::optional<PrintTray> tray_;  // none: no printer
};

}  // namespace kiosk
