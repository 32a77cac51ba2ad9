#include "kiosk/seat.h"

#include <cstdlib>
#include <string_view>
#include <utility>

namespace kiosk {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

}  // namespace

Desk desk_of_environment() {
  const std::string_view driver = environment("SDL_VIDEODRIVER");
  if (!driver.empty())
    return driver == "kmsdrm" || driver == "KMSDRM" ? Desk::None : Desk::Some;
  return environment("DISPLAY").empty() && environment("WAYLAND_DISPLAY").empty() ? Desk::None
                                                                                  : Desk::Some;
}

Seat::Seat(SeatPlaces places, Desk desk, Log log)
    : places_(std::move(places)), desk_(desk), log_(std::move(log)) {}

std::optional<int> Seat::look() {
  if (desk_ == Desk::Some)
    return std::nullopt;
  const auto all = read_connectors(places_.connectors);
  chosen_ = connector_to_show_on(all);
  if (const auto closed = why_no_card(places_.devices, places_.may))
    say(said_of_screen_, closed->code, closed->words);
  else if (const auto none = why_no_display(all))
    say(said_of_screen_, none->code, none->words);
  else
    said_of_screen_.clear();
  return chosen_ ? std::optional(chosen_->card) : std::nullopt;
}

bool Seat::hands_are_closed() {
  if (desk_ == Desk::Some)
    return false;
  const auto closed = why_no_input(places_.devices, places_.may);
  if (closed)
    say(said_of_hands_, closed->code, closed->words);
  return closed.has_value();
}

void Seat::watch(std::chrono::milliseconds every, std::function<void()> changed) {
  watch_no_longer();
  if (desk_ == Desk::Some)
    return;
  watch_.emplace(places_.connectors, chosen_, every, [this, tell = std::move(changed)] {
    changed_ = true;
    tell();
  });
}

void Seat::watch_no_longer() {
  watch_.reset();
  changed_ = false;
}

void Seat::say(std::string& said, const std::string& code, const content::Sentence& words) {
  if (said != words.english)
    log_(code, words);
  said = words.english;
}

}  // namespace kiosk
