// wegweiser.conf is read by both programs on a kiosk, so how its lines look is said once: «key =
// value», `#` before a remark. Each program names the keys it takes; reading never stops at the
// first mistake. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"

namespace content {

// No settings file is longer.
inline constexpr std::size_t settings_limit = 64 * 1024;

// What is wrong with a value; nothing when it was taken.
using SettingProblem = std::optional<Sentence>;
enum class Taken { Known, Unknown };
// Takes a line's value; Unknown: there is no such key.
using TakeSetting =
    std::function<Taken(std::string_view key, std::string_view value, SettingProblem& problem)>;

// `file` is the name findings carry.
std::vector<Finding> read_settings_lines(std::string_view text, std::string_view file,
                                         const TakeSetting& take);
std::vector<Finding> read_settings_file(const std::filesystem::path& file, const TakeSetting& take);

// A path from the root, and a text of 1 to 60 bytes, as values of settings.
SettingProblem set_path(std::filesystem::path& target, std::string_view value);
SettingProblem set_text(std::string& target, std::string_view value);

}  // namespace content
