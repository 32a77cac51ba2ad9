#include "kiosk/screens/stops.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "kiosk/screens/element.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/path.h"

namespace kiosk {
namespace {

using content::Block;
using content::Element;
using content::ElementKind;

Box heading(const Frame& frame, const Wording& words, int width) {
  Box box = frame.type().text(
      "heading", words, {.type = Type::M, .weight = Weight::Bold, .color = frame.colors().ink},
      width);
  box.role = Role::Heading;
  return box;
}

// What stands directly under a heading or a large value stands close to it.
void add_parts(const ElementContext& context, const Element& element, int width, Stop& stop,
               ElementKind before) {
  for (Part& part : parts_of(context, element, width)) {
    const bool close = stop.parts.empty() || before == ElementKind::Value;
    if (close && part.ordinal == 0 && part.box.role != Role::Key)
      part.gap = 0;
    stop.parts.push_back(std::move(part));
  }
}

Stop block_stop(const Frame& frame, const FamilyColors& family, const content::TopicPage& page,
                Block block, int width, Numbers numbers) {
  Stop stop;
  stop.name = std::string(content::to_word(block));
  stop.drawing = pictogram_of(block);
  stop.heading = heading(frame, {frame.words()("block." + stop.name)}, width);
  const ElementContext context{frame, family, block == Block::Documents, numbers};
  ElementKind before = ElementKind::Heading;
  for (const Element& element : page.elements) {
    if (element.block != block)
      continue;
    add_parts(context, element, width, stop, before);
    before = element.kind;
  }
  return stop;
}

// The value a block begins with, if it can stand large on one line in a half column.
bool has_short_value(const Frame& frame, const content::TopicPage& page, Block block, int width) {
  for (const Element& element : page.elements)
    if (element.block == block)
      return element.kind == ElementKind::Value &&
             frame.type().width(wording(element, Weight::Bold),
                                {.type = Type::L, .weight = Weight::Bold}) <=
                 static_cast<float>(width);
  return false;
}

bool has_block(const content::TopicPage& page, Block block) {
  return std::any_of(page.elements.begin(), page.elements.end(),
                     [&](const Element& element) { return element.block == block; });
}

// Cost and deadline side by side, where both say it in a large word and little more.
std::optional<Stop> pair_stop(const Frame& frame, const FamilyColors& family,
                              const content::TopicPage& page, int path_width) {
  const PairWidths halves = pair_widths(frame.look(), path_width);
  if (frame.look().step() > 1 || !has_short_value(frame, page, Block::Cost, halves.first) ||
      !has_short_value(frame, page, Block::Deadline, halves.second))
    return std::nullopt;
  Stop stop = block_stop(frame, family, page, Block::Cost, halves.first, Numbers::OnTheLine);
  stop.beside.push_back(
      block_stop(frame, family, page, Block::Deadline, halves.second, Numbers::OnTheLine));
  if (height_of(frame.look(), stop, 0, stop.parts.size()) > frame.px(330))
    return std::nullopt;
  return stop;
}

std::vector<Stop> form_stops(const Frame& frame, const FamilyColors& family,
                             const content::TopicPage& page, int path_width, Numbers numbers) {
  const int width = path_width - path_indent(frame.look());
  std::optional<Stop> pair;
  if (numbers == Numbers::OnTheLine)
    pair = pair_stop(frame, family, page, path_width);
  std::vector<Stop> stops;
  for (std::size_t i = 0; i < content::form_block_count; ++i) {
    const Block block = static_cast<Block>(i);
    if (!has_block(page, block) || (pair && block == Block::Deadline))
      continue;
    if (pair && block == Block::Cost)
      stops.push_back(*pair);
    else
      stops.push_back(block_stop(frame, family, page, block, width, numbers));
  }
  return stops;
}

// An imported text has no form: each of its headings is a stop.
std::vector<Stop> body_stops(const Frame& frame, const FamilyColors& family,
                             const content::TopicPage& page, int path_width, Numbers numbers) {
  const int width = path_width - path_indent(frame.look());
  const ElementContext context{frame, family, false, numbers};
  std::vector<Stop> stops;
  ElementKind before = ElementKind::Heading;
  for (const Element& element : page.elements) {
    const bool opens = element.kind == ElementKind::Heading && element.level <= 3;
    if (opens || stops.empty()) {
      Stop stop;
      stop.name = "part-" + std::to_string(stops.size() + 1);
      stop.drawing = stops.empty() && !opens ? "info" : "";
      if (opens)
        stop.heading = heading(frame, wording(element, Weight::Bold), width);
      stops.push_back(std::move(stop));
    }
    if (!opens)
      add_parts(context, element, width, stops.back(), before);
    before = element.kind;
  }
  return stops;
}

Stop provenance_stop(const Frame& frame, const content::TopicPage& page, int path_width) {
  std::string text;
  if (!page.attribution.empty())
    text = frame.words()("topic.attribution", {name("name", page.attribution)});
  if (!page.licence.empty())
    text += (text.empty() ? "" : "\n") +
            frame.words()("topic.licence", {figures("licence", page.licence)});
  return word_stop(frame, "block.source", "source", text, path_width);
}

}  // namespace

std::string pictogram_of(Block block) {
  switch (block) {
    case Block::What:
      return "info";
    case Block::Who:
      return "who";
    case Block::Steps:
      return "steps";
    case Block::Documents:
      return "document";
    case Block::Cost:
      return "euro";
    case Block::Deadline:
      return "calendar";
    case Block::Law:
      return "law";
    case Block::Refused:
      return "objection";
    case Block::Where:
      return "place";
    case Block::Source:
      return "source";
    case Block::Body:
      break;
  }
  return {};
}

std::vector<Stop> topic_stops(const Frame& frame, const content::TopicPage& page, int path_width,
                              Numbers numbers) {
  const FamilyColors family = family_colors(frame.colors(), page.family);
  std::vector<Stop> stops = form_stops(frame, family, page, path_width, numbers);
  if (page.form == content::TopicForm::FreeBody) {
    content::TopicPage body = page;
    std::erase_if(body.elements, [](const Element& e) { return e.block != Block::Body; });
    for (Stop& stop : body_stops(frame, family, body, path_width, numbers))
      stops.push_back(std::move(stop));
    stops.push_back(provenance_stop(frame, page, path_width));
  }
  return stops;
}

Stop word_stop(const Frame& frame, const std::string& key, const std::string& drawing,
               const std::string& text, int path_width) {
  const int width = path_width - path_indent(frame.look());
  Stop stop;
  stop.name = key;
  stop.drawing = drawing;
  stop.heading = heading(frame, {frame.words()(key)}, width);
  Part part;
  part.box =
      frame.type().text("text", {text}, {.type = Type::S, .color = frame.colors().ink}, width);
  stop.parts.push_back(std::move(part));
  return stop;
}

Part small_part(const Frame& frame, const std::string& text, int path_width) {
  Part part;
  part.gap = frame.px(8);
  part.box =
      frame.type().text("small", {text}, {.type = Type::Caption, .color = frame.colors().ink_soft},
                        path_width - path_indent(frame.look()));
  return part;
}

namespace {

// The words of a part: its own, or those beside a mark or number.
Box* words_of(Box& box) {
  if (box.paint.text)
    return &box;
  Box* words = nullptr;
  for (Box& child : box.children)
    if (child.paint.text && (words == nullptr || child.rect.height > words->rect.height))
      words = &child;
  return words;
}

// Lines [first, last) of a part. Mark and ring stand at its beginning only.
Part piece_of(const Part& part, std::size_t first, std::size_t last) {
  Part piece = part;
  if (first > 0) {
    piece.gap = 0;
    piece.ordinal = 0;
    if (!piece.box.paint.text)
      piece.box.children = {Box(*words_of(piece.box))};
  }
  Box* words = words_of(piece.box);
  words->paint.text = slice(*words->paint.text, first, last);
  words->rect.height = static_cast<int>(words->paint.text->height + 0.99F);
  words->rect.y = piece.box.rect.y;
  piece.box.rect.height = words->rect.height;
  return piece;
}

}  // namespace

void cut_tall_parts(std::vector<Stop>& stops, const Look& look, int height) {
  for (Stop& stop : stops) {
    const int head = stop.heading ? stop.heading->rect.height : 0;
    const int room = height - head - dots_height(look);
    std::vector<Part> parts;
    for (Part& part : stop.parts) {
      const Box* words = words_of(part.box);
      if (part.box.rect.height <= room || words == nullptr || part.box.role == Role::Key ||
          part.box.children.size() > 2) {
        parts.push_back(std::move(part));
        continue;
      }
      const std::vector<Line>& lines = words->paint.text->lines;
      for (std::size_t first = 0; first < lines.size();) {
        std::size_t last = first + 1;
        while (last < lines.size() &&
               lines[last].top + lines[last].height - lines[first].top <= static_cast<float>(room))
          ++last;
        parts.push_back(piece_of(part, first, last));
        first = last;
      }
    }
    stop.parts = std::move(parts);
  }
}

}  // namespace kiosk
