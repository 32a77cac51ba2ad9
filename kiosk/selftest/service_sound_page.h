// Whether the kiosk is heard: each of the visitors' seven steps of loudness said aloud, and whether
// headphones are noticed. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "kiosk/selftest/service_page.h"

namespace kiosk {

enum class SoundEnd : std::uint8_t { Done, Missing, Failed };

struct SoundHands {
  int steps = 7;
  // In that language at that step; 0 is the softest.
  std::function<void(const std::string& text, content::MessageLanguage language, int step)> say;
  std::function<std::optional<SoundEnd>()> ended;  // once each
};

class ServiceSoundPage final : public ServicePage {
 public:
  explicit ServiceSoundPage(SoundHands hands) : hands_(std::move(hands)) {}

  ServiceScene scene(const ServiceFrame& frame) const override;
  void act(std::string_view key, Time now) override;
  void take(const Event& event, Time now) override;
  void tick(Time now) override;

 private:
  SoundHands hands_;
  std::optional<int> step_;
  std::optional<SoundEnd> end_;
  std::optional<bool> jack_;
  mutable content::MessageLanguage language_{};  // as last drawn
};

}  // namespace kiosk
