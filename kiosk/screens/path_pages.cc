#include "kiosk/screens/path_pages.h"

#include <algorithm>
#include <set>
#include <utility>

#include "kiosk/screens/hearing_row.h"
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

// Low panels have room for one row: while a text is read aloud its pages turn by themselves.
bool turns_itself(const Frame& outer) {
  return !outer.portrait() && hearing_row_height(outer) > 0;
}

std::vector<ActionKey> keys_on(const Frame& outer, const PathText& text, int page, int pages) {
  if (turns_itself(outer))
    return {};
  std::vector<ActionKey> keys;
  if (page == 0 || page + 1 == pages)
    keys = text.end_keys;
  keys.insert(keys.end(), text.keys.begin(), text.keys.end());
  for (ActionKey& key : outer.page_keys(page, pages))
    keys.push_back(std::move(key));
  return keys;
}

// What the columns of all pages have room for.
struct Space {
  const Frame& frame;
  const Frame& outer;
  const PathText& text;
  std::vector<Column> places;
  Column actions;
  int action_rows = 0;
  std::set<std::size_t> low{};  // pages with keys, where a low hand must reach them

  int rows(int page, int pages) const {
    return action_rows_needed(outer.type(), keys_on(outer, text, page, pages), actions.width);
  }
  // Whatever page it is, one of as many figures as there are among them.
  int highest = 99;
  void reserve_rows() {
    action_rows = std::max({rows(0, 3), rows(highest - 11, highest), rows(2, 3)});
  }
  int top(std::size_t page) const {
    const int usual = page == 0 ? text.first_top : text.next_top;
    return low.contains(page) ? std::max(usual, frame.look().reach_row()) : usual;
  }
  int height(std::size_t column) const {
    const std::size_t across = places.size();
    const bool last_of_page = (column + 1) % across == 0;
    const bool over_actions = last_of_page || (wide_actions() && action_rows > 0);
    const int bottom = action_rows > 0 && over_actions ? frame.above_actions(action_rows)
                                                       : frame.bottom() - frame.px(24);
    return bottom - top(column / across);
  }
  // Across with the bar raised there is no room for two rows of keys in one column.
  bool wide_actions() const { return frame.look().low_reach && !frame.portrait(); }
  int lowest() const {
    const std::size_t across = places.size();
    int least = std::min({height(0), height(across - 1), height(2 * across - 1)});
    for (const std::size_t page : low)
      least = std::min(least, height((page + 1) * across - 1));
    return least;
  }
};

Space space_of(const Frame& frame, const Frame& outer, const PathText& text) {
  Space space{frame, outer, text, {}, {0, outer.width()}};
  if (text.column) {
    space.places = {*text.column};
  } else {
    space.places = columns_of(frame);
    if (!space.wide_actions())
      space.actions = space.places.back();
  }
  return space;
}

bool has_key(const Box& box) {
  return box.role == Role::Key || std::any_of(box.children.begin(), box.children.end(), has_key);
}

bool has_key(const Stop& stop, std::size_t first, std::size_t last) {
  for (std::size_t part = first; part < last && part < stop.parts.size(); ++part)
    if (has_key(stop.parts[part].box))
      return true;
  return std::any_of(stop.beside.begin(), stop.beside.end(),
                     [](const Stop& other) { return has_key(other, 0, other.parts.size()); });
}

// A page with a key in its text that was not known to have one: it begins lower, and everything is
// dealt again.
bool lowers_a_page(Space& space, const std::vector<std::vector<Segment>>& dealt) {
  if (!space.frame.look().low_reach)
    return false;
  bool lowered = false;
  for (std::size_t column = 0; column < dealt.size(); ++column)
    for (const Segment& segment : dealt[column])
      if (has_key(space.text.stops[segment.stop], segment.first, segment.last))
        lowered = space.low.insert(column / space.places.size()).second || lowered;
  return lowered;
}

// The keys' words hold the number of a page: three figures may need a row more.
bool has_more_figures(Space& space, std::size_t columns) {
  if (columns <= static_cast<std::size_t>(space.highest) * space.places.size() ||
      space.highest > 99)
    return false;
  const int before = space.action_rows;
  space.highest = 999;
  space.reserve_rows();
  return space.action_rows != before;
}

}  // namespace

int path_room(const Frame& frame, const Frame& outer, const PathText& text) {
  Space space = space_of(frame, outer, text);
  space.reserve_rows();
  if (frame.look().low_reach)
    space.low = {0, 1};
  return space.lowest();
}

int path_column_width(const Frame& frame) {
  return columns_of(frame).front().width;
}

PathPages path_pages(const Frame& frame, const Frame& outer, PathText text) {
  Space space = space_of(frame, outer, text);
  const std::vector<Column>& places = space.places;
  const std::size_t across = places.size();
  const Room room = [&space](std::size_t column) { return space.height(column); };
  const Look& look = frame.look();

  space.action_rows = space.rows(0, 1);
  std::vector<std::vector<Segment>> dealt;
  do {
    dealt = flow(look, text.stops, room);
    if (dealt.size() > across || !space.low.empty()) {
      if (dealt.size() > across)
        space.reserve_rows();
      cut_tall_parts(text.stops, look, space.lowest());
      dealt = flow(look, text.stops, room);
    }
  } while (has_more_figures(space, dealt.size()) || lowers_a_page(space, dealt));
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
  const std::vector<ActionKey> keys = keys_on(outer, text, result.page, result.pages);
  if (!keys.empty())
    result.actions.push_back(moved(
        action_rows(outer.type(), keys, space.actions.width), outer.start() + space.actions.start,
        outer.action_top(action_rows_needed(outer.type(), keys, space.actions.width))));
  return result;
}

}  // namespace kiosk
