// What every screen test stands on: the sample library, the real text engine, a moment.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
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

// Every screen there is, with something of the sample on it.
inline constexpr std::array sample_screens{"attract",
                                           "languages",
                                           "home",
                                           "groups",
                                           "situation:neu-in-herne",
                                           "group:women",
                                           "below:wegweisung",
                                           "topic:anmelden",
                                           "topic:hilfe",
                                           "topic:verein",
                                           "topic:wegweisung-bus",
                                           "beside:anmelden",
                                           "beside:wegweisung-bus",
                                           "take:anmelden",
                                           "staff:anmelden",
                                           "emergency",
                                           "places",
                                           "places:partner",
                                           "places-speaking",
                                           "place:buergerzentrum",
                                           "courses",
                                           "course-list",
                                           "events",
                                           "offering:frauen-a1",
                                           "offering:schule",
                                           "about",
                                           "search",
                                           "search:zzz",
                                           "results:n",
                                           "index",
                                           "text-sizes",
                                           "idle"};

}  // namespace kiosk
