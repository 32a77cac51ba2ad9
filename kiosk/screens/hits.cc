#include "kiosk/screens/hits.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/quiet_panel.h"
#include "kiosk/widgets/tile.h"

namespace kiosk {
namespace {

using content::HitKind;
using content::HitReason;
using content::SearchHit;

// A title that matched shows itself, unless it is the German one of a page shown by another;
// everything else is named.
std::string reason(const Frame& frame, const SearchHit& hit) {
  static constexpr std::array<const char*, 6> keys{"",
                                                   "search.by-official-title",
                                                   "search.by-synonym",
                                                   "search.by-former-name",
                                                   "search.by-text",
                                                   "search.by-place"};
  const char* pattern = keys[static_cast<std::size_t>(hit.why)];
  // Typed in German, shown in the visitor's language.
  if (hit.why == HitReason::Title && hit.matched_language != hit.title_language)
    pattern = "search.by-german-title";
  if (*pattern == '\0' || hit.matched.empty())
    return {};
  return frame.words()(pattern, {name("term", hit.matched)});
}

// «Geld reicht nicht · Amtlich: Bürgergeld».
std::string second_line(const Frame& frame, const SearchHit& hit) {
  std::string line;
  if (!hit.in_language) {
    std::vector<std::string> names;
    for (const std::string& tag : hit.languages)
      names.push_back(frame.endonym(tag));
    line = frame.words()("list.only-in", {name("languages", frame.words().list(names))});
  } else if (hit.kind == HitKind::Place) {
    line = frame.words()("search.place");
  } else if (!hit.situation.empty()) {
    line = frame.words()("situation." + hit.situation);
  }
  const std::string why = reason(frame, hit);
  if (!line.empty() && !why.empty())
    line += " · ";
  return line + why;
}

Action action_of(const SearchHit& hit) {
  return {hit.kind == HitKind::Place ? ActionKind::OpenPlace : ActionKind::OpenTopic, hit.id};
}

Box term_key(const Frame& frame, const std::string& term, int width, int height) {
  const Look& look = frame.look();
  Box box = key(look, "nearest:" + term, {ActionKind::ReplaceTyped, term}, {width, height});
  box.spoken = term;
  Box word = frame.type().label(box.name + "/term", {term},
                                {.type = Type::T,
                                 .weight = Weight::SemiBold,
                                 .color = frame.colors().ink,
                                 .alignment = Alignment::Center},
                                width - 2 * look.px(12), 2);
  const int start = look.px(12);
  box.children.push_back(
      centered_at(std::move(word), start, height - look.lower_edge() + look.outline()));
  return box;
}

}  // namespace

Box hit_key(const Frame& frame, const SearchHit& hit, int width, int least_height) {
  const Look& look = frame.look();
  const Palette& colors = frame.colors();
  const int block = look.px(110);
  const int text_start = look.outline() + block + look.px(24);
  const int onward = look.px(48);
  const int text_width = width - text_start - look.px(20) - onward - look.px(28);
  const std::string box_name = "hit:" + hit.id;
  Box title = frame.type_in(hit.title_language)
                  .label(box_name + "/title", {hit.title},
                         {.type = Type::M,
                          .weight = Weight::SemiBold,
                          .color = colors.ink,
                          .line_height = 1.2F},
                         text_width, 2);
  const std::string why = second_line(frame, hit);
  Box second = frame.type().text(box_name + "/second", {why},
                                 {.type = Type::S, .color = colors.ink_soft, .line_height = 1.25F},
                                 text_width);
  const int text_height = title.rect.height + (why.empty() ? 0 : look.px(2) + second.rect.height);
  const int height = std::max(least_height, text_height + look.px(36));
  const int face = height - look.lower_edge() + look.outline();
  Box box = key(look, box_name, action_of(hit), {width, height});
  box.spoken = hit.title + (why.empty() ? "" : ". " + why);
  const std::string drawing = hit.kind == HitKind::Place ? "place"
                              : hit.pictogram.empty()    ? "document"
                                                         : hit.pictogram;
  box.children.push_back(
      family_block(look, family_colors(colors, hit.family), drawing, 72, block, height));
  const int top = (face - text_height) / 2;
  const int below = top + title.rect.height + look.px(2);
  title.rect.width = std::min(title.rect.width, text_width);
  box.children.push_back(moved(std::move(title), text_start, top));
  if (!why.empty())
    box.children.push_back(moved(std::move(second), text_start, below));
  box.children.push_back(
      centered_at(pictogram(look, "next", 48, colors.action), width - look.px(28) - onward, face));
  return box;
}

std::vector<Box> nearest_rows(const Frame& frame, const content::SearchAnswer& answer, int width) {
  constexpr std::size_t most = 4;
  const Look& look = frame.look();
  const int across = look.step() > 1 ? 1 : 2;
  const auto places = columns(width, across, look.gap());
  const int high = std::max(frame.px(108), static_cast<int>(look.em(Type::T) * 2.6F));
  std::vector<std::vector<Box>> rows;
  for (std::size_t i = 0; i < std::min(most, answer.nearest.size()); ++i) {
    const Column& place = places[i % places.size()];
    if (i % places.size() == 0)
      rows.emplace_back();
    rows.back().push_back(
        moved(term_key(frame, answer.nearest[i], place.width, high), place.start, 0));
  }
  std::vector<Box> boxes;
  for (auto& row : rows)
    boxes.push_back(group("nearest", std::move(row)));
  return boxes;
}

Box index_key(const Frame& frame, int width) {
  const ListKey spec{"index", {ActionKind::OpenIndex, {}}, {frame.words()("index.title")}, {}, {}};
  return list_key(frame.type(), frame.type(), spec, width, frame.px(124));
}

Box ask_panel(const Frame& frame, int width) {
  const std::string& phone = frame.library().town().phone;
  return quiet_panel(frame.type(),
                     {.drawing = "ask-person",
                      .title = frame.words()("not-in-language.ask-title"),
                      .text = frame.words()("search.ask", {figures("phone", phone)})},
                     width);
}

std::string said_of(const Frame& frame, const content::SearchAnswer& answer) {
  if (answer.hits.empty())
    return frame.words()("search.none");
  return frame.words()("search.found", {number("count", static_cast<long>(answer.hits.size()))});
}

}  // namespace kiosk
