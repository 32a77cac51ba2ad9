#include "kiosk/screens/groups.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/tile.h"

namespace kiosk {

Content groups_screen(const Frame& frame) {
  Content content;
  int top = frame.top() + frame.px(4);
  Box title = frame.title(frame.words()("groups.title"));
  int height = title.rect.height;
  content.boxes.push_back(moved(std::move(title), frame.start(), top));
  top += height;
  Box subtitle = frame.subtitle(frame.words()("groups.subtitle"));
  height = subtitle.rect.height;
  content.boxes.push_back(moved(std::move(subtitle), frame.start(), top));
  top += height + frame.px(26);

  top = frame.within_reach(content, top);
  const auto groups = frame.library().groups();
  const int count = static_cast<int>(groups.size());
  const int across =
      frame.portrait() ? (frame.look().step() > 1 ? 1 : 2) : (frame.look().step() > 1 ? 2 : 3);
  const int all_rows = std::max(1, (count + across - 1) / across);
  const int gap = frame.look().gap();
  const int room = frame.above_actions() - top;
  const int lowest = frame.px(
      std::array{120.0, 150.0, 200.0, 230.0}[static_cast<std::size_t>(frame.look().step())]);
  const int rows = std::clamp((room + gap) / (lowest + gap), 1, all_rows);
  const int tall = std::min(frame.px(300), (room - gap * (rows - 1)) / rows);
  content.pages = (all_rows + rows - 1) / rows;
  const int page = shown_page(frame.session(), content.pages);
  const auto places = columns(frame.width(), across, gap);
  const FamilyColors ink = family_colors(frame.colors(), {});
  const bool large = tall >= frame.px(200);
  const TileShape shape =
      large ? TileShape{.block = 160, .drawing = 116} : TileShape{.block = 116, .drawing = 84};
  const int first = page * rows * across;
  for (int i = first; i < std::min(count, first + rows * across); ++i) {
    const content::WayIn& way = groups[static_cast<std::size_t>(i)];
    const Column& place = places[static_cast<std::size_t>(i % across)];
    const Tile spec{"group:" + way.id,
                    {ActionKind::OpenGroup, way.id},
                    way.pictogram,
                    ink,
                    frame.words()("group." + way.id)};
    content.boxes.push_back(moved(tile(frame.type(), spec, {place.width, tall}, shape),
                                  frame.start() + place.start,
                                  top + ((i - first) / across) * (tall + gap)));
  }
  std::vector<ActionKey> keys;
  if (frame.look().step() == 0)  // large words leave room for one key
    keys.push_back(
        {"about", {ActionKind::OpenAbout, {}}, frame.words()("about.title"), "info", Rank::Plain});
  if (content.pages == 1)
    keys.push_back({"all-topics",
                    {ActionKind::OpenHome, {}},
                    frame.words()("groups.all"),
                    "topics-a-z",
                    Rank::Plain});
  for (ActionKey& key : frame.page_keys(page, content.pages))
    keys.push_back(std::move(key));
  content.boxes.push_back(frame.actions(keys));
  return content;
}

}  // namespace kiosk
