// A slip of paper that one program leaves for the other: a title, then lines «key = value». Small,
// replaced whole, read with a cap. What a reader does not know it skips, so that either program may
// be the newer one.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/store/files.h"

namespace content {

inline constexpr std::int64_t slip_limit = 16 * 1024;
inline constexpr std::size_t slip_value_limit = 400;

class Slip final {
 public:
  explicit Slip(std::string title) : title_(std::move(title)) {}

  // Control characters become spaces and a long value is cut: whatever a stranger's file or a
  // system's message says, a slip stays a slip.
  void set(const std::string& key, std::string_view value);
  void set(const std::string& key, std::int64_t value);
  // Empty, or 0, where there is nothing (or no number).
  std::string text(const std::string& key) const;
  std::int64_t number(const std::string& key) const;
  std::vector<std::string> keys() const;  // sorted

  std::string written() const;
  bool operator==(const Slip&) const = default;

 private:
  std::string title_;
  std::map<std::string, std::string> values_;
};

// Malformed: another title, a line that is none, a key given twice.
Result<Slip> parse_slip(std::string_view text, const std::string& title);
// NotFound: there is none, which is no mistake.
Result<Slip> read_slip(const Files& files, const std::filesystem::path& file,
                       const std::string& title);
Result<Done> write_slip(Files& files, const std::filesystem::path& file, const Slip& slip);

}  // namespace content
