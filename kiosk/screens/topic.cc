#include "kiosk/screens/topic.h"

#include <algorithm>
#include <utility>

#include "content-engine/reader/notice_list.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/not_in_language.h"
#include "kiosk/screens/path_pages.h"
#include "kiosk/screens/stops.h"
#include "kiosk/screens/topic_head.h"
#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

using content::Provenance;
using content::TopicPage;

TopicHead head_of(const Frame& frame, const TopicPage& page) {
  TopicHead head;
  head.family = page.family;
  head.drawing = page.pictogram;
  if (!page.situation.empty())
    head.situation = frame.words()("situation." + page.situation);
  head.title = page.title;
  head.title_language = page.language;
  head.official = page.official_title;
  head.sensitive = page.sensitive;
  const std::string date = frame.words().date(page.updated);
  const auto say = [&](const char* key) { return frame.words()(key, {name("date", date)}); };
  switch (page.provenance) {
    case Provenance::MachineDrafted:
      head.badge = say("badge.machine-drafted");
      head.badge_drawing = "machine-drafted";
      head.notice = true;
      break;
    case Provenance::HumanWritten:
      head.badge = say("badge.human-written");
      head.badge_drawing = "human-written";
      break;
    case Provenance::Checked:
      head.badge = say("badge.checked");
      head.badge_drawing = "check-circle";
      break;
    case Provenance::Imported:
      head.badge = say("badge.imported");
      head.badge_drawing = "source";
      break;
  }
  return head;
}

std::vector<ActionKey> keys_of(const Frame& outer, const TopicPage& page) {
  std::vector<ActionKey> keys;
  if (!outer.library().topics_below(page.id, outer.language().tag).empty())
    keys.push_back({"topics-below",
                    {ActionKind::OpenTopicsBelow, page.id},
                    outer.words()("topic.more-below"),
                    "topics-a-z",
                    Rank::Plain});
  return keys;
}

// Children have no use for paragraphs of law (R17).
void leave_out_law(TopicPage& page) {
  std::erase_if(page.elements, [](const content::Element& element) {
    return element.block == content::Block::Law || element.block == content::Block::Refused;
  });
}

// What the town has to say about this topic now comes before everything else (R47).
std::vector<Stop> stops_of(const Frame& frame, const Frame& outer, TopicPage page) {
  if (outer.session().preset == Preset::Children)
    leave_out_law(page);
  const int width = path_column_width(frame);
  std::vector<Stop> stops;
  for (const content::NoticeText& notice :
       content::notices_for(frame.library().registers(), page.id, outer.session().group,
                            page.language, frame.moment().today))
    stops.push_back(word_stop(frame, "notice.title", "warning", notice.text, width));
  for (Stop& stop : topic_stops(frame, page, width))
    stops.push_back(std::move(stop));
  return stops;
}

// `frame` is of the text's language, `outer` of the visitor's.
Content page_content(const Frame& frame, const Frame& outer, const TopicPage& page) {
  const TopicHead head = head_of(frame, page);
  const HeadBoxes first = topic_head(frame, head, FirstPage::Yes);
  const HeadBoxes next = topic_head(frame, head, FirstPage::No);
  const int below = frame.px(frame.portrait() ? 30 : 20);
  PathPages text = path_pages(frame, outer,
                              {.colors = family_colors(frame.colors(), page.family),
                               .stops = stops_of(frame, outer, page),
                               .first_top = first.bottom + below,
                               .next_top = next.bottom + below,
                               .keys = keys_of(outer, page)});
  Content content;
  content.pages = text.pages;
  content.boxes = text.page == 0 ? first.boxes : next.boxes;
  for (Box& box : page_number(frame, text.page, text.pages))
    content.boxes.push_back(std::move(box));
  for (Box& box : text.text)
    content.boxes.push_back(std::move(box));
  if (frame.direction() != outer.direction())
    for (Box& box : content.boxes)
      box = mirrored(std::move(box), frame.look().panel.size.width);
  for (Box& box : text.actions)
    content.boxes.push_back(std::move(box));
  return content;
}

}  // namespace

Content topic_screen(const Frame& frame, const Panel& panel, TextEngine& text) {
  const Session& session = frame.session();
  const content::Library& library = frame.library();
  const std::string& id = session.place().id;
  const std::string wanted =
      session.language_of_topic.empty() ? frame.language().tag : session.language_of_topic;
  if (const auto page = library.page(id, wanted, frame.moment().today)) {
    if (page->language == frame.language().tag)
      return page_content(frame, frame, *page);
    Session reader = session;
    reader.language = page->language;
    const Frame other(reader, library, frame.moment(), panel, text);
    return page_content(other, frame, *page);
  }
  if (const auto missing = library.fallback(id, wanted))
    return not_in_language_screen(frame, *missing);
  return home_screen(frame);  // an edition ago there was such a topic
}

}  // namespace kiosk
