#include "tests/kiosk/text/case.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "kiosk/text/specimens.h"

namespace kiosk {

namespace {

void append_utf8(std::string& out, unsigned long c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    tail(6);
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    tail(12);
    tail(6);
  }
  tail(0);
}

StyleRange range_from(const std::string& value) {
  StyleRange range;
  const auto dash = value.find('-');
  range.start = static_cast<std::uint32_t>(std::stoul(value));
  range.end = static_cast<std::uint32_t>(std::stoul(value.substr(dash + 1)));
  return range;
}

void set(ParagraphRequest& request, const std::string& key, const std::string& value) {
  if (key == "lang") {
    request.language = value;
  } else if (key == "width") {
    request.width = std::stof(value);
  } else if (key == "size") {
    request.style.size = std::stof(value);
  } else if (key == "isolate") {
    request.isolation = value == "no" ? Isolation::AsGiven : Isolation::NumbersAndLinks;
  } else if (key == "dir") {
    request.direction = value == "auto"  ? BaseDirection::FirstStrong
                        : value == "rtl" ? BaseDirection::RightToLeft
                                         : BaseDirection::LeftToRight;
  } else if (key == "strictness") {
    request.strictness = value == "strict"  ? Strictness::Strict
                         : value == "loose" ? Strictness::Loose
                                            : Strictness::Normal;
  } else if (key == "tracking") {
    request.style.tracking = std::stof(value);
  } else if (key == "bold") {
    request.ranges.push_back(range_from(value));
    request.ranges.back().weight = Weight::Bold;
    request.ranges.back().color = 1;
  } else if (key == "ltr") {
    request.ranges.push_back(range_from(value));
    request.ranges.back().isolate = StyleRange::Isolate::LeftToRight;
  } else {
    throw std::runtime_error("unknown key " + key);
  }
}

Case read_case(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  Case result;
  result.name = file.stem().string();
  std::string line;
  while (std::getline(in, line) && !line.empty()) {
    if (line.front() == ';')
      continue;
    const auto equals = line.find(" = ");
    if (equals == std::string::npos)
      throw std::runtime_error(file.string() + ": " + line);
    set(result.request, line.substr(0, equals), line.substr(equals + 3));
  }
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (text.ends_with('\n'))
    text.pop_back();
  result.request.text = unescaped(text);
  return result;
}

}  // namespace

std::string unescaped(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text.compare(i, 3, "\\u{") == 0 || text.compare(i, 3, "\\x{") == 0;
    if (!escape) {
      out += text[i];
      continue;
    }
    const unsigned long value = std::stoul(text.substr(i + 3), nullptr, 16);
    if (text[i + 1] == 'x')
      out += static_cast<char>(value);
    else
      append_utf8(out, value);
    i = text.find('}', i);
  }
  return out;
}

std::vector<Case> read_cases(const std::filesystem::path& folder) {
  std::vector<Case> cases;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    cases.push_back(read_case(entry.path()));
  auto specimens = read_specimens(BINARY_DIR "/share/wegweiser/fonts");
  if (!specimens)
    throw std::runtime_error(specimens.failure().message);
  for (Specimen& specimen : *specimens) {
    Case one{"specimen-" + specimen.language, {}};
    one.request.text = std::move(specimen.text);
    one.request.language = std::move(specimen.language);
    one.request.style.size = 32;
    one.request.width = 480;
    cases.push_back(std::move(one));
  }
  std::sort(cases.begin(), cases.end(),
            [](const Case& a, const Case& b) { return a.name < b.name; });
  return cases;
}

FontStack built_stack() {
  auto stack = FontStack::read(BINARY_DIR "/share/wegweiser/fonts");
  if (!stack)
    throw std::runtime_error(stack.failure().message);
  return *std::move(stack);
}

}  // namespace kiosk
