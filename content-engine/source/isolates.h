// What must not turn round in a text that runs the other way: phone numbers, § references,
// addresses, web addresses, German names in an Arabic sentence. Editors type them plainly; here
// they are found and marked, so that no invisible control characters are needed.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>

#include "content-engine/model/language.h"
#include "content-engine/model/page.h"

namespace content {

class IsolateFinder final {
 public:
  IsolateFinder();
  ~IsolateFinder();
  IsolateFinder(const IsolateFinder&) = delete;
  IsolateFinder& operator=(const IsolateFinder&) = delete;

  // Adds Isolate spans to an element of a text that runs in `direction`. A run that would cross
  // another span stays as it is.
  void mark(Element& element, Direction direction);

 private:
  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
};

}  // namespace content
