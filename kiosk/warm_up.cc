#include "kiosk/warm_up.h"

#include <string>
#include <utility>

namespace kiosk {
namespace {

Session standing(const std::string& language, Place place) {
  Session session;
  session.language = language;
  session.trail.push_back({ScreenKind::Home, {}, 0});
  if (place.screen != ScreenKind::Home)
    session.trail.push_back(std::move(place));
  return session;
}

// A page of the language, of each situation that has one.
std::vector<Place> topics_in(const content::Library& library, const std::string& language) {
  std::vector<Place> places;
  for (const content::WayIn& way : library.situations())
    for (const content::TopicEntry& topic : library.topics_of_situation(way.id, language))
      if (topic.in_language) {
        places.push_back({ScreenKind::Topic, topic.id, 0});
        break;
      }
  return places;
}

}  // namespace

WarmUp::WarmUp(const content::Library& library) {
  for (const content::Language& language : library.languages()) {
    for (const ScreenKind screen :
         {ScreenKind::Languages, ScreenKind::Home, ScreenKind::Index, ScreenKind::Search,
          ScreenKind::Places, ScreenKind::Events, ScreenKind::About})
      sessions_.push_back(standing(language.tag, {screen, {}, 0}));
    for (Place& topic : topics_in(library, language.tag))
      sessions_.push_back(standing(language.tag, std::move(topic)));
  }
}

void WarmUp::step(const content::Library& library, TextEngine& text, const Panel& panel,
                  const Moment& moment) {
  make_scene(sessions_[next_++], library, moment, panel, text);
  if (over())
    text.forget();
}

}  // namespace kiosk
