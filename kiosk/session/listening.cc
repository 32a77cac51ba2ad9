#include "kiosk/session/listening.h"

#include <algorithm>
#include <utility>

namespace kiosk {
namespace {

// Loudness and pace are hers until she goes.
void guide(Hearing& hearing, bool guided, bool alone) {
  hearing.state = Hearing::State::Off;
  hearing.silence = Silence::None;
  hearing.guided = guided;
  hearing.aloud = guided && (alone || hearing.aloud);
  hearing.dark = hearing.dark && guided;
}

// In speech mode everything is said anyway: asking for it says the page once more, which is the
// guide's business, and no to the question whether others may hear leads back.
bool guided_otherwise(Session& session, const Action& action) {
  if (!session.hearing.guided)
    return false;
  switch (action.kind) {
    case ActionKind::Listen:
    case ActionKind::HearAgain:
      return true;
    case ActionKind::ListenAloud:
      session.hearing.aloud = true;
      session.hearing.silence = Silence::None;
      return true;
    case ActionKind::StopListening:
      if (session.hearing.silence == Silence::None)
        guide(session.hearing, false, false);
      else
        session = apply(std::move(session), {ActionKind::Back, {}});
      session.hearing.silence = Silence::None;
      return true;
    default:
      return false;
  }
}

void hear(Hearing& hearing, const Action& action) {
  using State = Hearing::State;
  switch (action.kind) {
    case ActionKind::Guide:
      guide(hearing, true, action.argument == "headphones");
      break;
    case ActionKind::ToggleGuide:
      guide(hearing, !hearing.guided, false);
      break;
    case ActionKind::StopGuide:
      guide(hearing, false, false);
      break;
    case ActionKind::ToggleDark:
      hearing.dark = hearing.guided && !hearing.dark;
      break;
    case ActionKind::ListenAloud:
      hearing.aloud = true;
      [[fallthrough]];
    case ActionKind::Listen:
      hearing.silence = Silence::None;
      hearing.state = hearing.state == State::Reading ? State::Paused : State::Reading;
      break;
    case ActionKind::StopListening:
      hearing.silence = Silence::None;
      hearing.state = State::Off;
      break;
    case ActionKind::ListenInVain:
      hearing.silence = parse_silence(action.argument);
      hearing.state = State::Off;
      if (hearing.silence == Silence::Broken)
        hearing.guided = hearing.dark = false;
      break;
    case ActionKind::HearSlower:
      hearing.pace = std::max(slowest_pace, hearing.pace - 1);
      break;
    case ActionKind::HearFaster:
      hearing.pace = std::min(fastest_pace, hearing.pace + 1);
      break;
    case ActionKind::HearQuieter:
      hearing.loudness = std::max(0, hearing.loudness - 1);
      break;
    case ActionKind::HearLouder:
      hearing.loudness = std::min(loudest, hearing.loudness + 1);
      break;
    case ActionKind::HearOtherwise:
      hearing.loudness = hearing.loudness == loudest ? 0 : hearing.loudness + 1;
      break;
    default:
      // HearAgain: where nothing is read, it begins
      if (hearing.state == State::Off)
        hearing.state = State::Reading;
      break;
  }
}

}  // namespace

void listen(Session& session, const Action& action) {
  if (!guided_otherwise(session, action))
    hear(session.hearing, action);
}

}  // namespace kiosk
