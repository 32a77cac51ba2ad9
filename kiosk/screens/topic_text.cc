#include "kiosk/screens/topic_text.h"

#include <utility>

#include "content-engine/reader/notice_list.h"

namespace kiosk {
namespace {

// Children have no use for paragraphs of law (R17).
void leave_out_law(content::TopicPage& page) {
  std::erase_if(page.elements, [](const content::Element& element) {
    return element.block == content::Block::Law || element.block == content::Block::Refused;
  });
}

}  // namespace

TopicHead head_of_topic(const Frame& frame, const content::TopicPage& page) {
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
    case content::Provenance::MachineDrafted:
      head.badge = say("badge.machine-drafted");
      head.badge_drawing = "machine-drafted";
      head.notice = true;
      break;
    case content::Provenance::HumanWritten:
      head.badge = say("badge.human-written");
      head.badge_drawing = "human-written";
      break;
    case content::Provenance::Checked:
      head.badge = say("badge.checked");
      head.badge_drawing = "check-circle";
      break;
    case content::Provenance::Imported:
      head.badge = say("badge.imported");
      head.badge_drawing = "source";
      break;
  }
  return head;
}

std::vector<Stop> text_of_topic(const Frame& frame, const Frame& outer, content::TopicPage page,
                                int path_width, Numbers numbers) {
  if (outer.session().preset == Preset::Children)
    leave_out_law(page);
  std::vector<Stop> stops;
  for (const content::NoticeText& notice :
       content::notices_for(frame.library().registers(), page.id, outer.session().group,
                            page.language, frame.moment().today))
    stops.push_back(word_stop(frame, "notice.title", "warning", notice.text, path_width));
  for (Stop& stop : topic_stops(frame, page, path_width, numbers))
    stops.push_back(std::move(stop));
  return stops;
}

}  // namespace kiosk
