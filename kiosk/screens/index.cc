#include "kiosk/screens/index.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/alphabet.h"
#include "kiosk/screens/key_list.h"
#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

Box letter_key(const Frame& frame, const IndexLetter& letter, Size size) {
  const Look& look = frame.look();
  Box box = key(look, "letter:" + letter.label, {ActionKind::OpenIndex, letter.label}, size);
  const auto count = static_cast<long>(letter.topics.size());
  box.spoken =
      frame.words()("index.letter", {name("letter", letter.label), number("count", count)});
  Box word = frame.type().fitted(box.name + "/label", {letter.label},
                                 {.type = Type::L,
                                  .weight = Weight::Bold,
                                  .color = frame.colors().ink,
                                  .alignment = Alignment::Center},
                                 size.width - 2 * look.outline());
  box.children.push_back(centered_at(std::move(word), look.outline(),
                                     size.height - look.lower_edge() + look.outline()));
  return box;
}

// The office's word, and below it what the visitor would say.
Box term_key(const Frame& frame, const content::TopicEntry& topic, int width, int least_height) {
  ListKey line = topic_line(frame, topic);
  if (line.second.text.empty() && term_of(topic) != topic.title)
    line.second = line.title;
  line.title = {term_of(topic)};
  return list_key(frame.type(), frame.type_in(topic.title_language), line, width, least_height);
}

void add_letters(const Frame& frame, Content& content, const std::vector<IndexLetter>& letters,
                 int top) {
  const int across = frame.portrait() ? 6 : 10;
  const int gap = frame.look().gap();
  const Box line = frame.type().line("line", {"A"}, {.type = Type::L, .weight = Weight::Bold});
  const int high = std::max({frame.px(128), static_cast<int>(frame.look().em(Type::L) * 1.7F),
                             line.rect.height + frame.look().lower_edge()});
  const auto places = columns(frame.width(), across, gap);
  const int count = static_cast<int>(letters.size());
  int rows = std::max(1, (frame.bottom() - frame.px(28) - top + gap) / (high + gap));
  if (count > rows * across)
    rows = std::max(1, (frame.above_actions() - top + gap) / (high + gap));
  content.pages = std::max(1, (count + rows * across - 1) / (rows * across));
  const int page = shown_page(frame.session(), content.pages);
  const int first = page * rows * across;
  for (int i = first; i < std::min(count, first + rows * across); ++i) {
    const Column& place = places[static_cast<std::size_t>(i % across)];
    content.boxes.push_back(
        moved(letter_key(frame, letters[static_cast<std::size_t>(i)], {place.width, high}),
              frame.start() + place.start, top + (i - first) / across * (high + gap)));
  }
  if (const auto keys = frame.page_keys(page, content.pages); !keys.empty())
    content.boxes.push_back(frame.actions(keys));
}

}  // namespace

Content index_screen(const Frame& frame) {
  Content content;
  const std::string& id = frame.session().place().id;
  const auto letters =
      by_letters(topics_in(frame.library(), frame.language().tag), frame.language().format_locale);
  const auto chosen = std::find_if(letters.begin(), letters.end(),
                                   [&](const IndexLetter& letter) { return letter.label == id; });
  int top = frame.top() + (frame.portrait() ? frame.px(4) : 0);
  Box title = frame.title(chosen == letters.end() ? frame.words()("index.title") : chosen->label);
  if (chosen != letters.end())
    title.spoken = frame.words()(
        "index.letter",
        {name("letter", chosen->label), number("count", static_cast<long>(chosen->topics.size()))});
  const int title_height = title.rect.height;
  content.boxes.push_back(moved(std::move(title), frame.start(), top));
  top = frame.within_reach(content, top + title_height + frame.px(26));
  if (chosen == letters.end()) {
    add_letters(frame, content, letters, top);
    return content;
  }
  const int width = list_key_width(frame);
  add_key_list(
      frame, content, chosen->topics.size(),
      [&](std::size_t i, int height) { return term_key(frame, chosen->topics[i], width, height); },
      top,
      {{"all-letters",
        {ActionKind::OpenIndex, {}},
        frame.words()("index.all-letters"),
        "topics-a-z",
        Rank::Plain}});
  return content;
}

}  // namespace kiosk
