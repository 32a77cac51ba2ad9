#include "kiosk/screens/staff_card.h"

#include <algorithm>
#include <utility>

#include "kiosk/screens/deal.h"
#include "kiosk/screens/place_lines.h"
#include "kiosk/screens/topic.h"
#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

constexpr const char* german_tag = "de";

// The office whose place the page names first.
std::string office_of(const content::Library& library, const content::TopicPage& page) {
  for (const content::Element& element : page.elements)
    if (element.kind == content::ElementKind::PlaceCard)
      if (const auto place = library.place(element.target))
        return place->name + (place->street.empty() ? "" : ", " + place->street);
  return {};
}

std::string german_title(const content::TopicPage& page, const content::Library& library) {
  if (!page.official_title_german.empty())
    return page.official_title_german;
  const auto named = library.fallback(page.id, german_tag);
  return named ? named->title : page.title;
}

// A code is read out letter by letter: its dashes do not end a line.
std::string unbroken(std::string code) {
  for (std::size_t at = 0; (at = code.find('-', at)) != std::string::npos; ++at)
    code.insert(at + 1, "\u2060");
  return code;
}

Block block_of(Box box, int gap) {
  return {.box = std::move(box), .gap = gap};
}

// `german` sets what the desk reads, in its own direction whatever the page's is.
std::vector<Block> blocks_of(const Frame& frame, const Frame& german,
                             const content::TopicPage& page) {
  const int width = frame.width();
  const Color ink = frame.colors().ink;
  const bool turned = frame.direction() != german.direction();
  const auto large = [&](const char* name, const std::string& words, Type type) {
    Box box = german.type().label(name, {words},
                                  {.type = type, .weight = Weight::Bold, .color = ink}, width, 4);
    box.rect.width = width;
    return turned ? mirrored(std::move(box), width) : box;
  };
  std::vector<Block> blocks;
  blocks.push_back(block_of(
      large("sentence",
            german.words()("staff.sentence", {name("title", german_title(page, frame.library()))}),
            Type::Card),
      0));
  const std::string& tag = frame.language().tag;
  if (!tag.starts_with(german_tag))
    blocks.push_back(
        block_of(large("language",
                       german.words()("staff.language",
                                      {name("language", german.words().language_name(tag) + " (" +
                                                            frame.endonym(tag) + ")")}),
                       Type::L),
                 frame.px(24)));
  if (const std::string office = office_of(frame.library(), page); !office.empty())
    blocks.push_back(
        block_of(large("office", german.words()("staff.office", {name("name", office)}), Type::M),
                 frame.px(12)));
  blocks.push_back(block_of(
      large("code",
            german.words()("staff.code", {figures("code", unbroken(reference_code(
                                                              frame.library().town(), page.id)))}),
            Type::Card),
      frame.px(24)));
  Box own = frame.type().text("own", {frame.words()("staff.sentence", {name("title", page.title)})},
                              {.type = Type::S, .color = frame.colors().ink_soft}, width);
  if (frame.language().tag != german_tag)
    blocks.push_back(block_of(std::move(own), frame.px(34)));
  return blocks;
}

}  // namespace

std::string reference_code(const content::Town& town, const std::string& topic) {
  return topic + " " + content::to_iso(town.edition);
}

Content staff_card_screen(const Frame& frame, const Panel& panel, TextEngine& text) {
  const Session& session = frame.session();
  const auto page = frame.library().page(
      session.place().id,
      session.language_of_topic.empty() ? frame.language().tag : session.language_of_topic,
      frame.moment().today);
  if (!page || page->sensitive)
    return topic_screen(frame, panel, text);
  Session reader = session;
  reader.language = german_tag;
  const Frame german(reader, frame.library(), frame.moment(), panel, text);
  Box how = frame.type().label(
      "title", {frame.words()("staff.how")},
      {.type = Type::M, .weight = Weight::Bold, .color = frame.colors().ink}, frame.width(), 2);
  how.role = Role::Heading;
  const int how_top = frame.top() + frame.px(frame.portrait() ? 20 : 4);
  const int top = how_top + how.rect.height + frame.px(frame.portrait() ? 48 : 20);
  std::vector<Block> blocks = blocks_of(frame, german, *page);
  // Without further pages there are no keys.
  std::vector<Placed> places = deal(blocks, frame.bottom() - frame.px(24) - top);
  if (places.back().column > 0)
    places = deal(blocks, frame.above_actions() - top);

  Content content;
  content.pages = static_cast<int>(places.back().column) + 1;
  const int shown = shown_page(session, content.pages);
  content.boxes.push_back(moved(std::move(how), frame.start(), how_top));
  for (std::size_t i = 0; i < blocks.size(); ++i)
    if (static_cast<int>(places[i].column) == shown)
      content.boxes.push_back(moved(std::move(blocks[i].box), frame.start(), top + places[i].top));
  if (const auto keys = frame.page_keys(shown, content.pages); !keys.empty())
    content.boxes.push_back(frame.actions(keys));
  return content;
}

}  // namespace kiosk
