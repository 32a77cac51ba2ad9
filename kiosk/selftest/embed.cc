// The build's own program: writes out_of_service_data.cc with the words, the subset fonts and the
// pictures of right-to-left lines that the out-of-service screen carries in itself.
//   embed-out-of-service WORDS FONTS OUTPUT
#include <hb-subset.h>

#include <cmath>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/platform/handle.h"
#include "kiosk/text/paragraph.h"

namespace {

using kiosk::Handle;
using Blob = Handle<hb_blob_t, hb_blob_destroy>;
using Face = Handle<hb_face_t, hb_face_destroy>;
using SubsetInput = Handle<hb_subset_input_t, hb_subset_input_destroy>;

struct Language {
  std::string tag;
  std::string title;
  std::string text;
};

struct Words {
  std::vector<Language> languages;
  std::map<std::string, std::string> other;
};

std::string unescaped(std::string text) {
  for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at))
    text.replace(at, 2, "\n");
  return text;
}

Words read_words(const std::filesystem::path& file) {
  Words words;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const auto equals = line.find(" = ");
    if (line.empty() || line.front() == '#')
      continue;
    if (equals == std::string::npos)
      throw std::runtime_error(file.string() + ": not «key = value»: " + line);
    const std::string key = line.substr(0, equals);
    const std::string value = unescaped(line.substr(equals + 3));
    const auto dot = key.find('.');
    if (dot == std::string::npos)
      words.other[key] = value;
    else if (key.substr(dot) == ".title")
      words.languages.push_back({key.substr(0, dot), value, {}});
    else
      words.languages.back().text = value;
  }
  if (words.languages.empty())
    throw std::runtime_error(file.string() + ": no languages");
  return words;
}

kiosk::Paragraph lay_out(kiosk::TextEngine& engine, const Language& language, bool title) {
  kiosk::ParagraphRequest request;
  request.text = title ? language.title : language.text;
  request.language = language.tag;
  request.style.size = title ? 48 : 41;  // M and S of the look
  request.style.weight = title ? kiosk::Weight::SemiBold : kiosk::Weight::Regular;
  request.style.line_height = 1.34F;
  return engine.layout(request);
}

struct Picture {
  kiosk::Size size;
  std::string coverage;
};

// The letters of a line as they would lie on the page; black on white turned to coverage.
Picture draw(const kiosk::Paragraph& paragraph, kiosk::TextEngine& engine) {
  if (paragraph.missing > 0)
    throw std::runtime_error("a letter that no font of the stack has");
  Picture picture{{static_cast<int>(std::ceil(paragraph.width)) + 2,
                   static_cast<int>(std::ceil(paragraph.height))},
                  {}};
  const auto canvas = kiosk::PageCanvas::open(picture.size, engine.fonts());
  if (!canvas)
    throw std::runtime_error(canvas.failure().message);
  (*canvas)->fill({0, 0, picture.size.width, picture.size.height}, {255, 255, 255});
  (*canvas)->text(paragraph, 1, 0, {0, 0, 0}, {0, 0, 0});
  for (int y = 0; y < picture.size.height; ++y)
    for (int x = 0; x < picture.size.width; ++x)
      picture.coverage += static_cast<char>(255 - (*canvas)->surface().at(x, y).red);
  return picture;
}

