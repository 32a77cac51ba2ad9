#include "kiosk/session/session.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "kiosk/session/listening.h"

namespace kiosk {
namespace {

// Nobody walks further back than this; it only keeps a broken touch panel from filling the memory.
constexpr std::size_t longest_trail = 64;

void go(Session& session, ScreenKind screen, std::string id = {}) {
  Place next{.screen = screen, .id = std::move(id), .page = 0};
  const Place& here = session.trail.back();
  if (here.screen == next.screen && here.id == next.id)
    return;
  if (session.trail.size() >= longest_trail)
    session.trail.erase(session.trail.begin() + 1);
  session.trail.push_back(std::move(next));
}

// Somewhere new: the next topic is read in the visitor's own language again.
void enter(Session& session, ScreenKind screen, std::string id = {}) {
  session.language_of_topic.clear();
  go(session, screen, std::move(id));
}

void open_home(Session& session) {
  session.language_of_topic.clear();
  session.trail.resize(1);
  if (!session.language.empty())
    go(session, ScreenKind::Home);
}

// The picker lies over the place it was opened from, so that choosing leads back to it; chosen on
// the first screen there is no such place, and the way begins at home.
void choose_language(Session& session, std::string tag) {
  session.language = std::move(tag);
  session.language_of_topic.clear();
  session.typing.layer = KeyLayer::Letters;
  if (session.place().screen != ScreenKind::Languages)
    return;
  if (session.trail.size() > 1)
    session.trail.pop_back();
  if (session.trail.size() == 1)
    go(session, ScreenKind::Home);
}

// A topic read in another language is a step of its own: «Zurück» leads to the page that offered
// it.
void read_topic_in(Session& session, std::string tag) {
  Place again = session.place();
  if (again.screen != ScreenKind::Topic || tag == session.language_of_topic)
    return;
  again.page = 0;
  if (session.language_of_topic.empty())
    session.trail.push_back(std::move(again));
  else
    session.trail.back() = std::move(again);
  session.language_of_topic = tag == session.language ? std::string{} : std::move(tag);
}

// The groups' ids are the format's (source/FORMAT.md), so the program may know these two.
Preset preset_of(std::string_view group) {
  return group == "seniors"    ? Preset::Seniors
         : group == "children" ? Preset::Children
                               : Preset::None;
}

void use_preset(Session& session, Preset preset) {
  if (preset == session.preset)
    return;
  if (preset != Preset::None && session.text_size == TextSize::Normal)
    session.text_size = TextSize::Plus1;
  else if (preset == Preset::None && session.text_size == TextSize::Plus1)
    session.text_size = TextSize::Normal;
  session.preset = preset;
}

void open_group(Session& session, const std::string& id) {
  session.group = id;
  if (!session.preset_refused)
    use_preset(session, preset_of(id));
  enter(session, ScreenKind::TopicsOfGroup, id);
}

void toggle_preset(Session& session) {
  const Preset brought = preset_of(session.group);
  session.preset_refused = session.preset != Preset::None;
  use_preset(session, session.preset_refused ? Preset::None : brought);
}

void toggle_wish(Session& session, const std::string& word) {
  constexpr std::size_t most = 64;  // of any bundle's
  if (session.course_wish.erase(word) == 0 && session.course_wish.size() < most)
    session.course_wish.insert(word);
}

void back(Session& session) {
  if (session.trail.size() == 1)
    return;
  if (session.place().screen == ScreenKind::Topic)
    session.language_of_topic.clear();
  session.trail.pop_back();
}

// Searching again goes on with what was typed. From the results it leads back to the keyboard.
void open_search(Session& session) {
  session.language_of_topic.clear();
  session.typing.layer = KeyLayer::Letters;
  place_caret(session.typing, {});
  if (session.place().screen == ScreenKind::Search && !session.place().id.empty())
    session.trail.pop_back();
  go(session, ScreenKind::Search);
}

// What is typed belongs to the field; whoever types before another screen is not heard.
void edit(Session& session, const Action& action) {
  if (session.place().screen != ScreenKind::Search)
    return;
  if (!session.place().id.empty())
    open_search(session);
  session.trail.back().page = 0;
  if (action.kind == ActionKind::TypeText)
    type(session.typing, action.argument);
  else if (action.kind == ActionKind::EraseBack)
    erase_back(session.typing);
  else if (action.kind == ActionKind::ReplaceTyped)
    replace_text(session.typing, action.argument);
  else if (action.kind == ActionKind::PlaceCaret)
    place_caret(session.typing, action.argument);
  else
    choose_layer(session.typing, action.argument);
}

// Another page of the same text goes on being read; another place does not.
bool same_text(const Session& one, const Session& other) {
  return one.place().screen == other.place().screen && one.place().id == other.place().id &&
         one.language == other.language && one.language_of_topic == other.language_of_topic;
}

void choose_text_size(Session& session, std::string_view step) {
  if (step.size() == 1 && step[0] >= '0' && step[0] <= '3')
    session.text_size = static_cast<TextSize>(step[0] - '0');
}

template <typename Enum>
Enum next_of(Enum value, Enum last) {
  return value == last ? Enum{} : static_cast<Enum>(static_cast<int>(value) + 1);
}

Session applied(Session session, const Action& action) {
  switch (action.kind) {
    case ActionKind::None:
    case ActionKind::Continue:
      break;
    case ActionKind::ChooseLanguage:
      choose_language(session, action.argument);
      break;
    case ActionKind::OpenLanguages:
      go(session, ScreenKind::Languages);
      break;
    case ActionKind::OpenHome:
      open_home(session);
      break;
    case ActionKind::OpenGroups:
      enter(session, ScreenKind::Groups);
      break;
    case ActionKind::OpenSituation:
      enter(session, ScreenKind::TopicsOfSituation, action.argument);
      break;
    case ActionKind::OpenGroup:
      open_group(session, action.argument);
      break;
    case ActionKind::OpenTopic:
      enter(session, ScreenKind::Topic, action.argument);
      break;
    case ActionKind::OpenTopicsBelow:
      enter(session, ScreenKind::TopicsBelow, action.argument);
      break;
    case ActionKind::ReadTopicIn:
      read_topic_in(session, action.argument);
      break;
    case ActionKind::OpenBesideGerman:
      go(session, ScreenKind::BesideGerman, action.argument);
      break;
    case ActionKind::OpenTakeAlong:
      go(session, ScreenKind::TakeAlong, action.argument);
      break;
    case ActionKind::OpenStaffCard:
      go(session, ScreenKind::StaffCard, action.argument);
      break;
    case ActionKind::Print:
      session.trail.back().page = 0;  // how it goes is said there
      break;
    case ActionKind::OpenEmergency:
      go(session, ScreenKind::Emergency);
      break;
    case ActionKind::OpenPlaces:
      enter(session, ScreenKind::Places);
      break;
    case ActionKind::OpenPlacesOfKind:
      enter(session, ScreenKind::PlacesOfKind, action.argument);
      break;
    case ActionKind::OpenPlacesSpeaking:
      enter(session, ScreenKind::PlacesSpeaking);
      break;
    case ActionKind::OpenPlace:
      go(session, ScreenKind::PlaceCard, action.argument);
      break;
    case ActionKind::OpenCourses:
      enter(session, ScreenKind::Courses);
      break;
    case ActionKind::OpenCourseList:
      enter(session, ScreenKind::CourseList);
      break;
    case ActionKind::ToggleCourseWish:
      toggle_wish(session, action.argument);
      break;
    case ActionKind::ForgetCourseWish:
      session.course_wish.clear();
      break;
    case ActionKind::OpenEvents:
      enter(session, ScreenKind::Events);
      break;
    case ActionKind::OpenOffering:
      enter(session, ScreenKind::Offering, action.argument);
      break;
    case ActionKind::AlertRead:
      session.alert_read = action.argument;
      break;
    case ActionKind::TogglePreset:
      toggle_preset(session);
      break;
    case ActionKind::OpenAbout:
      go(session, ScreenKind::About);
      break;
    case ActionKind::NextPage:
      ++session.trail.back().page;
      break;
    case ActionKind::PreviousPage:
      session.trail.back().page = std::max(0, session.trail.back().page - 1);
      break;
    case ActionKind::FirstPage:
      session.trail.back().page = 0;
      break;
    case ActionKind::NextTheme:
      session.theme = next_of(session.theme, Theme::ContrastLight);
      break;
    case ActionKind::OpenTextSizes:
      go(session, ScreenKind::TextSizes);
      break;
    case ActionKind::ChooseTextSize:
      choose_text_size(session, action.argument);
      break;
    case ActionKind::ToggleLowReach:
      session.low_reach = !session.low_reach;
      break;
    case ActionKind::NextTextSize:
      session.text_size = next_of(session.text_size, TextSize::Plus3);
      break;
    case ActionKind::Back:
      back(session);
      break;
    case ActionKind::OpenSearch:
      open_search(session);
      break;
    case ActionKind::OpenResults:
      go(session, ScreenKind::Search, "results");
      break;
    case ActionKind::OpenIndex:
      enter(session, ScreenKind::Index, action.argument);
      break;
    case ActionKind::TypeText:
    case ActionKind::EraseBack:
    case ActionKind::ReplaceTyped:
    case ActionKind::PlaceCaret:
    case ActionKind::ChooseKeys:
      edit(session, action);
      break;
    case ActionKind::Listen:
    case ActionKind::ListenAloud:
    case ActionKind::StopListening:
    case ActionKind::ListenInVain:
    case ActionKind::HearAgain:
    case ActionKind::HearSlower:
    case ActionKind::HearFaster:
    case ActionKind::HearQuieter:
    case ActionKind::HearLouder:
    case ActionKind::HearOtherwise:
    case ActionKind::Guide:
    case ActionKind::ToggleGuide:
    case ActionKind::StopGuide:
    case ActionKind::ToggleDark:
      listen(session, action);
      break;
    case ActionKind::GiveFeedback:
      if (session.place().screen == ScreenKind::Topic)
        session.answered.insert(session.place().id);
      break;
    case ActionKind::Leave:
      session = Session{};
      break;
  }
  return session;
}

}  // namespace

Session apply(Session session, const Action& action) {
  Session next = applied(session, action);
  if (!same_text(session, next)) {
    next.hearing.state = Hearing::State::Off;
    next.hearing.silence = Silence::None;
  }
  return next;
}

}  // namespace kiosk
