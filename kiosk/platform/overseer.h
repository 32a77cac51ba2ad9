// Who starts this program again when it stands still: systemd, told over the socket it names in the
// environment. It hears of pictures that reached the screen, and of a screen that is waited for, so
// that a program which lives but shows nothing, or owes another page, is not taken for a kiosk.
// Without an overseer (on a desk) every verb does nothing. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

namespace kiosk {

class Overseer final {
 public:
  // Opening every edition anew on a slow card is the longest a page may take.
  static constexpr std::chrono::milliseconds patience{60'000};

  Overseer();
  // `watchdog`: how long it waits for a sign of life; none: for ever.
  explicit Overseer(std::optional<std::chrono::milliseconds> watchdog) : watchdog_(watchdog) {}

  // There is no screen yet, or no longer; we look again within `longest`, and starting may take
  // that much longer. Once it was ready this is a sign of life as well: without a screen there are
  // no pictures, and starting again would find none either.
  void awaits_screen(std::chrono::milliseconds longest);
  // A page was asked for, a page came. One that is owed for `patience` ends all signs of life.
  void asked(std::uint64_t number, std::chrono::milliseconds now);
  void answered(std::uint64_t number, std::chrono::milliseconds now);
  // So many pictures have reached the screen since the program started. The first says that it is
  // ready, every further one that it lives; at most ten times in the watchdog's time.
  void shown(std::uint64_t pictures, std::chrono::milliseconds now);
  // A picture, be it the same once more, is wanted by then.
  std::optional<std::chrono::milliseconds> due() const;

 private:
  std::optional<std::chrono::milliseconds> watchdog_;
  bool waits_ = false;
  std::uint64_t pictures_ = 0;
  std::uint64_t asked_ = 0;
  std::optional<std::chrono::milliseconds> owed_since_;
  std::optional<std::chrono::milliseconds> told_;
};

}  // namespace kiosk
