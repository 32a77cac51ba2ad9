// The voice as a child process: a speaking program of our own that says nothing, and Debian's
// espeak-ng writing to a file.
#include "kiosk/speech/child_voice.h"

#include <doctest/doctest.h>
#include <signal.h>

#include <cmath>
#include <condition_variable>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>

#include "kiosk/session/hearing.h"
#include "kiosk/speech/program_run.h"
#include "kiosk/speech/spoken_language.h"
#include "tests/fixtures/temporary_folder.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

std::string read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Waits for what must come; only a broken program makes it wait for ever, and ctest ends that.
template <typename Condition>
void until(const Condition& condition) {
  while (!condition())
    std::this_thread::sleep_for(5ms);
}

class Bench final {
 public:
  explicit Bench(ChildVoice::Rules rules) {
    setenv("WEGWEISER_SAID", said_file().c_str(), 1);
    voice.emplace(std::move(rules), [this] {
      const std::lock_guard lock(mutex_);
      ++woken_;
      bell_.notify_all();
    });
  }

  std::filesystem::path said_file() const { return folder.path() / "said"; }
  std::string told() const { return read_all(said_file()); }
  Said wait() {
    std::unique_lock lock(mutex_);
    bell_.wait(lock, [&] { return woken_ > 0; });
    --woken_;
    return voice->take().value_or(Said{});
  }
  // The process that a line of the file names after `word`.
  pid_t process(const std::string& word) const {
    const std::string text = told();
    const std::size_t at = text.find(word + " ");
    return at == std::string::npos ? 0 : std::stoi(text.substr(at + word.size() + 1));
  }

  TemporaryFolder folder;
  std::optional<ChildVoice> voice;

 private:
  std::mutex mutex_;
  std::condition_variable bell_;
  int woken_ = 0;
};

bool runs(pid_t process) {
  return kill(process, 0) == 0;
}

Saying saying(std::uint64_t number, std::string text) {
  return {.number = number, .voice = "de", .text = std::move(text)};
}

// What is heard is the recording, whatever the text.
Saying recorded(std::uint64_t number, std::string bytes, int loudness = 100) {
  return {.number = number,
          .text = "not this",
          .loudness = loudness,
          .clip = std::make_shared<const std::string>(std::move(bytes))};
}

double loudness(const std::string& wave) {
  constexpr std::size_t header = 44;
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t at = header; at + 1 < wave.size(); at += 2, ++count) {
    const auto low = static_cast<unsigned char>(wave[at]);
    const auto high = static_cast<signed char>(wave[at + 1]);
    const double sample = high * 256.0 + low;
    sum += sample * sample;
  }
  return 10 * std::log10(sum / static_cast<double>(std::max<std::size_t>(count, 1)));
}

}  // namespace

