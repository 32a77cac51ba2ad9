// Courses and events in the visitor's words. A course is named by what it is («Integrationskurs ·
// A1»), which exists in every language; what its provider calls it stands on its own page.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "content-engine/reader/offering_list.h"
#include "kiosk/screens/frame.h"

namespace kiosk {

std::string level_word(const Frame& frame, content::Level level);  // "A1", «Alphabetisierung»
std::string course_name(const Frame& frame, const content::Offering& course);
// A word of a wish: "level:a1", "district:Wanne".
std::string wish_word(const Frame& frame, const std::string& word);
// «ab 7. Januar · vormittags · Wanne», «Dienstag, 3. November, 18:00 · Wanne · Türkçe».
std::string course_line(const Frame& frame, const content::Coming& course);
std::string event_line(const Frame& frame, const content::Coming& event);
// "18:00 – 20:00"; empty for the whole day.
std::string event_times(const content::Offering& event);
// Comma between what is there.
std::string language_names(const Frame& frame, const std::vector<std::string>& tags);

}  // namespace kiosk
