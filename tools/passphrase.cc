#include "tools/passphrase.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "content-engine/store/descriptor.h"

namespace content {

namespace {

constexpr std::size_t longest = 1024;
constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

volatile sig_atomic_t caught = 0;

void catch_signal(int number) {
  caught = number;
}

// The terminal shows nothing until this ends, and shows again whatever ends it.
class Unseen final {
 public:
  explicit Unseen(int terminal) : terminal_(terminal) {
    caught = 0;
    struct sigaction action {};
    action.sa_handler = catch_signal;  // no SA_RESTART: reading ends
    for (std::size_t i = 0; i < ending_signals.size(); ++i)
      sigaction(ending_signals[i], &action, &before_[i]);
    tcgetattr(terminal_, &shown_);
    termios unseen = shown_;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(terminal_, TCSAFLUSH, &unseen);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;
  ~Unseen() {
    tcsetattr(terminal_, TCSAFLUSH, &shown_);
    for (std::size_t i = 0; i < ending_signals.size(); ++i)
      sigaction(ending_signals[i], &before_[i], nullptr);
  }

 private:
  int terminal_;
  termios shown_{};
  std::array<struct sigaction, ending_signals.size()> before_{};
};

void put(int terminal, const std::string& text) {
  [[maybe_unused]] const auto written = ::write(terminal, text.data(), text.size());
}

// The first line; none when reading fails.
std::optional<std::string> first_line(int from) {
  std::string line;
  char byte = 0;
  while (line.size() <= longest) {
    const ssize_t got = ::read(from, &byte, 1);
    if (got < 0)
      return std::nullopt;
    if (got == 0 || byte == '\n')
      return line;
    line += byte;
  }
  return std::nullopt;
}

}  // namespace

Result<std::string> ask_passphrase(const std::string& prompt) {
  const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY));
  if (terminal.number() < 0)
    return Failure{Refusal::Unavailable, "no terminal to ask for a passphrase; --passphrase-file"};
  std::optional<std::string> line;
  {
    const Unseen unseen(terminal.number());
    put(terminal.number(), prompt);
    line = first_line(terminal.number());
    put(terminal.number(), "\n");
  }
  if (caught != 0)
    ::raise(caught);  // as if it had come now, with the terminal as it was
  if (!line)
    return Failure{Refusal::Unavailable, "no passphrase was read"};
  return std::move(*line);
}

Result<std::string> read_passphrase(const std::filesystem::path& file) {
  const Descriptor from(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  struct stat status {};
  if (from.number() < 0 || ::fstat(from.number(), &status) != 0)
    return Failure{Refusal::NotFound, file.string() + ": " + std::strerror(errno)};
  if (S_ISREG(status.st_mode) && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return Failure{Refusal::Invalid,
                   file.string() + " can be read by others; chmod 600 " + file.string()};
  auto line = first_line(from.number());
  if (!line || line->empty())
    return Failure{Refusal::Invalid, file.string() + " has no passphrase in its first line"};
  return std::move(*line);
}

}  // namespace content
