#include "kiosk/paper/pdf_canvas.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

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

std::unique_ptr<PdfCanvas> sheet() {
  auto opened = PdfCanvas::open({}, {"Wohnsitz anmelden", "de", {2026, 11, 3}}, engine()->fonts());
  REQUIRE(opened);
  return std::move(*opened);
}

void write(PdfCanvas& canvas, const std::string& text, const std::string& language, float top,
           float width = 1700) {
  ParagraphRequest request;
  request.text = text;
  request.language = language;
  request.width = width;
  canvas.text(engine()->layout(request), 200, top, {0, 0, 0}, {0, 80, 120});
}

// What poppler's `program` says about the file.
std::string poppler(const std::string& program, const std::string& options,
                    const std::string& pdf) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("wegweiser-paper-" + std::to_string(getpid()) + ".pdf");
  std::ofstream(file, std::ios::binary) << pdf;
  FILE* pipe = popen((program + " " + options + " '" + file.string() + "' " +
                      (program == "pdftotext" ? "-" : "") + " 2>&1")
                         .c_str(),
                     "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  for (std::array<char, 4096> chunk; std::size_t got = fread(chunk.data(), 1, chunk.size(), pipe);)
    text.append(chunk.data(), got);
  CHECK(pclose(pipe) == 0);
  std::filesystem::remove(file);
  return text;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Without the embeddings that pdftotext puts around words that run right to left.
std::string plain(std::string text) {
  for (const char last : {'\xAA', '\xAB', '\xAC'})
    for (std::size_t at; (at = text.find(std::string("\xE2\x80") + last)) != std::string::npos;)
      text.erase(at, 3);
  return text;
}

std::string closed_up(std::string text) {
  std::erase(text, ' ');
  return text;
}

}  // namespace

TEST_CASE("what is printed can be copied, in every script and in reading order") {
  const auto canvas = sheet();
  const std::array<std::pair<const char*, const char*>, 13> texts{
      {{"Die Anmeldung ist gebührenfrei, Büro 9–12 Uhr.", "de"},
       {"Kaydınızı iki hafta içinde yaptırın: İletişim ofisi.", "tr"},
       {"Зареєструйте місце проживання.", "uk"},
       {"سجل عنوانك في مكتب التسجيل.", "ar"},
       {"سجل خلال الأسبوع ولا رسوم ولا موعد", "ar"},
       {"می‌خواهم ثبت‌نام کنم", "fa"},
       {"اپنا پتہ درج کرائیں", "ur"},
       {"רשמו את הכתובת שלכם", "he"},
       {"अपना पता दर्ज कराएँ", "hi"},
       {"ኣድራሻኹም ኣመዝግቡ", "ti"},
       {"请登记您的住址", "zh-Hans"},
       {"ลงทะเบียนที่อยู่", "th"},
       {"Đăng ký nơi cư trú", "vi"}}};
  for (const auto& [text, language] : texts) {
    write(*canvas, text, language, 200);
    canvas->next_page();
  }
  const auto pdf = canvas->finish();
  REQUIRE(pdf);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string page = std::to_string(i + 1);
    const std::string read =
        plain(poppler("pdftotext", "-enc UTF-8 -f " + page + " -l " + page, *pdf));
    // Nastaliq's letters hang under each other, which pdftotext takes for gaps.
    const bool leaning = std::string_view(texts[i].second) == "ur";
    CHECK_MESSAGE(
        has(leaning ? closed_up(read) : read, leaning ? closed_up(texts[i].first) : texts[i].first),
        texts[i].second << ": " << read);
  }
}

TEST_CASE("the page has a structure: headings, paragraphs, lists, links, and a title") {
  const auto canvas = sheet();
  canvas->begin(PdfRole::Heading);
  write(*canvas, "Wohnsitz anmelden", "de", 200);
  canvas->end();
  write(*canvas, "Innerhalb von zwei Wochen.", "de", 400);
  canvas->begin(PdfRole::List);
  for (const char* item : {"Ausweis", "Bestätigung"}) {
    canvas->begin(PdfRole::ListItem);
    write(*canvas, item, "de", *item == 'A' ? 600 : 700);
    canvas->end();
  }
  canvas->end();
  canvas->next_page();
  canvas->begin_link("https://www.herne.de/buergerbuero");
  write(*canvas, "www.herne.de", "de", 200);
  canvas->end();
  const auto pdf = canvas->finish();
  REQUIRE(pdf);
  const std::string info = poppler("pdfinfo", "", *pdf);
  CHECK(has(info, "Wohnsitz anmelden"));
  CHECK(has(info, "Pages:           2"));
  CHECK(has(info, "A4"));
  CHECK(has(info, "Tagged:          yes"));
  CHECK(has(*pdf, "/Lang (de)"));
  const std::string structure = poppler("pdfinfo", "-struct-text", *pdf);
  const auto place = [&](const std::string& part) { return structure.find(part); };
  CHECK(place("H1") < place("Wohnsitz anmelden"));
  CHECK(place("Wohnsitz anmelden") < place("Innerhalb von"));
  CHECK(place("Innerhalb von") < place("LBody"));
  CHECK(place("Ausweis") < place("Bestätigung"));
  CHECK(place("Bestätigung") < place("www.herne.de"));
  CHECK(has(poppler("pdfinfo", "-url", *pdf), "https://www.herne.de/buergerbuero"));
}

TEST_CASE("only the letters that are used go into the file, and the same page is the same file") {
  const auto make = [] {
    const auto canvas = sheet();
    canvas->fill({0, 0, 2100, 200}, {230, 240, 245});
    canvas->pictogram("phone", {100, 400, 160, 160}, {0, 80, 120}, Mirror::No);
    canvas->fill_rounded({100, 700, 600, 200}, 30, {0, 80, 120});
    canvas->stroke_rounded({900, 700, 600, 200}, 30, 6, {0, 80, 120});
    canvas->fill_circle(400, 1100, 90, {0, 80, 120});
    canvas->stroke_circle(700, 1100, 90, 8, {0, 80, 120});
    canvas->push_clip({100, 1300, 400, 100});
    write(*canvas, "请登记您的住址 😀 سجل عنوانك", "zh-Hans", 1300);
    canvas->pop_clip();
    auto pdf = canvas->finish();
    REQUIRE(pdf);
    return *pdf;
  };
  const std::string pdf = make();
  CHECK(pdf == make());
  CHECK(pdf.size() < 80'000);  // the Chinese font alone has 19 MB
  CHECK(has(poppler("pdffonts", "", pdf), "NotoSansCJK"));
  CHECK(has(poppler("pdftotext", "-enc UTF-8", pdf), "请登记您的住址"));
  CHECK(!has(pdf, BINARY_DIR));
}

TEST_CASE("a picture that cannot be read leaves its place empty") {
  const auto canvas = sheet();
  canvas->picture("image/png", "no picture", {100, 100, 400, 300});
  const auto pdf = canvas->finish();
  REQUIRE(pdf);
  CHECK(!has(poppler("pdfimages", "-list", *pdf), "image "));
}

TEST_CASE("mistakes of the caller are not printed") {
  CHECK_THROWS(sheet()->end());
  CHECK_THROWS(sheet()->pop_clip());
  CHECK_THROWS(sheet()->begin_link("javascript:alert(1)"));
  CHECK_THROWS(sheet()->begin_link("https://herne.de/ a"));
  const auto open = sheet();
  open->begin(PdfRole::List);
  CHECK_THROWS(static_cast<void>(open->finish()));
  CHECK(!PdfCanvas::open({0, 297, 10}, {}, engine()->fonts()));
}
