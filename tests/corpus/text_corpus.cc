// text-corpus DIR: lays out every paragraph of DIR/udhr/<language>.txt at several widths and sizes
// and holds the engine's promises against it. Prints one line a language; status 1 on any breach.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/kiosk/text/invariants.h"

namespace {

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);)
    if (!line.empty())
      lines.push_back(line);
  return lines;
}

struct Tally {
  int paragraphs = 0;
  int layouts = 0;
  int missing = 0;
  int breaches = 0;
};

Tally check(kiosk::Typesetter& typesetter, const std::filesystem::path& file) {
  constexpr float widths[] = {0, 90, 320, 640, 960};
  constexpr int shown = 5;
  Tally tally;
  for (const std::string& text : lines_of(file)) {
    ++tally.paragraphs;
    for (const float width : widths) {
      for (const auto isolation : {kiosk::Isolation::AsGiven, kiosk::Isolation::NumbersAndLinks}) {
        kiosk::ParagraphRequest request;
        request.text = text;
        request.language = file.stem().string();
        request.style.size = 32;
        request.width = width;
        request.isolation = isolation;
        ++tally.layouts;
        for (const std::string& breach : kiosk::broken_promises(typesetter, request))
          if (++tally.breaches <= shown)
            std::printf("%s %.0f px, paragraph %d: %s\n", request.language.c_str(),
                        static_cast<double>(width), tally.paragraphs, breach.c_str());
        tally.missing += typesetter.set(request).missing;
      }
    }
  }
  return tally;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !std::filesystem::is_directory(std::filesystem::path(argv[1]) / "udhr")) {
    std::fprintf(stderr, "Usage: text-corpus DIR (with DIR/udhr/<language>.txt)\n");
    return 2;
  }
  auto stack = kiosk::FontStack::read(BINARY_DIR "/share/wegweiser/fonts");
  if (!stack) {
    std::fprintf(stderr, "%s\n", stack.failure().message.c_str());
    return 1;
  }
  kiosk::Typesetter typesetter(*std::move(stack));
  bool good = false;
  std::vector<std::filesystem::path> files;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(argv[1]) / "udhr"))
    if (entry.path().extension() == ".txt")
      files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  good = !files.empty();
  for (const auto& file : files) {
    const Tally tally = check(typesetter, file);
    std::printf("%-6s %4d paragraphs %5d layouts %3d uncovered %4d breaches\n", file.stem().c_str(),
                tally.paragraphs, tally.layouts, tally.missing, tally.breaches);
    good = good && tally.breaches == 0 && tally.missing == 0;
  }
  return good ? 0 : 1;
}
