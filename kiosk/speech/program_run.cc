#include "kiosk/speech/program_run.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kiosk {
namespace {

using content::Failure;
using content::Refusal;
using content::Result;

// The text as a file in memory, to be read from its beginning; −1: there is none.
int in_memory(const std::string& text) {
  const int file = memfd_create("speech", MFD_CLOEXEC);
  std::size_t written = 0;
  while (file >= 0 && written < text.size()) {
    const ssize_t some = write(file, text.data() + written, text.size() - written);
    if (some <= 0) {
      close(file);
      return -1;
    }
    written += static_cast<std::size_t>(some);
  }
  if (file >= 0)
    lseek(file, 0, SEEK_SET);
  return file;
}

// Its own group, so that it is ended with what it started; no signal blocked or handled.
void set_up(posix_spawnattr_t& how) {
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&how);
  posix_spawnattr_setpgroup(&how, 0);
  posix_spawnattr_setsigmask(&how, &none);
  posix_spawnattr_setsigdefault(&how, &all);
  posix_spawnattr_setflags(&how,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

}  // namespace

Result<ProgramRun> ProgramRun::start(const std::vector<std::string>& command,
                                     const std::string& input) {
  const int text = in_memory(input);
  if (text < 0)
    return Failure{Refusal::Unavailable, std::strerror(errno)};
  std::vector<char*> words;
  for (const std::string& word : command)
    words.push_back(const_cast<char*>(word.c_str()));  // posix_spawn's prototype; not written to
  words.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, text, STDIN_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t how;
  set_up(how);
  pid_t id = -1;
  const int error = posix_spawnp(&id, words.front(), &files, &how, words.data(), environ);
  posix_spawnattr_destroy(&how);
  posix_spawn_file_actions_destroy(&files);
  close(text);
  if (error != 0)
    return Failure{error == ENOENT ? Refusal::NotFound : Refusal::Unavailable,
                   command.front() + ": " + std::strerror(error)};
  const int descriptor = static_cast<int>(syscall(SYS_pidfd_open, id, 0));
  ProgramRun run(id, descriptor);
  if (descriptor < 0)
    return Failure{Refusal::Unavailable, std::strerror(errno)};
  return run;
}

ProgramRun::ProgramRun(ProgramRun&& other) noexcept
    : id_(std::exchange(other.id_, -1)), descriptor_(std::exchange(other.descriptor_, -1)) {}

ProgramRun::~ProgramRun() {
  finish();
  if (descriptor_ >= 0)
    close(descriptor_);
}

ProgramRun::Woken ProgramRun::wait(int call, std::chrono::milliseconds time) const {
  std::array<pollfd, 2> ready{{{descriptor_, POLLIN, 0}, {call, POLLIN, 0}}};
  const int count = poll(ready.data(), ready.size(), static_cast<int>(time.count()));
  if (count < 0 && errno == EINTR)
    return Woken::Called;
  if ((ready[1].revents & POLLIN) != 0)
    return Woken::Called;
  return count <= 0 ? Woken::TimeOut : Woken::Ended;
}

bool ProgramRun::finish() {
  if (id_ < 0)
    return false;
  kill(-id_, SIGKILL);
  int status = 0;
  while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
  }
  id_ = -1;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace kiosk
