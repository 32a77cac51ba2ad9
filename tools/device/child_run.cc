#include "tools/device/child_run.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "content-engine/store/descriptor.h"

namespace content {

namespace {

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
int spawn(pid_t& id, const std::vector<std::string>& command, int input, int output,
          bool complaints) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
  if (complaints)
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

// Takes what is there without waiting, but no more than a bit: a child that never stops talking
// must not make us forget the time. False: nothing will come any more.
bool hear(int output, std::size_t longest, std::string& text) {
  constexpr int at_once = 64;
  std::array<char, 4096> bytes{};
  for (int round = 0; round < at_once; ++round) {
    const ssize_t got = ::read(output, bytes.data(), bytes.size());
    if (got > 0)
      text.append(bytes.data(), std::min(static_cast<std::size_t>(got), longest - text.size()));
    else if (got == 0 || errno != EINTR)
      return got < 0 && errno == EAGAIN;
  }
  return true;
}

// Listens meanwhile: a child that nobody listens to stands still.
bool ends_within(pid_t id, std::chrono::milliseconds patience, int output, std::size_t longest,
                 std::string& text) {
  const Descriptor process(static_cast<int>(::syscall(SYS_pidfd_open, id, 0)));
  std::array<pollfd, 2> ready{{{process.number(), POLLIN, 0}, {output, POLLIN, 0}}};
  const auto until = std::chrono::steady_clock::now() + patience;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        until - std::chrono::steady_clock::now());
    if (process.number() < 0 || left.count() <= 0)
      return false;
    const int count = ::poll(ready.data(), ready.size(), static_cast<int>(left.count()));
    if (count < 0 && errno != EINTR)
      return false;
    if (count <= 0)
      continue;
    if (ready[1].revents != 0 && !hear(output, longest, text))
      ready[1].fd = -1;  // it has closed it
    if (ready[0].revents != 0)
      return true;
  }
}

}  // namespace

Result<ChildOutput> run_child(const std::vector<std::string>& command, std::string_view input,
                              std::chrono::milliseconds patience, Listening listening) {
  const Descriptor in = in_memory("input", input);
  std::array<int, 2> ends{-1, -1};
  if (in.number() < 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0)
    return Failure{Refusal::Unavailable, std::strerror(errno)};
  const Descriptor out(ends[0]);
  Descriptor said_to(ends[1]);
  ::fcntl(out.number(), F_SETFL, O_NONBLOCK);
  pid_t id = -1;
  if (const int error = spawn(id, command, in.number(), said_to.number(), listening.complaints);
      error != 0)
    return Failure{error == ENOENT ? Refusal::NotFound : Refusal::Unavailable,
                   command.front() + ": " + std::strerror(error)};
  said_to = Descriptor(-1);
  std::string text;
  const bool ended = ends_within(id, patience, out.number(), listening.longest, text);
  ::kill(-id, SIGKILL);
  int status = 0;
  while (::waitpid(id, &status, 0) < 0 && errno == EINTR) {
  }
  if (!ended)
    return Failure{Refusal::Unavailable, command.front() + ": it does not end"};
  hear(out.number(), listening.longest, text);
  return ChildOutput{.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
                     .text = std::move(text)};
}

}  // namespace content
