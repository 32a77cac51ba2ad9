// Whether this process may open the screen and the hands at all, asked before SDL is: SDL takes the
// keyboard away from the console first and finds out afterwards that it may read none, and then
// only the power switch is left. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "content-engine/model/finding.h"

namespace kiosk {

enum class Opening { Read, ReadWrite };
// Whether the system would let this process open the node so.
using MayOpen = std::function<bool(const std::filesystem::path& node, Opening opening)>;
bool may_open(const std::filesystem::path& node, Opening opening);

struct NoAccess {
  std::string code;  // "W-44"
  content::Sentence words;

  bool operator==(const NoAccess&) const = default;
};

// `devices`: /dev. Graphics cards that are there, and none may be opened.
std::optional<NoAccess> why_no_card(const std::filesystem::path& devices, const MayOpen& may);
// Input devices that are there, and none may be read. With none at all nothing is wrong: a touch
// panel may come later.
std::optional<NoAccess> why_no_input(const std::filesystem::path& devices, const MayOpen& may);

}  // namespace kiosk
