#include "kiosk/changeover.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace kiosk {

using namespace std::chrono_literals;

Changeover::Changeover(content::Files& files, StockPlace place, std::filesystem::path exchange,
                       Panel panel, Outside outside)
    : files_(files),
      place_(std::move(place)),
      exchange_(std::move(exchange)),
      panel_(panel),
      outside_(std::move(outside)),
      watch_({place_.store, exchange_}),
      thread_([this] { run(); }) {}

Changeover::~Changeover() {
  stopping_ = true;
  watch_.call();
  thread_.join();
}

Opened Changeover::open() {
  Opened opened = open_stock(files_, place_, outside_.log);
  {
    const std::lock_guard lock(mutex_);
    opened_ = true;
    const auto* stock = std::get_if<Stock>(&opened);
    showing_ = stock == nullptr ? std::string{} : stock->bundle;
  }
  watch_.call();
  return opened;
}

void Changeover::vacant(bool nobody) {
  if (vacant_.exchange(nobody) != nobody && nobody)
    watch_.call();
}

std::optional<Tidings> Changeover::take() {
  const std::lock_guard lock(mutex_);
  if (broken_)
    std::rethrow_exception(std::exchange(broken_, nullptr));
  return std::exchange(tidings_, std::nullopt);
}

void Changeover::run() {
  // Only main catches; this hands what was thrown over to its thread.
  try {
    while (!stopping_) {
      look();
      watch_.wait();
    }
  } catch (...) {
    {
      const std::lock_guard lock(mutex_);
      broken_ = std::current_exception();
    }
    outside_.wake();
  }
}

void Changeover::look() {
  tell_alert();
  tell_print();
  tell_service();
  tell_delivery();
  std::string showing;
  {
    const std::lock_guard lock(mutex_);
    if (!opened_)
      return;
    showing = showing_;
  }
  if (somebody())
    return;
  const auto slots = content::read_slots(files_, place_.store);
  if (!slots)
    return;
  const auto verdicts = content::read_verdicts(files_, place_.state);
  if (const auto slot = content::to_try(*slots, verdicts)) {
    const Rehearsing rehearsing{
        .panel = panel_,
        .moment =
            [this](const std::string& time_zone) {
              const WallTime wall = outside_.wall(time_zone);
              return Moment{.today = wall.today, .hour = wall.hour, .minute = wall.minute};
            },
        .give_up =
            [this, rested = std::chrono::steady_clock::now()]() mutable {
              // As long as the page took: on a board of one core the screen's own thread comes
              // first.
              std::this_thread::sleep_for(std::min<std::chrono::nanoseconds>(
                  std::chrono::steady_clock::now() - rested, 1s));
              tell_delivery();  // whoever stands there with a stick does not wait for our trial
              tell_service();
              rested = std::chrono::steady_clock::now();
              return somebody();
            }};
    Tried tried = try_candidate(files_, place_, *slot, rehearsing, outside_.log);
    if (tried.stock)
      hand_over(std::move(*tried.stock));
    tell_delivery();
    return;
  }
  const auto order = content::show_order(*slots, verdicts);
  if (order.empty() || order.front().trial.bundle == showing || in_vain_ == *slots)
    return;
  if (auto stock = change_back(files_, place_, order.front(), outside_.log))
    hand_over(std::move(*stock));
  else
    in_vain_ = *slots;
}

// Accepted by the device, but then not by us: the device says so at its next run, we say it now.
bool Changeover::refuses_candidate() const {
  const auto slots = content::read_slots(files_, place_.store);
  return slots && slots->candidate &&
         content::read_verdicts(files_, place_.state).refuses(slots->candidate->trial);
}

void Changeover::tell_delivery() {
  auto slip = content::read_delivery_slip(files_, exchange_);
  if (!slip)
    return;
  const bool denied = slip->state == content::DeliveryState::Accepted && refuses_candidate();
  if (slip_ == *slip && (!denied || denied_))
    return;
  slip_ = *slip;
  denied_ = denied;
  if (denied) {
    slip->state = content::DeliveryState::Refused;
    slip->why = content::Objection::Refused;
  }
  say(*slip);
}

// A slip that cannot be read is no warning: whoever wrote it will write it again.
void Changeover::tell_alert() {
  const auto read = content::read_alert_slip(files_, exchange_);
  std::optional<content::AlertSlip> alert;
  if (read)
    alert = *read;
  if (alert == alert_)
    return;
  alert_ = alert;
  {
    const std::lock_guard lock(mutex_);
    if (!tidings_)
      tidings_.emplace();
    tidings_->alert = std::move(alert);
  }
  outside_.wake();
}

// Whose job it was only the shell knows.
void Changeover::tell_print() {
  const auto slip = content::read_print_slip(files_, exchange_);
  if (!slip || print_ == *slip)
    return;
  print_ = *slip;
  {
    const std::lock_guard lock(mutex_);
    if (!tidings_)
      tidings_.emplace();
    tidings_->print = *slip;
  }
  outside_.wake();
}

void Changeover::tell_service() {
  const auto read = content::read_service_slip(files_, exchange_);
  std::optional<content::ServiceSlip> service;
  if (read)
    service = *read;
  if (service == service_)
    return;
  service_ = service;
  {
    const std::lock_guard lock(mutex_);
    if (!tidings_)
      tidings_.emplace();
    tidings_->service = std::move(service);
  }
  outside_.wake();
}

void Changeover::hand_over(Stock stock) {
  {
    const std::lock_guard lock(mutex_);
    showing_ = stock.bundle;
    if (!tidings_)
      tidings_.emplace();
    tidings_->stock = std::move(stock);
  }
  outside_.wake();
}

void Changeover::say(const content::DeliverySlip& slip) {
  {
    const std::lock_guard lock(mutex_);
    if (!tidings_)
      tidings_.emplace();
    tidings_->delivery = slip;
  }
  outside_.wake();
}

}  // namespace kiosk
