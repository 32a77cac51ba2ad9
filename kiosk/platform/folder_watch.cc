#include "kiosk/platform/folder_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace kiosk {
namespace {

constexpr int look_again_ms = 10'000;
// Every file in these folders comes by a rename; a warning that is taken back is removed.
constexpr std::uint32_t arrivals = IN_MOVED_TO | IN_DELETE | IN_ONLYDIR;

}  // namespace

FolderWatch::FolderWatch(std::vector<std::filesystem::path> folders)
    : inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      bell_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  // Without inotify every folder is missing, and is looked at every ten seconds.
  if (bell_ < 0)
    throw std::runtime_error(std::string("eventfd: ") + std::strerror(errno));
  for (auto& folder : folders)
    folders_.push_back({std::move(folder), -1});
  watch_missing();
}

FolderWatch::~FolderWatch() {
  if (inotify_ >= 0)
    ::close(inotify_);
  ::close(bell_);
}

bool FolderWatch::watch_missing() {
  bool came = false;
  for (Folder& folder : folders_)
    if (folder.watch < 0) {
      folder.watch = ::inotify_add_watch(inotify_, folder.path.c_str(), arrivals);
      came = came || folder.watch >= 0;
    }
  return came;
}

void FolderWatch::wait() {
  if (watch_missing())
    return;
  const bool complete = std::all_of(folders_.begin(), folders_.end(),
                                    [](const Folder& folder) { return folder.watch >= 0; });
  std::array<pollfd, 2> sources{{{inotify_, POLLIN, 0}, {bell_, POLLIN, 0}}};
  if (::poll(sources.data(), sources.size(), complete ? -1 : look_again_ms) <= 0)
    return;
  std::uint64_t calls = 0;
  if (sources[1].revents != 0)
    static_cast<void>(!::read(bell_, &calls, sizeof calls));
  if (sources[0].revents != 0)
    take_events();
}

void FolderWatch::take_events() {
  alignas(inotify_event) std::array<char, 4096> bytes{};
  for (;;) {
    const ssize_t got = ::read(inotify_, bytes.data(), bytes.size());
    if (got <= 0)
      return;
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(got);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof event);
      at += sizeof event + event.len;
      if ((event.mask & IN_IGNORED) != 0)  // removed or unmounted
        for (Folder& folder : folders_)
          if (folder.watch == event.wd)
            folder.watch = -1;
    }
  }
}

void FolderWatch::call() {
  const std::uint64_t one = 1;
  static_cast<void>(!::write(bell_, &one, sizeof one));
}

}  // namespace kiosk
