#include "kiosk/shell.h"

#include <algorithm>
#include <utility>

#include "kiosk/session/deeds.h"
#include "kiosk/steering.h"
#include "kiosk/widgets/hit.h"

namespace kiosk {
namespace {

// Who has pulled the headphones out has usually gone.
constexpr std::chrono::milliseconds jack_out{20'000};

}  // namespace

Shell::Shell(ShellRules rules, Instant now, WallTime wall)
    : rules_(std::move(rules)),
      session_(rules_.fresh),
      idle_(rules_.idle, now),
      attract_since_(now),
      drift_since_(minute_of_day(wall)),
      awake_until_(now + rules_.idle.until_warning),
      finger_(rules_.finger),
      strikes_(rules_.key_again_after),
      prints_(rules_.print),
      now_(now),
      wall_(wall),
      wall_read_(now) {
  ask(now);
}

void Shell::finger_down(int x, int y, Instant now) {
  if (asleep_) {
    finger_.down(x, y, now);
    finger_.ignore();  // until it leaves: what lies there now was not to be seen
    wake(now);
    return;
  }
  const bool gone = expire(now);
  const Box* key = shown_ ? hit(shown_->scene.root, x, y) : nullptr;
  std::string typed = key != nullptr && types(key->action) ? key->name : std::string{};
  if (!typed.empty() && !typed_.empty() && typed != typed_)
    finger_.elsewhere();
  typed_ = std::move(typed);
  if (!finger_.down(x, y, now) || gone || !shown_) {
    finger_.ignore();  // she cannot have meant what is not on the screen yet
    return;
  }
  begin(now);
  if (session_.hearing.dark) {
    finger_.ignore();  // she sees nothing that she could have meant
    act({ActionKind::ToggleDark, {}}, now);
    ask(now);
    return;
  }
  keys_.focused.clear();  // who touches needs no ring
  warning_held_ = shown_->moment.idle_seconds_left;
  if (key == nullptr)
    return;
  captured_ = Key{key->name, key->rect, key->action};
  keys_.pressed = key->name;
}

void Shell::finger_moved(int x, int y) {
  if (captured_)
    keys_.pressed = captured_->rect.contains(x, y) ? captured_->name : std::string{};
}

void Shell::finger_up(int x, int y, Instant now) {
  finger_moved(x, y);
  const std::optional<Key> key = std::exchange(captured_, std::nullopt);
  const std::string pressed = std::exchange(keys_.pressed, {});
  warning_held_ = -1;
  if (!finger_.up(x, y, now))
    return;
  begin(now);
  Action action = key && !pressed.empty() ? key->action : Action{};
  if (action.kind == ActionKind::PlaceCaret)
    action.argument = caret_at(*find_key(shown_->scene.root, key->name), x);
  act(warned() ? under_warning(action) : action, now);
  ask(now);
  if (outgoing_ && visitor_)
    keys_.pressed = pressed;  // until what it leads to is there
}

void Shell::key(const Event& event, Instant now) {
  if (expire(now) || !shown_)
    return;
  if (asleep_) {
    wake(now);
    // Who plugs in headphones or asks for speech needs no picture to mean it.
    if (!switches_speech(event.kind))
      return;
  }
  if (!strikes_.counts(std::to_string(static_cast<int>(event.kind)) + event.text, now))
    return;
  const bool only_present = warned() && !switches_speech(event.kind);
  const bool guided = session_.hearing.guided;
  begin(now);
  if (!only_present) {
    Steered steered = steer(shown_->scene, keys_.focused, event);
    if (steered.action.kind == ActionKind::None)
      guide_.moves();
    keys_.focused = std::move(steered.focused);
    // Twice back, and nothing between: she wants to see again.
    if (session_.hearing.dark && event.kind == EventKind::Back && struck_ == EventKind::Back)
      steered.action = {ActionKind::ToggleDark, {}};
    act(steered.action, now);
  }
  struck_ = event.kind;
  if (guided && event.kind == EventKind::JackOut && visitor_)
    idle_.use({.until_warning = Instant{0}, .warning = jack_out});
  ask(now);
}

void Shell::answered(Answer answer, Instant now) {
  const bool latest = answer.request.number == asked_.number;
  if (!latest && !still_true(answer))
    return;
  answered_ = latest;
  if (auto* trouble = std::get_if<Trouble>(&answer.outcome)) {
    trouble_ = std::move(*trouble);
    retry_at_ = now + rules_.retry;
    attract_.reset();
    wipe(now);
    return;
  }
  trouble_.reset();
  Shown next{std::move(answer.request.session), answer.request.moment,
             std::move(std::get<Scene>(answer.outcome))};
  // Another text size may have left fewer pages of the same text.
  int& page = next.session.trail.back().page;
  page = std::clamp(page, 0, std::max(0, next.scene.pages - 1));
  session_.trail.back().page = asked_.session.trail.back().page = page;
  if (latest && next.session == rules_.fresh && next.moment.attract_step == 0 &&
      next.moment.drift == 0 && next.moment.idle_seconds_left < 0 && !next.moment.delivery)
    attract_ = next;
  show(std::move(next));
  ask(now);
}

void Shell::printed(const content::PrintSlip& slip, Instant now) {
  prints_.ended(slip);
  ask(now);
}

void Shell::tick(Instant now, WallTime wall) {
  wall_ = wall;
  wall_read_ = now;
  if (finger_.overdue(now)) {
    finger_.ignore();
    captured_.reset();
    keys_.pressed.clear();
    warning_held_ = -1;
  }
  expire(now);
  ask(now);
}

std::optional<Request> Shell::take_request() {
  return std::exchange(outgoing_, std::nullopt);
}

View Shell::view() const {
  if (trouble_)
    return {.trouble = &*trouble_, .scene_number = scene_number_};
  const bool dark = shown_ && shown_->session.hearing.dark;
  return {.scene = shown_ ? &shown_->scene : nullptr,
          .keys = dark ? KeyState{} : keys_,
          .scene_number = scene_number_,
          .fades = fades_,
          .theme = shown_ ? shown_->session.theme : rules_.fresh.theme,
          .text_size = shown_ ? shown_->session.text_size : rules_.fresh.text_size,
          .asleep = asleep_};
}

// An answer that a newer request has overtaken may be shown while that one is being made, if only
// the minute or the countdown's second differs: on a slow card there may never be an older one.
bool Shell::still_true(const Answer& answer) const {
  const bool warning = answer.request.moment.idle_seconds_left >= 0;
  return std::holds_alternative<Scene>(answer.outcome) && answer.request.session == session_ &&
         warning == (asked_.moment.idle_seconds_left >= 0);
}

// Ends the session when nobody has been there for long enough; true when it did.
bool Shell::expire(Instant now) {
  now_ = now;
  if (!visitor_ || warning_held_ >= 0)
    return false;
  const IdleState state = idle_.state(now);
  const bool nothing_to_ask = session_ == rules_.fresh;
  if (state == IdleState::Present || (state == IdleState::Warned && !nothing_to_ask))
    return false;
  count(ending_of(session_, content::Deed::Idle));
  wipe(now);
  return true;
}

void Shell::count(std::vector<content::Doing> doings) {
  constexpr std::size_t most = 256;  // of a worker that has not answered for long
  for (content::Doing& doing : doings)
    if (doings_.size() < most)
      doings_.push_back(std::move(doing));
}

void Shell::begin(Instant now) {
  if (!visitor_) {
    attract_frozen_ = attract_step(attract_since_, now);
    drift_frozen_ = drift();
  }
  visitor_ = true;
  idle_.use(idle_times());
  idle_.touched(now);
  guide_.hush();
}

IdleTimes Shell::idle_times() const {
  return session_.preset == Preset::None ? rules_.idle : patient(rules_.idle);
}

void Shell::act(const Action& action, Instant now) {
  if (action.kind == ActionKind::None || action.kind == ActionKind::Continue)
    return;
  if (action.kind == ActionKind::Print && !print(action, now))
    return;
  if (action.kind == ActionKind::Leave) {
    count(ending_of(session_, content::Deed::Left));
    wipe(now);
  } else if (edits(action) && session_.place().screen == shown_->session.place().screen) {
    session_ = apply(std::move(session_), action);  // letters come faster than pages
  } else {
    session_ = apply(shown_->session, action);
    count(doings_of(shown_->session, action, session_));
  }
  if (is_heard(action.kind)) {
    narrator_.again();
    guide_.again();
  }
  if (action.kind == ActionKind::Listen)
    guide_.whole_page();
  idle_.use(idle_times());
}

bool Shell::print(const Action& action, Instant now) {
  const Session& reader = shown_->session;
  const std::string& other = reader.language_of_topic;
  return prints_.begin(action.argument, other.empty() ? reader.language : other, now);
}

void Shell::show(Shown next) {
  const bool wandered = shown_ && shown_->moment.drift != next.moment.drift;
  fades_ = !visitor_ && shown_ && shown_->session == next.session && !wandered &&
           shown_->moment.attract_step != next.moment.attract_step;
  shown_ = std::move(next);
  ++scene_number_;
  // A finger that lies on a key goes on lying on it when only the minute has changed.
  const Box* same = captured_ ? find_key(shown_->scene.root, captured_->name) : nullptr;
  if (same != nullptr && wandered && same->rect.width == captured_->rect.width &&
      same->rect.height == captured_->rect.height)
    captured_->rect = same->rect;
  if (same == nullptr || same->rect != captured_->rect || same->action != captured_->action) {
    captured_.reset();
    keys_.pressed.clear();
  }
  if (find_key(shown_->scene.root, keys_.focused) == nullptr)
    keys_.focused.clear();
}

void Shell::hide() {
  shown_.reset();
  ++scene_number_;
  captured_.reset();
  keys_ = {};
}

void Shell::ask(Instant now) {
  now_ = now;
  listen();
  if (delivery_ && now >= delivery_until_)
    delivery_.reset();
  asleep_ = sleeps(now);
  const bool again = trouble_ && answered_ && now >= retry_at_;
  if (trouble_ && !again)
    return;
  const Moment here = moment(now);
  if (!again && !forget_ && !renewed_ && asked_.number != 0 && asked_.session == session_ &&
      asked_.moment == here)
    return;
  renewed_ = false;
  const bool forget = std::exchange(forget_, false) || (outgoing_ && outgoing_->forget);
  asked_ = {.number = asked_.number + 1,
            .session = session_,
            .moment = here,
            .forget = forget,
            .vacant = !visitor_};
  auto doings = outgoing_ ? std::move(outgoing_->doings) : std::vector<content::Doing>{};
  auto job = outgoing_ ? std::move(outgoing_->print) : std::optional<PrintJob>{};
  outgoing_ = asked_;
  outgoing_->print = std::move(job);
  if (auto fresh = prints_.take())
    outgoing_->print = std::move(fresh);
  for (content::Doing& doing : std::exchange(doings_, {}))
    doings.push_back(std::move(doing));
  outgoing_->doings = std::move(doings);
  answered_ = false;
}

}  // namespace kiosk
