// A tree of boxes as text that a person can read and a test can compare: one box a line, what it
// is, its name, where it is, and under it the lines of its text. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

#include "kiosk/widgets/box.h"

namespace kiosk {

std::string dump(const Box& root);
std::string_view to_word(Role role);
std::string_view to_word(ActionKind kind);

}  // namespace kiosk
