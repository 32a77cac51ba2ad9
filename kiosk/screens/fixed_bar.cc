#include "kiosk/screens/fixed_bar.h"

#include <array>
#include <utility>

#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

// The places of the look: portrait (row, column), landscape (column), the one row of the first
// screen in portrait (column; none: not there). Asking a person has its
// place too, between these.
struct Spot {
  const char* drawing;
  ActionKind action;
  int row;
  int column;
  int landscape;
  int first_screen;
  BarRank rank;
};
constexpr std::array<Spot, 9> places{{
    {"language", ActionKind::OpenLanguages, 0, 0, 4, -1, BarRank::Plain},
    {"speak", ActionKind::Listen, 0, 1, 5, 0, BarRank::Plain},
    {"text-size", ActionKind::OpenTextSizes, 0, 2, 6, 1, BarRank::Plain},
    {"contrast", ActionKind::NextTheme, 0, 3, 7, 2, BarRank::Plain},
    {"emergency", ActionKind::OpenEmergency, 0, 4, 8, 4, BarRank::Alarm},
    {"back", ActionKind::Back, 1, 0, 0, -1, BarRank::Plain},
    {"home", ActionKind::OpenHome, 1, 1, 1, -1, BarRank::Plain},
    {"search", ActionKind::OpenSearch, 1, 2, 2, -1, BarRank::Plain},
    {"leave-now", ActionKind::Leave, 1, 4, 9, -1, BarRank::Leave},
}};

bool possible(const Frame& frame, const Spot& place) {
  const Session& session = frame.session();
  if (frame.nobody_here())
    return place.first_screen >= 0;
  if (place.action == ActionKind::Back)
    return session.trail.size() > 1;
  if (place.action == ActionKind::OpenHome || place.action == ActionKind::OpenSearch)
    return !session.language.empty();
  return true;
}

Here here(const Session& session, const Spot& place) {
  const ScreenKind screen = session.place().screen;
  const bool stands =
      (place.action == ActionKind::OpenHome && screen == ScreenKind::Home) ||
      (place.action == ActionKind::OpenTextSizes && screen == ScreenKind::TextSizes) ||
      (place.action == ActionKind::OpenSearch && screen == ScreenKind::Search) ||
      (place.action == ActionKind::OpenEmergency && screen == ScreenKind::Emergency) ||
      (place.action == ActionKind::OpenLanguages && screen == ScreenKind::Languages);
  return stands ? Here::Yes : Here::No;
}

}  // namespace

Box fixed_bar(const Frame& frame) {
  const BarShape shape = frame.bar_shape();
  std::vector<BarKey> keys;
  for (const Spot& place : places) {
    if (!possible(frame, place))
      continue;
    BarKey key;
    key.drawing = place.drawing;
    key.word = frame.words()(std::string("bar.") + place.drawing);
    key.action = {place.action, {}};
    if (place.action == ActionKind::Listen &&
        frame.session().hearing.state == Hearing::State::Reading) {
      key.sign = "stop";
      key.word = frame.words()("bar.stop");
    }
    // Touched again there it is the next size.
    if (place.action == ActionKind::OpenTextSizes &&
        frame.session().place().screen == ScreenKind::TextSizes)
      key.action = {ActionKind::NextTextSize, {}};
    key.rank = place.rank;
    key.here = here(frame.session(), place);
    if (shape.rows == 2) {
      key.row = place.row;
      key.column = place.column;
    } else {
      key.column = shape.columns == 10 ? place.landscape : place.first_screen;
    }
    keys.push_back(std::move(key));
  }
  return moved(bar(frame.type(), shape, keys, frame.words()("low-reach.on")), 0, frame.bar_top());
}

}  // namespace kiosk
