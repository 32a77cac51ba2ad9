#include "kiosk/screens/topic_list.h"

#include <utility>

#include "kiosk/screens/key_list.h"
#include "kiosk/screens/list_page.h"
#include "kiosk/screens/preset_key.h"

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
  const List list = list_of(frame);
  const std::size_t before = list.overview ? 1 : 0;
  const int width = list_key_width(frame);
  return list_page(frame, {.head = {list.title, list.title_language, list.family, list.drawing},
                           .above = preset_keys(frame),
                           .count = before + list.entries.size(),
                           .key = [&](std::size_t i, int height) {
                             return i < before
                                        ? overview_key(frame, width, height)
                                        : topic_key(frame, list.entries[i - before], width, height);
                           }});
}

}  // namespace kiosk
