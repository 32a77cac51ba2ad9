#include "tools/device/telling.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

#include "tools/device/interruption.h"

namespace content {

static std::int64_t present_second() {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

Telling::Telling(Station& station, Medium medium)
    : station_(station), medium_(medium), on_terminal_(::isatty(STDERR_FILENO) == 1) {}

Telling::~Telling() {
  if (line_open_)
    std::fprintf(stderr, "\r\033[K");
}

bool Telling::step(Stage stage, int percent) {
  // One bar for people: fetching fills it up to 90.
  const int whole = stage == Stage::Checking    ? 0
                    : stage == Stage::Fetching  ? percent * 90 / 100
                    : stage == Stage::Unpacking ? 90
                                                : 95;
  const bool worth_telling = medium_ == Medium::Stick || stage != Stage::Checking;
  if (worth_telling && whole != written_percent_) {
    written_percent_ = whole;
    write({.state = DeliveryState::Running, .percent = whole});
  }
  show(stage, percent);
  return !asked_to_stop();
}

void Telling::end(DeliveryState state, Objection why, const std::string& edition) {
  if (medium_ == Medium::Network && state == DeliveryState::Newest)
    return;
  write({.state = state, .percent = 100, .why = why, .edition = edition});
}

void Telling::write(DeliverySlip slip) {
  slip.medium = medium_;
  slip.since = present_second();
  const auto written = write_delivery_slip(station_.files, station_.settings.exchange, slip);
  if (!written && !std::exchange(warned_, true))
    warn(station_, {"Der Kiosk erfährt nichts davon: " + written.failure().message,
                    "the kiosk is not told: " + written.failure().message});
}

void Telling::show(Stage stage, int percent) {
  if (!on_terminal_ || station_.json())
    return;
  static const std::array<Sentence, 4> names{{{"Prüfen", "checking"},
                                              {"Holen", "fetching"},
                                              {"Auspacken", "unpacking"},
                                              {"Nachrechnen", "verifying"}}};
  const std::string& name = station_.in(names.at(static_cast<std::size_t>(stage)));
  if (stage == Stage::Fetching)
    std::fprintf(stderr, "\r\033[K%s … %d %%", name.c_str(), percent);
  else
    std::fprintf(stderr, "\r\033[K%s …", name.c_str());
  std::fflush(stderr);
  line_open_ = true;
}

}  // namespace content
