#include "kiosk/session/deeds.h"

#include <algorithm>
#include <optional>

#include "content-engine/model/words.h"

namespace kiosk {
namespace {

using content::Deed;
using content::Doing;

std::optional<Deed> deed_of(ScreenKind screen) {
  switch (screen) {
    case ScreenKind::TopicsOfSituation:
      return Deed::Situation;
    case ScreenKind::TopicsOfGroup:
      return Deed::Group;
    case ScreenKind::Topic:
      return Deed::Topic;
    case ScreenKind::TakeAlong:
      return Deed::Qr;
    default:
      return std::nullopt;
  }
}

bool is_feedback(Deed deed) {
  return deed == Deed::Understood || deed == Deed::NotUnderstood || deed == Deed::MissingLanguage;
}

// A search ends when its screen is left; whether it found anything is looked up then.
void end_search(const Session& before, std::vector<Doing>& doings) {
  if (before.place().screen == ScreenKind::Search && !before.typing.text.empty())
    doings.push_back({Deed::SearchMiss, before.language, {}, before.typing.text});
}

}  // namespace

std::vector<Doing> doings_of(const Session& before, const Action& action, const Session& after) {
  std::vector<Doing> doings;
  if (after.language != before.language)
    doings.push_back({before.language.empty() ? Deed::Session : Deed::Language, after.language});
  if (action.kind == ActionKind::GiveFeedback && after.answered != before.answered) {
    const auto deed = content::find_word<Deed>(content::deed_words, action.argument);
    if (deed && is_feedback(*deed))
      doings.push_back({*deed, after.language, after.place().id});
  }
  const bool guided = after.hearing.guided && !before.hearing.guided && !after.language.empty();
  if (guided || (after.hearing.state == Hearing::State::Reading &&
                 before.hearing.state == Hearing::State::Off))
    doings.push_back({Deed::Audio, after.language,
                      after.place().screen == ScreenKind::Topic ? after.place().id : ""});
  if (action.kind == ActionKind::Print)
    doings.push_back({Deed::Print, after.language, action.argument});
  const bool moved =
      after.place().screen != before.place().screen || after.place().id != before.place().id;
  if (!moved)
    return doings;
  if (after.place().screen != ScreenKind::Search)
    end_search(before, doings);
  const auto entered = deed_of(after.place().screen);
  if (entered && action.kind != ActionKind::Back)
    doings.push_back({*entered, after.language, after.place().id});
  return doings;
}

std::vector<Doing> ending_of(const Session& session, Deed how) {
  std::vector<Doing> doings;
  if (session.language.empty())
    return doings;
  end_search(session, doings);
  const std::size_t deep = std::min<std::size_t>(session.trail.size() - 1, 9);
  doings.push_back({how, session.language, std::to_string(deep)});
  return doings;
}

}  // namespace kiosk
