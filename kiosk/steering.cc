#include "kiosk/steering.h"

#include <algorithm>
#include <cstdlib>

#include "kiosk/widgets/focus.h"
#include "kiosk/widgets/hit.h"

namespace kiosk {
namespace {

// The field that letters go to; null where there is nothing to type.
const Box* open_field(const Scene& scene) {
  return find_key(scene.root, "search:field");
}

bool has_caret(const Box* field) {
  return field != nullptr && field->action.kind == ActionKind::PlaceCaret;
}

// One place on, as the arrow points.
Action caret_moved(const Box& field, bool right) {
  const auto here = std::find_if(field.stops.begin(), field.stops.end(),
                                 [](const CaretStop& stop) { return stop.here; });
  if (here == field.stops.end())
    return {};
  // Two places at one spot, where the direction changes, are one step.
  if (right) {
    const auto next = std::find_if(here, field.stops.end(),
                                   [&](const CaretStop& stop) { return stop.x > here->x; });
    return next == field.stops.end() ? Action{} : Action{ActionKind::PlaceCaret, next->place};
  }
  const auto next = std::find_if(std::make_reverse_iterator(here), field.stops.rend(),
                                 [&](const CaretStop& stop) { return stop.x < here->x; });
  return next == field.stops.rend() ? Action{} : Action{ActionKind::PlaceCaret, next->place};
}

Action action_of(const Scene& scene, std::string_view key) {
  const Box* box = find_key(scene.root, key);
  return box == nullptr ? Action{} : box->action;
}

class Steering final {
 public:
  Steering(const Scene& scene, const std::string& focused)
      : scene_(scene), at_(find_key(scene.root, focused)), field_(open_field(scene)) {}

  Steered by(const Event& event) const {
    switch (event.kind) {
      case EventKind::FocusNext:
        return to(Step::Next);
      case EventKind::FocusPrevious:
        return to(Step::Previous);
      case EventKind::FocusUp:
        return to(Step::Up);
      case EventKind::FocusDown:
        return to(Step::Down);
      case EventKind::ArrowLeft:
        return arrow(false);
      case EventKind::ArrowRight:
        return arrow(true);
      case EventKind::Activate:
        return touch(at_ == nullptr ? action_of(scene_, "key:go") : at_->action);
      case EventKind::Space:
        if (at_ != nullptr && at_ != field_)
          return touch(at_->action);
        return has_caret(field_) ? touch({ActionKind::TypeText, " "}) : touch({});
      case EventKind::Text:
        return field_ == nullptr ? touch({}) : touch({ActionKind::TypeText, event.text});
      case EventKind::Erase:
        return touch({has_caret(field_) ? ActionKind::EraseBack : ActionKind::Back, {}});
      case EventKind::Back:
        return touch({ActionKind::Back, {}});
      case EventKind::Home:
        return touch(action_of(scene_, "bar:home"));
      case EventKind::LowReach:
        return touch({ActionKind::ToggleLowReach, {}});
      case EventKind::Help:
        return touch(action_of(scene_, "bar:ask-person"));
      case EventKind::Repeat:
        return touch({ActionKind::HearAgain, {}});
      case EventKind::Faster:
        return touch({ActionKind::HearFaster, {}});
      case EventKind::Slower:
        return touch({ActionKind::HearSlower, {}});
      case EventKind::Volume:
        return touch({ActionKind::HearOtherwise, {}});
      case EventKind::JackIn:
        return touch({ActionKind::Guide, "headphones"});
      case EventKind::JackOut:
        return touch({ActionKind::StopGuide, {}});
      case EventKind::Speech:
        return touch({ActionKind::ToggleGuide, {}});
      case EventKind::Dark:
        return touch({ActionKind::ToggleDark, {}});
      default:
        return touch({});  // somebody is here
    }
  }

 private:
  std::string focused() const { return at_ == nullptr ? std::string{} : at_->name; }
  Steered touch(Action action) const { return {std::move(action), focused()}; }
  Steered to(Step step) const {
    const Box* next = focus_after(scene_.root, focused(), step);
    return {{}, next == nullptr ? std::string{} : next->name};
  }
  Steered arrow(bool right) const {
    if (has_caret(field_) && (at_ == nullptr || at_ == field_))
      return touch(caret_moved(*field_, right));
    return to(right == (scene_.direction == Direction::LeftToRight) ? Step::Next : Step::Previous);
  }

  const Scene& scene_;
  const Box* at_;  // what has the focus
  const Box* field_;
};

}  // namespace

Steered steer(const Scene& scene, const std::string& focused, const Event& event) {
  return Steering(scene, focused).by(event);
}

std::string caret_at(const Box& field, int x) {
  const int along = x - field.rect.x;
  const auto nearest = std::min_element(
      field.stops.begin(), field.stops.end(), [&](const CaretStop& one, const CaretStop& other) {
        return std::abs(one.x - along) < std::abs(other.x - along);
      });
  return nearest == field.stops.end() ? std::string{} : nearest->place;
}

bool types(const Action& action) {
  return action.kind == ActionKind::TypeText || action.kind == ActionKind::EraseBack ||
         action.kind == ActionKind::ChooseKeys;
}

bool edits(const Action& action) {
  return types(action) || action.kind == ActionKind::ReplaceTyped ||
         action.kind == ActionKind::PlaceCaret;
}

Action under_warning(const Action& action) {
  if (action.kind == ActionKind::Leave || action.kind == ActionKind::OpenEmergency)
    return action;
  return {ActionKind::Continue, {}};
}

bool is_heard(ActionKind kind) {
  return kind == ActionKind::HearAgain || kind == ActionKind::HearSlower ||
         kind == ActionKind::HearFaster || kind == ActionKind::HearQuieter ||
         kind == ActionKind::HearLouder || kind == ActionKind::HearOtherwise;
}

bool switches_speech(EventKind kind) {
  return kind == EventKind::JackIn || kind == EventKind::JackOut || kind == EventKind::Speech;
}

}  // namespace kiosk
