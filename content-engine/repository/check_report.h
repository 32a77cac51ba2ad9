// What a check of a repository has found so far, in the words of editors.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/model/result.h"
#include "content-engine/trust/utc_time.h"

namespace content {

class CheckReport final {
 public:
  explicit CheckReport(UtcTime now) : now_(now) {}

  UtcTime now() const { return now_; }
  void say(const std::string& file, const char* rule, Sentence problem, Sentence advice,
           Severity severity = Severity::Error);
  // file-missing, signature, version, file-damaged.
  void say_failure(const std::string& file, const Failure& failure);
  // expired; expiring when less than `notice` seconds are left.
  void say_life(const std::string& file, UtcTime expires, std::int64_t notice, const char* command);

  std::vector<Finding> findings;

 private:
  UtcTime now_;
};

}  // namespace content
