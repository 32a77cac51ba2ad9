#include "kiosk/widgets/flow.h"

#include <doctest/doctest.h>

using namespace kiosk;

namespace {

Part part(int height) {
  Part result;
  result.box.rect = {0, 0, 800, height};
  return result;
}

Stop stop(std::vector<int> heights) {
  Stop result;
  result.drawing = "info";
  Box heading;
  heading.rect = {0, 0, 800, 64};
  result.heading = heading;
  for (const int height : heights)
    result.parts.push_back(part(height));
  return result;
}

std::vector<std::vector<Segment>> dealt(const std::vector<Stop>& stops, int height) {
  return flow({}, stops, [height](std::size_t) { return height; });
}

using Columns = std::vector<std::vector<Segment>>;

}  // namespace

TEST_CASE("stops that fit stand in one column") {
  CHECK(dealt({stop({100}), stop({100})}, 600) == Columns{{{0, 0, 1}, {1, 0, 1}}});
}

TEST_CASE("a stop that does not fit any more moves on whole") {
  CHECK(dealt({stop({200}), stop({100, 100})}, 500) == Columns{{{0, 0, 1}}, {{1, 0, 2}}});
}

TEST_CASE("only a stop taller than a column is split, between its parts") {
  CHECK(dealt({stop({200, 200, 200})}, 500) == Columns{{{0, 0, 2}}, {{0, 2, 3}}});
}

TEST_CASE("a heading or the beginning of a card never ends a column") {
  Stop card = stop({200, 60, 60, 60});
  card.parts[1].holds = card.parts[2].holds = Hold::Next;
  CHECK(dealt({card}, 440) == Columns{{{0, 0, 1}}, {{0, 1, 4}}});
  // What is too tall for any column goes anyway.
  Stop tall = stop({200, 200, 200});
  tall.parts[0].holds = tall.parts[1].holds = Hold::Next;
  CHECK(dealt({tall}, 500) == Columns{{{0, 0, 2}}, {{0, 2, 3}}});
}

TEST_CASE("a part taller than a column goes anyway, alone") {
  CHECK(dealt({stop({900, 100})}, 500) == Columns{{{0, 0, 1}}, {{0, 1, 2}}});
}

TEST_CASE("a text without stops is one empty column") {
  CHECK(dealt({}, 500) == Columns{{}});
}

TEST_CASE("the last node leaves room for the dots of a path that goes on") {
  // The second stop's node ends at 263; with the dots below it, it needs 331.
  const std::vector<Stop> stops{stop({100}), stop({}), stop({100, 100})};
  CHECK(dealt(stops, 331)[0].size() == 2);
  CHECK(dealt(stops, 330)[0].size() == 1);
}
