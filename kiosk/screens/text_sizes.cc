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

Box size_key(const Frame& frame, int step, int width, int least_height) {
  Look look = frame.look();
  look.text_size = static_cast<TextSize>(step);
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
Box low_reach_key(const Frame& frame, int width, int least_height) {
  Look look = frame.look();
  look.text_size = std::min(look.text_size, TextSize::Plus1);
  const bool on = frame.session().low_reach;
  const std::string word = frame.words()("low-reach.choice");
  return choice_key(frame.type().with_look(look),
                    {"low-reach",
                     {ActionKind::ToggleLowReach, {}},
                     word,
                     on ? Chosen::Yes : Chosen::No,
                     spoken_of(frame, word, on)},
                    width, least_height);
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
  for (int row = 0; row < rows; ++row) {
    int height = least;
    for (int i = 0; i < across; ++i)
      height = std::max(height, size_key(frame, row * across + i,
                                         places[static_cast<std::size_t>(i)].width, least)
                                    .rect.height);
    for (int i = 0; i < across; ++i) {
      const Column& place = places[static_cast<std::size_t>(i)];
      content.boxes.push_back(moved(size_key(frame, row * across + i, place.width, height),
                                    frame.start() + place.start, top));
    }
    top += height + frame.look().gap();
  }
  content.boxes.push_back(moved(low_reach_key(frame, frame.width(), least), frame.start(), top));
  content.boxes.push_back(frame.actions(
      {{"done", {ActionKind::Back, {}}, frame.words()("text-size.done"), "check", Rank::Main}}));
  return content;
}

}  // namespace kiosk
