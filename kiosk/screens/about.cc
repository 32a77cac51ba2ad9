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

// Edition, date, signer, age. A clock that stands before the signature is wrong, and then nobody
// knows the age.
std::string for_staff(const Frame& frame) {
  const Origin& origin = frame.moment().origin;
  const InterfaceWords& words = frame.words();
  if (origin.channel == Channel::ByHand)
    return {};
  const bool is_signed = origin.channel == Channel::Delivered && origin.signed_on.year > 0;
  std::string text = words("about.edition.shipped");
  if (origin.channel == Channel::Delivered)
    text = words("about.edition.signed",
                 {name("date", is_signed ? words.date(origin.signed_on) : std::string("–")),
                  figures("signer", origin.signer.empty() ? "–" : origin.signer)});
  const content::Date from = is_signed ? origin.signed_on : frame.library().town().edition;
  const long days =
      content::days_since_epoch(frame.moment().today) - content::days_since_epoch(from);
  if (days < 0)
    text += " " + words("about.edition.clock");
  else if (is_signed)
    text += " " + words("about.edition.age", {number("days", days)});
  return text;
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
  if (const std::string staff = for_staff(frame); !staff.empty())
    result.back().parts.push_back(small_part(frame, staff, width));
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
