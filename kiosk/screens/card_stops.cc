#include "kiosk/screens/card_stops.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/path_pages.h"
#include "kiosk/screens/stops.h"
#include "kiosk/screens/topic_head.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/path.h"

namespace kiosk {

CardStop::CardStop(const Frame& frame, const std::string& key, const std::string& drawing)
    : frame_(frame),
      width_(path_column_width(frame) - path_indent(frame.look())),
      stop_(word_stop(frame, key, drawing, {}, path_column_width(frame))) {
  stop_.parts.clear();
}

void CardStop::add(Box box, int gap) {
  Part part;
  part.gap = stop_.parts.empty() ? 0 : gap;
  part.box = std::move(box);
  stop_.parts.push_back(std::move(part));
}

CardStop& CardStop::say(const std::string& text) {
  if (!text.empty())
    add(frame_.type().text("text", {text}, {.type = Type::S, .color = frame_.colors().ink}, width_),
        0);
  return *this;
}

CardStop& CardStop::say_german(const std::string& text) {
  return say_in("de", text);
}

CardStop& CardStop::say_in(const std::string& language, const std::string& text) {
  if (!text.empty())
    add(frame_.type_in(language).text("text", {text},
                                      {.type = Type::S, .color = frame_.colors().ink}, width_),
        0);
  return *this;
}

CardStop& CardStop::head_in(const std::string& language, const std::string& text) {
  add(frame_.type_in(language).text(
          "text", {text},
          {.type = Type::S, .weight = Weight::SemiBold, .color = frame_.colors().ink}, width_),
      frame_.px(14));
  stop_.parts.back().holds = Hold::Next;
  return *this;
}

CardStop& CardStop::say_large(const std::string& figures) {
  if (!figures.empty())
    add(frame_.type_in("de").text(
            "value", {figures},
            {.type = Type::L, .weight = Weight::Bold, .color = frame_.colors().ink}, width_),
        0);
  return *this;
}

CardStop& CardStop::rows(const std::vector<TableRow>& rows) {
  for (Box& row : table_rows(frame_.type(), rows, width_))
    add(std::move(row), 0);
  return *this;
}

CardStop& CardStop::show(Box box) {
  add(std::move(box), 0);
  stop_.parts.back().gap = frame_.px(12);  // also under the heading: a code needs air
  return *this;
}

CardStop& CardStop::link(std::string name, Action action, const std::string& word,
                         const Scribe& type) {
  add(link_key(type, {std::move(name), std::move(action), {word}}, width_), frame_.px(12));
  return *this;
}

namespace {

Box line_box(const Frame& frame, const CardPage& page) {
  const int indent = frame.px(40 + 14);
  Box words = frame.type().text(
      "state", {page.line},
      {.type = Type::S, .weight = Weight::SemiBold, .color = page.line_color, .line_height = 1.3F},
      frame.width() - indent);
  const int first = static_cast<int>(words.paint.text->lines.front().height);
  Box box;
  box.name = "state-line";
  box.rect = {0, 0, frame.width(), words.rect.height};
  box.children.push_back(
      centered_at(pictogram(frame.look(), "clock", 40, page.line_color), 0, first));
  box.children.push_back(moved(std::move(words), indent, 0));
  return box;
}

TopicHead head_of(const CardPage& page) {
  return {.family = page.family,
          .drawing = page.drawing,
          .situation = page.crumb,
          .title = page.title,
          .title_language = page.title_language,
          .official = page.second};
}

int space_below_head(const Frame& frame) {
  return frame.px(frame.portrait() ? 30 : 20);
}

}  // namespace

int card_room(const Frame& frame, const CardPage& page) {
  const int below = space_below_head(frame);
  return path_room(frame, frame,
                   {.colors = family_colors(frame.colors(), page.family),
                    .first_top = topic_head(frame, head_of(page), FirstPage::Yes).bottom + below,
                    .next_top = topic_head(frame, head_of(page), FirstPage::No).bottom + below,
                    .keys = page.keys});
}

Content card_page(const Frame& frame, CardPage page) {
  HeadBoxes first = topic_head(frame, head_of(page), FirstPage::Yes);
  HeadBoxes next = topic_head(frame, head_of(page), FirstPage::No);
  if (!page.line.empty()) {
    Box line = line_box(frame, page);
    const int height = line.rect.height;
    first.bottom += frame.px(6);
    first.boxes.push_back(moved(std::move(line), frame.start(), first.bottom));
    first.bottom += height;
  }
  const int below = space_below_head(frame);
  PathPages text = path_pages(frame, frame,
                              {.colors = family_colors(frame.colors(), page.family),
                               .stops = std::move(page.stops),
                               .first_top = first.bottom + below,
                               .next_top = next.bottom + below,
                               .keys = std::move(page.keys)});
  Content content;
  content.pages = text.pages;
  content.boxes = std::move(text.page == 0 ? first.boxes : next.boxes);
  for (auto* boxes : {&text.text, &text.actions})
    for (Box& box : *boxes)
      content.boxes.push_back(std::move(box));
  for (Box& box : page_number(frame, text.page, text.pages))
    content.boxes.push_back(std::move(box));
  return content;
}

}  // namespace kiosk
