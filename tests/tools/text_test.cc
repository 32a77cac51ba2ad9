// wegweiser-text as others call it: its arguments, its JSON, its exit status.
#include <doctest/doctest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace {

struct Ran {
  int status = -1;
  std::string out;
};

Ran run(const std::string& arguments, const std::string& input) {
  const std::string file = BINARY_DIR "/tests/text-input.txt";
  std::ofstream(file, std::ios::binary) << input;
  const std::string command = "LC_ALL=C '" BINARY_DIR "/bin/wegweiser-text' " + arguments + " < '" +
                              file + "' 2>'" BINARY_DIR "/tests/text-errors.txt'";
  Ran ran;
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (const auto count = fread(buffer.data(), 1, buffer.size(), pipe))
    ran.out.append(buffer.data(), count);
  const int result = pclose(pipe);
  ran.status = WIFEXITED(result) ? WEXITSTATUS(result) : -1;
  return ran;
}

nlohmann::json lines(const std::string& arguments, const std::string& input) {
  const Ran ran = run(arguments + " --json", input);
  REQUIRE(ran.status == 0);
  const auto json = nlohmann::json::parse(ran.out);
  CHECK(json.size() == 1);
  return json.at("lines");
}

}  // namespace

TEST_SUITE("tools/text") {
  TEST_CASE("the JSON has exactly the agreed keys, and fonts by absolute path") {
    const auto all = lines("--lang ar --width 300 --size 32", "في Herne");
    REQUIRE(all.size() == 1);
    CHECK(all[0].size() == 5);
    CHECK(all[0].at("start") == 0);
    CHECK(all[0].at("end") == 10);
    CHECK(all[0].at("dir") == "rtl");
    CHECK(all[0].at("baseline").is_number());
    for (const auto& glyph : all[0].at("glyphs")) {
      CHECK(glyph.size() == 7);
      const std::string font = glyph.at("font");
      CHECK(font.starts_with("/"));
      CHECK(std::ifstream(font).is_open());
      CHECK(glyph.at("face_index") == 0);
      for (const char* key : {"gid", "cluster", "x", "y", "advance"})
        CHECK(glyph.at(key).is_number());
    }
  }

  TEST_CASE("glyphs stand from left to right, and a right-to-left line ends at the right edge") {
    const auto all = lines("--lang ar --width 300 --size 32", "في Herne الآن");
    double x = all[0].at("glyphs")[0].at("x");
    CHECK(x > 0);
    for (const auto& glyph : all[0].at("glyphs")) {
      CHECK(glyph.at("x").get<double>() >= x - 0.01);
      x = glyph.at("x").get<double>() + glyph.at("advance").get<double>();
    }
    CHECK(x == doctest::Approx(300));
  }

  TEST_CASE("newlines part paragraphs and have no glyph; the last one of a file parts nothing") {
    const auto all = lines("--lang de --width 300 --size 32", "eins\n\nzwei\n");
    REQUIRE(all.size() == 3);
    CHECK(all[0].at("end") == 4);
    CHECK(all[1].at("glyphs").empty());
    CHECK(all[2].at("start") == 6);
    CHECK(all[2].at("glyphs").size() == 4);
    CHECK(lines("--lang de --width 300 --size 32", "").size() == 1);
  }

  TEST_CASE("the text is laid out as given; --isolate keeps a phone number in order") {
    const auto clusters = [](const std::string& flag) {
      const auto all = lines("--lang ar --width 600 --size 32 " + flag, "هاتف: 02323 16-0");
      std::string order;
      for (const auto& glyph : all[0].at("glyphs"))
        if (glyph.at("cluster") >= 10)
          order += std::to_string(glyph.at("cluster").get<int>()) + " ";
      return order;
    };
    CHECK(clusters("") == "19 18 16 17 15 10 11 12 13 14 ");
    CHECK(clusters("--isolate") == "10 11 12 13 14 15 16 17 18 19 ");
  }

  TEST_CASE("the direction may be forced or found") {
    const auto direction = [](const std::string& flag, const std::string& text) {
      return lines("--lang de --width 300 --size 32 " + flag, text)[0].at("dir");
    };
    CHECK(direction("", "دار") == "ltr");
    CHECK(direction("--dir rtl", "Amt") == "rtl");
    CHECK(direction("--dir=auto", "دار Amt") == "rtl");
    CHECK(direction("--dir auto", "12") == "ltr");
  }

  TEST_CASE("invalid UTF-8 is shown as U+FFFD at its own offsets") {
    const auto all = lines("--lang de --width 300 --size 32", "a\xE2\x82z\xFF");
    std::string clusters;
    for (const auto& glyph : all[0].at("glyphs"))
      clusters += std::to_string(glyph.at("cluster").get<int>()) + " ";
    CHECK(clusters == "0 1 3 4 ");
    CHECK(all[0].at("end") == 5);
  }

  TEST_CASE("what cannot be understood is refused with status 2 and said in words") {
    for (const char* arguments :
         {"", "--json", "--lang de --json", "--lang de --width 300 --size 32",
          "--lang de --width wide --size 32 --json", "--lang de --width 300 --size 0 --json",
          "--lang de --width 300 --size 32 --dir up --json", "--what", "--width",
          "--lang de --width 300 --size 32 --json stray", "--coverage --json"}) {
      CAPTURE(arguments);
      const Ran ran = run(arguments, "Amt");
      CHECK(ran.status == 2);
      CHECK(ran.out.empty());
      std::ifstream errors(BINARY_DIR "/tests/text-errors.txt");
      CHECK(errors.peek() != std::ifstream::traits_type::eof());
    }
  }

  TEST_CASE("a font folder that is none ends with status 1") {
    CHECK(run("--lang de --width 300 --size 32 --json --fonts /nowhere", "Amt").status == 1);
  }

  TEST_CASE("every language of the stack is drawn in every weight, shaped, without a circle") {
    const Ran ran = run("--coverage", "");
    CHECK(ran.status == 0);
    CHECK(ran.out.find("LACKS") == std::string::npos);
    for (const char* language : {"\nti ", "\nur ", "\nzh ", "\nkmr ", "\nhy ", "\nka ", "\nam "})
      CHECK_MESSAGE(ran.out.find(language) != std::string::npos, language);
  }
}
