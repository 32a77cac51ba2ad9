// What no file knows and only somebody who stands there can see and hear. Asked at the terminal,
// one after the other; the answers become checks like all others. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "tools/device/selftest/check.h"

namespace content {

struct Question {
  std::string_view name;
  Sentence title;
  Sentence asked;
  Sentence remedy;  // where the answer is no
};
std::span<const Question> questions();

// `line` gives what was typed, nothing at the end of the input. Asked again until it is a yes («j»,
// «y»), a no («n») or a «-»: not looked at.
using NextLine = std::function<std::optional<std::string>()>;
Examined ask(const Station& station, const Question& question, const NextLine& line);

}  // namespace content
