#include "kiosk/screens/languages.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "content-engine/reader/notice_list.h"
#include "kiosk/screens/delivery.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/quiet_panel.h"

namespace kiosk {
namespace {

using content::Language;

std::vector<const Language*> greeters(const Frame& frame) {
  std::vector<const Language*> result;
  for (const Language& language : frame.library().languages()) {
    const bool said = std::any_of(result.begin(), result.end(), [&](const Language* other) {
      return other->greeting == language.greeting;
    });
    if (!language.greeting.empty() && !said)
      result.push_back(&language);
  }
  return result;
}

// The big greeting changes while nobody is there; once a language is chosen, it is that one's.
Box greeting(const Frame& frame, const std::vector<const Language*>& all, std::size_t first) {
  const Language& language = *all[first];
  const Scribe type = frame.type_in(language.tag);
  Box box = type.fitted("greeting", {language.greeting},
                        {.type = Type::XXL, .weight = Weight::Bold, .color = frame.colors().ink},
                        frame.width());
  box.role = Role::Heading;
  return box;
}

// Three more, spread over the width.
std::vector<Box> more_greetings(const Frame& frame, const std::vector<const Language*>& all,
                                std::size_t first) {
  std::vector<Box> boxes;
  int together = 0;
  for (std::size_t i = 1; i <= 3 && i < all.size(); ++i) {
    const Language& language = *all[(first + i) % all.size()];
    Box box = frame.type_in(language.tag)
                  .line("greeting:" + language.tag, {language.greeting},
                        {.type = Type::T, .color = frame.colors().ink_soft, .line_height = 1.5F});
    if (together + box.rect.width + frame.px(24) > frame.width())
      break;
    together += box.rect.width + (boxes.empty() ? 0 : frame.px(24));
    boxes.push_back(std::move(box));
  }
  const int gaps = std::max(1, static_cast<int>(boxes.size()) - 1);
  int spare = frame.width();
  int height = 0;
  for (const Box& box : boxes) {
    spare -= box.rect.width;
    height = std::max(height, box.rect.height);
  }
  const int gap = boxes.size() == 3 ? spare / gaps : frame.px(64);
  int start = 0;
  for (Box& box : boxes) {
    const int width = box.rect.width;
    box = moved(centered_at(std::move(box), start, height), 0, 0);
    start += width + gap;
  }
  return boxes;
}

Box language_key(const Frame& frame, const Language& language, Size size, Type label) {
  const Look& look = frame.look();
  Box box = key(look, "language:" + language.tag, {ActionKind::ChooseLanguage, language.tag}, size);
  box.spoken = language.endonym;
  const bool two_lines = language.endonym.find('\n') != std::string::npos && label == Type::T;
  Setting setting{.type = two_lines ? Type::S : label,
                  .weight = Weight::SemiBold,
                  .color = frame.colors().ink,
                  .alignment = Alignment::Center,
                  .stretch = two_lines ? Stretch::SemiCondensed : Stretch::Normal,
                  .line_height = two_lines ? 1.08F : 1.16F};
  const int side = frame.px(10);
  Box name = frame.type_in(language.tag)
                 .label(box.name + "/name",
                        {label == Type::T ? language.endonym : frame.endonym(language.tag)},
                        setting, size.width - 2 * side, two_lines ? 2 : 1);
  const int height = size.height - look.lower_edge() + look.outline();
  const int start = side;
  box.children.push_back(centered_at(std::move(name), start, height));
  return box;
}

// Many languages stand as the look has them; few take larger keys, so that the way is not long.
struct Choice {
  int across;
  double lowest, tallest;
  Type label;
};

Choice choice_of(const Frame& frame, int count) {
  const bool few = count <= 12;
  const int step = frame.look().step();
  if (step > 0)
    return {frame.portrait() ? 2 : 4, step == 1 ? 150.0 : 210.0, 230, Type::T};
  if (!frame.portrait())
    return few ? Choice{4, 100, 150, Type::M} : Choice{6, 100, 108, Type::T};
  return few ? Choice{2, 100, 190, Type::M} : Choice{3, 96, 108, Type::T};
}

// The town's notices, one language after the other while nobody is here. The room is that of the
// longest, so that nothing moves when they change; where it does not fit, words are smaller.
struct NoticePanel {
  Box box;
  int room = 0;
};

std::optional<NoticePanel> notice_panel(const Frame& frame, int most, int step) {
  if (!frame.nobody_here())
    return std::nullopt;
  const auto texts = content::notices_for_everybody(
      frame.library().registers(), frame.library().languages(), frame.moment().today);
  if (texts.empty())
    return std::nullopt;
  const std::size_t now = static_cast<std::size_t>(std::max(0, step)) % texts.size();
  Look look = frame.look();
  for (;;) {
    NoticePanel panel;
    for (std::size_t at = 0; at < texts.size(); ++at) {
      const content::Language* language = frame.library().language(texts[at].language);
      const InterfaceWords words(frame.library(), *language);
      Box box = quiet_panel(frame.type_in(language->tag).with_look(look),
                            {"warning", words("notice.title"), texts[at].text}, frame.width());
      panel.room = std::max(panel.room, box.rect.height);
      if (at == now)
        panel.box = std::move(box);
    }
    panel.box.name = "notice:" + texts[now].id;
    if (panel.room <= most)
      return panel;
    if (look.text_size == TextSize::Normal)
      return std::nullopt;  // the languages come first
    look.text_size = static_cast<TextSize>(look.step() - 1);
  }
}

// The greetings over the languages.
struct Welcome {
  std::vector<Box> boxes;  // from the top of the page
  int height = 0;
};

Welcome welcome(const Frame& frame) {
  Welcome made;
  if (const auto& delivery = frame.moment().delivery) {
    made.boxes.push_back(delivery_panel(frame, *delivery));
    made.height = std::max(made.boxes.front().rect.height, frame.px(196)) + frame.px(26);
    return made;
  }
  const auto all = greeters(frame);
  if (all.empty())
    return made;
  std::size_t first = static_cast<std::size_t>(std::max(0, frame.moment().attract_step));
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i]->tag == frame.session().language)
      first = i;
  first %= all.size();
  Box big = greeting(frame, all, first);
  const int height = std::max(big.rect.height, frame.px(130));
  made.boxes.push_back(centered_at(std::move(big), 0, height));
  int more_height = 0;
  for (Box& box : more_greetings(frame, all, first)) {
    more_height = std::max(more_height, box.rect.height);
    made.boxes.push_back(moved(std::move(box), 0, height));
  }
  made.height = height + std::max(more_height, frame.px(66)) + frame.px(26);
  return made;
}

}  // namespace

