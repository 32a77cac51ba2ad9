#include "kiosk/screens/delivery.h"

#include <algorithm>
#include <string>
#include <utility>

#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

using content::DeliverySlip;
using content::DeliveryState;
using content::Objection;

std::string day_of(const InterfaceWords& words, const DeliverySlip& slip) {
  const auto day = content::parse_date(slip.edition);
  return day ? words("about.edition.text", {name("date", words.date(*day))}) + " " : std::string{};
}

std::string title(const InterfaceWords& words, const DeliverySlip& slip) {
  const std::string key = "delivery." + std::string(content::word_of(slip.state));
  return words(key, {number("percent", slip.percent)});
}

std::string text(const InterfaceWords& words, const DeliverySlip& slip) {
  switch (slip.state) {
    case DeliveryState::Running:
      return words("delivery.running.text");
    case DeliveryState::Accepted:
    case DeliveryState::Newest:
      return day_of(words, slip) + words("delivery.unplug");
    case DeliveryState::Refused:
      break;
  }
  std::string why;
  if (slip.why != Objection::None)
    why = words("delivery.why." + std::string(content::word_of(slip.why))) + " ";
  return why + words("delivery.kept");
}

struct Sign {
  const char* drawing;
  Color color;
};

// The families' colours, which all carry the same ink: alarm stays with the emergency numbers.
Sign sign_of(const Palette& colors, DeliveryState state) {
  switch (state) {
    case DeliveryState::Accepted:
      return {"check-circle", colors.living};
    case DeliveryState::Refused:
      return {"warning", colors.means};
    case DeliveryState::Newest:
      return {"info", colors.arrive};
    case DeliveryState::Running:
      break;
  }
  return {"clock", colors.arrive};
}

// How much of the way is done, from the start edge.
Box progress(const Frame& frame, int width, int percent) {
  const int height = frame.px(16);
  const int line = frame.px(3);
  Box track;
  track.role = Role::Decoration;
  track.name = "delivery/progress";
  track.rect = {0, 0, width, height};
  track.paint.outline = line;
  track.paint.edge = frame.colors().on_family;
  track.paint.radius = height / 2;
  Box done;
  done.role = Role::Decoration;
  done.name = "delivery/done";
  done.rect = {0, 0, std::max(height, width * std::clamp(percent, 0, 100) / 100), height};
  done.paint.fill = frame.colors().on_family;
  done.paint.radius = height / 2;
  track.children.push_back(std::move(done));
  return track;
}

}  // namespace

Box delivery_panel(const Frame& frame, const DeliverySlip& slip) {
  const Look& look = frame.look();
  const Sign sign = sign_of(frame.colors(), slip.state);
  const Color ink = frame.colors().on_family;
  const int side = look.px(30);
  const int above = look.px(24);
  const int indent = side + look.px(88 + 28);
  const int room = frame.width() - indent - side;
  std::vector<Box> lines;
  lines.push_back(frame.type().text("delivery/title", {title(frame.words(), slip)},
                                    {.type = Type::M, .weight = Weight::Bold, .color = ink}, room));
  lines.back().role = Role::Heading;
  lines.push_back(frame.type().text("delivery/text", {text(frame.words(), slip)},
                                    {.type = Type::S, .color = ink, .line_height = 1.34F}, room));
  if (slip.state == DeliveryState::Running)
    lines.push_back(moved(progress(frame, room, slip.percent), 0, look.px(14)));
  Box box;
  box.name = "delivery:" + std::string(content::word_of(slip.state));
  box.paint.fill = sign.color;
  box.paint.radius = look.radius();
  int top = above;
  std::vector<Box> placed;
  for (Box& line : lines) {
    const int needs = line.rect.y + line.rect.height;
    placed.push_back(moved(std::move(line), indent, top));
    top += needs;
  }
  box.rect = {0, 0, frame.width(), std::max(top, look.px(88) + above) + above};
  const int spare = (box.rect.height - above - top) / 2;
  box.children.push_back(
      centered_at(pictogram(look, sign.drawing, 88, ink), side, box.rect.height));
  for (Box& line : placed)
    box.children.push_back(moved(std::move(line), 0, spare));
  return box;
}

}  // namespace kiosk
