// One topic: topics/<id>/ with its head and one page per language.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "content-engine/model/edition.h"
#include "content-engine/model/finding.h"
#include "content-engine/model/positions.h"
#include "content-engine/source/folder.h"
#include "content-engine/source/isolates.h"

namespace content {

class TopicReader final {
 public:
  // Languages, groups and pictures of the edition must have been read; all must outlive the reader.
  TopicReader(Folder& folder, const Edition& edition, Positions& positions,
              std::vector<Finding>& findings);

  Topic read(const std::string& id);

 private:
  void read_head(Topic& topic);
  Page read_page(const std::string& file, const Language& language, TopicForm form);
  void fill_picture(Element& element, const std::string& language) const;

  Folder& folder_;
  const Edition& edition_;
  Positions& positions_;
  std::vector<Finding>& findings_;
  IsolateFinder isolates_;
};

}  // namespace content
