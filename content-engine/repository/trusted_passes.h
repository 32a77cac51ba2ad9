// Whether a stick carries a technician's pass that holds here. Judged by what this device trusts
// already, never by the stick's own metadata: a stick of last month still opens a kiosk that has
// moved on, and one that was withdrawn since opens none that has heard of it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "content-engine/repository/floor.h"
#include "content-engine/repository/service_pass.h"
#include "content-engine/repository/transport.h"

namespace content {

enum class PassVerdict {
  None,        // the stick carries no pass
  Accepted,    //
  Unknown,     // what it carries was never signed, or is withdrawn, or was altered
  OtherKiosk,  // it is one, and not for here
  Expired      // or not yet; by a clock that is believed
};
std::string_view word_of(PassVerdict verdict);

struct PassJudgement {
  PassVerdict verdict = PassVerdict::None;
  std::optional<ServicePass> pass;  // of an Accepted, OtherKiosk, Expired
};

// The role `service` as the metadata in this folder has it, verified from today's root down. Only
// the lives of the top role and of the role itself count: a kiosk whose network broke a month ago
// has an expired timestamp, and is the one that needs a technician.
Result<Targets> trusted_passes(const std::filesystem::path& metadata, UtcTime now);

// `targets`: the folder of that name on the stick. A clock that is not believed cannot say that a
// pass has not begun; that it is over is certain when the floor of time is past its end.
PassJudgement judge_pass(const std::filesystem::path& metadata, Transport& targets,
                         const std::string& kiosk, const RunTime& time);

}  // namespace content
