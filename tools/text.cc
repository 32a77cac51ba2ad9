// wegweiser-text: what the text engine makes of a text, for people, tests and other tools.
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/text/coverage.h"
#include "kiosk/text/typesetter.h"
#include "tools/arguments.h"

namespace {

using content::Arguments;
using content::MessageLanguage;
using content::Sentence;

constexpr int usage_error = 2;

const Sentence usage{
    "Aufruf: wegweiser-text --lang TAG --width PX --size PX [--dir ltr|rtl|auto] [--isolate] "
    "[--weight regular|medium|semibold|bold] [--strictness loose|normal|strict] [--fonts ORDNER] "
    "--json|--stages < TEXT\n"
    "        wegweiser-text --coverage [--fonts ORDNER]",
    "Usage: wegweiser-text --lang TAG --width PX --size PX [--dir ltr|rtl|auto] [--isolate] "
    "[--weight regular|medium|semibold|bold] [--strictness loose|normal|strict] [--fonts FOLDER] "
    "--json|--stages < TEXT\n"
    "       wegweiser-text --coverage [--fonts FOLDER]"};

std::optional<float> number(const std::optional<std::string>& text, float lowest) {
  float value = 0;
  if (!text)
    return std::nullopt;
  const char* end = text->data() + text->size();
  const auto [stopped, error] = std::from_chars(text->data(), end, value);
  if (error != std::errc() || stopped != end || !(value >= lowest && value <= 100'000))
    return std::nullopt;
  return value;
}

template <typename Choice>
std::optional<Choice> choice(const std::optional<std::string>& text, Choice otherwise,
                             std::initializer_list<std::pair<std::string_view, Choice>> choices) {
  if (!text)
    return otherwise;
  for (const auto& [name, value] : choices)
    if (*text == name)
      return value;
  return std::nullopt;
}

std::string decimal(float value) {
  char text[32];
  const auto end =
      std::to_chars(text, text + sizeof text, value == 0 ? 0 : value, std::chars_format::fixed);
  return {text, end.ptr};
}

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      out += escape;
      continue;
    }
    if (c == '"' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string json(const kiosk::Paragraph& paragraph, const std::vector<kiosk::FontFile>& fonts) {
  std::vector<std::string> paths;
  for (const kiosk::FontFile& font : fonts)
    paths.push_back(quoted(std::filesystem::absolute(font.path).lexically_normal().string()));
  std::string out = "{\"lines\":[";
  for (const kiosk::Line& line : paragraph.lines) {
    if (out.back() != '[')
      out += ',';
    out += "{\"start\":" + std::to_string(line.start) + ",\"end\":" + std::to_string(line.end);
    out +=
        line.direction == kiosk::Direction::RightToLeft ? ",\"dir\":\"rtl\"" : ",\"dir\":\"ltr\"";
    out += ",\"baseline\":" + decimal(line.baseline) + ",\"glyphs\":[";
    for (const kiosk::Glyph& glyph : line.glyphs) {
      if (out.back() != '[')
        out += ',';
      out += "{\"font\":" + paths[glyph.font] +
             ",\"face_index\":" + std::to_string(fonts[glyph.font].face_index) +
             ",\"gid\":" + std::to_string(glyph.id) +
             ",\"cluster\":" + std::to_string(glyph.cluster) + ",\"x\":" + decimal(glyph.x) +
             ",\"y\":" + decimal(glyph.y) + ",\"advance\":" + decimal(glyph.advance) + "}";
    }
    out += "]}";
  }
  return out + "]}\n";
}

std::string stages(kiosk::Typesetter& typesetter, const kiosk::ParagraphRequest& request) {
  const auto& fonts = typesetter.stack().files();
  std::string out;
  for (const auto& stage : typesetter.stages(request)) {
    out += "segments\n" + stage.segmented.dump();
    out += "items\n" + stage.itemised.dump(stage.segmented.text, fonts);
    out += "glyphs\n" + stage.shaped.dump(stage.segmented, stage.itemised, typesetter.faces());
    out += "lines\n" + kiosk::dump(stage.lines);
  }
  return out;
}

std::optional<kiosk::ParagraphRequest> request_from(const Arguments& arguments) {
  using kiosk::BaseDirection;
  using kiosk::Strictness;
  using kiosk::Weight;
  const auto language = arguments.value("--lang");
  const auto width = number(arguments.value("--width"), 0);
  const auto size = number(arguments.value("--size"), 1);
  const auto direction =
      choice<BaseDirection>(arguments.value("--dir"), BaseDirection::FromLanguage,
                            {{"ltr", BaseDirection::LeftToRight},
                             {"rtl", BaseDirection::RightToLeft},
                             {"auto", BaseDirection::FirstStrong}});
  const auto weight = choice<Weight>(arguments.value("--weight"), Weight::Regular,
                                     {{"regular", Weight::Regular},
                                      {"medium", Weight::Medium},
                                      {"semibold", Weight::SemiBold},
                                      {"bold", Weight::Bold}});
  const auto strictness =
      choice<Strictness>(arguments.value("--strictness"), Strictness::OfLanguage,
                         {{"loose", Strictness::Loose},
                          {"normal", Strictness::Normal},
                          {"strict", Strictness::Strict}});
  if (!language || language->empty() || !width || !size || *size > 2000 || !direction || !weight ||
      !strictness)
    return std::nullopt;
  kiosk::ParagraphRequest request;
  request.language = *language;
  request.width = *width;
  request.style.size = *size;
  request.style.weight = *weight;
  request.direction = *direction;
  request.strictness = *strictness;
  // Laid out as given, unless told: --isolate does what the kiosk does with content.
  request.isolation =
      arguments.has("--isolate") ? kiosk::Isolation::NumbersAndLinks : kiosk::Isolation::AsGiven;
  return request;
}

int run(const Arguments& arguments, MessageLanguage language) {
  const auto fail = [language](const Sentence& sentence) {
    std::cerr << (language == MessageLanguage::German ? sentence.german : sentence.english) << "\n";
    return usage_error;
  };
  if (const auto& mistake = arguments.mistake())
    return fail(*mistake);
  const bool coverage = arguments.has("--coverage");
  const bool as_stages = arguments.has("--stages");
  if (!arguments.positional().empty() || coverage + as_stages + arguments.has("--json") != 1)
    return fail(usage);

  std::filesystem::path fonts =
      std::filesystem::canonical("/proc/self/exe").parent_path().parent_path() /
      "share/wegweiser/fonts";
  if (const auto given = arguments.value("--fonts"))
    fonts = *given;
  auto stack = kiosk::FontStack::read(fonts);
  if (!stack) {
    std::cerr << stack.failure().message << "\n";
    return 1;
  }
  kiosk::Typesetter typesetter(*std::move(stack));
  if (coverage) {
    const auto rows = kiosk::coverage(typesetter);
    std::cout << kiosk::table(rows);
    return kiosk::complete(rows) ? 0 : 1;
  }

  auto request = request_from(arguments);
  if (!request)
    return fail(usage);
  request->text.assign(std::istreambuf_iterator<char>(std::cin), {});
  // The newline that ends a file is not a paragraph of its own.
  if (request->text.ends_with('\n'))
    request->text.pop_back();
  std::cout << (as_stages ? stages(typesetter, *request)
                          : json(typesetter.set(*request), typesetter.stack().files()));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const MessageLanguage language = content::message_language_of_environment();
  try {
    return run(Arguments::parse(content::command_line(argc, argv), {{"--lang"},
                                                                    {"--width"},
                                                                    {"--size"},
                                                                    {"--dir"},
                                                                    {"--weight"},
                                                                    {"--strictness"},
                                                                    {"--fonts"},
                                                                    {"--isolate", false},
                                                                    {"--json", false},
                                                                    {"--stages", false},
                                                                    {"--coverage", false}}),
               language);
  } catch (const std::exception& error) {
    std::cerr << "wegweiser-text: " << error.what() << "\n";
    return 1;
  }
}
