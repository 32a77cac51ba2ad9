#include "kiosk/screens/topic_list.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/tile.h"

namespace kiosk {
namespace {

using content::TopicEntry;

struct List {
  std::string title;
  std::string title_language;
  std::string family;
  std::string drawing;
  std::vector<TopicEntry> entries;
  bool overview = false;  // the page above the list has a text of its own
};

List by_way_in(const Frame& frame, const std::vector<content::WayIn>& ways,
               const std::string& prefix, std::vector<TopicEntry> entries) {
  const std::string& id = frame.session().place().id;
  List list;
  list.title = frame.words()(prefix + id);
  list.title_language = frame.language().tag;
  for (const content::WayIn& way : ways)
    if (way.id == id) {
      list.family = way.family;
      list.drawing = way.pictogram;
    }
  list.entries = std::move(entries);
  return list;
}

List below(const Frame& frame) {
  const content::Library& library = frame.library();
  const std::string& id = frame.session().place().id;
  List list;
  std::string situation;
  if (auto page = library.page(id, frame.language().tag, frame.moment().today)) {
    list.title = page->title;
    list.title_language = page->language;
    situation = page->situation;
    list.overview = !page->elements.empty();
  } else if (auto missing = library.fallback(id, frame.language().tag)) {
    list.title = missing->title;
    list.title_language = missing->title_language;
    situation = missing->situation;
  }
  for (const content::WayIn& way : library.situations())
    if (way.id == situation) {
      list.family = way.family;
      list.drawing = way.pictogram;
    }
  list.entries = library.topics_below(id, frame.language().tag);
  return list;
}

List list_of(const Frame& frame) {
  const content::Library& library = frame.library();
  const Place& place = frame.session().place();
  const std::string& tag = frame.language().tag;
  if (place.screen == ScreenKind::TopicsOfGroup)
    return by_way_in(frame, library.groups(), "group.", library.topics_of_group(place.id, tag));
  if (place.screen == ScreenKind::TopicsBelow)
    return below(frame);
  return by_way_in(frame, library.situations(), "situation.",
                   library.topics_of_situation(place.id, tag));
}

Box entry_key(const Frame& frame, const TopicEntry& entry, int width, int least_height) {
  ListKey spec;
  spec.name = "topic:" + entry.id;
  spec.action = {entry.children > 0 ? ActionKind::OpenTopicsBelow : ActionKind::OpenTopic,
                 entry.id};
  spec.title = {entry.title};
  if (!entry.in_language) {
    std::vector<std::string> names;
    for (const std::string& tag : entry.languages)
      names.push_back(frame.endonym(tag));
    spec.second = {frame.words()("list.only-in", {name("languages", frame.words().list(names))})};
    spec.second_drawing = "language";
  } else if (entry.children > 0) {
    spec.second = {frame.words()("list.pages-below", {number("count", entry.children)})};
    spec.second_drawing = "document";
  }
  return list_key(frame.type(), frame.type_in(entry.title_language), spec, width, least_height);
}

Box overview_key(const Frame& frame, int width, int least_height) {
  const ListKey spec{"topic:" + frame.session().place().id,
                     {ActionKind::OpenTopic, frame.session().place().id},
                     {frame.words()("list.overview")}};
  return list_key(frame.type(), frame.type(), spec, width, least_height);
}

// Keys side by side are equally high.
std::vector<Box> entry_keys(const Frame& frame, const List& list, int width, int least_height,
                            std::size_t across) {
  const std::size_t before = list.overview ? 1 : 0;
  const auto key = [&](std::size_t i, int height) {
    return i < before ? overview_key(frame, width, height)
                      : entry_key(frame, list.entries[i - before], width, height);
  };
  std::vector<Box> keys;
  for (std::size_t i = 0; i < before + list.entries.size(); ++i)
    keys.push_back(key(i, least_height));
  for (std::size_t i = 0; i < keys.size(); i += across) {
    const std::size_t last = std::min(keys.size(), i + across);
    int height = least_height;
    for (std::size_t k = i; k < last; ++k)
      height = std::max(height, keys[k].rect.height);
    for (std::size_t k = i; k < last; ++k)
      if (keys[k].rect.height < height)
        keys[k] = key(k, height);
  }
  return keys;
}

struct Row {
  std::size_t first;
  std::size_t last;
  int height;
};

std::vector<Row> rows_of(const std::vector<Box>& keys, std::size_t across) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < keys.size(); i += across) {
    Row row{i, std::min(keys.size(), i + across), 0};
    for (std::size_t k = row.first; k < row.last; ++k)
      row.height = std::max(row.height, keys[k].rect.height);
    rows.push_back(row);
  }
  return rows;
}

// Rows dealt to pages; each page is [first, last) rows.
std::vector<std::pair<std::size_t, std::size_t>> pages_of(const std::vector<Row>& rows, int room,
                                                          int gap) {
  std::vector<std::pair<std::size_t, std::size_t>> pages{{0, 0}};
  int used = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int needed = rows[i].height + (used > 0 ? gap : 0);
    if (used > 0 && used + needed > room) {
      pages.emplace_back(i, i);
      used = 0;
    }
    used += rows[i].height + (used > 0 ? gap : 0);
    pages.back().second = i + 1;
  }
  return pages;
}

}  // namespace

Content topic_list_screen(const Frame& frame) {
  Content content;
  const List list = list_of(frame);
  const FamilyColors family = family_colors(frame.colors(), list.family);
  const double square = frame.portrait() ? 132 : 108;
  int top = frame.top() + frame.px(frame.portrait() ? 20 : 8);
  int indent = 0;
  if (!list.drawing.empty()) {
    content.boxes.push_back(
        moved(family_square(frame.look(), family, list.drawing, square, frame.portrait() ? 88 : 72),
              frame.start(), top));
    indent = frame.px(square + 22);
  }
  Box title = frame.type_in(list.title_language)
                  .label("title", {list.title},
                         {.type = frame.portrait() ? Type::XL : Type::L,
                          .weight = Weight::Bold,
                          .color = frame.colors().ink},
                         frame.width() - indent, 2);
  title.role = Role::Heading;
  const int head = std::max(title.rect.height, frame.px(square));
  content.boxes.push_back(
      moved(centered_at(std::move(title), frame.start() + indent, head), 0, top));
  top += head + frame.px(26);

  const int gap = frame.look().gap();
  const std::size_t across = frame.portrait() || frame.look().step() > 1 ? 1 : 2;
  const auto places = columns(frame.width(), static_cast<int>(across), gap);
  const int least = frame.px(frame.portrait() ? 143 : 124);
  std::vector<Box> keys = entry_keys(frame, list, places[0].width, least, across);
  const std::vector<Row> rows = rows_of(keys, across);
  auto pages = pages_of(rows, frame.bottom() - frame.px(28) - top, gap);
  if (pages.size() > 1)
    pages = pages_of(rows, frame.above_actions() - top, gap);
  content.pages = static_cast<int>(pages.size());
  const int page = shown_page(frame.session(), content.pages);
  const auto [first, last] = pages[static_cast<std::size_t>(page)];
  for (std::size_t r = first; r < last; ++r) {
    for (std::size_t i = rows[r].first; i < rows[r].last; ++i)
      content.boxes.push_back(moved(
          std::move(keys[i]), frame.start() + places[(i - rows[r].first) % across].start, top));
    top += rows[r].height + gap;
  }
  if (const auto actions = frame.page_keys(page, content.pages); !actions.empty())
    content.boxes.push_back(frame.actions(actions));
  return content;
}

}  // namespace kiosk
