#include "kiosk/screens/emergency.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "kiosk/screens/deal.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/quiet_panel.h"

namespace kiosk {
namespace {

// The same in all of Germany and free of charge; they stand here and not among the facts, because
// this page has to show them whatever has expired.
struct Number {
  const char* digits;
  const char* key;
};
constexpr std::array<Number, 2> panels{{{"112", "emergency.rescue"}, {"110", "emergency.police"}}};
constexpr std::array<Number, 3> lines{{{"116 117", "emergency.doctor"},
                                       {"116 016", "emergency.violence"},
                                       {"116 111", "emergency.young"}}};

// A screen that somebody needs at once is one page, so it may be set closer before it is cut in
// two.
struct Density {
  float line = 1.0F;   // × line height
  double space = 1.0;  // × spaces
};
constexpr Density as_designed{};
constexpr Density close_set{0.92F, 0.6};

Scribe figures_scribe(const Frame& frame) {
  return frame.type().in("de", Direction::LeftToRight);
}

Box panel(const Frame& frame, const Density& density, const Number& number, int width) {
  const Palette& colors = frame.colors();
  const int side = frame.px(32);
  Box box;
  box.name = std::string("panel:") + number.digits;
  box.paint.fill = colors.alarm;
  box.paint.radius = frame.look().radius();
  Box digits = figures_scribe(frame).text("digits", {number.digits},
                                          {.type = Type::Numeral,
                                           .weight = Weight::Bold,
                                           .color = colors.on_alarm,
                                           .line_height = 1.1F * density.line},
                                          width - 2 * side);
  Box words = frame.type().text(
      "what", {frame.words()(number.key)},
      {.type = Type::S, .weight = Weight::SemiBold, .color = colors.on_alarm, .line_height = 1.25F},
      width - 2 * side);
  const int below = frame.px(8) + digits.rect.height;
  box.rect = {0, 0, width, below + words.rect.height + frame.px(24)};
  box.children.push_back(moved(std::move(digits), side, frame.px(8)));
  box.children.push_back(moved(std::move(words), side, below));
  return box;
}

Box both_panels(const Frame& frame, const Density& density, int width) {
  const auto places = columns(width, 2, frame.look().gap());
  std::vector<Box> boxes;
  int height = 0;
  for (std::size_t i = 0; i < panels.size(); ++i) {
    boxes.push_back(moved(panel(frame, density, panels[i], places[i].width), places[i].start, 0));
    height = std::max(height, boxes.back().rect.height);
  }
  for (Box& box : boxes)
    box.rect.height = height;
  return group("panels", std::move(boxes));
}

Box number_line(const Frame& frame, const Density& density, const Number& number, int width) {
  const Palette& colors = frame.colors();
  const int above = frame.px(15 * density.space);
  Box digits = figures_scribe(frame).line(
      "digits", {number.digits}, {.type = Type::XL, .weight = Weight::Bold, .color = colors.alarm});
  const int indent = std::max(frame.px(285), digits.rect.width) + frame.px(38);
  const int room = width - indent;
  Box who = frame.type().text("who", {frame.words()(number.key)},
                              {.type = Type::S,
                               .weight = Weight::SemiBold,
                               .color = colors.ink,
                               .line_height = 1.3F * density.line},
                              room);
  Box about = frame.type().text(
      "about", {frame.words()(std::string(number.key) + ".about")},
      {.type = Type::S, .color = colors.ink_soft, .line_height = 1.3F * density.line}, room);
  const int who_height = who.rect.height;
  const int height = std::max(who_height + about.rect.height, digits.rect.height) + 2 * above;
  const int top = (height - who_height - about.rect.height) / 2;
  std::vector<Box> boxes;
  boxes.push_back(centered_at(std::move(digits), 0, height));
  boxes.push_back(moved(std::move(who), indent, top));
  boxes.push_back(moved(std::move(about), indent, top + who_height));
  Box line;
  line.role = Role::Decoration;
  line.name = "hairline";
  line.rect = {0, height, width, frame.px(2)};
  line.paint.fill = colors.hairline;
  boxes.push_back(std::move(line));
  Box box = group(std::string("number:") + number.digits, std::move(boxes));
  box.rect = {0, 0, width, height + frame.px(2)};
  return box;
}

Box what_to_say(const Frame& frame, const Density& density, int width) {
  const Palette& colors = frame.colors();
  std::vector<Box> boxes;
  Box heading =
      frame.type().text("say", {frame.words()("emergency.say")},
                        {.type = Type::M, .weight = Weight::Bold, .color = colors.ink}, width);
  heading.role = Role::Heading;
  int top = heading.rect.height + frame.px(4);
  boxes.push_back(std::move(heading));
  for (int i = 1; i <= 3; ++i) {
    Box digit = figures_scribe(frame).line("ordinal", {std::to_string(i)},
                                           {.type = Type::S,
                                            .weight = Weight::Bold,
                                            .color = colors.alarm,
                                            .line_height = 1.4F * density.line});
    const int indent = std::max(frame.px(34), digit.rect.width) + frame.px(16);
    Box words = frame.type().text(
        "sentence", {frame.words()("emergency.say-" + std::to_string(i))},
        {.type = Type::S, .color = colors.ink, .line_height = 1.4F * density.line}, width - indent);
    const int line = static_cast<int>(words.paint.text->lines.front().height);
    const int height = words.rect.height;
    boxes.push_back(moved(centered_at(std::move(digit), 0, line), 0, top));
    boxes.push_back(moved(std::move(words), indent, top));
    top += height;
  }
  return group("what-to-say", std::move(boxes));
}

// Two columns where the panel is wide and the words are not.
int across(const Frame& frame) {
  return frame.portrait() || frame.look().step() > 1 ? 1 : 2;
}

std::vector<Block> blocks(const Frame& frame, const Density& density, int width) {
  const auto space = [&](double units) { return frame.px(units * density.space); };
  std::vector<Block> result;
  Box title = frame.title(frame.words()("emergency.title"), width);
  result.push_back({std::move(title)});
  result.push_back({frame.subtitle(frame.words()("emergency.subtitle"), width)});
  result.push_back({both_panels(frame, density, width), space(frame.portrait() ? 16 : 12)});
  Block ask{quiet_panel(frame.type(),
                        {"ask-person", frame.words()("emergency.no-phone"),
                         frame.words()("emergency.no-phone.text")},
                        width),
            space(28)};
  if (across(frame) == 2)
    result.push_back(ask);
  for (const Number& number : lines)
    result.push_back({number_line(frame, density, number, width), 0});
  Block& first_line = result[result.size() - lines.size()];
  first_line.gap = frame.px(8);
  first_line.opens_column = across(frame) == 2;
  result.push_back({what_to_say(frame, density, width), space(30)});
  if (across(frame) == 1) {
    ask.to_the_bottom = true;
    result.push_back(ask);
  }
  return result;
}

}  // namespace

Content emergency_screen(const Frame& frame) {
  Content content;
  const int top = frame.top();
  const auto spots = columns(frame.width(), across(frame), frame.px(60));
  int end = frame.bottom() - frame.px(28);
  std::vector<Block> all;
  std::vector<Placed> places;
  for (const Density& density : {as_designed, close_set}) {
    all = blocks(frame, density, spots.front().width);
    places = deal(all, end - top);
    if (places.back().column < spots.size())
      break;
  }
  if (places.back().column >= spots.size()) {
    end = frame.above_actions();
    places = deal(all, end - top);
  }
  content.pages = static_cast<int>(places.back().column / spots.size()) + 1;
  const int page = shown_page(frame.session(), content.pages);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (static_cast<int>(places[i].column / spots.size()) != page)
      continue;
    const int start = frame.start() + spots[places[i].column % spots.size()].start;
    const bool down = all[i].to_the_bottom && content.pages == 1;
    const int at = down ? end - all[i].box.rect.height : top + places[i].top;
    content.boxes.push_back(moved(std::move(all[i].box), start, at));
  }
  if (const auto keys = frame.page_keys(page, content.pages); !keys.empty())
    content.boxes.push_back(frame.actions(keys));
  return content;
}

}  // namespace kiosk
