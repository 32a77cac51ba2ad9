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
  // Without seeing there is one choice more, beside the other.
  const auto choices = [&](int width, int least_height) {
    std::vector<Box> keys{toggle_key(frame, "low-reach", ActionKind::ToggleLowReach,
                                     frame.words()("low-reach.choice"), frame.session().low_reach,
                                     width, least_height)};
    if (frame.session().hearing.guided)
      keys.push_back(toggle_key(frame, "dark", ActionKind::ToggleDark, frame.words()("speech.dark"),
                                frame.session().hearing.dark, width, least_height));
    return keys;
  };
  const auto below =
      columns(frame.width(), frame.session().hearing.guided ? 2 : 1, frame.look().gap());
  int height = least;
  for (const Box& key : choices(below[0].width, least))
    height = std::max(height, key.rect.height);
  std::size_t at = 0;
  for (Box& key : choices(below[0].width, height))
    content.boxes.push_back(moved(std::move(key), frame.start() + below[at++].start, top));
  content.boxes.push_back(frame.actions(
      {{"done", {ActionKind::Back, {}}, frame.words()("text-size.done"), "check", Rank::Main}}));
  return content;
}

}  // namespace kiosk
