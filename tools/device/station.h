// What the commands of wegweiser-device share: the command line, the settings, the one moment of
// this run, and how they speak. Results go to standard output, as sentences or (--json) as one
// object; what went wrong goes to standard error.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "content-engine/model/finding.h"
#include "content-engine/store/device_settings.h"
#include "content-engine/store/files.h"
#include "content-engine/trust/utc_time.h"
#include "tools/arguments.h"
#include "tools/device/outcome.h"

namespace content {

struct Station {
  Arguments arguments;
  MessageLanguage messages{};
  DeviceSettings settings;
  std::string kiosk_id;  // from the settings, else the machine's name
  UtcTime clock;         // the system's, read once
  DiskFiles files;

  bool json() const;
  const std::string& in(const Sentence& sentence) const;
  // What comes after the command's name.
  std::vector<std::string> operands() const;
  std::filesystem::path trust_folder() const;
};

// The machine's name as a kiosk's id: other characters become '-'.
std::string id_of_machine(std::string_view host_name);

// For people, and only without --json.
void say(const Station& station, const Sentence& sentence);
// The one object of --json.
void print(const Station& station, const nlohmann::json& object);
// To standard error: a line for the journal that changes nothing of the outcome.
void warn(const Station& station, const Sentence& sentence);
// Says what is wrong, in the language asked for and with the particulars, and yields `outcome`.
// `report`: the word about a report that was sent all the same.
Outcome fail(const Station& station, Outcome outcome, const std::string& particulars = {},
             std::string_view report = "absent");
Outcome fail(const Station& station, const Failure& failure);
Outcome wrong_usage(const Station& station, const Sentence& problem);

// The commands. The first positional argument is their name.
Outcome trust_command(Station& station);
Outcome sync_command(Station& station);
Outcome import_command(Station& station);
Outcome status_command(Station& station);
Outcome selftest_command(Station& station);
Outcome rollback_command(Station& station);
Outcome confirm_command(Station& station);
Outcome counters_command(Station& station);
Outcome print_command(Station& station);
Outcome system_command(Station& station);
// After a sync: with `system_updates` in the settings a newer system is fetched and laid ready for
// the night. After an import: a stick that carries one is a technician's wish. What goes wrong is
// said to the journal, and tried again at the next sync.
void look_for_system(Station& station);
void look_for_system_on(Station& station, const std::filesystem::path& stick);
Outcome pin_command(Station& station);

}  // namespace content
