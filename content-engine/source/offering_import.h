// What several providers tell of courses and events becomes one list (R53): an entry that a source
// brings again is renewed, one that another source knows already has both sources, and whatever is
// not taken is counted with the reason. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"

namespace content {

struct OfferingImport {
  std::vector<Offering> offerings;  // what was there and what came, in that order
  int added = 0;
  int renewed = 0;
  int merged = 0;
  int refused = 0;                      // with an error among the findings
  std::map<std::string, int> left_out;  // by reason: over, cancelled, private
  std::vector<std::string> gone;        // ids the source told of before and tells no more
  std::vector<Finding> findings;

  std::string to_text(MessageLanguage language) const;
  std::string to_json() const;
};

// What an importer adds to each entry where it says nothing itself.
struct ProviderRules {
  std::string source;    // «Volkshochschule Herne, Programm 1/2027»
  std::string provider;  // empty: the source
  std::string phone;
  std::string email;
  std::string web;
  std::vector<std::string> languages;
  Date today;
  bool verified = false;
};

// `came` are one source's, lines counted in `file`.
OfferingImport join_offerings(const Edition& town, std::vector<Offering> came,
                              const std::string& file, const ProviderRules& rules);

}  // namespace content
