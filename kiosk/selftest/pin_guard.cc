#include "kiosk/selftest/pin_guard.h"

#include <algorithm>

#include "content-engine/store/names.h"
#include "content-engine/store/slip.h"

namespace kiosk {
namespace {

using std::chrono::seconds;

const std::string pin_title = "wegweiser-service-pin 1";
constexpr int free_tries = 3;
constexpr int most_failures = 1000;

}  // namespace

std::chrono::milliseconds pin_delay(int failures) {
  constexpr seconds first{30}, last{15 * 60};
  if (failures < free_tries)
    return seconds(0);
  const int doubled = std::min(failures - free_tries, 10);
  return std::min<std::chrono::milliseconds>(first * (1 << doubled), last);
}

PinGuard::PinGuard(content::Files& files, const std::filesystem::path& kiosk_state, Time now)
    : files_(files), file_(kiosk_state / content::service_pin_name) {
  const auto slip = content::read_slip(files_, file_, pin_title);
  if (slip)
    failures_ =
        static_cast<int>(std::clamp<std::int64_t>(slip->number("failures"), 0, most_failures));
  else if (slip.failure().refusal != content::Refusal::NotFound)
    failures_ = free_tries;  // it was something
  until_ = now + pin_delay(failures_);
}

PinGuard::Time PinGuard::wait(Time now) const {
  return std::max(Time{0}, until_ - now);
}

void PinGuard::trying(Time now) {
  failures_ = std::min(failures_ + 1, most_failures);
  until_ = now + pin_delay(failures_);
  content::Slip slip(pin_title);
  slip.set("failures", std::int64_t{failures_});
  // A disk that takes nothing may be what the technician came for: then only this run counts.
  static_cast<void>(content::write_slip(files_, file_, slip));
}

void PinGuard::succeeded() {
  failures_ = 0;
  until_ = Time{0};
  static_cast<void>(files_.remove(file_));
}

}  // namespace kiosk
