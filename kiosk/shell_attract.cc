// The shell's part while nobody is here: what the first screen shows and where, what the device has
// to say, and the night.
#include <utility>

#include "kiosk/screens/drift.h"
#include "kiosk/shell.h"

namespace kiosk {

void Shell::delivered(const content::DeliverySlip& slip, Instant now) {
  if (slip.medium == content::Medium::Stick) {
    delivery_ = slip;
    delivery_until_ = now + rules_.delivery;
  } else {
    delivery_.reset();
  }
  ask(now);
}

void Shell::renewed(Instant now) {
  attract_.reset();
  renewed_ = true;
  retry_at_ = now;
  ask(now);
}

void Shell::alerted(std::optional<Alert> alert, Instant now) {
  attract_.reset();  // laid out without it, or with one that is over
  alert_ = std::move(alert);
  ask(now);
}

void Shell::wipe(Instant now) {
  prints_.forget();
  if (outgoing_)
    outgoing_->print.reset();
  session_ = rules_.fresh;
  idle_.use(rules_.idle);
  visitor_ = false;
  attract_since_ = now;
  attract_frozen_ = 0;
  drift_since_ = minute_of_day(wall_);
  drift_frozen_ = 0;
  awake_until_ = now + rules_.idle.until_warning;
  warning_held_ = -1;
  forget_ = true;
  finger_.ignore();
  strikes_.forget();
  typed_.clear();
  struck_ = {};
  hide();
  if (attract_)
    show(*attract_);
  ask(now);
}

Moment Shell::moment(Instant now) {
  Moment here{.today = wall_.today, .hour = wall_.hour, .minute = wall_.minute, .attract_step = 0};
  here.district = rules_.district;
  here.marked = session_.hearing.guided ? guide_.marked() : narrator_.marked();
  if (warns_everybody())
    here.alert = alert_;
  if (session_.place().screen == ScreenKind::Languages) {
    here.drift = visitor_ ? drift_frozen_ : drift();
    if (!asleep_)
      here.attract_step = visitor_ ? attract_frozen_ : attract_step(attract_since_, now);
  }
  if (!visitor_)
    here.delivery = delivery_;
  here.printing = prints_.at(session_.place(), now);
  if (warning_held_ >= 0)
    here.idle_seconds_left = warning_held_;
  else if (visitor_ && session_ != rules_.fresh)
    here.idle_seconds_left = idle_.seconds_left(now);
  return here;
}

Instant Shell::due() const {
  Instant next = wall_read_ + wall_.until_next_minute;
  if (visitor_)
    next = std::min(next, idle_.next_change(now_));
  else if (!asleep_)
    next = std::min(next, next_attract_step(attract_since_, now_));
  if (rules_.night && !asleep_ && awake_until_ > now_)
    next = std::min(next, awake_until_);
  if (finger_.lies())
    next = std::min(next, finger_.due());
  if (delivery_)
    next = std::min(next, delivery_until_);
  next = std::min(next, prints_.due());
  if (trouble_)
    next = wall_read_ + wall_.until_next_minute;
  if (trouble_ && answered_)
    next = std::min(next, retry_at_);
  return next;
}

// Whatever has to be said to whoever may come keeps it awake.
bool Shell::sleeps(Instant now) const {
  return rules_.night && rules_.night->covers(minute_of_day(wall_)) && !visitor_ && !trouble_ &&
         !delivery_ && !warns_everybody() && now >= awake_until_;
}

bool Shell::warns_everybody() const {
  const content::LocalTime clock{wall_.today, minute_of_day(wall_)};
  return alert_ && alert_->from <= clock && clock < alert_->until;
}

void Shell::wake(Instant now) {
  awake_until_ = now + rules_.idle.until_warning;
  attract_since_ = now;
  ask(now);
}

// Steps since the last visitor; the hours of a day are a whole number of rounds.
int Shell::drift() const {
  constexpr int day = 24 * 60;
  static_assert(day % drift_steps == 0);
  return (minute_of_day(wall_) - drift_since_ + day) % day % drift_steps;
}

}  // namespace kiosk
