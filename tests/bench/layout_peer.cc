// layout-peer layout|raster|product FILE: our engine as one of the peers of a bench that measures
// HarfBuzz, Pango and Qt over the same texts. Lays out each line of FILE (<language>.txt) as a
// paragraph, 32 px, 960 px wide, from nothing every time, and prints one line, parted by tabs:
//   peer language paragraphs characters start_ms first_us cold_us warm_us lines glyphs missing
//   peak_kb
// start_ms is wall time from main() to the first paragraph, the others are CPU time of the thread;
// warm is the median of $BENCH_PASSES (9) passes over the file.
//   layout    with the peers' eight font files, the text as it is given
//   raster    the same, drawn on a page of 1080 × 1920
//   product   with the kiosk's own stack, all of it, and isolates around numbers and links
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/text/typesetter.h"

namespace {

using namespace kiosk;

constexpr Size page{1080, 1920};
constexpr Color paper{255, 255, 255};
constexpr Color ink{0, 0, 0};

double cpu_us() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double wall_ms() {
  using Milliseconds = std::chrono::duration<double, std::milli>;
  return Milliseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

struct Tally {
  std::size_t lines = 0;
  std::size_t glyphs = 0;
  int missing = 0;
};

class Peer {
 public:
  Peer(FontStack stack, std::string language, std::string_view mode)
      : typesetter_(std::move(stack)) {
    request_.isolation = mode == "product" ? Isolation::NumbersAndLinks : Isolation::AsGiven;
    request_.language = std::move(language);
    request_.style.size = 32;
    request_.width = 960;
    if (mode == "raster") {
      auto canvas = PageCanvas::open(page, typesetter_.stack().files());
      if (!canvas)
        throw std::runtime_error(canvas.failure().message);
      canvas_ = std::move(*canvas);
    }
  }

  void set(const std::string& text, Tally& tally) {
    request_.text = text;
    const Paragraph paragraph = typesetter_.set(request_);
    tally.lines += paragraph.lines.size();
    for (const Line& line : paragraph.lines)
      tally.glyphs += line.glyphs.size();
    tally.missing += paragraph.missing;
    if (canvas_ == nullptr)
      return;
    canvas_->fill({0, 0, page.width, std::min(page.height, static_cast<int>(paragraph.height))},
                  paper);
    canvas_->text(paragraph, 0, 0, ink, ink);
  }

 private:
  Typesetter typesetter_;
  ParagraphRequest request_;
  std::unique_ptr<PageCanvas> canvas_;
};

std::vector<std::string> paragraphs_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> found;
  for (std::string line; std::getline(in, line);)
    if (!line.empty())
      found.push_back(line);
  return found;
}

int passes_wanted() {
  const char* given = std::getenv("BENCH_PASSES");
  return given == nullptr ? 9 : std::max(1, std::atoi(given));
}

}  // namespace

int main(int argc, char** argv) {
  const double started = wall_ms();
  const std::string_view mode = argc == 3 ? argv[1] : "";
  if (mode != "layout" && mode != "raster" && mode != "product") {
    std::fprintf(stderr, "Usage: layout-peer layout|raster|product FILE\n");
    return 2;
  }
  const std::filesystem::path file = argv[2];
  auto stack = FontStack::read(mode == "product" ? BINARY_DIR "/share/wegweiser/fonts"
                                                 : BINARY_DIR "/tests/bench/peer-fonts");
  if (!stack) {
    std::fprintf(stderr, "%s\n", stack.failure().message.c_str());
    return 1;
  }
  Peer peer(*std::move(stack), file.stem().string(), mode);
  const auto texts = paragraphs_of(file);
  if (texts.empty()) {
    std::fprintf(stderr, "%s: no text\n", file.c_str());
    return 1;
  }
  std::size_t characters = 0;
  for (const std::string& text : texts)
    characters += static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & '\xC0') != '\x80'; }));

  Tally tally;
  const double begin = cpu_us();
  peer.set(texts.front(), tally);
  const double first = cpu_us() - begin;
  const double start = wall_ms() - started;
  for (std::size_t i = 1; i < texts.size(); ++i)
    peer.set(texts[i], tally);
  const double cold = cpu_us() - begin;
  std::vector<double> warm;
  for (int pass = passes_wanted(); pass > 0; --pass) {
    Tally again;
    const double before = cpu_us();
    for (const std::string& text : texts)
      peer.set(text, again);
    warm.push_back(cpu_us() - before);
  }
  std::sort(warm.begin(), warm.end());
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::printf("wegweiser_%s\t%s\t%zu\t%zu\t%.2f\t%.0f\t%.0f\t%.0f\t%zu\t%zu\t%d\t%ld\n", argv[1],
              file.stem().c_str(), texts.size(), characters, start, first, cold,
              warm[warm.size() / 2], tally.lines, tally.glyphs, tally.missing, usage.ru_maxrss);
  return 0;
}
