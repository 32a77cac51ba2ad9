// The screen: what it says of itself, colours and greys to compare, and how evenly pictures follow
// each other. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "kiosk/selftest/service_facts_page.h"

namespace kiosk {

// Of pictures that followed each other as fast as they could.
struct FramePacing {
  std::chrono::milliseconds median{0}, slow{0}, longest{0};  // slow: one in twenty is slower
  int pictures = 0;

  bool operator==(const FramePacing&) const = default;
};
// How SDL reaches the screen: "KMSDRM", "x11"; "–": it does not.
std::string video_driver();
FramePacing pacing_of(std::vector<std::chrono::milliseconds> gaps);

class ServiceDisplayPage final : public ServicePage {
 public:
  static constexpr std::size_t most_pictures = 120;

  explicit ServiceDisplayPage(std::vector<ServiceFact> facts) : facts_(std::move(facts)) {}

  ServiceScene scene(const ServiceFrame& frame) const override;
  void act(std::string_view key, Time now) override;
  void take(const Event& event, Time now) override;
  void tick(Time now) override;
  Time due() const override;

 private:
  enum class Step : std::uint8_t { Facts, Bars, Measuring };

  ServiceScene bars(const ServiceFrame& frame) const;
  ServiceScene measuring(const ServiceFrame& frame) const;

  std::vector<ServiceFact> facts_;
  Step step_ = Step::Facts;
  std::vector<Time> gaps_;
  Time last_{0};
};

}  // namespace kiosk
