// What every screen test stands on: the sample library, the real text engine, a moment.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>

#include "kiosk/screens/screen.h"
#include "tests/fixtures/sample_library.h"

namespace kiosk {

struct Stage {
  Stage();
  // The scene of a screen, told as snapshots tell it ("topic:anmelden"); a page counts from 1.
  Scene scene(const std::string& screen, const std::string& language, const Panel& panel,
              int page = 1, TextSize size = TextSize::Normal);
  Scene scene(const Session& session, const Panel& panel = {});

  SampleLibrary library;
  std::unique_ptr<TextEngine> text;
  Moment moment{.today = {2026, 11, 23}, .hour = 10, .minute = 24};
};

inline const Panel upright{.size = {1080, 1920}};
inline const Panel across{.size = {1920, 1080}};

}  // namespace kiosk
