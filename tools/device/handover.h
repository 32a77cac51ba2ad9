// One run of sync or import: the kiosk's verdict is carried out, the source is asked, what it has
// is handed over, people and technicians are told. The same for a stick and for a web server.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>

#include "content-engine/repository/delivery.h"
#include "tools/device/station.h"

namespace content {

struct Source {
  Transport& metadata;
  Transport& targets;
  Medium medium{};
  std::int64_t longest_lifetime = 0;  // of a timestamp; 0: any
};

struct Handover {
  Outcome outcome = Outcome::Broken;
  std::string particulars;  // of what is not Fine
  Settled settled = Settled::Nothing;
  std::optional<Delivery> delivery;
};

Handover hand_over(Station& station, const Source& source);
// Refused before there was a source: the settings, the stick.
Handover refused(Station& station, Medium medium, Outcome outcome, std::string particulars);
// A stick carries the repository in its top folder or in one named wegweiser. Only these two names
// are looked at, so that ten thousand other files cost nothing.
std::optional<std::filesystem::path> repository_on(const std::filesystem::path& stick);
// Says how it went and yields the outcome; `report` is a word about the report, or empty.
Outcome tell(const Station& station, const Handover& handover, std::string_view report);

// Opens the store for writing. Busy or NoSpace, with particulars, when it is not to be had.
struct OpenedStore {
  std::optional<Installer> installer;
  Outcome outcome = Outcome::Fine;
  std::string particulars;
};
OpenedStore open_store(Station& station);
// Carries out what the kiosk decided. A bundle that it could not read is compared with its hash:
// damage on our card says nothing about the edition, which may then be fetched again.
Result<Settled> carry_out(Station& station, Installer& installer);
Sentence about(Settled settled, const Slots& slots);
std::string_view word_of(Settled settled);

}  // namespace content
