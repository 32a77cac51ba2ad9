// A disk that is only looked at: whoever examines the kiosk while it runs beside it writes nothing
// of its state. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "content-engine/store/files.h"

namespace kiosk {

class LookingFiles final : public content::Files {
 public:
  content::Result<std::string> read(const std::filesystem::path& file,
                                    std::int64_t limit) const override {
    return disk_.read(file, limit);
  }
  content::Result<std::vector<std::string>> names(
      const std::filesystem::path& folder) const override {
    return disk_.names(folder);
  }
  content::Result<content::Done> write(const std::filesystem::path&, std::string_view) override {
    return refused();
  }
  content::Result<content::Done> sync(const std::filesystem::path&) override { return refused(); }
  content::Result<content::Done> rename(const std::filesystem::path&,
                                        const std::filesystem::path&) override {
    return refused();
  }
  content::Result<content::Done> remove(const std::filesystem::path&) override { return refused(); }
  content::Result<content::Done> sync_folder(const std::filesystem::path&) override {
    return refused();
  }
  content::Result<std::unique_ptr<content::FileLock>> lock(const std::filesystem::path& file,
                                                           content::Locking locking) override {
    return disk_.lock(file, locking);
  }

 private:
  static content::Failure refused() { return {content::Refusal::Unavailable, "only looked at"}; }
  content::DiskFiles disk_;
};

}  // namespace kiosk
