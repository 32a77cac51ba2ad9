#include "kiosk/print_wait.h"

#include <utility>

namespace kiosk {

bool PrintWait::begin(const std::string& topic, const std::string& language, Instant now) {
  if (!rules_.printer || state_ == Printing::Running)
    return false;
  job_ = PrintJob{rules_.series + "-" + std::to_string(++count_), topic, language};
  ordered_ = job_;
  state_ = Printing::Running;
  until_ = now + rules_.patience;
  return true;
}

void PrintWait::ended(const content::PrintSlip& slip) {
  if (state_ == Printing::Running && slip.job == job_->name)
    state_ = slip.end == content::PrintEnd::Done ? Printing::Done : Printing::Failed;
}

void PrintWait::forget() {
  ordered_.reset();
  job_.reset();
  state_ = Printing::Ready;
}

Printing PrintWait::at(const Place& place, Instant now) {
  if (state_ == Printing::Running && now >= until_)
    state_ = Printing::Failed;
  const bool takes_along = place.screen == ScreenKind::TakeAlong;
  if (state_ != Printing::Running && !(takes_along && job_ && place.id == job_->topic))
    forget();
  return rules_.printer && takes_along ? state_ : Printing::None;
}

Instant PrintWait::due() const {
  return state_ == Printing::Running ? until_ : Instant::max();
}

}  // namespace kiosk
