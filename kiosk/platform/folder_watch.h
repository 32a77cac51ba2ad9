// Sleeps until a file takes its place in one of a few folders, or until somebody calls: the kernel
// wakes us (inotify), so a kiosk where nothing happens does nothing. As long as a folder is not
// there, the wait ends every ten seconds. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <vector>

namespace kiosk {

class FolderWatch final {
 public:
  // What happens from now on is noticed by the next wait().
  explicit FolderWatch(std::vector<std::filesystem::path> folders);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  void wait();
  // From any thread: ends the wait, or the next one.
  void call();

 private:
  struct Folder {
    std::filesystem::path path;
    int watch = -1;  // −1: not there
  };

  // True when one came that was missing.
  bool watch_missing();
  void take_events();

  std::vector<Folder> folders_;
  int inotify_ = -1;
  int bell_ = -1;
};

}  // namespace kiosk
