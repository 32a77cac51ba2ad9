// The editors' folder on disk, seen once: which files there are and their bytes. Symbolic links are
// never followed and everything is capped, because the folder may come from a stranger's archive.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "content-engine/model/result.h"

namespace content {

inline constexpr std::size_t most_files = 50'000;
inline constexpr std::size_t longest_text = 1024 * 1024;
inline constexpr std::size_t longest_picture = 8 * 1024 * 1024;  // bundle_value_limit

class Folder final {
 public:
  // Lists everything below `root`. Hidden files are not seen; links, other special files and files
  // beyond the cap are findings.
  static Result<Folder> open(const std::filesystem::path& root, std::vector<Finding>& findings);

  // Relative paths with '/', sorted; those not yet read are in unread().
  bool has(std::string_view file) const;
  const std::set<std::string, std::less<>>& unread() const { return unread_; }
  // Names directly below a folder that are folders themselves, sorted.
  std::vector<std::string> folders_in(std::string_view folder) const;
  // Files directly below a folder, relative to the root, sorted.
  std::vector<std::string> files_in(std::string_view folder) const;

  // The bytes, or a finding and nothing. A file that does not exist is no finding here.
  std::optional<std::string> bytes(const std::string& file, std::size_t cap,
                                   std::vector<Finding>& findings);
  // The same for texts, cleaned.
  std::optional<std::string> text(const std::string& file, std::vector<Finding>& findings);

 private:
  std::filesystem::path root_;
  std::set<std::string, std::less<>> files_;
  std::set<std::string, std::less<>> unread_;
};

}  // namespace content
