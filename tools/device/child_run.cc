#include "tools/device/child_run.h"

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

#include "content-engine/store/descriptor.h"

namespace content {

namespace {

constexpr std::size_t longest_output = 4096;

// A file in memory, to be read from its beginning.
Descriptor in_memory(const char* name, std::string_view bytes) {
  Descriptor file(::memfd_create(name, MFD_CLOEXEC));
  while (file.number() >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(file.number(), bytes.data(), bytes.size());
    if (written <= 0)
      return Descriptor(-1);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.number() >= 0)
    ::lseek(file.number(), 0, SEEK_SET);
  return file;
}

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> list;
  for (const std::string& word : words)
    list.push_back(const_cast<char*>(word.c_str()));  // posix_spawn's prototype; not written to
  list.push_back(nullptr);
  return list;
}

std::vector<std::string> in_english() {
  std::vector<std::string> words{"LC_ALL=C"};
  for (char** one = environ; *one != nullptr; ++one)
    if (std::string_view(*one).rfind("LC_ALL=", 0) != 0)
      words.emplace_back(*one);
  return words;
}

// Its own group, so that it is ended with what it started.
int spawn(pid_t& id, const std::vector<std::string>& command, int input, int output) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&files, output, STDERR_FILENO);
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_t how;
  posix_spawnattr_init(&how);
  posix_spawnattr_setpgroup(&how, 0);
  posix_spawnattr_setsigmask(&how, &none);
  posix_spawnattr_setsigdefault(&how, &all);
  posix_spawnattr_setflags(&how,
                           POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  const std::vector<std::string> environment = in_english();
  const int error = ::posix_spawnp(&id, command.front().c_str(), &files, &how,
                                   pointers(command).data(), pointers(environment).data());
  posix_spawnattr_destroy(&how);
  posix_spawn_file_actions_destroy(&files);
  return error;
}

bool ends_within(pid_t id, std::chrono::milliseconds patience) {
  const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, id, 0)));
  pollfd ready{process.number(), POLLIN, 0};
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        until - std::chrono::steady_clock::now());
    if (process.number() < 0 || left.count() <= 0)
      return false;
    const int count = ::poll(&ready, 1, static_cast<int>(left.count()));
    if (count > 0)
      return true;
    if (count < 0 && errno != EINTR)
      return false;
  }
}

}  // namespace

Result<ChildOutput> run_child(const std::vector<std::string>& command, std::string_view input,
                              std::chrono::milliseconds patience) {
  const Descriptor in = in_memory("input", input);
  const Descriptor out = in_memory("output", {});
  if (in.number() < 0 || out.number() < 0)
    return Failure{Refusal::Unavailable, std::strerror(errno)};
  pid_t id = -1;
  if (const int error = spawn(id, command, in.number(), out.number()); error != 0)
    return Failure{error == ENOENT ? Refusal::NotFound : Refusal::Unavailable,
                   command.front() + ": " + std::strerror(error)};
  const bool ended = ends_within(id, patience);
  ::kill(-id, SIGKILL);
  int status = 0;
  while (::waitpid(id, &status, 0) < 0 && errno == EINTR) {
  }
  if (!ended)
    return Failure{Refusal::Unavailable, command.front() + ": it does not end"};
  ChildOutput said{.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1};
  std::array<char, longest_output> text{};
  const ssize_t length = ::pread(out.number(), text.data(), text.size(), 0);
  said.text.assign(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  return said;
}

}  // namespace content
