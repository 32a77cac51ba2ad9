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

// A topic of each situation that has one in this language.
std::vector<content::TopicEntry> topics_in(const content::Library& library,
                                           const std::string& language) {
  std::vector<content::TopicEntry> topics;
  for (const content::WayIn& way : library.situations())
    for (content::TopicEntry& topic : library.topics_of_situation(way.id, language))
      if (topic.in_language) {
        topics.push_back(std::move(topic));
        break;
      }
  return topics;
}

}  // namespace

WarmUp::WarmUp(const content::Library& library) {
  for (const content::Language& language : library.languages()) {
    for (const ScreenKind screen :
         {ScreenKind::Languages, ScreenKind::Home, ScreenKind::Index, ScreenKind::Search,
          ScreenKind::Places, ScreenKind::Events, ScreenKind::About})
      sessions_.push_back(standing(language.tag, {screen, {}, 0}));
    const std::vector<content::TopicEntry> topics = topics_in(library, language.tag);
    for (const content::TopicEntry& topic : topics)
      sessions_.push_back(standing(language.tag, {ScreenKind::Topic, topic.id, 0}));
    if (!topics.empty()) {
      sessions_.push_back(standing(language.tag, {ScreenKind::Search, {}, 0}));
      sessions_.back().typing.text = topics.front().title;
    }
  }
}

void WarmUp::step(const content::Library& library, TextEngine& text, const Panel& panel,
                  const Moment& moment) {
  make_scene(sessions_[next_++], library, moment, panel, text);
  if (over())
    text.forget();
}

}  // namespace kiosk
