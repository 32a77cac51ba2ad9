// The printed sheet as an independent reader of PDF sees it: poppler's words in reading order, its
// structure, and the code as zbar reads it from the drawn page.
#include "kiosk/printing/sheet.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/fixtures/temporary_folder.h"
#include "tests/kiosk/screens/stage.h"

using namespace kiosk;

namespace {

std::string contents(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

std::string output_of(const std::string& command) {
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  for (std::array<char, 4096> chunk; std::size_t got = fread(chunk.data(), 1, chunk.size(), pipe);)
    text.append(chunk.data(), got);
  CHECK(pclose(pipe) == 0);
  return text;
}

class Press final {
 public:
  std::string print(const SheetOrder& order) {
    const auto pdf = make_sheet(order, stage.library, stage.moment, *stage.text);
    REQUIRE(pdf);
    std::ofstream(file, std::ios::binary) << *pdf;
    return *pdf;
  }
  // Without the embeddings that pdftotext puts around words that run right to left.
  std::string words() const {
    std::string text = output_of("pdftotext -enc UTF-8 '" + file.string() + "' -");
    for (const char last : {'\xAA', '\xAB', '\xAC'})
      for (std::size_t at; (at = text.find(std::string("\xE2\x80") + last)) != std::string::npos;)
        text.erase(at, 3);
    return text;
  }

  Stage stage;
  TemporaryFolder folder;
  std::filesystem::path file = folder / "sheet.pdf";
};

// Each of them, and in this order.
void check_order(const std::string& text, const std::vector<std::string>& parts) {
  std::size_t from = 0;
  for (const std::string& part : parts) {
    const std::size_t at = text.find(part, from);
    CHECK_MESSAGE(at != std::string::npos, part << " in " << text.substr(from));
    from = at == std::string::npos ? from : at + part.size();
  }
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_SUITE("printing/sheet") {
  TEST_CASE("a printed page is read in its order, right to left as well [R35]") {
    Press press;
    for (const char* language : {"de", "ar"}) {
      press.print({.topic = "anmelden", .language = language});
      const std::string read = press.words();
      const std::filesystem::path golden =
          std::filesystem::path(SOURCE_DIR "/tests/golden/sheets") /
          ("anmelden." + std::string(language) + ".txt");
      if (std::getenv("WEGWEISER_REBASELINE") != nullptr)
        std::ofstream(golden, std::ios::binary) << read;
      CHECK_MESSAGE(read == contents(golden), golden.filename().string() << ":\n" << read);
    }
  }

  TEST_CASE("what is not checked yet says so before anything else [R35]") {
    Press press;
    press.print({.topic = "anmelden", .language = "ar"});
    const auto page = press.stage.library.page("anmelden", "ar", press.stage.moment.today);
    REQUIRE(page);
    const Panel panel;
    Session session;
    session.language = "ar";
    const Frame frame(session, press.stage.library, press.stage.moment, panel, *press.stage.text);
    auto drafted = *page;
    drafted.provenance = content::Provenance::MachineDrafted;
    const auto pieces = sheet_text(frame, drafted);
    CHECK(pieces.front().kind == SheetKind::Notice);
    CHECK(pieces.at(1).kind == SheetKind::Title);
    drafted.provenance = content::Provenance::Checked;
    CHECK(sheet_text(frame, drafted).front().kind == SheetKind::Title);
  }

  TEST_CASE("what to bring stands in both languages, to be shown at the counter [R09]") {
    Press press;
    press.print({.topic = "anmelden", .language = "tr"});
    const auto ticks = [&](const char* language) {
      const auto page = press.stage.library.page("anmelden", language, press.stage.moment.today);
      REQUIRE(page);
      std::vector<std::string> found;
      for (const content::Element& element : page->elements)
        if (element.block == content::Block::Documents &&
            element.kind == content::ElementKind::Item)
          found.push_back(element.text.substr(0, 20));
      return found;
    };
    const auto own = ticks("tr");
    const auto german = ticks("de");
    REQUIRE(own.size() == german.size());
    REQUIRE_FALSE(own.empty());
    check_order(press.words(), {own.front(), german.front()});
  }

  TEST_CASE("the sheet has language, title, headings, lists and the town's address as a link") {
    Press press;
    const std::string pdf = press.print({.topic = "anmelden", .language = "ar"});
    CHECK(has(pdf, "/Lang (ar)"));
    const std::string info = output_of("pdfinfo '" + press.file.string() + "'");
    CHECK(has(info, "Tagged:          yes"));
    CHECK(has(info, "A4"));
    const std::string structure = output_of("pdfinfo -struct '" + press.file.string() + "'");
    check_order(structure, {"Sect", "H1", "H2", "L (", "LI", "Figure", "Link"});
    CHECK(has(output_of("pdfinfo -url '" + press.file.string() + "'"), "wegweiser=anmelden"));
  }

  TEST_CASE("the code on the sheet is read from the paper [R35]") {
    Press press;
    for (const SheetPaper paper : {SheetPaper::A4, SheetPaper::Receipt}) {
      press.print({.topic = "anmelden", .language = "ar", .paper = paper});
      output_of("pdftoppm -r 100 -png '" + press.file.string() + "' '" +
                (press.folder / "page").string() + "'");
      const std::string codes =
          output_of("zbarimg -q --raw " + (press.folder / "page").string() + "*.png || true");
      CHECK(has(codes, "wegweiser=anmelden&lang=ar"));
    }
  }

  TEST_CASE("a roll has the same words, narrow and on as many pages as it takes") {
    Press press;
    press.print({.topic = "anmelden", .language = "de", .paper = SheetPaper::Receipt});
    const std::string info = output_of("pdfinfo '" + press.file.string() + "'");
    CHECK(has(info, "226.772 x 841.89 pts"));
    const auto page = press.stage.library.page("anmelden", "de", press.stage.moment.today);
    check_order(press.words(), {page->title, "Stadt Herne", "wegweiser=anmelden"});
  }

  TEST_CASE("nothing sticks out of the paper or into the foot, in any language") {
    Press press;
    const Panel panel;
    for (const content::Language& language : press.stage.library.languages())
      for (const SheetPaper paper : {SheetPaper::A4, SheetPaper::Receipt})
        for (const char* topic : {"anmelden", "hilfe", "verein", "wegweisung-bus"}) {
          const auto page = press.stage.library.page(topic, language.tag, press.stage.moment.today);
          if (!page)
            continue;
          Session session;
          session.language = page->language;
          const Frame frame(session, press.stage.library, press.stage.moment, panel,
                            *press.stage.text);
          const SheetForm form = sheet_form(paper);
          const auto pieces = sheet_text(frame, *page);
          const auto pages = sheet_pages(pieces, form, frame.direction(), 400, *press.stage.text);
          std::size_t lines = 0;
          for (const SheetPage& one : pages) {
            REQUIRE(!one.parts.empty());
            for (const SheetPart& part : one.parts) {
              INFO(language.tag << " " << topic << ": " << part.words.text);
              lines += part.words.lines.size();
              CHECK(part.place.bottom() <= form.bottom);
              CHECK(part.place.y >= form.top);
              CHECK(part.place.right() <= form.page_width() - form.margin);
              CHECK(part.words.width <= static_cast<float>(part.place.width));
              CHECK(part.words.missing == 0);
            }
            // A heading is never the last on its page.
            CHECK(pieces.at(one.parts.back().piece).kind != SheetKind::Block);
          }
          CHECK(lines >= pieces.size() - 1);
        }
  }

  TEST_CASE(
      "the sheet is the same whoever asks, and says nothing of the fonts' or the kiosk's place") {
    Press press;
    const SheetOrder order{.topic = "hilfe", .language = "de"};
    const std::string once = press.print(order);
    press.stage.moment.idle_seconds_left = 7;
    press.stage.moment.hour = 15;
    CHECK(once == press.print(order));
    CHECK_FALSE(has(once, BINARY_DIR));
  }

  TEST_CASE("a topic that is not there in this language is not printed") {
    Press press;
    const auto nothing = make_sheet({.topic = "keines", .language = "de"}, press.stage.library,
                                    press.stage.moment, *press.stage.text);
    CHECK_FALSE(nothing);
  }
}
