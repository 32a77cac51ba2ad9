#include "kiosk/screens/home.h"

#include <algorithm>
#include <array>
#include <utility>

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
    return std::array{Grid{4, 4}, Grid{3, 4}, Grid{2, 3},
                      Grid{2, 3}}[static_cast<std::size_t>(frame.look().step())];
  return std::array{Grid{2, 7}, Grid{2, 5}, Grid{1, 6},
                    Grid{1, 6}}[static_cast<std::size_t>(frame.look().step())];
}

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
  return result;
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

  const std::vector<Tile> all = tiles(frame);
  const int count = static_cast<int>(all.size());
  Grid shape = grid(frame);
  const int each = shape.across * shape.down;
  content.pages = std::max(1, (count + each - 1) / each);
  const int page = shown_page(frame.session(), content.pages);
  const int first = page * each;
  const int last = std::min(count, first + each);
  const int gap = frame.look().gap();
  const int bottom = content.pages > 1 ? frame.above_actions() : frame.bottom() - frame.px(28);
  // Fewer tiles do not become larger than the look's: air is better.
  const int rows = std::max(1, (last - first + shape.across - 1) / shape.across);
  const int full = (bottom - top - gap * (shape.down - 1)) / shape.down;
  const int height = rows >= shape.down ? full
                                        : std::min((bottom - top - gap * (rows - 1)) / rows,
                                                   std::max(full, frame.px(200)));
  const auto places = columns(frame.width(), shape.across, gap);
  const TileShape tile_shape =
      frame.portrait() ? TileShape{} : TileShape{.block = 108, .drawing = 84, .label = Type::S};
  for (int i = first; i < last; ++i) {
    const int cell = i - first;
    const int across = cell % shape.across;
    Column place = places[static_cast<std::size_t>(across)];
    // The last tile takes the rest of a row of four, as «Ich bin …» does in the look.
    if (!frame.portrait() && i + 1 == count && across + 1 < shape.across) {
      const Column& end = places[static_cast<std::size_t>(std::min(across + 1, shape.across - 1))];
      place.width = end.start + end.width - place.start;
    }
    content.boxes.push_back(moved(
        tile(frame.type(), all[static_cast<std::size_t>(i)], {place.width, height}, tile_shape),
        frame.start() + place.start, top + (cell / shape.across) * (height + gap)));
  }
  if (const auto keys = frame.page_keys(page, content.pages); !keys.empty())
    content.boxes.push_back(frame.actions(keys));
  return content;
}

}  // namespace kiosk
