#include "kiosk/screens/take_along.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/card_stops.h"
#include "kiosk/screens/path_pages.h"
#include "kiosk/screens/stops.h"
#include "kiosk/screens/take_text.h"
#include "kiosk/screens/topic.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/path.h"
#include "kiosk/widgets/qr_code.h"
#include "kiosk/widgets/quiet_panel.h"

namespace kiosk {
namespace {

// How wide and high the codes may be.
struct CodeRoom {
  int text;
  int address;
};

// The text's code has the first column of the first page to itself, or upright leaves room for the
// address below it.
CodeRoom code_room(const Frame& frame, const CardPage& card) {
  const int address = frame.px(210);
  if (frame.portrait())
    return {frame.px(580), address};
  const int usual = frame.px(frame.look().step() > 0 ? 420 : 470);
  // What is said of the printer takes the first column; the code then stands in another one.
  if (!frame.look().low_reach && card.stops.empty())
    return {usual, address};
  const Stop heading = CardStop(frame, "take.text", "qr").take();
  const int room = card_room(frame, card) - heading.heading->rect.height - frame.px(12);
  return {std::min(usual, room), std::min(address, room)};
}

// The code with its words at its end.
Box beside(const Frame& frame, Box code, std::vector<Box> words, int width) {
  Box row;
  row.name = "code-row";
  const int start = code.rect.width + frame.px(24);
  int height = 0;
  for (const Box& box : words)
    height += box.rect.height;
  int top = std::max(0, (code.rect.height - height) / 2);
  row.rect = {0, 0, width, std::max(code.rect.height, top + height)};
  row.children.push_back(std::move(code));
  for (Box& box : words) {
    const int below = top + box.rect.height;
    row.children.push_back(moved(std::move(box), start, top));
    top = below;
  }
  return row;
}

Stop text_code(const Frame& frame, const TakeText& taken, int room) {
  const InterfaceWords& words = frame.words();
  CardStop stop(frame, "take.text", "qr");
  if (auto code = qr_code(frame.look(), "qr:text", taken.text(), room)) {
    code->spoken = words("take.text");
    stop.show(std::move(*code));
  }
  stop.say(words("take.text-how"));
  if (!taken.left_out.empty())
    stop.say(words("take.left-out", {name("names", words.list(taken.left_out))}));
  return stop.take();
}

Stop web_code(const Frame& frame, const std::string& address, int room) {
  const InterfaceWords& words = frame.words();
  CardStop stop(frame, "take.web", "language");
  auto code = qr_code(frame.look(), "qr:web", address, room);
  if (!code)
    return stop.say_german(address).say(words("take.web-how")).take();
  code->spoken = words("take.web");
  // Large type leaves no width beside the code, and a row cannot be cut.
  if (frame.look().step() > (frame.portrait() ? 1 : 0) ||
      (frame.look().low_reach && !frame.portrait()))
    return stop.show(std::move(*code)).say_german(address).say(words("take.web-how")).take();
  const int width = path_column_width(frame) - path_indent(frame.look());
  const int beside_code = width - code->rect.width - frame.px(24);
  const Setting style{.type = Type::S, .color = frame.colors().ink};
  std::vector<Box> lines;
  lines.push_back(frame.type_in("de").text("text", {address}, style, beside_code));
  if (frame.portrait())
    lines.push_back(frame.type().text("text", {words("take.web-how")}, style, beside_code));
  stop.show(beside(frame, std::move(*code), std::move(lines), width));
  if (!frame.portrait())  // may go on in the next column
    stop.say(words("take.web-how"));
  return stop.take();
}

// How the sheet goes that she has asked for.
Stop print_stop(const Frame& frame, Printing printing) {
  const bool failed = printing == Printing::Failed;
  const char* key = failed                          ? "print.failed"
                    : printing == Printing::Running ? "print.running"
                                                    : "print.done";
  return CardStop(frame, "print.open", "print")
      .show(quiet_panel(frame.type(),
                        {.drawing = failed                       ? "warning"
                                    : printing == Printing::Done ? "check-circle"
                                                                 : "print",
                         .title = frame.words()(key)},
                        path_column_width(frame) - path_indent(frame.look())))
      .take();
}

// The very text of the code, line by line.
Stop content_of_code(const Frame& frame, const TakeText& taken, const std::string& language) {
  CardStop stop(frame, "take.contains", "document");
  for (const TakeLine& line : taken.lines)
    if (line.heading)
      stop.head_in(language, line.words);
    else
      stop.say_in(language, line.words);
  return stop.take();
}

}  // namespace

Content take_along_screen(const Frame& outer, const Panel& panel, TextEngine& text) {
  // Low panels have no room for a code beside text of double size.
  Session session = outer.session();
  if (!outer.portrait())
    session.text_size = std::min(session.text_size, TextSize::Plus1);
  const content::Library& library = outer.library();
  const Frame frame(session, library, outer.moment(), panel, text);
  const auto page = library.page(
      session.place().id,
      session.language_of_topic.empty() ? frame.language().tag : session.language_of_topic,
      frame.moment().today);
  if (!page)
    return topic_screen(outer, panel, text);
  Session reader = session;
  reader.language = page->language;
  const Frame own(reader, library, frame.moment(), panel, text);
  CardPage card{.family = page->family,
                .drawing = page->pictogram,
                .crumb = page->situation.empty() ? std::string()
                                                 : frame.words()("situation." + page->situation),
                .title = frame.words()("take.title"),
                .title_language = frame.language().tag};
  if (!page->sensitive)
    card.keys.push_back({"staff-card",
                         {ActionKind::OpenStaffCard, page->id},
                         frame.words()("staff.open"),
                         "person",
                         Rank::Plain});
  const Printing printing = frame.moment().printing;
  if (printing == Printing::Ready || printing == Printing::Failed)
    card.keys.push_back({"print",
                         {ActionKind::Print, page->id},
                         frame.words()("print.open"),
                         "print",
                         Rank::Plain});
  if (printing != Printing::None && printing != Printing::Ready)
    card.stops.push_back(print_stop(frame, printing));
  const CodeRoom room = code_room(frame, card);
  const TakeText taken = take_text(own, *page, [&](const std::string& tried) {
    return qr_code(frame.look(), {}, tried, room.text).has_value();
  });
  card.stops.push_back(text_code(frame, taken, room.text));
  if (const std::string address = web_address(library.town(), *page); !address.empty())
    card.stops.push_back(web_code(frame, address, room.address));
  card.stops.push_back(content_of_code(frame, taken, page->language));
  return card_page(frame, std::move(card));
}

}  // namespace kiosk