Content languages_screen(const Frame& frame) {
  Content content;
  Welcome over = welcome(frame);
  int top = frame.top() + frame.px(4);
  if (frame.look().low_reach)  // the greeting comes down to the keys
    top = std::max(top, frame.look().reach_row() - over.height);

  const auto& languages = frame.library().languages();
  const int count = static_cast<int>(languages.size());
  const Choice choice = choice_of(frame, count);
  const int across = choice.across;
  const int all_rows = std::max(1, (count + across - 1) / across);
  const int gap = frame.look().gap();
  const int lowest = frame.px(choice.lowest);
  int room = frame.above_actions() - frame.px(20) - top - over.height;
  // Below the languages where that takes none of them away; else in the place of the greeting,
  // turn and turn about with it.
  const int needed = std::clamp((room + gap) / (lowest + gap), 1, all_rows) * (lowest + gap);
  const int step = frame.moment().attract_step;
  auto below = notice_panel(frame, room - needed, step);
  if (below)
    room -= below->room + frame.px(20);
  else if (step % 2 == 1 && !frame.moment().delivery)
    if (auto notice = notice_panel(frame, over.height - frame.px(26), step / 2)) {
      over.boxes.clear();
      over.boxes.push_back(std::move(notice->box));
    }
  for (Box& box : over.boxes)
    content.boxes.push_back(moved(std::move(box), frame.start(), top));
  top += over.height;
  const int rows = std::clamp((room + gap) / (lowest + gap), 1, all_rows);
  const int height = std::min(frame.px(choice.tallest), (room - gap * (rows - 1)) / rows);
  content.pages = (all_rows + rows - 1) / rows;
  const int page = shown_page(frame.session(), content.pages);
  const auto places = columns(frame.width(), across, gap);
  const int first = page * rows * across;
  for (int i = first; i < std::min(count, first + rows * across); ++i) {
    const Column& place = places[static_cast<std::size_t>(i % across)];
    const Language& language = languages[static_cast<std::size_t>(i)];
    content.boxes.push_back(
        moved(language_key(frame, language, {place.width, height}, choice.label),
              frame.start() + place.start, top + ((i - first) / across) * (height + gap)));
  }
  if (below)
    content.boxes.push_back(
        moved(std::move(below->box), frame.start(), frame.above_actions() - below->room));
  std::vector<ActionKey> keys;
  if (page == 0 || frame.look().step() == 0)  // three large words are wider than the page
    keys.push_back(
        {"about", {ActionKind::OpenAbout, {}}, frame.words()("about.title"), "info", Rank::Plain});
  for (ActionKey& key : frame.page_keys(page, content.pages))
    keys.push_back(std::move(key));
  content.boxes.push_back(frame.actions(keys));
  return content;
}

}  // namespace kiosk
