// A key that is on or off: chosen, it stands in ink with a check mark, because colour alone says
// nothing. One touch turns it round. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "kiosk/widgets/scribe.h"

namespace kiosk {

enum class Chosen { No, Yes };

struct ChoiceKey {
  std::string name;
  Action action;
  std::string word;
  Chosen chosen{};
  std::string spoken;  // the word and its state
};
// As wide as told and as high as it needs, `least_height` at least.
Box choice_key(const Scribe& type, const ChoiceKey& key, int width, int least_height);

}  // namespace kiosk
