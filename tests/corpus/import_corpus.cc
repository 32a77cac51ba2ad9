// import-corpus DIR: every region of DIR/integreat (pages.<slug>.json) goes the whole way: join,
// rules, bundle, library, and each page as the kiosk lays it out. Prints one line a region; status
// 1 when a page is lost, a tag is unaccounted for, a rule finds an error or a screen does not fit.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "content-engine/bundle/bundle_writer.h"
#include "content-engine/reader/library.h"
#include "content-engine/rules/rules.h"
#include "content-engine/source/integreat.h"
#include "content-engine/source/isolates.h"
#include "content-engine/source/tree.h"
#include "kiosk/screens/screen.h"
#include "kiosk/widgets/fits.h"

namespace fs = std::filesystem;
using namespace content;

namespace {

constexpr Date today{2026, 11, 23};

std::vector<IntegreatLanguage> answers_of(const fs::path& region) {
  std::vector<IntegreatLanguage> languages;
  for (const auto& entry : fs::directory_iterator(region)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with("pages.") || !name.ends_with(".json"))
      continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    auto pages = parse_integreat_pages(bytes, name);
    if (!pages) {
      std::printf("%s\n", pages.failure().message.c_str());
      continue;
    }
    languages.push_back({name.substr(6, name.size() - 11), name, *std::move(pages)});
  }
  std::sort(languages.begin(), languages.end(),
            [](const auto& a, const auto& b) { return a.slug < b.slug; });
  return languages;
}

// Every page of a place, as the kiosk would show it in one language.
int misfits_at(const kiosk::Place& place, const std::string& language, const Library& library,
               kiosk::TextEngine& text) {
  int found = 0;
  kiosk::Session session;
  session.language = language;
  session.trail = {{kiosk::ScreenKind::Home, "", 0}, place};
  const kiosk::Panel panel;
  for (int page = 0, pages = 1; page < pages; ++page) {
    session.trail.back().page = page;
    const kiosk::Scene scene = kiosk::make_scene(session, library, {.today = today}, panel, text);
    pages = scene.pages;
    for (const auto& line : kiosk::misfits(scene.root, {panel, session.theme, session.text_size}))
      if (++found <= 3)
        std::printf("%s %s page %d: %s\n", language.c_str(), place.id.c_str(), page + 1,
                    line.c_str());
  }
  return found;
}

// Walks as a visitor would: home → situation → list → page, down the whole tree.
struct Walk {
  const Library& library;
  kiosk::TextEngine& text;
  int pages = 0;
  int misfits = 0;

  void entries(const std::vector<TopicEntry>& list, const std::string& language) {
    for (const auto& entry : list) {
      if (entry.in_language) {
        ++pages;
        misfits += misfits_at({kiosk::ScreenKind::Topic, entry.id, 0}, language, library, text);
      }
      if (entry.children > 0)
        entries(library.topics_below(entry.id, language), language);
    }
  }
};

bool check(const fs::path& region, const Edition& base, kiosk::TextEngine& text) {
  const auto languages = answers_of(region);
  Imported imported = join_integreat(languages, base, {.today = today});
  IsolateFinder isolates;
  for (Topic& topic : imported.edition.topics)
    for (Page& page : topic.pages)
      for (Element& element : page.elements)
        isolates.mark(element, find_language(imported.edition.languages, page.language)->direction);
  bool good = !languages.empty() && imported.report.every_page_kept() &&
              imported.report.unaccounted().empty() && !has_errors(imported.findings);
  for (const auto& finding : judge(imported.edition, {}, today, text))
    if (finding.severity == Severity::Error) {
      std::printf("%s\n", to_line(finding, MessageLanguage::English).c_str());
      good = false;
    }
  const fs::path file = fs::temp_directory_path() / "wegweiser-import-corpus.bundle";
  const auto written = write_bundle(imported.edition, file);
  auto library =
      written ? Library::open(file) : Result<std::unique_ptr<Library>>(written.failure());
  if (!library) {
    std::printf("%s\n", library.failure().message.c_str());
    return false;
  }
  for (const auto& language : (*library)->languages()) {
    Walk walk{**library, text};
    for (const auto& situation : (*library)->situations())
      walk.entries((*library)->topics_of_situation(situation.id, language.tag), language.tag);
    const auto& counted = imported.report.pages().at(language.tag);
    std::printf("%s %s: %d pages in, %d shown, %d as life situations, %d misfits\n",
                region.filename().c_str(), language.tag.c_str(), counted.in, walk.pages,
                counted.situations, walk.misfits);
    good = good && walk.pages == counted.out && walk.misfits == 0;
  }
  fs::remove(file);
  return good;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 || !fs::is_directory(fs::path(argv[1]) / "integreat")) {
    std::fprintf(stderr,
                 "Usage: import-corpus DIR (with DIR/integreat/<region>/pages.<slug>.json)\n");
    return 2;
  }
  const auto base = read_source(SOURCE_DIR "/content/herne");
  auto text = kiosk::TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
  if (!base || !text) {
    std::fprintf(stderr, "no interface words or no fonts\n");
    return 1;
  }
  bool good = true;
  int regions = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(argv[1]) / "integreat"))
    if (entry.is_directory()) {
      ++regions;
      good = check(entry.path(), base->edition, **text) && good;
    }
  return good && regions > 0 ? 0 : 1;
}
