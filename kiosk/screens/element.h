// One element of a text as a measured box: spans become weights, colours and isolates.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "kiosk/screens/frame.h"
#include "kiosk/screens/stops.h"

namespace kiosk {

struct ElementContext {
  const Frame& frame;  // of the text's language
  FamilyColors family;
  bool checks = false;  // items are documents: a check mark before each
  Numbers numbers = Numbers::OnTheLine;
};

Wording wording(const content::Element& element, Weight base);
// The element's box and, after it, a key for each topic it links to.
std::vector<Part> parts_of(const ElementContext& context, const content::Element& element,
                           int width);
// Whether the number could not be shown: «being checked» stands in its place.
bool being_checked(const content::Element& element);

}  // namespace kiosk
