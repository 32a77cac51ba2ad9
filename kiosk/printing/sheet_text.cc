#include "kiosk/printing/sheet_text.h"

#include <algorithm>
#include <utility>

#include "content-engine/model/opening_hours.h"
#include "content-engine/reader/notice_list.h"
#include "kiosk/screens/element.h"
#include "kiosk/screens/open_words.h"
#include "kiosk/screens/place_lines.h"
#include "kiosk/screens/take_text.h"
#include "kiosk/screens/topic_text.h"

namespace kiosk {
namespace {

using content::Block;
using content::Element;
using content::ElementKind;

// An address that a PDF may lead to: of the web, in plain letters.
bool leads_somewhere(const std::string& uri) {
  return (uri.starts_with("https://") || uri.starts_with("http://")) && uri.size() < 300 &&
         std::all_of(uri.begin(), uri.end(), [](char c) {
           return c > ' ' && c < 0x7F &&
                  std::string_view("\"'()<>[]\\^`{|}").find(c) == std::string_view::npos;
         });
}

class SheetText final {
 public:
  SheetText(const Frame& frame, const content::TopicPage& page) : frame_(frame), page_(page) {}

  void head() {
    const TopicHead head = head_of_topic(frame_, page_);
    if (head.notice)
      say(SheetKind::Notice, head.badge, head.badge_drawing);
    say(SheetKind::Title, page_.title);
    if (!page_.official_title_german.empty() && page_.official_title_german != page_.title)
      pieces_.push_back(
          {.kind = SheetKind::Official, .words = {page_.official_title_german}, .language = "de"});
    if (!head.notice)
      say(SheetKind::Quiet, head.badge);
  }

  void notices() {
    for (const content::NoticeText& notice : content::notices_for(
             frame_.library().registers(), page_.id, {}, page_.language, frame_.moment().today)) {
      say(SheetKind::Block, frame_.words()("notice.title"), "warning");
      say(SheetKind::Text, notice.text);
    }
  }

  void blocks() {
    const std::vector<const Element*> german_ticks = ticks_in_german();
    std::size_t ticks = 0;
    for (std::size_t i = 0; i < content::form_block_count; ++i) {
      const auto block = static_cast<Block>(i);
      bool begun = false;
      for (const Element& element : page_.elements) {
        if (element.block != block)
          continue;
        if (!std::exchange(begun, true))
          say(SheetKind::Block, frame_.words()("block." + std::string(content::to_word(block))),
              pictogram_of(block));
        add(element);
        if (is_tick(element) && ticks < german_ticks.size())
          pieces_.push_back({.kind = SheetKind::Under,
                             .words = wording(*german_ticks[ticks++], Weight::Regular),
                             .language = "de"});
      }
    }
  }

  // An imported text has no form: each of its headings is a stop.
  void body() {
    for (const Element& element : page_.elements) {
      if (element.block != Block::Body)
        continue;
      if (element.kind == ElementKind::Heading && element.level <= 3)
        pieces_.push_back({.kind = SheetKind::Block,
                           .words = wording(element, Weight::Bold),
                           .language = page_.language});
      else
        add(element);
    }
    if (page_.attribution.empty() && page_.licence.empty())
      return;
    say(SheetKind::Block, frame_.words()("block.source"), "source");
    if (!page_.attribution.empty())
      say(SheetKind::Text, frame_.words()("topic.attribution", {name("name", page_.attribution)}));
    if (!page_.licence.empty())
      say(SheetKind::Text, frame_.words()("topic.licence", {figures("licence", page_.licence)}));
  }

  void code() {
    const std::string address = web_address(frame_.library().town(), page_);
    if (!leads_somewhere(address))
      return;
    say(SheetKind::Block, frame_.words()("take.web"), "language");
    pieces_.push_back({.kind = SheetKind::Code, .language = "de", .link = address});
    german(SheetKind::Text, address, address);
    say(SheetKind::Quiet, frame_.words()("take.web-how"));
  }

  std::vector<SheetPiece> take() { return std::move(pieces_); }

 private:
  void say(SheetKind kind, std::string words, std::string drawing = {}) {
    if (!words.empty())
      pieces_.push_back({.kind = kind,
                         .words = {std::move(words)},
                         .language = page_.language,
                         .drawing = std::move(drawing)});
  }

