// What a check of the kiosk's own half of the self-test found: the same words that
// `wegweiser-device selftest` uses, which runs this program as a child and merges them into its
// own. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/model/finding.h"

namespace kiosk {

enum class Grade { Pass, Warn, Fail, NotApplicable };

struct Remark {
  std::string check;  // for scripts; never translated
  Grade grade{};
  content::Sentence reason;
  content::Sentence remedy{};  // empty where nothing is to be done
  std::string figure{};        // what was counted

  bool operator==(const Remark&) const = default;
};

// {"wegweiser_examination": 1, "program", "checks": [{check, result, reason, remedy, figure}]}
std::string to_json(const std::vector<Remark>& remarks, const std::string& program_version);

// "ar: x, y" for each language, cut after so many bytes: what a figure has room for.
std::string short_list(const std::vector<std::string>& parts);

}  // namespace kiosk