TEST_SUITE("voice") {
  TEST_CASE("one thing after another is said, at the pace and loudness asked for") {
    Bench bench({.program = SPEAKING});
    bench.voice->say({7, "tr", "Merhaba", 130, 71});
    CHECK(bench.wait() == Said{7, SaidHow::Done});
    CHECK(bench.told().find("-v tr -s 130 -a 71 -b 1 --stdin : Merhaba") != std::string::npos);
    bench.voice->say(saying(8, "Zwei"));
    CHECK(bench.wait() == Said{8, SaidHow::Done});
  }

  TEST_CASE("a new saying ends the old one before it begins, and hush ends everything it started") {
    Bench bench({.program = SPEAKING});
    bench.voice->say(saying(1, "hang"));
    until([&] { return bench.process("child") != 0; });
    const pid_t first = bench.process("begin");
    const pid_t grandchild = bench.process("child");
    bench.voice->say(saying(2, "Zwei"));
    CHECK(bench.wait() == Said{2, SaidHow::Done});
    CHECK_FALSE(runs(first));
    until([&] { return !runs(grandchild); });
    CHECK(bench.told().find("end hang") == std::string::npos);
    CHECK_FALSE(bench.voice->take());  // nothing of what was ended
  }

  TEST_CASE("a program that hangs is ended, one that fails or is missing is told") {
    SUBCASE("hangs") {
      Bench bench({.program = SPEAKING, .patience = 0ms});
      Saying hanging = saying(3, "hang");
      hanging.words_a_minute = 60'000;
      bench.voice->say(hanging);
      CHECK(bench.wait() == Said{3, SaidHow::Stuck});
    }
    SUBCASE("fails") {
      Bench bench({.program = SPEAKING});
      bench.voice->say(saying(4, "fail"));
      CHECK(bench.wait() == Said{4, SaidHow::Failed});
    }
    SUBCASE("missing") {
      Bench bench({.program = "wegweiser-no-such-program"});
      bench.voice->say(saying(5, "Hallo"));
      CHECK(bench.wait() == Said{5, SaidHow::Missing});
    }
  }

  TEST_CASE("whoever ends the voice ends the child") {
    pid_t child = 0;
    {
      Bench bench({.program = SPEAKING});
      bench.voice->say(saying(1, "hang"));
      until([&] { return bench.process("child") != 0; });
      child = bench.process("begin");
      bench.voice.reset();
    }
    CHECK_FALSE(runs(child));
  }

  TEST_CASE("a recording goes to its player as it is, at the loudness asked for [R33]") {
    Bench bench({.program = "wegweiser-no-such-program",
                 .clip_program = SPEAKING,
                 .clip_output = {"-t", "alsa", "hw:7,0"}});
    bench.voice->say(recorded(1, "bytes", 71));
    CHECK(bench.wait() == Said{1, SaidHow::Done});
    CHECK(bench.told().find(" -q -V1 -t vorbis -v 0.355 - -t alsa hw:7,0 : bytes\n") !=
          std::string::npos);
    bench.voice->say(recorded(2, "bytes", 9999));
    CHECK(bench.wait() == Said{2, SaidHow::Done});
    CHECK(bench.told().find(" -v 1.000 - ") != std::string::npos);
  }

  TEST_CASE("a player is ended as a voice is, and told when it hangs, fails or is missing") {
    const ChildVoice::Rules player{
        .program = SPEAKING, .clip_program = SPEAKING, .patience = 60'000ms};
    SUBCASE("ended") {
      Bench bench(player);
      bench.voice->say(recorded(1, "hang"));
      until([&] { return bench.process("child") != 0; });
      const pid_t grandchild = bench.process("child");
      bench.voice->say(saying(2, "Zwei"));
      CHECK(bench.wait() == Said{2, SaidHow::Done});
      until([&] { return !runs(grandchild); });
      CHECK(bench.told().find("end hang") == std::string::npos);
    }
    SUBCASE("hangs") {
      Bench bench({.clip_program = SPEAKING, .patience = 0ms});
      bench.voice->say(recorded(3, "hang"));
      CHECK(bench.wait() == Said{3, SaidHow::Stuck});
    }
    SUBCASE("fails") {
      Bench bench(player);
      bench.voice->say(recorded(4, "fail"));
      CHECK(bench.wait() == Said{4, SaidHow::Failed});
    }
    SUBCASE("missing") {
      Bench bench({.program = SPEAKING, .clip_program = "wegweiser-no-such-program"});
      bench.voice->say(recorded(5, "bytes"));
      CHECK(bench.wait() == Said{5, SaidHow::Missing});
    }
  }

  TEST_CASE("sox plays a recording, half as loud for half as much, and nothing else") {
    const std::string tone = read_all(SOURCE_DIR "/tests/fixtures/tone.ogg");
    CHECK(longest(recorded(1, tone)) >= 300ms);
    CHECK(longest(recorded(1, tone)) <= 2 * content::longest_clip_time);
    std::vector<double> levels;
    for (const int parts : {loudness_of(loudest), loudness_of(loudest) / 2}) {
      TemporaryFolder folder;
      const std::string wave = folder.path() / "out.wav";
      Bench bench({.clip_output = {"-t", "wav", wave}});
      bench.voice->say(recorded(1, tone, parts));
      CHECK(bench.wait() == Said{1, SaidHow::Done});
      CHECK(read_all(wave).size() > 13'000);  // 0.3 s of 22 050 samples
      levels.push_back(loudness(read_all(wave)));
    }
    CHECK(std::abs(levels[0] - levels[1] - 6) < 0.5);
    TemporaryFolder folder;
    Bench bench({.clip_output = {"-t", "wav", folder.path() / "out.wav"}});
    bench.voice->say(recorded(1, "RIFF....WAVEfmt "));
    CHECK(bench.wait() == Said{1, SaidHow::Failed});
  }

  TEST_CASE("espeak-ng knows every voice of ours and says something [R33]") {
    for (const SpokenFile& file : spoken_files()) {
      TemporaryFolder folder;
      const std::string wave = folder.path() / "out.wav";
      const SpokenLanguage* language = spoken_language(file.name);
      REQUIRE(language != nullptr);
      CAPTURE(file.name);
      Bench bench({.program = "espeak-ng", .further = {"-w", wave}});
      bench.voice->say({1, language->voice, "1 2 3", 320, 100});
      CHECK(bench.wait() == Said{1, SaidHow::Done});
      CHECK(read_all(wave).size() > 5'000);
    }
  }

  TEST_CASE("from the lowest to the highest step are 18 dB, and one step has 12 dB [8.2.1]") {
    std::vector<double> steps;
    for (int step = 0; step <= loudest; ++step) {
      TemporaryFolder folder;
      const std::string wave = folder.path() / "out.wav";
      Bench bench({.program = "espeak-ng", .further = {"-w", wave}});
      bench.voice->say({1, "de", "Willkommen im Rathaus", 160, loudness_of(step)});
      CHECK(bench.wait() == Said{1, SaidHow::Done});
      steps.push_back(loudness(read_all(wave)));
    }
    CHECK(steps.back() - steps.front() > 17.5);
    CHECK(std::abs(steps[4] - steps[0] - 12) < 0.5);
  }
}
