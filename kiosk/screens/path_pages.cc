#include "kiosk/screens/path_pages.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/stops.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/path.h"

namespace kiosk {
namespace {

std::vector<Column> columns_of(const Frame& frame) {
  // Two columns where the panel is wide and the words are not.
  const bool one = frame.portrait() || frame.look().step() > 1;
  return columns(frame.width(), one ? 1 : 2, frame.px(60));
}

enum class Actions { No, Yes };

struct Space {
  const Frame& frame;
  const PathText& text;
  std::size_t across;
  Actions actions;

  int top(std::size_t page) const { return page == 0 ? text.first_top : text.next_top; }
  int height(std::size_t column) const {
    const bool last_of_page = (column + 1) % across == 0;
    const int bottom = actions == Actions::Yes && last_of_page ? frame.above_actions()
                                                               : frame.bottom() - frame.px(24);
    return bottom - top(column / across);
  }
};

}  // namespace

int path_column_width(const Frame& frame) {
  return columns_of(frame).front().width;
}

PathPages path_pages(const Frame& frame, const Frame& outer, PathText text) {
  const auto places = columns_of(frame);
  const std::size_t across = places.size();
  Space space{frame, text, across, text.keys.empty() ? Actions::No : Actions::Yes};
  const Room room = [&space](std::size_t column) { return space.height(column); };
  const Look& look = frame.look();

  auto dealt = flow(look, text.stops, room);
  if (dealt.size() > across) {
    space.actions = Actions::Yes;
    const int lowest = std::min({room(0), room(across - 1), room(2 * across - 1)});
    cut_tall_parts(text.stops, look, lowest);
    dealt = flow(look, text.stops, room);
  }
  PathPages result;
  result.pages = static_cast<int>((dealt.size() + across - 1) / across);
  result.page = shown_page(outer.session(), result.pages);
  const std::size_t page = static_cast<std::size_t>(result.page);
  for (std::size_t i = 0; i < across && page * across + i < dealt.size(); ++i) {
    const std::size_t column = page * across + i;
    const PathEnd end = column + 1 == dealt.size() ? PathEnd::Ends : PathEnd::GoesOn;
    Box box = path(frame.type(), text.colors, text.stops, dealt[column],
                   {places[i].width, room(column)}, end);
    result.text.push_back(moved(std::move(box), frame.start() + places[i].start, space.top(page)));
  }
  std::vector<ActionKey> keys = std::move(text.keys);
  for (ActionKey& key : outer.page_keys(result.page, result.pages))
    keys.push_back(std::move(key));
  if (!keys.empty())
    result.actions.push_back(moved(action_row(outer.type(), keys, places.back().width),
                                   outer.start() + places.back().start, outer.action_top()));
  return result;
}

}  // namespace kiosk
