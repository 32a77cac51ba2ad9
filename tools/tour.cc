#include "tools/tour.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "content-engine/reader/offering_list.h"
#include "content-engine/reader/place_list.h"
#include "kiosk/canvas/png_file.h"
#include "kiosk/screens/beside_german.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/widgets/fits.h"
#include "tools/standpoint.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;
using content::Done;
using content::Failure;
using content::Refusal;
using content::Result;

constexpr std::array<const char*, 3> languages{"de", "tr", "ar"};
struct Sheet {
  const char* name;
  Panel panel;
};
const std::array<Sheet, 2> sheets{
    {{"portrait", {.size = {1080, 1920}}}, {"landscape", {.size = {1920, 1080}}}}};

// Every page of one screen.
Result<Done> walk(Darkroom& room, const std::string& screen, const std::string& language,
                  const Sheet& sheet, Moment moment, const fs::path& folder,
                  std::vector<std::string>& misfitting) {
  for (int page = 1, pages = 1; page <= pages; ++page) {
    const auto stand = standpoint(screen, language, page);
    if (!stand)
      return Failure{Refusal::Invalid, screen + " is no screen"};
    moment.idle_seconds_left = stand->idle_seconds_left;
    const Scene scene = make_scene(stand->session, room.library, moment, sheet.panel, room.text);
    pages = scene.pages;
    std::string name = screen + "." + language + "." + sheet.name;
    std::replace(name.begin(), name.end(), ':', '-');
    if (pages > 1)
      name += "." + std::to_string(page);
    if (const auto written =
            write_picture(room.text, room.canvases, scene,
                          {sheet.panel, stand->session.theme, stand->session.text_size},
                          folder / (name + ".png"));
        !written)
      return written.failure();
    for (const std::string& line : misfits(scene.root, Look{.panel = sheet.panel}))
      misfitting.push_back(name + ": " + line);
  }
  return Done{};
}

}  // namespace

namespace {

// Places, courses and events, each list with all it leads to.
void add_lists(const content::Library& library, const std::string& language,
               std::vector<std::string>& screens) {
  const content::Registers& registers = library.registers();
  const content::Here here{library.town(), {}, language, {library.town().edition, 0}};
  screens.insert(screens.end(), {"places", "courses", "course-list", "events"});
  if (!content::places_speaking(registers, here).empty())
    screens.emplace_back("places-speaking");
  for (const std::string_view kind : content::kinds_of_places(registers))
    screens.push_back("places:" + std::string(kind));
  for (const content::Place& place : registers.places)
    screens.push_back("place:" + place.id);
  for (const content::Offering& offering : registers.offerings)
    if (content::coming(registers, offering.id, here))
      screens.push_back("offering:" + offering.id);
}

}  // namespace

std::vector<std::string> screens_of(const content::Library& library, const std::string& language) {
  std::vector<std::string> screens{"attract", "languages", "home", "groups"};
  std::vector<std::string> topics;
  const auto remember = [&](const std::vector<content::TopicEntry>& entries) {
    for (const content::TopicEntry& entry : entries) {
      if (entry.children > 0)
        screens.push_back("below:" + entry.id);
      const std::string topic = "topic:" + entry.id;
      if (std::find(topics.begin(), topics.end(), topic) == topics.end())
        topics.push_back(topic);
    }
  };
  for (const content::WayIn& way : library.situations()) {
    screens.push_back("situation:" + way.id);
    remember(library.topics_of_situation(way.id, language));
  }
  for (const content::WayIn& way : library.groups())
    screens.push_back("group:" + way.id);
  for (const std::string& topic : topics) {
    screens.push_back(topic);
    const std::string id = topic.substr(topic.find(':') + 1);
    const auto page = library.page(id, language, library.town().edition);
    if (page && stands_beside_german(*page))
      screens.push_back("beside:" + id);
    if (page)
      screens.push_back("take:" + id);
    if (page && !page->sensitive)  // a sensitive topic has no card
      screens.push_back("staff:" + id);
  }
  add_lists(library, language, screens);
  screens.insert(screens.end(),
                 {"emergency", "about", "search", "search:a", "index", "text-sizes", "idle",
                  "silence:ask", "silence:no-voice", "silence:broken", "spoken:text-sizes"});
  if (!topics.empty())
    screens.push_back("reading:" + topics.front());
  return screens;
}

Result<Done> write_picture(TextEngine& text, std::vector<std::unique_ptr<PageCanvas>>& canvases,
                           const Scene& scene, const Look& look, const fs::path& file) {
  const Size size = look.panel.size;
  auto canvas = std::find_if(canvases.begin(), canvases.end(),
                             [&](const auto& other) { return other->size() == size; });
  if (canvas == canvases.end()) {
    auto opened = PageCanvas::open(size, text.fonts());
    if (!opened)
      return opened.failure();
    canvases.push_back(std::move(*opened));
    canvas = std::prev(canvases.end());
  }
  (*canvas)->fill(scene.root.rect, scene.ground);
  draw(scene.root, **canvas, look);
  return write_png((*canvas)->surface(), file);
}

Result<std::vector<std::string>> write_tour(Darkroom& room, const Moment& moment,
                                            const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    return Failure{Refusal::Unavailable, folder.string() + ": " + error.message()};
  std::vector<std::string> misfitting;
  for (const char* language : languages) {
    if (room.library.language(language) == nullptr)
      continue;
    for (const std::string& screen : screens_of(room.library, language))
      for (const Sheet& sheet : sheets)
        if (const auto done = walk(room, screen, language, sheet, moment, folder, misfitting);
            !done)
          return done.failure();
  }
  return misfitting;
}

}  // namespace kiosk