std::string subset(const std::filesystem::path& file, hb_set_t* characters) {
  const Blob blob(hb_blob_create_from_file_or_fail(file.c_str()));
  if (!blob)
    throw std::runtime_error(file.string() + " cannot be read");
  const Face face(hb_face_create(blob.get(), 0));
  const SubsetInput input(hb_subset_input_create_or_fail());
  hb_set_set(hb_subset_input_unicode_set(input.get()), characters);
  const Face cut(hb_subset_or_fail(face.get(), input.get()));
  if (!cut)
    throw std::runtime_error(file.string() + " cannot be cut down");
  const Blob result(hb_face_reference_blob(cut.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(result.get(), &length);
  return {data, length};
}

// Letters that a town's name, a telephone number or a code may need, whatever the words say.
constexpr hb_codepoint_t latin_first = 0x20;
constexpr hb_codepoint_t latin_last = 0x17F;
// Dashes, quotes, the ellipsis: what the service screens write beside them.
constexpr hb_codepoint_t marks_first = 0x2010;
constexpr hb_codepoint_t marks_last = 0x2027;

void add_characters(hb_set_t* characters, const std::string& text) {
  const Handle<hb_buffer_t, hb_buffer_destroy> buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, -1);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  for (unsigned i = 0; i < count; ++i)
    hb_set_add(characters, infos[i].codepoint);
}

class Output final {
 public:
  explicit Output(const std::filesystem::path& file) : out_(file) {
    out_ << "// Written by embed-out-of-service.\n#include \"kiosk/selftest/embedded.h\"\n\n"
            "#include <array>\n\nnamespace kiosk {\nnamespace {\n\n";
  }

  void bytes(const std::string& name, const std::string& bytes) {
    out_ << "constexpr unsigned char " << name << "[] = {";
    for (std::size_t i = 0; i < bytes.size(); ++i)
      out_ << (i % 32 == 0 ? "\n" : "") << static_cast<int>(static_cast<unsigned char>(bytes[i]))
           << ',';
    out_ << "};\n";
  }
  std::ostream& text() { return out_; }
  void close(const std::filesystem::path& file) {
    out_.close();
    if (!out_)
      throw std::runtime_error(file.string() + " cannot be written");
  }

 private:
  std::ofstream out_;
};

std::string quoted(const std::string& text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '\n')
      literal += "\\n";
    else if (c == '"' || c == '\\')
      literal += {'\\', c};
    else
      literal += c;
  }
  return literal + "\"";
}

// One language's row of the table; its pictures, if it needs them, go before it.
std::string row(const Language& language, kiosk::TextEngine& engine, Output& output) {
  const kiosk::Paragraph title = lay_out(engine, language, true);
  const kiosk::Paragraph text = lay_out(engine, language, false);
  if (title.direction == kiosk::Direction::LeftToRight)
    return "{" + quoted(language.tag) + ", " + quoted(language.title) + ", " +
           quoted(language.text) + ", {}, {}}";
  std::string line = "{" + quoted(language.tag) + ", {}, {}";
  int number = 0;
  for (const kiosk::Paragraph* paragraph : {&title, &text}) {
    const Picture picture = draw(*paragraph, engine);
    const std::string name = language.tag + "_picture_" + std::to_string(++number);
    output.bytes(name, picture.coverage);
    line += ", {" + std::to_string(picture.size.width) + ", " +
            std::to_string(picture.size.height) + ", " + name + "}";
  }
  return line + "}";
}

void embed(const std::filesystem::path& words_file, const std::filesystem::path& fonts,
           const std::filesystem::path& output_file) {
  const Words words = read_words(words_file);
  auto engine = kiosk::TextEngine::open(fonts);
  if (!engine)
    throw std::runtime_error(engine.failure().message);
  Output output(output_file);
  const Handle<hb_set_t, hb_set_destroy> characters(hb_set_create());
  hb_set_add_range(characters.get(), latin_first, latin_last);
  hb_set_add_range(characters.get(), marks_first, marks_last);
  std::string rows;
  for (const Language& language : words.languages) {
    const std::string line = row(language, **engine, output);
    if (line.find("_picture_") == std::string::npos)
      add_characters(characters.get(), language.title + language.text);
    rows += "    " + line + ",\n";
  }
  for (const char* cut : {"Regular", "SemiBold", "Bold"})
    output.bytes(cut, subset(fonts / ("NotoSans-" + std::string(cut) + ".ttf"), characters.get()));
  output.text() << "constexpr EmbeddedLanguage languages[] = {\n"
                << rows << "};\nconstexpr EmbeddedWords words{";
  for (const char* key : {"fire", "police", "phone", "terminal"})
    output.text() << quoted(words.other.at(key)) << ", ";
  output.text()
      << "};\nconstexpr EmbeddedFonts fonts{Regular, SemiBold, Bold};\n\n}  // namespace\n\n"
         "std::span<const EmbeddedLanguage> embedded_languages() { return languages; }\n"
         "const EmbeddedWords& embedded_words() { return words; }\n"
         "const EmbeddedFonts& embedded_fonts() { return fonts; }\n\n}  // namespace kiosk\n";
  output.close(output_file);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 4)
      throw std::runtime_error("embed-out-of-service WORDS FONTS OUTPUT");
    embed(argv[1], argv[2], argv[3]);
    return 0;
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "embed-out-of-service: %s\n", failure.what());
    return 1;
  }
}
