// Everything the kiosk knows about the visitor who stands before it, as one value. Leaving is
// assigning a fresh one: what is not in here does not survive, and nothing else may remember.
// apply() is the only way a session changes; it reads no clock and touches nothing outside.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "kiosk/session/hearing.h"
#include "kiosk/session/typing.h"

namespace kiosk {

enum class Theme : std::uint8_t { Light, Dark, ContrastDark, ContrastLight };
enum class TextSize : std::uint8_t { Normal, Plus1, Plus2, Plus3 };

enum class ScreenKind : std::uint8_t {
  Languages,  // attract screen and language choice
  Home,       // life situations
  Groups,     // «Ich bin …»
  TopicsOfSituation,
  TopicsOfGroup,
  TopicsBelow,   // an imported page tree
  Topic,         // its page, or «not in your language»
  BesideGerman,  // id: topic
  TakeAlong,     // id: topic
  StaffCard,     // id: topic
  Emergency,
  Places,          // by kind
  PlacesOfKind,    // id: kind
  PlacesSpeaking,  // where the visitor's language is spoken
  PlaceCard,
  Courses,  // what they must be like
  CourseList,
  Events,
  Offering,  // a course or an event
  About,
  Search,  // id empty: the keyboard lies on it; "results": all that was found, without keyboard
  Index,   // topics from A to Z; id: one letter of it
  TextSizes,
};

// One place in the kiosk; the trail of them is what «Zurück» walks.
struct Place {
  ScreenKind screen = ScreenKind::Languages;
  std::string id;  // situation, group or topic
  int page = 0;    // from 0, where a screen has several

  bool operator==(const Place&) const = default;
};

// What a group brings with it until it is taken back (R17, R18): larger text, more time, slower
// speech; for children no paragraphs of law.
enum class Preset : std::uint8_t { None, Seniors, Children };

struct Session {
  std::string language;               // empty until the visitor has chosen
  std::vector<Place> trail{Place{}};  // never empty; back() is what is shown
  Theme theme = Theme::Light;
  TextSize text_size = TextSize::Normal;
  bool low_reach = false;         // every key where a seated visitor reaches it
  std::string language_of_topic;  // a topic read in another language, as the visitor chose it
  Typing typing;                  // in the search field
  std::string group;              // the last «Ich bin …»
  Preset preset = Preset::None;
  bool preset_refused = false;        // taken back: it does not come by itself again
  std::string alert_read;             // id of the warning she has read
  std::set<std::string> answered;     // topics she has said of whether she understood them
  std::set<std::string> course_wish;  // words of reader/offering_list.h
  Hearing hearing;

  const Place& place() const { return trail.back(); }
  bool operator==(const Session&) const = default;
};

enum class ActionKind : std::uint8_t {
  None,
  ChooseLanguage,  // argument: tag; goes on where the visitor was, else home
  OpenLanguages,   // from the bar; keeps the place
  OpenHome,
  OpenGroups,
  OpenSituation,     // argument: id
  OpenGroup,         // argument: id
  OpenTopic,         // argument: id
  OpenTopicsBelow,   // argument: id
  ReadTopicIn,       // argument: tag of a language the topic exists in
  OpenBesideGerman,  // argument: id of the topic
  OpenTakeAlong,     // argument: id of the topic
  OpenStaffCard,     // argument: id of the topic
  Print,             // argument: id of the topic
  OpenEmergency,
  OpenPlaces,
  OpenPlacesOfKind,  // argument: kind
  OpenPlacesSpeaking,
  OpenPlace,  // argument: id
  OpenCourses,
  OpenCourseList,
  ToggleCourseWish,  // argument: word
  ForgetCourseWish,
  OpenEvents,
  OpenOffering,  // argument: id
  AlertRead,     // argument: id
  TogglePreset,  // as the group brings it, and back
  OpenAbout,
  NextPage,
  PreviousPage,
  FirstPage,
  NextTheme,
  OpenTextSizes,
  NextTextSize,
  ChooseTextSize,  // argument: 0 to 3
  ToggleLowReach,
  Back,
  OpenSearch,
  OpenResults,   // all that was found, instead of the keyboard
  OpenIndex,     // argument: letter, or none for all letters
  TypeText,      // argument: letters
  EraseBack,     // the character before the caret
  ReplaceTyped,  // argument: another text, maybe none
  PlaceCaret,    // argument: place, typing.h; the shell says which
  ChooseKeys,    // argument: layer, typing.h
  GiveFeedback,  // of the topic on the screen; argument: a deed's word (model/deed.h)
  Listen,        // read out what is shown; then pause, and go on
  ListenAloud,   // she agrees that others hear it
  StopListening,
  ListenInVain,  // argument: why, hearing.h
  HearAgain,     // the sentence being read
  HearSlower,
  HearFaster,
  HearQuieter,
  HearLouder,
  HearOtherwise,  // the next loudness, after the loudest the lowest
  Guide,          // speech mode; argument: "headphones", or none where others hear it
  ToggleGuide,
  StopGuide,
  ToggleDark,  // in speech mode
  Leave,       // «Beenden»: a fresh session at once
  Continue,    // «Ja, weiter» under the idle dialog
};

struct Action {
  ActionKind kind = ActionKind::None;
  std::string argument;

  bool operator==(const Action&) const = default;
};

Session apply(Session session, const Action& action);

}  // namespace kiosk
