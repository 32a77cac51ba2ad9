#include "kiosk/screens/topic_list.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/key_list.h"
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

Box overview_key(const Frame& frame, int width, int least_height) {
  const ListKey spec{"topic:" + frame.session().place().id,
                     {ActionKind::OpenTopic, frame.session().place().id},
                     {frame.words()("list.overview")}};
  return list_key(frame.type(), frame.type(), spec, width, least_height);
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

  const std::size_t before = list.overview ? 1 : 0;
  const int width = list_key_width(frame);
  add_key_list(
      frame, content, before + list.entries.size(),
      [&](std::size_t i, int height) {
        return i < before ? overview_key(frame, width, height)
                          : topic_key(frame, list.entries[i - before], width, height);
      },
      top);
  return content;
}

}  // namespace kiosk
