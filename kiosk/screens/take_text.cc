#include "kiosk/screens/take_text.h"

#include <algorithm>
#include <utility>

#include "content-engine/model/opening_hours.h"
#include "kiosk/screens/open_words.h"
#include "kiosk/screens/place_lines.h"

namespace kiosk {
namespace {

using content::Block;
using content::Element;
using content::ElementKind;
using content::SpanKind;

struct TakePart {
  std::string heading;
  std::vector<std::string> lines;
};

// U+2066 to U+2069: a telephone's number stands as it is dialled in a text that runs from the
// right; in one from the left they would only cost room.
std::string without_isolates(std::string text) {
  for (const char last : {'\xA6', '\xA7', '\xA8', '\xA9'})
    for (std::size_t at = 0;
         (at = text.find(std::string("\xE2\x81") + last, at)) != std::string::npos;)
      text.erase(at, 3);
  return text;
}

// Plain words of an element; what is set apart on the screen is set apart here too.
std::string plain(const Element& element) {
  std::vector<std::pair<std::size_t, const char*>> marks;
  for (const content::Span& span : element.spans) {
    if ((span.kind != SpanKind::Isolate && span.kind != SpanKind::Fact) || span.end <= span.start)
      continue;
    marks.emplace_back(span.end, "\u2069");
    marks.emplace_back(span.start, span.target == "ltr" ? "\u2066" : "\u2068");
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const auto& one, const auto& other) { return one.first > other.first; });
  std::string text = element.text;
  for (const auto& [at, mark] : marks)
    text.insert(std::min(at, text.size()), mark);
  return text;
}

// «Where to?» needs no colon.
std::string heading_line(const std::string& heading) {
  for (const std::string_view end : {"?", ":", "\u061F", "\uFF1F", "\uFF1A", "\u1366"})
    if (heading.ends_with(end))
      return heading;
  return heading + ":";
}

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::vector<std::string> block_lines(const content::TopicPage& page, Block block) {
  std::vector<std::string> lines;
  for (const Element& element : page.elements) {
    if (element.block != block || element.text.empty())
      continue;
    const bool item = element.kind == ElementKind::Item;
    lines.push_back((item ? "- " : "") + plain(element));
  }
  return lines;
}

void add_place(const Frame& frame, const content::Place& place, std::vector<std::string>& lines) {
  for (const std::string& line : {place.name, place.street, town_line(place)})
    if (!line.empty())
      lines.push_back("\u2068" + line + "\u2069");
  if (!place.phone.empty())
    lines.push_back(frame.words()("place.phone", {figures("phone", place.phone)}));
  const auto hours = content::parse_opening_hours(place.hours);
  if (hours && place.verified)
    for (const HoursRow& row : hours_rows(frame, *hours))
      lines.push_back(row.day + ": " + on_one_line(row.times));
}

std::vector<std::string> where_lines(const Frame& frame, const content::TopicPage& page) {
  std::vector<std::string> lines;
  for (const Element& element : page.elements) {
    if (element.block != Block::Where)
      continue;
    if (element.kind != ElementKind::PlaceCard) {
      if (!element.text.empty())
        lines.push_back(plain(element));
    } else if (const auto place = frame.library().place(element.target)) {
      add_place(frame, *place, lines);
    }
  }
  return lines;
}

// In the order in which they are missed.
std::vector<TakePart> parts_to_take(const Frame& frame, const content::TopicPage& page) {
  const auto heading = [&](Block block) {
    return frame.words()("block." + std::string(content::to_word(block)));
  };
  std::vector<TakePart> parts{{heading(Block::Documents), block_lines(page, Block::Documents)},
                              {heading(Block::Where), where_lines(frame, page)}};
  for (const Block block : {Block::Deadline, Block::Cost, Block::Steps})
    parts.push_back({heading(block), block_lines(page, block)});
  if (page.form == content::TopicForm::FreeBody)
    parts.push_back({page.title, block_lines(page, Block::Body)});
  std::erase_if(parts, [](const TakePart& part) { return part.lines.empty(); });
  return parts;
}

}  // namespace

std::string TakeText::text() const {
  std::string all;
  for (const TakeLine& line : lines)
    all += (all.empty() ? "" : "\n") + line.words;
  return all;
}

TakeText take_text(const Frame& frame, const content::TopicPage& page,
                   const std::function<bool(const std::string&)>& fits) {
  const std::vector<TakePart> parts = parts_to_take(frame, page);
  TakeText all;
  std::vector<std::size_t> ends;  // of each part
  all.lines.push_back({page.title, true});
  for (const TakePart& part : parts) {
    if (part.heading != page.title)
      all.lines.push_back({heading_line(part.heading), true});
    for (const std::string& line : part.lines)
      all.lines.push_back({line});
    ends.push_back(all.lines.size());
  }
  if (frame.direction() == Direction::LeftToRight)
    for (TakeLine& line : all.lines)
      line.words = without_isolates(std::move(line.words));
  const auto first_lines = [&all](std::size_t count) {
    return TakeText{{all.lines.begin(), all.lines.begin() + static_cast<std::ptrdiff_t>(count)},
                    {}};
  };
  std::size_t low = 0;
  std::size_t high = all.lines.size();
  if (fits(all.text()))
    low = high;
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (middle < all.lines.size() && fits(first_lines(middle).text()))
      low = middle;
    else
      high = middle - 1;
  }
  TakeText taken = first_lines(low);
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (ends[i] > low)
      taken.left_out.push_back(parts[i].heading);
  // A heading with nothing under it says nothing.
  if (low < all.lines.size() && taken.lines.size() > 1 && taken.lines.back().heading)
    taken.lines.pop_back();
  return taken;
}

std::string web_address(const content::Town& town, const content::TopicPage& page) {
  if (town.web.empty())
    return {};
  return town.web + (town.web.ends_with('/') ? "" : "/") + "?wegweiser=" + page.id +
         "&lang=" + page.language;
}

}  // namespace kiosk
