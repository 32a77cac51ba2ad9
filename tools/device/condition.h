// How this device is: what it shows, what it holds, whom it trusts, how old that is. Gathered from
// the files of store, state and exchange, without writing any; the status command, the report and
// the textfile say it each in its way. No word of it is about a person.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

#include "content-engine/repository/floor.h"
#include "content-engine/store/slots.h"
#include "content-engine/store/verdicts.h"
#include "tools/device/last_run.h"
#include "tools/device/last_selftest.h"
#include "tools/device/station.h"

namespace content {

// Of verified metadata on the disk; version 0: there is none.
struct TrustedRole {
  std::int64_t version = 0;
  UtcTime expires;
};

struct Condition {
  std::string kiosk_id;
  int ring = 0;
  UtcTime at;
  Clock clock{};
  Slots slots;
  std::string store_trouble;  // why the slots cannot be read; empty: they can
  Verdicts verdicts;
  TrustedRole root;
  TrustedRole timestamp;
  std::int64_t metadata_signed_at = 0;  // 0: not said
  std::uint64_t free_bytes = 0;
  std::optional<LastRun> last_run;
  std::optional<LastSelftest> selftest;
};

Condition condition_of(const Station& station);

// One object, at most report_limit bytes: the longest parts are cut, never the object.
inline constexpr std::size_t report_limit = 4096;
std::string to_json(const Condition& condition);
// For Prometheus' node-exporter, text format 0.0.4.
std::string to_textfile(const Condition& condition);

}  // namespace content
