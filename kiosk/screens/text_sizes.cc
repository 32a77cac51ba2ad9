#include "kiosk/screens/text_sizes.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/choice_key.h"

namespace kiosk {
namespace {

constexpr int sizes = 4;

std::string spoken_of(const Frame& frame, const std::string& word, bool on) {
  return frame.words()(on ? "choice.on" : "choice.off", {name("choice", word)});
}

// In its own size, up to `largest`.
Box size_key(const Frame& frame, int step, TextSize largest, int width, int least_height) {
  Look look = frame.look();
  look.text_size = std::min(static_cast<TextSize>(step), largest);
  const bool chosen = step == static_cast<int>(frame.session().text_size);
  const std::string word = frame.words()("text-size.size-" + std::to_string(step));
  return choice_key(frame.type().with_look(look),
                    {"size:" + std::to_string(step),
                     {ActionKind::ChooseTextSize, std::to_string(step)},
                     word,
                     chosen ? Chosen::Yes : Chosen::No,
                     spoken_of(frame, word, chosen)},
                    width, least_height);
}

// The words stay as they are whatever is chosen above: nothing moves under the hand.
Box toggle_key(const Frame& frame, const std::string& name, ActionKind action,
               const std::string& word, bool on, int width, int least_height) {
  Look look = frame.look();
  // Beside each other they have half the width.
  look.text_size =
      std::min(look.text_size, frame.session().hearing.guided ? TextSize::Normal : TextSize::Plus1);
  return choice_key(
      frame.type().with_look(look),
      {name, {action, {}}, word, on ? Chosen::Yes : Chosen::No, spoken_of(frame, word, on)}, width,
      least_height);
}

// Without seeing there is one choice more, beside the other.
std::vector<Box> toggle_keys(const Frame& frame, int width, int least_height) {
  const Session& session = frame.session();
  std::vector<Box> keys{toggle_key(frame, "low-reach", ActionKind::ToggleLowReach,
                                   frame.words()("low-reach.choice"), session.low_reach, width,
                                   least_height)};
  if (session.hearing.guided)
    keys.push_back(toggle_key(frame, "dark", ActionKind::ToggleDark, frame.words()("speech.dark"),
                              session.hearing.dark, width, least_height));
  return keys;
}

int toggle_height(const Frame& frame, int least) {
  const auto places =
      columns(frame.width(), frame.session().hearing.guided ? 2 : 1, frame.look().gap());
  int height = least;
  for (const Box& key : toggle_keys(frame, places[0].width, least))
    height = std::max(height, key.rect.height);
  return height;
}

}  // namespace

Content text_sizes_screen(const Frame& frame) {
  Content content;
  int top = frame.top() + frame.px(frame.portrait() ? 20 : 8);
  Box title = frame.title(frame.words()("text-size.title"));
  const int title_height = title.rect.height;
  content.boxes.push_back(moved(std::move(title), frame.start(), top));
  top = frame.within_reach(content, top + title_height + frame.px(frame.portrait() ? 26 : 14));

  const int across = frame.portrait() ? 1 : 2;
  const auto places = columns(frame.width(), across, frame.look().gap());
  const int rows = sizes / across;
  const int least = frame.px(frame.portrait() ? 104 : 88);
  const auto row_height = [&](int row, TextSize largest) {
    int height = least;
    for (int i = 0; i < across; ++i)
      height = std::max(height, size_key(frame, row * across + i, largest,
                                         places[static_cast<std::size_t>(i)].width, least)
                                    .rect.height);
    return height;
  };
  const auto room_for = [&](TextSize largest) {
    int bottom = top + toggle_height(frame, least);
    for (int row = 0; row < rows; ++row)
      bottom += row_height(row, largest) + frame.look().gap();
    return bottom <= frame.above_actions();
  };
  TextSize largest = TextSize::Plus3;
  while (largest != TextSize::Normal && !room_for(largest))
    largest = static_cast<TextSize>(static_cast<int>(largest) - 1);
  for (int row = 0; row < rows; ++row) {
    const int height = row_height(row, largest);
    for (int i = 0; i < across; ++i) {
      const Column& place = places[static_cast<std::size_t>(i)];
      content.boxes.push_back(moved(size_key(frame, row * across + i, largest, place.width, height),
                                    frame.start() + place.start, top));
    }
    top += height + frame.look().gap();
  }
  const auto below =
      columns(frame.width(), frame.session().hearing.guided ? 2 : 1, frame.look().gap());
  std::size_t at = 0;
  for (Box& key : toggle_keys(frame, below[0].width, toggle_height(frame, least)))
    content.boxes.push_back(moved(std::move(key), frame.start() + below[at++].start, top));
  content.boxes.push_back(frame.actions(
      {{"done", {ActionKind::Back, {}}, frame.words()("text-size.done"), "check", Rank::Main}}));
  return content;
}

}  // namespace kiosk
