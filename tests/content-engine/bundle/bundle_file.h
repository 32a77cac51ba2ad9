// Bytes as a file of their own, gone with the test.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <string>

#include "content-engine/model/result.h"

namespace content {

class BundleFile final {
 public:
  explicit BundleFile(std::string bytes);
  explicit BundleFile(Result<std::string> bytes);  // throws what the writer refused
  BundleFile(const BundleFile&) = delete;
  BundleFile& operator=(const BundleFile&) = delete;
  ~BundleFile();

  const std::filesystem::path& path() const { return path_; }
  const std::string& bytes() const { return bytes_; }
  std::string sha256() const;
  void replace(std::string bytes);
  // Runs SQL on the file with SQLite itself, every protection off: how an attacker would.
  void tamper(const std::string& sql);

 private:
  std::string bytes_;
  std::filesystem::path folder_;
  std::filesystem::path path_;
};

}  // namespace content
