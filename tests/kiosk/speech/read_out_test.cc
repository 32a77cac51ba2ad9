// What is said for what is written, beside what was reviewed: one list a language.
// WEGWEISER_REBASELINE=1 writes the right-hand sides anew.
#include "kiosk/speech/read_out.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "kiosk/speech/sentences.h"
#include "kiosk/speech/spoken_language.h"

using namespace kiosk;

namespace {

std::vector<std::string> cut(std::string_view text, std::string_view language) {
  std::vector<std::string> result;
  for (const Extent& extent : sentences(text, language))
    result.emplace_back(text.substr(extent.start, extent.end - extent.start));
  return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("numbers, paragraphs of law, amounts and dates are said as people say them") {
  ReadOut read_out;
  for (const std::string language : {"de", "tr", "ar", "en", "uk"}) {
    const std::string file = SOURCE_DIR "/tests/golden/speech/" + language + ".txt";
    std::ifstream in(file);
    REQUIRE(in.is_open());
    std::string now;
    std::string was;
    for (std::string line; std::getline(in, line);) {
      was += line + "\n";
      const std::string written = line.substr(0, line.find(" => "));
      now += written + " => " + read_out.say(written, language) + "\n";
    }
    in.close();
    if (std::getenv("WEGWEISER_REBASELINE") != nullptr)
      std::ofstream(file) << (was = now);
    CAPTURE(language);
    CHECK(now == was);
  }
}

TEST_CASE("a language that nobody reads out has no voice, and never another one's [R33]") {
  CHECK(spoken_language("ti") == nullptr);
  CHECK(spoken_language("so") == nullptr);
  CHECK(spoken_language("ckb") == nullptr);
  CHECK(spoken_language("") == nullptr);
  CHECK(spoken_language("de-simple")->voice == "de");
  CHECK(spoken_language("fa-AF")->voice == "fa");
  CHECK(spoken_language("zh-Hans")->voice == "cmn");
}

TEST_CASE("a file of a language that is wrong is refused with its line") {
  const auto line = [](std::string_view more) {
    const auto parsed =
        parse_spoken_language("voice = de\nlocale = de\n" + std::string(more) + "\n");
    return parsed ? std::string() : parsed.failure().message;
  };
  CHECK(line("say z. B. = zum Beispiel").empty());
  CHECK(line("lawn = x") == "line 3");
  CHECK(line("law =") == "line 3");
  CHECK(line("days = a b c") == "line 3");
  CHECK(line("decimal = ;") == "line 3");
  CHECK_FALSE(parse_spoken_language("law = Paragraf\n"));
}

TEST_CASE("sentences end where they end") {
  CHECK(cut("Sie brauchen z. B. die Miete. Danach Nr. 5.", "de") ==
        Strings{"Sie brauchen z. B. die Miete.", "Danach Nr. 5."});
  CHECK(cut("Bis zum 3. November 2026. Im 2. Stock, Zimmer 5.", "de") ==
        Strings{"Bis zum 3. November 2026.", "Im 2. Stock, Zimmer 5."});
  CHECK(cut("Pass, Foto usw. Dann kommen Sie.", "de") ==
        Strings{"Pass, Foto usw.", "Dann kommen Sie."});
  CHECK(cut("Was ist das?\nEin Zuschuss!", "de") == Strings{"Was ist das?", "Ein Zuschuss!"});
  CHECK(cut("Seite https://www.herne.de/?wegweiser=anmelden&lang=de. Dafür brauchen Sie Internet.",
            "de") == Strings{"Seite https://www.herne.de/?wegweiser=anmelden&lang=de.",
                             "Dafür brauchen Sie Internet."});
  CHECK(cut("ما هذا؟ هذه مساعدة.", "ar") == Strings{"ما هذا؟", "هذه مساعدة."});
  CHECK(cut("这是什么？这是补助。", "zh-Hans") == Strings{"这是什么？", "这是补助。"});
  CHECK(cut(" \n – … ", "de").empty());
  CHECK(cut("\xFF\xC3", "de").empty());
}
