#include "kiosk/screens/element.h"

#include <algorithm>
#include <utility>

#include "kiosk/canvas/pictograms.h"
#include "kiosk/screens/place_lines.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/place_card.h"

namespace kiosk {
namespace {

using content::Element;
using content::ElementKind;
using content::Span;
using content::SpanKind;

StyleRange range_of(const Span& span, Weight base) {
  StyleRange range;
  range.start = span.start;
  range.end = span.end;
  range.weight = base;
  switch (span.kind) {
    case SpanKind::Strong:
    case SpanKind::Emphasis:
      range.weight = Weight::Bold;
      break;
    case SpanKind::TopicLink:
    case SpanKind::PlaceLink:
      range.weight = std::max(base, Weight::SemiBold);
      range.color = 1;
      break;
    case SpanKind::WebLink:
      range.color = 1;
      break;
    case SpanKind::Fact:
      range.isolate = StyleRange::Isolate::FirstStrong;
      break;
    case SpanKind::Isolate:
      range.isolate = span.target == "ltr"   ? StyleRange::Isolate::LeftToRight
                      : span.target == "rtl" ? StyleRange::Isolate::RightToLeft
                                             : StyleRange::Isolate::FirstStrong;
      break;
  }
  return range;
}

Setting body(const ElementContext& context, Type size = Type::S, Weight weight = Weight::Regular) {
  return {.type = size,
          .weight = weight,
          .color = context.frame.colors().ink,
          .second = context.family.fill};
}

int first_line(const Box& text) {
  return text.paint.text && !text.paint.text->lines.empty()
             ? static_cast<int>(text.paint.text->lines.front().height)
             : text.rect.height;
}

// What a line is about, said by a pictogram before it: a telephone, an address, opening hours.
bool has_drawing(const Element& element) {
  return !element.target.empty() && has_pictogram(element.target);
}

// Words, and a mark in the middle of their first line.
Box beside(Box mark, int mark_start, Box text, int text_start, int width) {
  Box both;
  both.name = text.name;
  both.rect = {0, 0, width, text.rect.height};
  const int line = first_line(text);
  both.children.push_back(centered_at(std::move(mark), mark_start, line));
  both.children.push_back(moved(std::move(text), text_start, 0));
  return both;
}

Box words_of(const ElementContext& context, const Element& element, const char* name,
             const Setting& setting, Weight weight, int width) {
  const Frame& frame = context.frame;
  if (!has_drawing(element))
    return frame.type().text(name, wording(element, weight), setting, width);
  const int indent = frame.px(40 + 14);
  return beside(pictogram(frame.look(), element.target, 40, context.family.fill), 0,
                frame.type().text(name, wording(element, weight), setting, width - indent), indent,
                width);
}

// A check mark, a pictogram or a dot, and the words beside it.
Part item(const ElementContext& context, const Element& element, int width) {
  const Frame& frame = context.frame;
  const int level = std::max(0, element.level - 1) * frame.px(40);
  const int indent = level + frame.px(context.checks || has_drawing(element) ? 56 : 36);
  Box text = context.frame.type().text("item", wording(element, Weight::Regular), body(context),
                                       width - indent);
  Box mark;
  if (has_drawing(element)) {
    mark = pictogram(frame.look(), element.target, 40, context.family.fill);
  } else if (context.checks) {
    mark = pictogram(frame.look(), "check", 40, context.family.fill);
  } else {
    mark.role = Role::Decoration;
    mark.name = "dot";
    mark.rect = {frame.px(6), 0, frame.px(12), frame.px(12)};
    mark.paint.circle = true;
    mark.paint.fill = context.family.fill;
  }
  Part part;
  part.gap = frame.px(4);
  part.box = beside(std::move(mark), level, std::move(text), indent, width);
  return part;
}

// Its number stands in a ring on the line, or bold before its text.
Part step(const ElementContext& context, const Element& element, int width) {
  const Frame& frame = context.frame;
  Part part;
  if (context.numbers == Numbers::OnTheLine) {
    part.gap = frame.px(12);
    part.ordinal = element.ordinal;
    part.box = frame.type().text("step", wording(element, Weight::Regular), body(context), width);
    return part;
  }
  Box digits = frame.type_in("de").line(
      "ordinal", {std::to_string(element.ordinal)},
      {.type = Type::S, .weight = Weight::Bold, .color = context.family.fill});
  const int indent = std::max(frame.px(42), digits.rect.width + frame.px(16));
  part.gap = frame.px(4);
  part.box = beside(
      std::move(digits), 0,
      frame.type().text("step", wording(element, Weight::Regular), body(context), width - indent),
      indent, width);
  return part;
}

Part value(const ElementContext& context, const Element& element, int width) {
  const Frame& frame = context.frame;
  Part part;
  if (!being_checked(element)) {
    part.box = context.frame.type().text("value", wording(element, Weight::Bold),
                                         body(context, Type::L, Weight::Bold), width);
    return part;
  }
  // Only the words themselves: «2 weeks» without the 2 would say nothing.
  const auto fact = std::find_if(element.spans.begin(), element.spans.end(),
                                 [](const Span& span) { return span.kind == SpanKind::Fact; });
  const int indent = frame.px(40 + 14);
  Box text = frame.type().text("value", {element.text.substr(fact->start, fact->end - fact->start)},
                               body(context), width - indent);
  part.box.name = "being-checked";
  part.box.rect = {0, 0, width, text.rect.height};
  part.box.children.push_back(centered_at(
      pictogram(frame.look(), "clock", 40, frame.colors().ink_soft), 0, first_line(text)));
  part.box.children.push_back(moved(std::move(text), indent, 0));
  return part;
}

// Width and height as the PNG's own head says; none for anything else.
Size png_size(const std::string& bytes) {
  if (bytes.size() < 24 || bytes.compare(1, 3, "PNG") != 0)
    return {};
  const auto number = [&](std::size_t at) {
    int result = 0;
    for (std::size_t i = 0; i < 4; ++i)
      result = result * 256 + static_cast<unsigned char>(bytes[at + i]);
    return result;
  };
  const Size size{number(16), number(20)};
  return size.width > 0 && size.height > 0 && size.width < 20'000 && size.height < 20'000 ? size
                                                                                          : Size{};
}

std::vector<Part> picture(const ElementContext& context, const Element& element, int width) {
  const Frame& frame = context.frame;
  const auto found = frame.library().picture(element.target, context.frame.type().language());
  const Size natural = found ? png_size(found->bytes) : Size{};
  Part part;
  part.gap = frame.px(12);
  if (natural.width == 0) {  // what cannot be shown is said
    if (element.text.empty())
      return {};
    part.box =
        context.frame.type().text("picture-words", wording(element, Weight::Regular),
                                  {.type = Type::S, .color = frame.colors().ink_soft}, width);
    return {part};
  }
  const double scale = std::min({static_cast<double>(width) / natural.width,
                                 static_cast<double>(frame.px(560)) / natural.height,
                                 frame.look().panel.px_per_mm / Look::units_per_mm * 2});
  part.box.role = Role::Picture;
  part.box.name = "picture:" + element.target;
  part.box.spoken = element.text;
  part.box.rect = {0, 0, static_cast<int>(natural.width * scale),
                   static_cast<int>(natural.height * scale)};
  part.box.paint.picture_type = found->media_type;
  part.box.paint.picture_bytes = found->bytes;
  return {part};
}

// Words in a text are too small to touch; a link is a key of its own below them.
void add_link_keys(const ElementContext& context, const Element& element, int width,
                   std::vector<Part>& parts) {
  const Frame& frame = context.frame;
  for (const Span& span : element.spans) {
    if (span.kind != SpanKind::TopicLink)
      continue;
    const auto there = frame.library().fallback(span.target, context.frame.type().language());
    if (!there)
      continue;
    ListKey spec{"link:" + span.target, {ActionKind::OpenTopic, span.target}, {there->title}};
    Part part;
    part.gap = frame.px(12);
    part.box = link_key(frame.type_in(there->title_language), spec, width);
    parts.push_back(std::move(part));
  }
}

}  // namespace

Wording wording(const Element& element, Weight base) {
  Wording words{element.text};
  for (const Span& span : element.spans)
    if (span.start < span.end && span.end <= element.text.size())
      words.ranges.push_back(range_of(span, base));
  return words;
}

bool being_checked(const Element& element) {
  return std::any_of(element.spans.begin(), element.spans.end(),
                     [](const Span& span) { return span.kind == SpanKind::Fact; });
}

std::vector<Part> parts_of(const ElementContext& context, const Element& element, int width) {
  const Frame& frame = context.frame;
  std::vector<Part> parts;
  switch (element.kind) {
    case ElementKind::Paragraph: {
      Part part;
      part.gap = frame.px(12);
      part.box = words_of(context, element, "text", body(context), Weight::Regular, width);
      parts.push_back(std::move(part));
      break;
    }
    case ElementKind::Heading: {
      Part part;
      part.gap = frame.px(16);
      part.holds = Hold::Next;
      part.box = words_of(context, element, "subheading", body(context, Type::S, Weight::SemiBold),
                          Weight::SemiBold, width);
      part.box.role = Role::Heading;
      parts.push_back(std::move(part));
      break;
    }
    case ElementKind::Step:
      parts.push_back(step(context, element, width));
      break;
    case ElementKind::Item:
      parts.push_back(item(context, element, width));
      break;
    case ElementKind::Value:
      parts.push_back(value(context, element, width));
      break;
    case ElementKind::PlaceCard:
      if (const auto place = frame.library().place(element.target)) {
        for (Box& line : place_card(context.frame.type(), card_of(frame, *place), width))
          parts.push_back({std::move(line), parts.empty() ? frame.px(20) : 0, 0, Hold::Next});
        const bool has_page = place->verified && !place->hours.empty();
        if (!parts.empty() && !has_page)
          parts.back().holds = Hold::Nothing;
        if (has_page)
          parts.push_back({link_key(frame.type(),
                                    {"place-more:" + place->id,
                                     {ActionKind::OpenPlace, place->id},
                                     {frame.words()("place.more")}},
                                    width),
                           frame.px(12)});
      }
      break;
    case ElementKind::Picture:
      for (Part& part : picture(context, element, width))
        parts.push_back(std::move(part));
      break;
  }
  add_link_keys(context, element, width, parts);
  return parts;
}

}  // namespace kiosk
