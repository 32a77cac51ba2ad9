#include "kiosk/screens/groups.h"

#include <algorithm>
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

  const auto groups = frame.library().groups();
  const int count = static_cast<int>(groups.size());
  const int across = !frame.portrait() ? 3 : frame.look().step() > 1 ? 1 : 2;
  const int rows = std::max(1, (count + across - 1) / across);
  const int gap = frame.look().gap();
  const int room = frame.above_actions() - top;
  const int tall = std::min(frame.px(300), (room - gap * (rows - 1)) / rows);
  const auto places = columns(frame.width(), across, gap);
  const FamilyColors ink = family_colors(frame.colors(), {});
  const bool large = tall >= frame.px(200);
  const TileShape shape =
      large ? TileShape{.block = 160, .drawing = 116} : TileShape{.block = 116, .drawing = 84};
  for (int i = 0; i < count; ++i) {
    const content::WayIn& way = groups[static_cast<std::size_t>(i)];
    const Column& place = places[static_cast<std::size_t>(i % across)];
    const Tile spec{"group:" + way.id,
                    {ActionKind::OpenGroup, way.id},
                    way.pictogram,
                    ink,
                    frame.words()("group." + way.id)};
    content.boxes.push_back(moved(tile(frame.type(), spec, {place.width, tall}, shape),
                                  frame.start() + place.start, top + (i / across) * (tall + gap)));
  }
  content.boxes.push_back(frame.actions(
      {{"about", {ActionKind::OpenAbout, {}}, frame.words()("about.title"), "info", Rank::Plain},
       {"all-topics",
        {ActionKind::OpenHome, {}},
        frame.words()("groups.all"),
        "topics-a-z",
        Rank::Plain}}));
  return content;
}

}  // namespace kiosk
