// What a recording is and what it is heard for. tests/fixtures/tone.ogg is a machine's tone of
// 0.3 s (sox -n -r 22050 -c 1 -C 0 tone.ogg synth 0.3 sine 440).
#include "content-engine/model/clip.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace content;
using namespace std::chrono_literals;

static std::string tone() {
  std::ifstream in(SOURCE_DIR "/tests/fixtures/tone.ogg", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

static Refusal refused(const std::string& bytes) {
  const auto length = recording_length(bytes);
  REQUIRE_FALSE(length);
  return length.failure().refusal;
}

TEST_SUITE("model/clip") {
  TEST_CASE("a recording says how long it is") {
    const auto length = recording_length(tone());
    REQUIRE(length);
    CHECK(*length == 300ms);
  }

  TEST_CASE("another format is none") {
    CHECK(refused("") == Refusal::Unsupported);
    CHECK(refused("RIFF1234WAVEfmt ") == Refusal::Unsupported);
    std::string opus = tone();
    opus.replace(28, 8, "OpusHead");
    CHECK(refused(opus) == Refusal::Unsupported);
    std::string six_channels = tone();
    six_channels[39] = 6;
    CHECK(refused(six_channels) == Refusal::Unsupported);
    std::string no_rate = tone();
    no_rate.replace(40, 4, std::string(4, '\0'));
    CHECK(refused(no_rate) == Refusal::Unsupported);
  }

  TEST_CASE("what breaks off anywhere is damaged, and so is what has something behind its end") {
    const std::string whole = tone();
    for (std::size_t size = 58; size < whole.size(); ++size)
      CHECK(refused(whole.substr(0, size)) == Refusal::Malformed);
    CHECK(refused(whole + "x") == Refusal::Malformed);
    CHECK(refused(whole + whole) == Refusal::Malformed);
    std::string endless = whole;
    endless.replace(whole.rfind("OggS") + 6, 8, std::string(7, '\xFF') + "\x7F");
    CHECK(refused(endless) == Refusal::Malformed);
  }

  TEST_CASE("a clip is heard for its words, however their blanks and directions are written") {
    CHECK(clip_text("  ሰላም \u2067ዓለም\u2069\u200F።\n") == "ሰላም ዓለም።");
    CHECK(clip_text("a\u00A0b\u202Fc\td\n\ne") == "a b c d e");
    CHECK(clip_text("Wört\u00ADlich") == "Wörtlich");
    CHECK(clip_text("می\u200Cخواهم") == "می\u200Cخواهم");  // this one is part of a word
    CHECK(clip_text("259 €") != clip_text("250 €"));
    CHECK(clip_text(" \u200E ") == "");
    CHECK(clip_text("\xE2\u200E\x80\x8E b") == "b");  // no text: dropped for good
  }
}
