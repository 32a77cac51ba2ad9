#include "kiosk/screens/courses.h"

#include <algorithm>
#include <array>
#include <utility>

#include "content-engine/reader/offering_list.h"
#include "kiosk/screens/list_page.h"
#include "kiosk/screens/offering_words.h"
#include "kiosk/screens/open_words.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/choice_key.h"

namespace kiosk {
namespace {

using content::Coming;

// Words that stand in one block of keys; the first is what a course is, the last where it is.
int block_of(std::string_view word) {
  constexpr std::array<std::string_view, 5> blocks{"level:", "type:", "time:", "c", "district:"};
  const auto at = std::find_if(blocks.begin(), blocks.end(),
                               [&](std::string_view start) { return word.starts_with(start); });
  return static_cast<int>(at - blocks.begin());
}

// Keys beside each other: levels are short, everything else may be long.
int across_of(const Frame& frame, int block) {
  const int step = frame.look().step();
  if (!frame.portrait())
    return block == 0 && step < 2 ? 6 : step > 1 ? 2 : 4;
  if (block == 0)
    return step > 1 ? 3 : 6;
  return step > 1 ? 1 : 2;
}

Box choice(const Frame& frame, const std::string& word, int width) {
  const bool chosen = frame.session().course_wish.contains(word);
  const std::string label = wish_word(frame, word);
  const ChoiceKey key{"wish:" + word,
                      {ActionKind::ToggleCourseWish, word},
                      label,
                      chosen ? Chosen::Yes : Chosen::No,
                      frame.words()(chosen ? "choice.on" : "choice.off", {name("choice", label)})};
  return choice_key(frame.type(), key, width, frame.px(frame.portrait() ? 100 : 88));
}

// One row of keys of equal height.
struct Row {
  std::vector<Box> keys;
  std::vector<int> starts;
  int height = 0;
  int block = 0;
};

std::vector<Row> rows_of(const Frame& frame, const std::vector<std::string>& words) {
  std::vector<Row> rows;
  std::size_t at = 0;
  while (at < words.size()) {
    const int block = block_of(words[at]);
    const auto places = columns(frame.width(), across_of(frame, block), frame.look().gap());
    Row row{.block = block};
    for (std::size_t i = 0; i < places.size() && at < words.size() && block_of(words[at]) == block;
         ++i, ++at) {
      row.keys.push_back(choice(frame, words[at], places[i].width));
      row.starts.push_back(places[i].start);
      row.height = std::max(row.height, row.keys.back().rect.height);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// The same keys again at the height of the highest, so that a row is even.
Box even(Box key, int height) {
  const int more = height - key.rect.height;
  key.rect.height = height;
  for (Box& child : key.children)
    child = moved(std::move(child), 0, more / 2);
  return key;
}

int gap_before(const Frame& frame, const std::vector<Row>& rows, std::size_t at) {
  return at > 0 && rows[at].block != rows[at - 1].block ? frame.px(34) : frame.look().gap();
}

// The page of each row: a block that is not whole on a page begins on the next.
std::vector<int> pages_of(const Frame& frame, const std::vector<Row>& rows, int room) {
  std::vector<int> pages;
  int page = 0, used = 0;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    int needed = used > 0 ? gap_before(frame, rows, at) : 0;
    const bool begins = at == 0 || rows[at].block != rows[at - 1].block;
    for (std::size_t k = at; k < rows.size() && rows[k].block == rows[at].block; ++k)
      needed += rows[k].height + (k > at ? gap_before(frame, rows, k) : 0);
    const int alone = rows[at].height + (used > 0 ? gap_before(frame, rows, at) : 0);
    if (used > 0 && used + (begins ? needed : alone) > room) {
      ++page;
      used = 0;
    }
    used += rows[at].height + (used > 0 ? gap_before(frame, rows, at) : 0);
    pages.push_back(page);
  }
  return pages;
}

std::string empty_words(const Frame& frame, const char* key) {
  return frame.words()(key, {figures("phone", frame.library().town().phone)});
}

// Where there is nothing to choose from: why, and whom to ask.
std::vector<Box> when_empty(const Frame& frame, bool empty, const char* key) {
  if (!empty)
    return {};
  return {frame.type().text("none", {empty_words(frame, key)},
                            {.type = Type::M, .color = frame.colors().ink}, frame.width())};
}

Box list_entry(const Frame& frame, const Coming& coming, const std::string& title,
               const std::string& title_language, const std::string& line, int width, int height) {
  const ListKey spec{.name = "offering:" + coming.offering->id,
                     .action = {ActionKind::OpenOffering, coming.offering->id},
                     .title = {title},
                     .second = {line},
                     .second_drawing = "calendar"};
  return list_key(frame.type(), frame.type_in(title_language), spec, width, height);
}

}  // namespace

Content courses_screen(const Frame& frame) {
  const content::Registers& registers = frame.library().registers();
  const content::Here here = here_of(frame);
  const auto found = content::courses(registers, frame.session().course_wish, here);
  const long count = static_cast<long>(found.size());
  Content content;
  int top = frame.top() + frame.px(frame.portrait() ? 4 : 0);
  Box title = frame.title(frame.words()("courses.title"));
  int height = title.rect.height;
  content.boxes.push_back(moved(std::move(title), frame.start(), top));
  top += height;
  const char* say = count > 0 ? "courses.subtitle" : "courses.none";
  Box subtitle = frame.subtitle(empty_words(frame, say));
  height = subtitle.rect.height;
  content.boxes.push_back(moved(std::move(subtitle), frame.start(), top));
  top += height + frame.px(frame.portrait() ? 24 : 8);

  top = frame.within_reach(content, top);
  std::vector<Row> rows = rows_of(frame, content::words_of_courses(registers, here));
  const std::vector<int> page_of_row = pages_of(frame, rows, frame.above_actions() - top);
  content.pages = page_of_row.empty() ? 1 : page_of_row.back() + 1;
  const int shown = shown_page(frame.session(), content.pages);
  bool first = true;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    if (page_of_row[at] != shown)
      continue;
    top += first ? 0 : gap_before(frame, rows, at);
    first = false;
    for (std::size_t i = 0; i < rows[at].keys.size(); ++i)
      content.boxes.push_back(moved(even(std::move(rows[at].keys[i]), rows[at].height),
                                    frame.start() + rows[at].starts[i], top));
    top += rows[at].height;
  }
  std::vector<ActionKey> keys;
  if (content.pages > 1) {
    const bool last = shown + 1 == content.pages;
    keys.push_back({last ? "page:first" : "page:next",
                    {last ? ActionKind::FirstPage : ActionKind::NextPage, {}},
                    frame.words()("topic.go-to-page", {number("page", last ? 1 : shown + 2)}),
                    last ? "previous" : "next",
                    Rank::Plain});
  }
  if (!frame.session().course_wish.empty())
    keys.push_back({"forget-wish",
                    {ActionKind::ForgetCourseWish, {}},
                    frame.words()("courses.forget"),
                    "close",
                    Rank::Plain});
  if (count > 0)
    keys.push_back({"show-courses",
                    {ActionKind::OpenCourseList, {}},
                    frame.words()("courses.show", {number("count", count)}),
                    "next",
                    Rank::Main});
  if (!keys.empty())
    content.boxes.push_back(frame.actions(keys));
  return content;
}

Content course_list_screen(const Frame& frame) {
  const auto found =
      content::courses(frame.library().registers(), frame.session().course_wish, here_of(frame));
  const int width = list_key_width(frame);
  ListContent list{
      .head = {frame.words()("courses.found", {number("count", static_cast<long>(found.size()))}),
               frame.language().tag, "arrive", "c-learn-german"},
      .above = when_empty(frame, found.empty(), "courses.none")};
  list.count = found.size();
  list.key = [&](std::size_t i, int height) {
    return list_entry(frame, found[i], course_name(frame, *found[i].offering), frame.language().tag,
                      course_line(frame, found[i]), width, height);
  };
  return list_page(frame, std::move(list));
}

Content events_screen(const Frame& frame) {
  const auto found = content::coming_events(frame.library().registers(), here_of(frame));
  const int width = list_key_width(frame);
  ListContent list{
      .head = {frame.words()("events.title"), frame.language().tag, "voice", "calendar"},
      .above = when_empty(frame, found.empty(), "events.none")};
  list.count = found.size();
  list.key = [&](std::size_t i, int height) {
    return list_entry(frame, found[i], found[i].title, found[i].title_language,
                      event_line(frame, found[i]), width, height);
  };
  return list_page(frame, std::move(list));
}

}  // namespace kiosk