  static bool is_tick(const Element& element) {
    return element.block == Block::Documents && element.kind == ElementKind::Item &&
           !element.text.empty();
  }

  // What to bring stands in German too, to be shown at the counter (R09); where the German page has
  // the same list.
  std::vector<const Element*> ticks_in_german() {
    if (page_.language.starts_with("de"))
      return {};
    const auto german = frame_.library().page(page_.id, "de", frame_.moment().today);
    if (!german)
      return {};
    german_ = *german;
    std::vector<const Element*> ticks;
    for (const Element& element : german_.elements)
      if (is_tick(element))
        ticks.push_back(&element);
    const auto own = std::count_if(page_.elements.begin(), page_.elements.end(), is_tick);
    return static_cast<std::size_t>(own) == ticks.size() ? ticks : std::vector<const Element*>{};
  }

  void german(SheetKind kind, std::string words, std::string link = {}) {
    if (!words.empty())
      pieces_.push_back(
          {.kind = kind, .words = {std::move(words)}, .language = "de", .link = std::move(link)});
  }

  void add(const Element& element) {
    if (element.kind == ElementKind::PlaceCard) {
      if (const auto place = frame_.library().place(element.target))
        add_place(*place);
      return;
    }
    if (element.text.empty())
      return;
    SheetPiece piece{.words = wording(element, Weight::Regular),
                     .language = page_.language,
                     .ordinal = element.ordinal,
                     .level = std::clamp(element.level, 1, 4)};
    switch (element.kind) {
      case ElementKind::Heading:
        piece.kind = SheetKind::Heading;
        piece.words = wording(element, Weight::Bold);
        break;
      case ElementKind::Step:
        piece.kind = SheetKind::Step;
        break;
      case ElementKind::Item:
        piece.kind = element.block == Block::Documents ? SheetKind::Tick : SheetKind::Item;
        break;
      case ElementKind::Value:
        piece.kind = SheetKind::Value;
        piece.words = wording(element, Weight::Bold);
        if (being_checked(element))
          piece = checked_value(element);
        break;
      default:  // of a picture, its words
        break;
    }
    pieces_.push_back(std::move(piece));
    for (const content::Span& span : element.spans)
      if (span.kind == content::SpanKind::WebLink && leads_somewhere(span.target) &&
          element.text.find(span.target) == std::string::npos)
        german(SheetKind::Quiet, span.target, span.target);
  }

  // Only the words themselves: «2 weeks» without the 2 would say nothing.
  SheetPiece checked_value(const Element& element) const {
    const auto fact = std::find_if(
        element.spans.begin(), element.spans.end(),
        [](const content::Span& span) { return span.kind == content::SpanKind::Fact; });
    return {.words = {element.text.substr(fact->start, fact->end - fact->start)},
            .language = page_.language};
  }

  void add_place(const content::Place& place) {
    german(SheetKind::Name, place.name);
    const std::string town = town_line(place);
    german(SheetKind::Line,
           place.street + (place.street.empty() || town.empty() ? "" : ", ") + town);
    if (!place.phone.empty())
      say(SheetKind::Line, frame_.words()("place.phone", {figures("phone", place.phone)}));
    if (!place.verified) {
      say(SheetKind::Line, frame_.words()("place.being-checked"));
      return;
    }
    if (const auto hours = content::parse_opening_hours(place.hours))
      for (const HoursRow& row : hours_rows(frame_, *hours)) {
        std::string times = row.times;
        std::replace(times.begin(), times.end(), '\n', ' ');
        say(SheetKind::Line, row.day + ": " + times);
      }
    if (place.step_free.value_or(false))
      say(SheetKind::Line, frame_.words()("place.step-free"));
  }

  const Frame& frame_;
  const content::TopicPage& page_;
  content::TopicPage german_;
  std::vector<SheetPiece> pieces_;
};

}  // namespace

std::vector<SheetPiece> sheet_text(const Frame& frame, const content::TopicPage& page) {
  SheetText text(frame, page);
  text.head();
  text.notices();
  text.blocks();
  if (page.form == content::TopicForm::FreeBody)
    text.body();
  text.code();
  return text.take();
}

std::string sheet_foot(const Frame& frame) {
  const content::Town& town = frame.library().town();
  return "\u2068" + town.name + "\u2069 · " +
         frame.words()("about.edition.text", {name("date", frame.words().date(town.edition))});
}

}  // namespace kiosk
