// A warning on its way: one small target of its own kind beside the bundles, signed like them, so
// that it needs no edition. The file is one JSON object; the target's signed `custom` says under
// "alert" until when it holds. FORMAT.md in this folder is the page about it.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "content-engine/model/result.h"
#include "content-engine/store/alert_slip.h"
#include "content-engine/trust/metadata.h"

namespace content {

inline constexpr std::int64_t alert_limit = 16 * 1024;

struct AlertTarget {
  std::string path;
  TargetFile file;
  std::string id;
  std::int64_t until = 0;

  bool operator==(const AlertTarget&) const = default;
};

// None when the target is no alert; Malformed when it claims to be one and is not.
Result<std::optional<AlertTarget>> parse_alert_target(const std::string& path,
                                                      const TargetFile& file);
// The one that holds longest at that second; what is over, or is none after all, is as if it were
// not there.
std::optional<AlertTarget> current_alert(const std::map<std::string, TargetFile>& targets,
                                         std::int64_t now);

// The file, and its target: "alerts/<id>.json".
std::string alert_bytes(const AlertSlip& alert);
Result<AlertSlip> parse_alert(std::string_view bytes);
AlertTarget alert_target(const AlertSlip& alert);

}  // namespace content
