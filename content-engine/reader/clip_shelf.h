// Recordings that somebody holds: a page is laid out anew for each sentence that is read, and its
// recordings come from the card once. What nobody holds any more is gone.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "content-engine/bundle/database.h"
#include "content-engine/model/clip.h"

namespace content {

class ClipShelf final {
 public:
  // Null: there is none, or it is no recording a player may be given.
  Sound find(Database& bundle, std::string_view language, std::string_view shown);

 private:
  std::map<std::pair<std::string, std::string>, std::weak_ptr<const std::string>> held_;
};

}  // namespace content
