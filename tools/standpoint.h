// Where a snapshot stands: a session on one screen, as if a visitor had walked there.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/screen.h"

namespace kiosk {

struct Standpoint {
  Session session;
  int idle_seconds_left = -1;
};

// "attract", "languages", "home", "groups", "situation:ID", "group:ID", "below:ID", "topic:ID",
// "emergency", "places", "places:KIND", "places-speaking", "place:ID", "courses", "course-list",
// "events", "offering:ID", "about", "search", "search:TYPED", "results:TYPED", "index",
// "index:LETTER", "idle", "silence:ask" … "silence:broken"; "spoken:" and one of them: in speech
// mode; "reading:": while it is read aloud. None for anything else. `page` counts from 1.
std::optional<Standpoint> standpoint(std::string_view screen, const std::string& language,
                                     int page);
std::optional<Theme> parse_theme(std::string_view word);     // "light" … "contrast-light"
std::optional<Size> parse_size(std::string_view words);      // "1080x1920"
std::optional<Moment> parse_moment(std::string_view words);  // "2026-11-03T10:24"
// "running:40", "accepted", "newest", "refused:too-new": what happened to a stick.
std::optional<content::DeliverySlip> parse_delivery(std::string_view words, content::Date edition);
// A warning that holds at this moment, from "TAG=WORDS" for each language; none if one is not that.
std::optional<Alert> parse_warning(const std::vector<std::string>& texts, const Moment& moment);

}  // namespace kiosk
