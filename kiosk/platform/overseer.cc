#include "kiosk/platform/overseer.h"

#include <systemd/sd-daemon.h>

#include <string>
#include <utility>

namespace kiosk {

Overseer::Overseer() {
  std::uint64_t microseconds = 0;
  if (sd_watchdog_enabled(0, &microseconds) > 0)
    watchdog_ = std::chrono::milliseconds(microseconds / 1000);
}

void Overseer::awaits_screen(std::chrono::milliseconds longest) {
  // Twice as long, for opening itself takes a while.
  const std::string words = "EXTEND_TIMEOUT_USEC=" + std::to_string(longest.count() * 2000) +
                            "\nSTATUS=waits for a screen";
  sd_notify(0, words.c_str());
  if (watchdog_ && told_)
    sd_notify(0, "WATCHDOG=1");
  waits_ = true;
}

void Overseer::asked(std::uint64_t number, std::chrono::milliseconds now) {
  asked_ = number;
  if (!owed_since_)
    owed_since_ = now;
}

void Overseer::answered(std::uint64_t number, std::chrono::milliseconds now) {
  if (number == asked_)
    owed_since_.reset();
  else
    owed_since_ = now;  // an older one; the worker works
}

void Overseer::shown(std::uint64_t pictures, std::chrono::milliseconds now) {
  if (pictures == pictures_ || (owed_since_ && now - *owed_since_ > patience))
    return;
  pictures_ = pictures;
  const bool waited = std::exchange(waits_, false);
  if (!told_)
    sd_notify(0, "READY=1\nSTATUS=shows pictures");
  else if (waited)
    sd_notify(0, "STATUS=shows pictures");
  else if (!watchdog_ || now - *told_ < *watchdog_ / 10)
    return;
  if (watchdog_)
    sd_notify(0, "WATCHDOG=1");
  told_ = now;
}

std::optional<std::chrono::milliseconds> Overseer::due() const {
  // Half the time, as sd_watchdog_enabled(3) advises, with a little to spare for the drawing.
  return watchdog_ && told_ ? std::optional(*told_ + *watchdog_ * 2 / 5) : std::nullopt;
}

}  // namespace kiosk
