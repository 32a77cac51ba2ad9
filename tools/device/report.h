// How this device is, carried to whoever looks after it: as one small file on a stick that asks for
// it, by PUT to a server, as a textfile for node-exporter. A report that gets lost changes nothing:
// the next run sends another.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "tools/device/station.h"

namespace content {

// Absent: nobody asked for one.
enum class Reported { Absent, Done, Failed };
std::string_view word_of(Reported reported);

// KIOSK.json below `wegweiser-report/` of a stick, where that folder is there and is no link, and
// beside it KIOSK.counters.csv where the kiosk counted something, KIOSK.log where the journal can
// be read, redacted (redaction.h), and KIOSK.selftest.json where there is one; on any other stick
// nothing is written, and nothing but these on this one.
inline std::string selftest_file_name(const Station& station) {
  return station.kiosk_id + ".selftest.json";
}
Reported report_on_stick(Station& station, const std::filesystem::path& stick);
// By `report_url` in the settings; a server that is busy is asked three times in all. The counters
// of the last week of use follow it.
Reported report_by_web(const Station& station);
// By `textfile` in the settings, replaced in one step.
Reported report_to_textfile(Station& station);

}  // namespace content
