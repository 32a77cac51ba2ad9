#include "kiosk/speech/child_voice.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <utility>

#include "kiosk/speech/program_run.h"

namespace kiosk {

// A word of four letters a byte each, spoken at that pace, with four times the pauses any voice
// makes.
std::chrono::milliseconds longest(const Saying& saying) {
  if (saying.clip) {  // at its own pace, whatever the card and the sound system make of it
    const auto length = content::recording_length(*saying.clip);
    return length ? std::min(*length, content::longest_clip_time) * 2
                  : std::chrono::milliseconds::zero();
  }
  constexpr long bytes_a_word = 4;
  constexpr long minute = 60'000;
  const long words = static_cast<long>(saying.text.size()) / bytes_a_word + 1;
  return std::chrono::milliseconds(words * minute / std::max(saying.words_a_minute, 20) * 4);
}

ChildVoice::ChildVoice(Rules rules, std::function<void()> wake)
    : rules_(std::move(rules)),
      wake_(std::move(wake)),
      bell_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (bell_ < 0)
    throw std::runtime_error("eventfd");
  thread_ = std::thread([this] { work(); });
}

ChildVoice::~ChildVoice() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    next_.reset();
    current_ = 0;
  }
  ring();
  thread_.join();
  close(bell_);
}

void ChildVoice::say(Saying saying) {
  {
    const std::lock_guard lock(mutex_);
    current_ = 0;
    next_ = std::move(saying);
    said_.clear();
  }
  ring();
}

void ChildVoice::hush() {
  {
    const std::lock_guard lock(mutex_);
    current_ = 0;
    next_.reset();
    said_.clear();
  }
  ring();
}

std::optional<Said> ChildVoice::take() {
  const std::lock_guard lock(mutex_);
  if (said_.empty())
    return std::nullopt;
  const Said said = said_.front();
  said_.pop_front();
  return said;
}

void ChildVoice::ring() {
  const std::uint64_t one = 1;
  static_cast<void>(write(bell_, &one, sizeof one));
}

void ChildVoice::work() {
  for (;;) {
    pollfd bell{bell_, POLLIN, 0};
    if (poll(&bell, 1, -1) < 0 && errno != EINTR)
      return;
    for (;;) {
      std::optional<Saying> saying;
      {
        const std::lock_guard lock(mutex_);
        std::uint64_t rung = 0;
        static_cast<void>(read(bell_, &rung, sizeof rung));
        if (stopping_)
          return;
        saying = std::exchange(next_, std::nullopt);
        if (!saying)
          break;
        current_ = saying->number;
      }
      run(*saying);
    }
  }
}

// Until it has been said, or something else was told.
void ChildVoice::run(const Saying& saying) {
  auto started = saying.clip ? ProgramRun::start(clip_command(saying), *saying.clip)
                             : ProgramRun::start(command(saying), saying.text + "\n");
  if (!started) {
    report(saying.number, started.failure().refusal == content::Refusal::NotFound
                              ? SaidHow::Missing
                              : SaidHow::Failed);
    return;
  }
  ProgramRun child = std::move(*started);
  switch (child.wait(bell_, longest(saying) + rules_.patience)) {
    case ProgramRun::Woken::Called:
      return;  // its end is the destructor's
    case ProgramRun::Woken::TimeOut:
      report(saying.number, SaidHow::Stuck);
      return;
    case ProgramRun::Woken::Ended:
      report(saying.number, child.finish() ? SaidHow::Done : SaidHow::Failed);
  }
}

std::vector<std::string> ChildVoice::command(const Saying& saying) const {
  std::vector<std::string> words{rules_.program,
                                 "-v",
                                 saying.voice,
                                 "-s",
                                 std::to_string(saying.words_a_minute),
                                 "-a",
                                 std::to_string(saying.loudness),
                                 "-b",
                                 "1",
                                 "--stdin"};
  words.insert(words.end(), rules_.further.begin(), rules_.further.end());
  return words;
}

// One format and no guessing: what is no Ogg Vorbis ends with an error.
std::vector<std::string> ChildVoice::clip_command(const Saying& saying) const {
  constexpr int most = 200;
  const int thousandths = std::clamp(saying.loudness, 0, most) * 1000 / most;
  const std::string digits = std::to_string(1000 + thousandths % 1000).substr(1);
  std::vector<std::string> words{rules_.clip_program,
                                 "-q",
                                 "-V1",
                                 "-t",
                                 "vorbis",
                                 "-v",
                                 std::to_string(thousandths / 1000) + '.' + digits,
                                 "-"};
  words.insert(words.end(), rules_.clip_output.begin(), rules_.clip_output.end());
  return words;
}

void ChildVoice::report(std::uint64_t number, SaidHow how) {
  {
    const std::lock_guard lock(mutex_);
    if (current_ != number)
      return;
    current_ = 0;
    said_.push_back({number, how});
  }
  wake_();
}

}  // namespace kiosk
