// Five crosses to tap, and the panel is put right. The new numbers are only tried: they are kept
// when a finger meets a target by them, and after twenty seconds the old ones are back, so that
// nobody can lock herself out.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/geometry/calibration.h"
#include "kiosk/selftest/service_page.h"

namespace kiosk {

struct CalibrationHands {
  Calibration current{};                        // that holds now
  Calibration setting{};                        // that holds where none is kept
  Rotation rotation{};                          // of the page on the screen
  std::function<void(const Calibration&)> use;  // from the next touch on
  // For all starts to come; none: the settings' own, or none at all. False: it could not be
  // written.
  std::function<bool(const std::optional<Calibration>&)> keep;
};

class ServiceCalibrationPage final : public ServicePage {
 public:
  static constexpr std::chrono::milliseconds trial{20'000}, rest{60'000};
  static constexpr double target_mm = 20;

  ServiceCalibrationPage(CalibrationHands hands, const Panel& panel, Time now);
  ~ServiceCalibrationPage() override;  // what was not confirmed is undone

  ServiceScene scene(const ServiceFrame& frame) const override;
  void act(std::string_view key, Time now) override;
  void take(const Event& event, Time now) override;
  void tick(Time now) override;
  Time due() const override;

 private:
  enum class Step : std::uint8_t { Intro, Crosses, Trial, Kept, NotKept, Undone, Unfit, Reset };

  void begin(Time now);
  void end(Step step);
  void tap(Pixel at, Time now);
  Pixel on_page(Point2 share) const;
  Point2 on_screen(Pixel at) const;
  ServiceScene crosses(const ServiceFrame& frame) const;
  ServiceScene target(const ServiceFrame& frame) const;
  Pixel target_at() const;

  CalibrationHands hands_;
  Panel panel_;
  Size screen_;  // unrotated
  Step step_ = Step::Intro;
  std::vector<TouchPair> pairs_;
  std::optional<Calibration> fresh_;
  Time since_{0}, now_{0};
};

}  // namespace kiosk
