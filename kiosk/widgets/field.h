// The search field: what has been typed, on one line in the page's direction, with its caret. Text
// that is too long is set in narrower cuts; then the part around the caret is shown.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/session/typing.h"
#include "kiosk/widgets/scribe.h"

namespace kiosk {

struct FieldWords {
  std::string name;   // what is spoken of it: "Suchfeld"
  std::string hint;   // stands in it while nothing is typed
  std::string clear;  // of the key that empties it
};
// With a caret it is typed into; without, a touch leads to typing.
enum class FieldUse { Typing, Reading };

// The key "search:field", as wide as told; with text also "search:clear" in it.
Box text_field(const Scribe& type, const Typing& typing, const FieldWords& words, FieldUse use,
               int width);

}  // namespace kiosk
