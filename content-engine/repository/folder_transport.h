// A repository in a folder: a stick, a network share, a disk. Read only; no link is followed and
// nothing outside the folder is reached; only regular files are read. Removal in the middle is an
// ordinary Unavailable.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/repository/transport.h"

namespace content {

class FolderTransport final : public Transport {
 public:
  explicit FolderTransport(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<std::string> fetch(const std::string& name, std::size_t limit) override;
  Result<Done> download(const std::string& name, std::uint64_t length,
                        const std::filesystem::path& to, const Progress& progress) override;
  std::string description() const override { return folder_.string(); }

 private:
  std::filesystem::path folder_;
};

}  // namespace content
