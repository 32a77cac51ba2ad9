#include "kiosk/screens/home.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content-engine/reader/offering_list.h"
#include "kiosk/screens/open_words.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/tile.h"

namespace kiosk {
namespace {

struct Grid {
  int across;
  int down;
};

// Larger text takes larger tiles, and so fewer of them on a page.
Grid grid(const Frame& frame) {
  if (!frame.portrait())
    return std::array{Grid{4, 4}, Grid{3, 3}, Grid{2, 2},
                      Grid{2, 2}}[static_cast<std::size_t>(frame.look().step())];
  return std::array{Grid{2, 7}, Grid{2, 5}, Grid{1, 5},
                    Grid{1, 5}}[static_cast<std::size_t>(frame.look().step())];
}

std::vector<ActionKey> lists(const Frame& frame);

std::vector<Tile> tiles(const Frame& frame) {
  std::vector<Tile> result;
  for (const content::WayIn& way : frame.library().situations())
    result.push_back({"situation:" + way.id,
                      {ActionKind::OpenSituation, way.id},
                      way.pictogram,
                      family_colors(frame.colors(), way.family),
                      frame.words()("situation." + way.id)});
  const FamilyColors ink = family_colors(frame.colors(), {});
  if (!frame.library().groups().empty())
    result.push_back(
        {"groups", {ActionKind::OpenGroups, {}}, "person", ink, frame.words()("home.groups")});
  if (frame.look().step() > 0)
    for (ActionKey& key : lists(frame))
      result.push_back({key.name, key.action, key.drawing, ink, key.word});
  // Where a place is left: what this is. The first screen and «Ich bin …» lead there always.
  if (!frame.portrait() || result.size() % 2 == 1)
    result.push_back(
        {"about", {ActionKind::OpenAbout, {}}, "info", ink, frame.words()("about.title")});
  return result;
}

// The town's lists: courses, events, places. What is not there has no key. They stand under the
// tiles, and among them where large words leave the row below to turning the page.
std::vector<ActionKey> lists(const Frame& frame) {
  const content::Registers& registers = frame.library().registers();
  const content::Here here = here_of(frame);
  std::vector<ActionKey> keys;
  if (!content::courses(registers, {}, here).empty())
    keys.push_back({"courses",
                    {ActionKind::OpenCourses, {}},
                    frame.words()("courses.title"),
                    "c-learn-german",
                    Rank::Plain});
  if (!content::coming_events(registers, here).empty())
    keys.push_back({"events",
                    {ActionKind::OpenEvents, {}},
                    frame.words()("events.title"),
                    "calendar",
                    Rank::Plain});
  if (!registers.places.empty())
    keys.push_back({"places",
                    {ActionKind::OpenPlaces, {}},
                    frame.words()("places.title"),
                    "place",
                    Rank::Plain});
  return keys;
}

// Cells a tile takes: in landscape «Ich bin …» fills up the last row.
int cells_of(const Frame& frame, const std::vector<Tile>& all, std::size_t i, int across) {
  if (frame.portrait() || all[i].name != "groups")
    return 1;
  const int rest = static_cast<int>(all.size()) % across;
  return rest == 0 ? 1 : across - rest + 1;
}

struct Cell {
  int page;
  int row;
  int column;
  int across;
};

std::vector<Cell> cells_in(const Frame& frame, const std::vector<Tile>& all, const Grid& shape) {
  std::vector<Cell> cells;
  int next = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const int wide = cells_of(frame, all, i, shape.across);
    const int row = next / shape.across;
    cells.push_back({row / shape.down, row % shape.down, next % shape.across,
                     std::min(wide, shape.across - next % shape.across)});
    next += cells.back().across;
  }
  if (cells.empty())
    cells.push_back({0, 0, 0, 1});
  return cells;
}

int words_height(const Frame& frame, const Tile& one, int width, const TileShape& shape) {
  return tile(frame.type(), one, {width, frame.px(400)}, shape).children.back().rect.height;
}

}  // namespace

Content home_screen(const Frame& frame) {
  Content content;
  int top = frame.top() + (frame.portrait() ? frame.px(4) : 0);
  Box title = frame.title(frame.words()("home.title"));
  const int title_height = title.rect.height;
  content.boxes.push_back(moved(std::move(title), frame.start(), top));
  top += title_height;
  if (frame.portrait()) {
    Box subtitle = frame.subtitle(frame.words()("home.subtitle"));
    const int height = subtitle.rect.height;
    content.boxes.push_back(moved(std::move(subtitle), frame.start(), top));
    top += height + frame.px(26);
  } else {
    top += frame.px(20);
  }

  top = frame.within_reach(content, top);
  const std::vector<Tile> all = tiles(frame);
  Grid shape = grid(frame);
  // Where the page is short there are fewer of them, and none too low for its words.
  const TileShape tile_shape =
      frame.portrait() ? TileShape{} : TileShape{.block = 108, .drawing = 84, .label = Type::S};
  const int narrowest = columns(frame.width(), shape.across, frame.look().gap()).front().width;
  int least = frame.px(100);
  for (const Tile& one : all)
    least = std::max(least, words_height(frame, one, narrowest, tile_shape) + frame.px(8));
  const int room = frame.above_actions() - top + frame.look().gap();
  shape.down = std::clamp(room / (least + frame.look().gap()), 1, shape.down);
  const auto places = columns(frame.width(), shape.across, frame.look().gap());
  const std::vector<Cell> cells = cells_in(frame, all, shape);
  content.pages = cells.back().page + 1;
  const int page = shown_page(frame.session(), content.pages);
  int rows = 1;
  for (const Cell& cell : cells)
    rows = std::max(rows, cell.row + 1);
  const int gap = frame.look().gap();
  std::vector<ActionKey> keys = frame.look().step() == 0 ? lists(frame) : std::vector<ActionKey>{};
  for (ActionKey& key : frame.page_keys(page, content.pages))
    keys.push_back(std::move(key));
  const int bottom = keys.empty() ? frame.bottom() - frame.px(28) : frame.above_actions();
  // Fewer tiles do not become much larger than the look's: air is better.
  const int full = (bottom - top - gap * (shape.down - 1)) / shape.down;
  const int height =
      std::min((bottom - top - gap * (rows - 1)) / rows, std::max(full, frame.px(200)));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Cell& cell = cells[i];
    if (cell.page != page)
      continue;
    const Column& first = places[static_cast<std::size_t>(cell.column)];
    const Column& last = places[static_cast<std::size_t>(cell.column + cell.across - 1)];
    const Size size{last.start + last.width - first.start, height};
    content.boxes.push_back(moved(tile(frame.type(), all[i], size, tile_shape),
                                  frame.start() + first.start, top + cell.row * (height + gap)));
  }
  if (!keys.empty())
    content.boxes.push_back(frame.actions(keys));
  return content;
}

}  // namespace kiosk
