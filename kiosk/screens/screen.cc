#include "kiosk/screens/screen.h"

#include <utility>

#include "kiosk/screens/about.h"
#include "kiosk/screens/alert.h"
#include "kiosk/screens/beside_german.h"
#include "kiosk/screens/clock_time.h"
#include "kiosk/screens/courses.h"
#include "kiosk/screens/drift.h"
#include "kiosk/screens/emergency.h"
#include "kiosk/screens/fixed_bar.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/groups.h"
#include "kiosk/screens/hearing_row.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/idle_dialog.h"
#include "kiosk/screens/index.h"
#include "kiosk/screens/languages.h"
#include "kiosk/screens/offering.h"
#include "kiosk/screens/place.h"
#include "kiosk/screens/recital.h"
#include "kiosk/screens/search.h"
#include "kiosk/screens/silence.h"
#include "kiosk/screens/staff_card.h"
#include "kiosk/screens/take_along.h"
#include "kiosk/screens/text_sizes.h"
#include "kiosk/screens/topic.h"
#include "kiosk/screens/topic_list.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/head.h"

namespace kiosk {
namespace {

Content content_of(const Frame& frame, const Panel& panel, TextEngine& text) {
  if (alert_lies_over(frame))
    return alert_screen(frame);
  if (frame.session().hearing.silence != Silence::None)
    return silence_screen(frame);
  switch (frame.session().place().screen) {
    case ScreenKind::Languages:
      return languages_screen(frame);
    case ScreenKind::Home:
      return home_screen(frame);
    case ScreenKind::Groups:
      return groups_screen(frame);
    case ScreenKind::TopicsOfSituation:
    case ScreenKind::TopicsOfGroup:
    case ScreenKind::TopicsBelow:
      return topic_list_screen(frame);
    case ScreenKind::Topic:
      return topic_screen(frame, panel, text);
    case ScreenKind::BesideGerman:
      return beside_german_screen(frame, panel, text);
    case ScreenKind::TakeAlong:
      return take_along_screen(frame, panel, text);
    case ScreenKind::StaffCard:
      return staff_card_screen(frame, panel, text);
    case ScreenKind::Emergency:
      return emergency_screen(frame);
    case ScreenKind::Places:
      return places_screen(frame);
    case ScreenKind::PlacesOfKind:
    case ScreenKind::PlacesSpeaking:
      return place_list_screen(frame);
    case ScreenKind::PlaceCard:
      return place_screen(frame);
    case ScreenKind::Courses:
      return courses_screen(frame);
    case ScreenKind::CourseList:
      return course_list_screen(frame);
    case ScreenKind::Events:
      return events_screen(frame);
    case ScreenKind::Offering:
      return offering_screen(frame);
    case ScreenKind::About:
      return about_screen(frame);
    case ScreenKind::Search:
      return search_screen(frame);
    case ScreenKind::Index:
      return index_screen(frame);
    case ScreenKind::TextSizes:
      return text_sizes_screen(frame);
  }
  return home_screen(frame);
}

// Everything stays where it is and does what it does, unseen.
void darken(Box& box) {
  box.paint = {};
  box.marked.clear();
  for (Box& child : box.children)
    darken(child);
}

}  // namespace

Scene make_scene(const Session& session, const content::Library& library, const Moment& moment,
                 const Panel& panel, TextEngine& text) {
  const Frame frame(session, library, moment, panel, text);
  Content content = content_of(frame, panel, text);
  Scene scene;
  scene.ground = frame.colors().paper;
  scene.pages = content.pages;
  scene.direction = frame.direction();
  scene.reads_on = frame.reads_on();
  scene.sensitive = content.sensitive;

  Box root;
  root.name = "screen";
  root.rect = {0, 0, panel.size.width, panel.size.height};
  root.children.push_back(
      head(frame.type(), library.town().name, clock_time(moment.hour * 60 + moment.minute)));
  for (Box& box : content.boxes)
    root.children.push_back(std::move(box));
  if (hearing_row_height(frame) > 0)
    root.children.push_back(hearing_row(frame));
  const Drift drift = drift_of(frame);
  for (Box& box : root.children)
    box = drifted(std::move(box), drift, panel.size);
  Box bar = drifted(fixed_bar(frame), drift, panel.size);
  std::vector<Box> over;
  if (moment.idle_seconds_left >= 0)
    over = idle_dialog(frame, bar);
  root.children.push_back(std::move(bar));
  for (Box& box : over)
    root.children.push_back(std::move(box));

  if (frame.direction() == Direction::RightToLeft)
    root = mirrored(std::move(root), panel.size.width);
  scene.root = settled(std::move(root));
  if (moment.recited || session.hearing.guided || session.hearing.state != Hearing::State::Off)
    scene.speech = recite(frame, scene.root, moment.marked);
  if (session.hearing.dark) {
    darken(scene.root);
    scene.ground = {0, 0, 0, 255};
  }
  return scene;
}

}  // namespace kiosk
