// Second reader into the model: Integreat's content API v3. Pages of several languages are joined
// by their paths into topics, roots become life situations, the page tree stays, every page keeps
// its source path as second id. No page is lost; what else is dropped is counted in the report.
//
// Order of calls: read the answers of each language, then join_integreat once.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"
#include "content-engine/source/import_report.h"
#include "content-engine/source/integreat_answer.h"

namespace content {

struct IntegreatLanguage {
  std::string slug;  // Integreat's code: "de", "de-si", "fa"
  std::string file;  // for findings
  std::vector<IntegreatPage> pages;
};

struct IntegreatOptions {
  std::string licence = "CC-BY-4.0";
  std::string attribution;  // empty: "Integreat, <region>"
  std::string town;         // empty: the region's slug
  Date today;
};

struct Imported {
  Edition edition;
  std::vector<Finding> findings;
  ImportReport report;
};

// `base` brings languages, interface words, groups and the town's record; its topics, facts,
// places, plan and situations are not taken over. The first language is the default one.
Imported join_integreat(const std::vector<IntegreatLanguage>& languages, const Edition& base,
                        const IntegreatOptions& options);

// Integreat's slug → our BCP 47 tag: "de-si" → "de-simple", "zh-cn" → "zh-Hans".
std::string tag_of_integreat_slug(const std::string& slug);

}  // namespace content
