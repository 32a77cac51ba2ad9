#include "kiosk/screens/not_in_language.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/screens/topic_head.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/quiet_panel.h"

namespace kiosk {
namespace {

content::WayIn situation_of(const Frame& frame, const std::string& id) {
  for (content::WayIn& way : frame.library().situations())
    if (way.id == id)
      return std::move(way);
  return {};
}

Box language_keys(const Frame& frame, const std::vector<std::string>& tags, int width) {
  const Look& look = frame.look();
  const bool many = tags.size() > 3;
  const int usual = many && !frame.portrait() ? 4 : 3;
  const int across = look.step() > 1 ? 1 : look.step() > 0 ? 2 : usual;
  const int gap = look.gap();
  const int high = frame.px(many ? 108 : 132);
  const auto places = columns(width, across, gap);
  std::vector<Box> keys;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const content::Language* language = frame.library().language(tags[i]);
    const Column& place = places[i % places.size()];
    Box box =
        key(look, "read-in:" + tags[i], {ActionKind::ReadTopicIn, tags[i]}, {place.width, high});
    const std::string name = language == nullptr ? tags[i] : language->endonym;
    const bool two = name.find('\n') != std::string::npos;
    box.spoken = frame.endonym(tags[i]);
    const int side = frame.px(10);
    Box word = frame.type_in(tags[i]).label(box.name + "/name", {name},
                                            {.type = Type::T,
                                             .weight = Weight::SemiBold,
                                             .color = frame.colors().ink,
                                             .alignment = Alignment::Center},
                                            place.width - 2 * side, two ? 2 : 1);
    box.children.push_back(
        centered_at(std::move(word), side, high - look.lower_edge() + look.outline()));
    const int row = static_cast<int>(i / places.size());
    keys.push_back(moved(std::move(box), place.start, row * (high + gap)));
  }
  return group("languages", std::move(keys));
}

// A person: a node of the path that stands alone, what she can do, and the number.
Box person(const Frame& frame, const FamilyColors& family, int width) {
  const Look& look = frame.look();
  const int size = frame.px(96);
  const int indent = size + frame.px(36);
  const int room = width - indent;
  Box node;
  node.role = Role::Decoration;
  node.name = "node";
  node.rect = {0, 0, size, size};
  node.paint.circle = true;
  node.paint.fill = family.fill;
  node.children.push_back(
      centered_at(pictogram(look, "ask-person", 62, family.on), (size - frame.px(62)) / 2, size));
  std::vector<Box> boxes;
  boxes.push_back(std::move(node));
  int top = 0;
  const auto add = [&](const char* called, const std::string& words, Setting setting, int gap) {
    setting.color = frame.colors().ink;
    Box box = frame.type().text(called, {words}, setting, room);
    top += gap;
    const int height = box.rect.height;
    boxes.push_back(moved(std::move(box), indent, top));
    top += height;
  };
  add("ask-title", frame.words()("not-in-language.ask-title"),
      {.type = Type::M, .weight = Weight::Bold}, 0);
  add("ask", frame.words()("not-in-language.ask"), {.type = Type::S}, 0);
  Box phone =
      frame.type()
          .in("de", Direction::LeftToRight)
          .text("phone", {frame.library().town().phone},
                {.type = Type::L, .weight = Weight::Bold, .color = frame.colors().ink}, room);
  boxes.push_back(moved(std::move(phone), indent, top + frame.px(14)));
  return group("person", std::move(boxes));
}

}  // namespace

Content not_in_language_screen(const Frame& frame, const content::NotInLanguage& missing) {
  Content content;
  const content::WayIn way = situation_of(frame, missing.situation);
  const FamilyColors family = family_colors(frame.colors(), way.family);
  HeadBoxes head =
      topic_head(frame,
                 {.family = way.family,
                  .drawing = way.pictogram,
                  .situation = way.id.empty() ? "" : frame.words()("situation." + way.id),
                  .title = missing.title,
                  .title_language = missing.title_language},
                 FirstPage::No);
  const auto places = columns(frame.width(), frame.portrait() ? 1 : 2, frame.px(60));
  const int wide = places.front().width;
  std::vector<Box> blocks;
  blocks.push_back(quiet_panel(frame.type(),
                               {"info", frame.words()("not-in-language.title"),
                                frame.words()("not-in-language.why"), Type::M},
                               wide));
  blocks.push_back(language_keys(frame, missing.languages, wide));
  blocks.push_back(person(frame, family, wide));
  content.boxes = std::move(head.boxes);

  // In landscape the person stands beside; where text is large she has a page of her own.
  const int top = head.bottom + frame.px(30);
  const int room = frame.above_actions() - top;
  std::vector<int> column{0, 0, frame.portrait() ? 0 : 1};
  std::vector<int> at{0, blocks[0].rect.height + frame.px(40), 0};
  int spare = frame.px(56);
  if (frame.portrait()) {
    const int end = at[1] + blocks[1].rect.height;
    spare = std::min(spare, room - end - blocks[2].rect.height);
    at[2] = end + spare;
    if (spare < frame.px(20)) {
      at[2] = 0;
      column[2] = 1;
    }
  }
  const int across = static_cast<int>(places.size());
  content.pages = column[2] / across + 1;
  const int page = shown_page(frame.session(), content.pages);
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (column[i] / across == page)
      content.boxes.push_back(moved(
          std::move(blocks[i]),
          frame.start() + places[static_cast<std::size_t>(column[i] % across)].start, top + at[i]));
  const ActionKey others{
      "other-topics",
      way.id.empty() ? Action{ActionKind::OpenHome, {}} : Action{ActionKind::OpenSituation, way.id},
      frame.words()("not-in-language.others"), "topics-a-z", Rank::Main};
  std::vector<ActionKey> keys = frame.page_keys(page, content.pages);
  if (page + 1 == content.pages)
    keys.push_back(others);
  content.boxes.push_back(moved(action_row(frame.type(), keys, wide),
                                frame.start() + places.back().start, frame.action_top()));
  return content;
}

}  // namespace kiosk
