#include "kiosk/screens/search.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/hits.h"
#include "kiosk/screens/key_list.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/field.h"
#include "kiosk/widgets/keyboard_bed.h"

namespace kiosk {
namespace {

constexpr int most_hits = 100;

// Where things stand: in portrait under each other; in landscape field and keyboard at the start,
// what was found at the end.
struct Shape {
  int bed_width;
  int start, width;  // of title and field
  int list_start, list_width;
};

Shape shape_of(const Frame& frame) {
  const int whole = frame.look().panel.size.width;
  if (frame.portrait())
    return {whole, frame.start(), frame.width(), frame.start(), frame.width()};
  const int bed = frame.px(1080);
  const int list = bed + frame.px(32);
  if (frame.look().low_reach)  // no room over the keyboard
    return {bed, list, whole - frame.start() - list, list, whole - frame.start() - list};
  return {bed, frame.start(), bed - frame.start(), list, whole - frame.start() - list};
}

// Things under each other as long as they fit.
class Stack final {
 public:
  Stack(Content& content, int start, int top, int bottom)
      : content_(content), start_(start), top_(top), bottom_(bottom) {}

  bool add(Box box, int gap) {
    const int height = box.rect.height;
    if (top_ + gap + height > bottom_)
      return false;
    content_.boxes.push_back(moved(std::move(box), start_, top_ + gap));
    top_ += gap + height;
    return true;
  }

 private:
  Content& content_;
  int start_, top_, bottom_;
};

Bed bed_of(const Frame& frame, const content::SearchAnswer& answer) {
  const InterfaceWords& words = frame.words();
  const content::Language& language = frame.language();
  const Keyboard* letters = keyboard_of(language.tag, language.script);
  return {.letters = letters,
          .layer = frame.session().typing.layer,
          .german = letters != nullptr && language.script != "Latn",
          .go = !answer.hits.empty(),
          .words = {.letters = words("search.letters"),
                    .german = words("search.german-letters"),
                    .digits = words("search.digits"),
                    .space = words("search.space"),
                    .erase = words("search.erase"),
                    .go = words("search.go")}};
}

Box field_of(const Frame& frame, FieldUse use, int width) {
  const InterfaceWords& words = frame.words();
  return text_field(
      frame.type(), frame.session().typing,
      {.name = words("search.field"), .hint = words("search.hint"), .clear = words("search.clear")},
      use, width);
}

Box said_box(const Frame& frame, const std::string& called, const std::string& words, int width) {
  return frame.type().text(called, {words}, {.type = Type::S, .color = frame.colors().ink_soft},
                           width);
}

void add_answer(const Frame& frame, Stack& stack, const content::SearchAnswer& answer, int width) {
  const int gap = frame.look().gap();
  const bool asked = !frame.session().typing.text.empty();
  if (!asked) {
    // Whose script has no keyboard here finds her way by letters of the index.
    const bool typed = bed_of(frame, answer).letters != nullptr;
    stack.add(said_box(frame, "search:how",
                       frame.words()(typed ? "search.how" : "search.how-german"), width),
              frame.px(20));
    stack.add(index_key(frame, width), gap);
    return;
  }
  stack.add(said_box(frame, "search:count", said_of(frame, answer), width), frame.px(20));
  for (const content::SearchHit& hit : answer.hits)
    if (!stack.add(hit_key(frame, hit, width, frame.px(150)), gap))
      return;
  if (!answer.hits.empty())
    return;
  if (!answer.nearest.empty()) {
    const auto rows = nearest_rows(frame, answer, width);
    bool room = stack.add(said_box(frame, "search:nearest", frame.words()("search.nearest"), width),
                          frame.px(8));
    for (auto row = rows.begin(); room && row != rows.end(); ++row)
      room = stack.add(*row, gap);
  }
  stack.add(index_key(frame, width), gap);
  stack.add(ask_panel(frame, width), gap);
}

Content typing_screen(const Frame& frame, const content::SearchAnswer& answer) {
  Content content;
  const Shape shape = shape_of(frame);
  const Bed spec = bed_of(frame, answer);
  const int bed_top = frame.bottom() - bed_height(frame.look(), spec);
  int top = frame.top();
  Box title = frame.title(frame.words()("search.title"), shape.width);
  const int title_height = title.rect.height;
  content.boxes.push_back(moved(std::move(title), shape.start, top));
  top = frame.within_reach(content, top + title_height + frame.px(frame.portrait() ? 14 : 10));
  Box field = field_of(frame, FieldUse::Typing, shape.width);
  const int field_bottom = top + field.rect.height;
  content.boxes.push_back(moved(std::move(field), shape.start, top));
  const bool below = frame.portrait() || shape.start == shape.list_start;
  Stack stack(content, shape.list_start, below ? field_bottom : frame.top(),
              frame.portrait() ? bed_top - frame.px(16) : frame.bottom() - frame.px(24));
  add_answer(frame, stack, answer, shape.list_width);
  content.boxes.push_back(moved(keyboard_bed(frame.type(), spec, shape.bed_width), 0, bed_top));
  return content;
}

Content results_screen(const Frame& frame, const content::SearchAnswer& answer) {
  Content content;
  int top = frame.top() + (frame.portrait() ? 0 : frame.px(4));
  if (frame.portrait()) {
    Box title = frame.title(frame.words()("search.title"));
    const int height = title.rect.height;
    content.boxes.push_back(moved(std::move(title), frame.start(), top));
    top += height + frame.px(14);
  }
  top = frame.within_reach(content, top);
  Box field = field_of(frame, FieldUse::Reading, frame.width());
  const int field_height = field.rect.height;
  content.boxes.push_back(moved(std::move(field), frame.start(), top));
  top += field_height + frame.px(14);
  Box count = said_box(frame, "search:count", said_of(frame, answer), frame.width());
  const int count_height = count.rect.height;
  content.boxes.push_back(moved(std::move(count), frame.start(), top));
  top += count_height + frame.px(14);
  const int width = list_key_width(frame);
  add_key_list(
      frame, content, answer.hits.size(),
      [&](std::size_t i, int height) { return hit_key(frame, answer.hits[i], width, height); }, top,
      {{"index",
        {ActionKind::OpenIndex, {}},
        frame.words()("index.title"),
        "topics-a-z",
        Rank::Plain}});
  return content;
}

}  // namespace

Content search_screen(const Frame& frame) {
  const Session& session = frame.session();
  content::SearchAnswer answer;
  if (!session.typing.text.empty())
    answer = frame.library().search(frame.language().tag, session.typing.text, most_hits);
  const bool results = !session.place().id.empty() && !answer.hits.empty();
  return results ? results_screen(frame, answer) : typing_screen(frame, answer);
}

}  // namespace kiosk
