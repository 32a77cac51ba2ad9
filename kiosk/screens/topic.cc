#include "kiosk/screens/topic.h"

#include <utility>

#include "kiosk/screens/beside_german.h"
#include "kiosk/screens/feedback.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/not_in_language.h"
#include "kiosk/screens/path_pages.h"
#include "kiosk/screens/topic_text.h"
#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

using content::TopicPage;

ActionKey take_along_key(const Frame& outer, const TopicPage& page) {
  return {"take-along",
          {ActionKind::OpenTakeAlong, page.id},
          outer.words()("take.open"),
          "take-along",
          Rank::Plain};
}

std::vector<ActionKey> keys_of(const Frame& outer, const TopicPage& page) {
  std::vector<ActionKey> keys;
  if (stands_beside_german(page))
    keys.push_back({"beside-german",
                    {ActionKind::OpenBesideGerman, page.id},
                    outer.words()("beside.open"),
                    "beside-german",
                    Rank::Plain});
  if (!outer.library().topics_below(page.id, outer.language().tag).empty())
    keys.push_back({"topics-below",
                    {ActionKind::OpenTopicsBelow, page.id},
                    outer.words()("topic.more-below"),
                    "topics-a-z",
                    Rank::Plain});
  return keys;
}

// `frame` is of the text's language, `outer` of the visitor's.
Content page_content(const Frame& frame, const Frame& outer, const TopicPage& page) {
  const TopicHead head = head_of_topic(frame, page);
  const HeadBoxes first = topic_head(frame, head, FirstPage::Yes);
  const HeadBoxes next = topic_head(frame, head, FirstPage::No);
  const int below = frame.px(frame.portrait() ? 30 : 20);
  std::vector<Stop> stops = text_of_topic(frame, outer, page, path_column_width(frame));
  stops.push_back(feedback_stop(frame, outer, page.id));
  PathPages text = path_pages(frame, outer,
                              {.colors = family_colors(frame.colors(), page.family),
                               .stops = std::move(stops),
                               .first_top = first.bottom + below,
                               .next_top = next.bottom + below,
                               .end_keys = {take_along_key(outer, page)},
                               .keys = keys_of(outer, page)});
  Content content;
  content.pages = text.pages;
  content.sensitive = page.sensitive;
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
