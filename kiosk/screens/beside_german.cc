#include "kiosk/screens/beside_german.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/beside_rows.h"
#include "kiosk/screens/path_pages.h"
#include "kiosk/screens/topic.h"
#include "kiosk/screens/topic_text.h"
#include "kiosk/widgets/badge.h"
#include "kiosk/widgets/path.h"
#include "kiosk/widgets/tile.h"

namespace kiosk {
namespace {

using content::TopicPage;

constexpr const char* german_tag = "de";
constexpr double path_units = 72;

// One of the two texts, laid out in its own language's frame.
struct Side {
  const Frame& frame;
  const Frame& outer;
  const TopicPage& page;
  int width;

  bool turned() const { return frame.direction() != outer.direction(); }
  Box as_it_stands(Box box) const { return turned() ? mirrored(std::move(box), width) : box; }

  std::vector<Stop> stops(Numbers numbers) const {
    std::vector<Stop> all =
        text_of_topic(frame, outer, page, width + path_indent(frame.look()), numbers);
    for (Stop& stop : all) {
      // One key for a link is enough; the visitor's own words stand on it.
      if (page.language == german_tag)
        std::erase_if(stop.parts, [](const Part& part) { return part.box.role == Role::Key; });
      if (stop.heading)
        stop.heading = as_it_stands(std::move(*stop.heading));
      for (Part& part : stop.parts)
        part.box = as_it_stands(std::move(part.box));
    }
    return all;
  }
};

// Language, title, and who stands behind the words.
Box head_of(const Side& side) {
  const Frame& frame = side.frame;
  const TopicHead words = head_of_topic(frame, side.page);
  Box name = frame.type_in(side.page.language)
                 .fitted("language", {frame.endonym(side.page.language)},
                         {.type = Type::Caption, .color = frame.colors().ink_soft}, side.width);
  const bool low = frame.look().low_reach && !frame.portrait();
  Box title = frame.type().label("title", {words.title},
                                 {.type = words.sensitive || low ? Type::M : Type::L,
                                  .weight = Weight::Bold,
                                  .color = frame.colors().ink},
                                 side.width, 3);
  title.role = Role::Heading;
  // In half the width larger words would leave the page no room.
  Look small = frame.look();
  small.text_size = TextSize::Normal;
  Box mark = badge(frame.type().with_look(small), words.badge_drawing, words.badge,
                   words.notice ? BadgeKind::Notice : BadgeKind::Quiet, side.width);
  const int title_top = name.rect.height;
  const int mark_top = title_top + title.rect.height + frame.px(8);
  Box box =
      group("head:" + side.page.language, {std::move(name), moved(std::move(title), 0, title_top),
                                           moved(std::move(mark), 0, mark_top)});
  return side.as_it_stands(std::move(box));
}

// What the German text is called and who stands behind it, where it has no head of its own.
Stop title_stop(const Side& side) {
  const Frame& frame = side.frame;
  const TopicHead words = head_of_topic(frame, side.page);
  Stop stop;
  stop.name = "title-german";
  Box heading = frame.type().label(
      "title", {words.title},
      {.type = Type::M, .weight = Weight::Bold, .color = frame.colors().ink}, side.width, 2);
  heading.rect.width = side.width;
  heading.role = Role::Heading;
  stop.heading = side.as_it_stands(std::move(heading));
  Part mark;
  mark.gap = frame.px(8);
  mark.box =
      side.as_it_stands(badge(frame.type(), words.badge_drawing, words.badge,
                              words.notice ? BadgeKind::Notice : BadgeKind::Quiet, side.width));
  stop.parts.push_back(std::move(mark));
  return stop;
}

Box line_between(const FamilyColors& family, Rect rect) {
  Box box;
  box.role = Role::Decoration;
  box.name = "line";
  box.rect = rect;
  box.paint.fill = family.fill;
  return box;
}

std::vector<ActionKey> keys_of(const Frame& outer) {
  return {{"without-german",
           {ActionKind::Back, {}},
           outer.words()("beside.close"),
           "close",
           Rank::Plain}};
}

Content beside_each_other(const Frame& outer, const Frame& own, const Frame& german,
                          const TopicPage& page, const TopicPage& german_page) {
  const FamilyColors family = family_colors(outer.colors(), page.family);
  const int middle = outer.px(path_units);
  // The German text may begin at the path; the visitor's only ends there, ragged.
  const int before = outer.px(outer.portrait() ? 8 : 24);
  const int after = outer.px(outer.portrait() ? 20 : 36);
  const int width = (outer.width() - middle - before - after) / 2;
  const Side first{own, outer, page, width};
  const Side second{german, outer, german_page, width};
  const int top = outer.top() + outer.px(outer.portrait() ? 14 : 4);
  const int path_start = width + before;

  Content content;
  Box own_head = moved(head_of(first), outer.start(), top);
  Box german_head = moved(head_of(second), outer.start() + path_start + middle + after, top);
  const int bottom = std::max(own_head.rect.bottom(), german_head.rect.bottom());
  const int text_top = bottom + outer.px(outer.portrait() ? 30 : 20);
  Box square = moved(family_square(outer.look(), family, page.pictogram, 72, 46),
                     outer.start() + path_start, top);
  content.boxes.push_back(
      line_between(family, {outer.start() + path_start + outer.px(32), square.rect.bottom(),
                            outer.px(8), text_top + outer.px(30) - square.rect.bottom()}));
  content.boxes.push_back(std::move(square));
  content.boxes.push_back(std::move(own_head));
  content.boxes.push_back(std::move(german_head));

  const int indent = path_indent(outer.look());
  PathText text{.colors = family,
                .stops = {},
                .first_top = text_top,
                .next_top = text_top,
                .keys = keys_of(outer),
                .column = Column{path_start, middle}};
  const BesideColumns columns{.own_start = -indent - path_start,
                              .other_start = -indent + middle + after};
  std::vector<Stop> own_stops = first.stops(Numbers::InTheText);
  std::vector<Stop> german_stops = second.stops(Numbers::InTheText);
  level_headings(own_stops, german_stops);
  const int room = path_room(outer, outer, text);
  cut_tall_parts(own_stops, outer.look(), room);
  cut_tall_parts(german_stops, outer.look(), room);
  text.stops = beside_rows(own_stops, german_stops, columns);
  PathPages pages = path_pages(outer, outer, std::move(text));
  content.pages = pages.pages;
  for (auto* boxes : {&pages.text, &pages.actions})
    for (Box& box : *boxes)
      content.boxes.push_back(std::move(box));
  return content;
}

Content above_each_other(const Frame& outer, const Frame& own, const Frame& german,
                         const TopicPage& page, const TopicPage& german_page) {
  const FamilyColors family = family_colors(outer.colors(), page.family);
  const int width = path_column_width(outer) - path_indent(outer.look());
  const Side first{own, outer, page, width};
  const Side second{german, outer, german_page, width};
  const TopicHead head = head_of_topic(own, page);
  HeadBoxes first_head = topic_head(own, head, FirstPage::Yes);
  HeadBoxes next_head = topic_head(own, head, FirstPage::No);
  const int below = outer.px(outer.portrait() ? 30 : 20);
  std::vector<Stop> stops =
      stacked_rows(first.stops(Numbers::OnTheLine), second.stops(Numbers::OnTheLine));
  stops.insert(stops.begin(), title_stop(second));
  PathPages pages = path_pages(outer, outer,
                               {.colors = family,
                                .stops = std::move(stops),
                                .first_top = first_head.bottom + below,
                                .next_top = next_head.bottom + below,
                                .keys = keys_of(outer)});
  Content content;
  content.pages = pages.pages;
  content.boxes = std::move(pages.page == 0 ? first_head.boxes : next_head.boxes);
  for (Box& box : page_number(own, pages.page, pages.pages))
    content.boxes.push_back(std::move(box));
  if (first.turned())
    for (Box& box : content.boxes)
      box = mirrored(std::move(box), outer.look().panel.size.width);
  for (auto* boxes : {&pages.text, &pages.actions})
    for (Box& box : *boxes)
      content.boxes.push_back(std::move(box));
  return content;
}

}  // namespace

bool stands_beside_german(const TopicPage& page) {
  return page.language != german_tag && std::find(page.languages.begin(), page.languages.end(),
                                                  german_tag) != page.languages.end();
}

Content beside_german_screen(const Frame& frame, const Panel& panel, TextEngine& text) {
  const Session& session = frame.session();
  const content::Library& library = frame.library();
  const content::Date today = frame.moment().today;
  const std::string& id = session.place().id;
  const auto page = library.page(
      id, session.language_of_topic.empty() ? frame.language().tag : session.language_of_topic,
      today);
  const auto german_page = library.page(id, german_tag, today);
  if (!page || !german_page || !stands_beside_german(*page))
    return topic_screen(frame, panel, text);
  Session reader = session;
  reader.language = page->language;
  const Frame own(reader, library, frame.moment(), panel, text);
  Session german_reader = session;
  german_reader.language = german_tag;
  const Frame german(german_reader, library, frame.moment(), panel, text);
  return frame.look().step() > 1 ? above_each_other(frame, own, german, *page, *german_page)
                                 : beside_each_other(frame, own, german, *page, *german_page);
}

}  // namespace kiosk
