#include "kiosk/screens/about.h"

#include <utility>

#include "kiosk/screens/path_pages.h"
#include "kiosk/screens/stops.h"
#include "kiosk/screens/topic_head.h"
#include "kiosk/widgets/arrange.h"

namespace kiosk {
namespace {

std::string language_names(const Frame& frame) {
  std::vector<std::string> names;
  for (const content::Language& language : frame.library().languages())
    names.push_back(frame.endonym(language.tag));
  return frame.words().list(names);
}

std::vector<Stop> stops(const Frame& frame) {
  const content::Town& town = frame.library().town();
  const InterfaceWords& words = frame.words();
  const int width = path_column_width(frame);
  const long count = static_cast<long>(frame.library().languages().size());
  std::vector<Stop> result;
  const auto add = [&](const char* key, const char* drawing, const std::string& text) {
    result.push_back(word_stop(frame, key, drawing, text, width));
  };
  add("about.who", "info", words("about.who.text", {name("town", town.name)}));
  add("about.not-kept", "check-circle", words("about.not-kept.text"));
  add("about.counted", "person", words("about.counted.text"));
  add("about.languages", "language",
      words("about.languages.text", {number("count", count)}) + "\n" + language_names(frame));
  add("about.accessibility", "text-size", words("about.accessibility.text"));
  add("about.contact", "phone",
      words("about.contact.text", {name("town", town.name), figures("phone", town.phone)}));
  add("about.edition", "source",
      words("about.edition.text", {name("date", words.date(town.edition))}));
  return result;
}

}  // namespace

Content about_screen(const Frame& frame) {
  Content content;
  int top = frame.top() + frame.px(4);
  Box title = frame.title(frame.words()("about.title"));
  const int height = title.rect.height;
  content.boxes.push_back(moved(std::move(title), frame.start(), top));
  top += height + frame.px(26);
  PathPages text = path_pages(frame, frame,
                              {.colors = family_colors(frame.colors(), {}),
                               .stops = stops(frame),
                               .first_top = top,
                               .next_top = top});
  content.pages = text.pages;
  for (Box& box : text.text)
    content.boxes.push_back(std::move(box));
  for (Box& box : text.actions)
    content.boxes.push_back(std::move(box));
  return content;
}

}  // namespace kiosk
