#include "kiosk/paper/text_runs.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

const std::unique_ptr<TextEngine>& engine() {
  static const std::unique_ptr<TextEngine> opened = [] {
    auto made = TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
    REQUIRE(made);
    return std::move(*made);
  }();
  return opened;
}

std::vector<std::string> texts(const std::string& text, const std::string& language,
                               float width = 0) {
  ParagraphRequest request;
  request.text = text;
  request.language = language;
  request.width = width;
  const Paragraph paragraph = engine()->layout(request);
  std::vector<std::string> found;
  for (const Line& line : paragraph.lines) {
    found.emplace_back();
    for (const TextRun& run : text_runs(line, paragraph.text)) {
      std::size_t bytes = 0;
      std::size_t glyphs = 0;
      std::string letters;
      for (const TextCluster& cluster : run.clusters) {
        const std::string words = run.text.substr(bytes, cluster.bytes);
        letters = run.direction == Direction::RightToLeft ? words + letters : letters + words;
        bytes += cluster.bytes;
        glyphs += cluster.glyphs;
      }
      CHECK(bytes == run.text.size());
      CHECK(glyphs == run.last - run.first);
      found.back() += letters;
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a line is read as it was written, whatever side it is seen from") {
  for (const auto& [text, language] :
       {std::pair{"Straße und Öffnungszeiten 9–12", "de"},
        std::pair{"هاتف 02323 16-0 في Herne.", "ar"}, std::pair{"أهلًا وسهلًا! لا إله، خلال", "ar"},
        std::pair{"می‌خواهم ثبت‌نام کنم", "fa"},
        std::pair{"क्षेत्र की जानकारी", "hi"}})
    CHECK(texts(text, language) == std::vector<std::string>{text});
}

TEST_CASE("spaces that hang at a line's end are not on paper, a hyphen that is drawn is") {
  const auto lines = texts("Wohnungs\u00ADgeber\u00ADbestätigung mitbringen", "de", 520);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "Wohnungsgeber\u00AD");
  CHECK(lines[1] == "bestätigung mitbringen");
}

TEST_CASE("what only orders the screen is not copied from paper") {
  CHECK(texts("Tel. \u206602323 16-0\u2069 \u200Fa\tb", "de") ==
        std::vector<std::string>{"Tel. 02323 16-0 a b"});
  // At a line's end too, where it hangs.
  CHECK(texts("صفحة \u20681\u2069 من \u20683\u2069", "ar") ==
        std::vector<std::string>{"صفحة 1 من 3"});
}
