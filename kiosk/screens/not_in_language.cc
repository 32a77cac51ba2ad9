#include "kiosk/screens/not_in_language.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "kiosk/screens/deal.h"
#include "kiosk/screens/feedback.h"
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

std::vector<Block> language_keys(const Frame& frame, const std::vector<std::string>& tags,
                                 int width) {
  const Look& look = frame.look();
  const bool many = tags.size() > 3;
  const int usual = many && !frame.portrait() ? 4 : 3;
  const int across = look.step() > 1 ? 1 : look.step() > 0 ? 2 : usual;
  const int gap = look.gap();
  const int high = std::max(frame.px(many ? 108 : 132), static_cast<int>(look.em(Type::T) * 1.75F));
  const auto places = columns(width, across, gap);
  std::vector<Block> rows;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const content::Language* language = frame.library().language(tags[i]);
    const Column& place = places[i % places.size()];
    Box box =
        key(look, "read-in:" + tags[i], {ActionKind::ReadTopicIn, tags[i]}, {place.width, high});
    // Two large lines are higher than a key.
    const std::string name = language == nullptr ? tags[i]
                             : look.step() > 0   ? frame.endonym(tags[i])
                                                 : language->endonym;
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
    if (i % places.size() == 0)
      rows.push_back({Box{}, rows.empty() ? frame.px(40) : gap});
    rows.back().box.children.push_back(moved(std::move(box), place.start, 0));
  }
  for (Block& row : rows)
    row.box = group("languages", std::move(row.box.children));
  return rows;
}

// That it is missing is worth knowing (R32).
Box missing_key(const Frame& frame, const std::string& topic, int width) {
  if (frame.session().answered.contains(topic))
    return frame.type().text("thanks", {frame.words()("feedback.thanks")},
                             {.type = Type::S, .color = frame.colors().ink}, width);
  return feedback_key(frame, frame, "missing-language", width);
}

// A person: a node of the path that stands alone, what she can do, and the number.
std::vector<Block> person(const Frame& frame, const FamilyColors& family, int width) {
  const Look& look = frame.look();
  const int size = frame.px(96);
  const bool drawn = look.step() < 2;  // large words need the width more
  const int indent = drawn ? size + frame.px(36) : 0;
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
  if (drawn)
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
  phone = moved(std::move(phone), indent, 0);
  std::vector<Block> blocks;
  blocks.push_back({group("person", std::move(boxes)), frame.px(56)});
  blocks.push_back({group("number", {std::move(phone)}), frame.px(14)});
  return blocks;
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
  const bool one_column = frame.portrait() || frame.look().step() > 1;
  const auto places = columns(frame.width(), one_column ? 1 : 2, frame.px(60));
  const int wide = places.front().width;
  std::vector<Block> blocks;
  blocks.push_back({quiet_panel(frame.type(),
                                {"info", frame.words()("not-in-language.title"),
                                 frame.words()("not-in-language.why"), Type::M},
                                wide)});
  for (Block& row : language_keys(frame, missing.languages, wide))
    blocks.push_back(std::move(row));
  const std::size_t asking = blocks.size();
  for (Block& block : person(frame, family, wide))
    blocks.push_back(std::move(block));
  blocks.push_back({missing_key(frame, missing.id, wide), frame.px(32)});
  blocks[asking].opens_column = !one_column;
  content.boxes = std::move(head.boxes);

  const int top = frame.within_reach(content, head.bottom + frame.px(30));
  const int room = frame.above_actions() - top;
  std::vector<Placed> at = deal(blocks, room);
  if (at.back().column >= places.size()) {
    blocks[asking].gap = frame.px(24);
    at = deal(blocks, room);
  }
  content.pages = static_cast<int>(at.back().column / places.size()) + 1;
  const int page = shown_page(frame.session(), content.pages);
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (static_cast<int>(at[i].column / places.size()) == page)
      content.boxes.push_back(moved(std::move(blocks[i].box),
                                    frame.start() + places[at[i].column % places.size()].start,
                                    top + at[i].top));
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
