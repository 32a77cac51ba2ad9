// Where sheets lie until the device takes them: a folder in memory, which this program alone
// writes. Nothing of it outlives the visitor who asked for it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "content-engine/store/files.h"

namespace kiosk {

class PrintTray final {
 public:
  // Empties it: what lies there is of a visitor before. `files` outlives this.
  PrintTray(content::Files& files, std::filesystem::path folder);
  // TooLarge: no sheet is. Unavailable: too many wait, or the device takes none.
  content::Result<content::Done> put(const std::string& job, std::string_view pdf);
  void clear();

 private:
  content::Files& files_;
  std::filesystem::path folder_;
};

}  // namespace kiosk
