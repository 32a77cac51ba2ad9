// The self-test on the screen: what failed first, each with word, symbol and colour, why, and what
// to do. The device program runs it; this page asks for it and shows what comes.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "content-engine/store/files.h"
#include "kiosk/selftest/selftest_result.h"
#include "kiosk/selftest/service_page.h"

namespace kiosk {

struct ServicePlaces {
  content::Files* files = nullptr;  // outlives every page
  std::filesystem::path exchange;   // the device's word
  std::filesystem::path state;      // ours
};

class ServiceResultPage final : public ServicePage {
 public:
  static constexpr std::chrono::milliseconds look_again{500}, patience{240'000};

  // Asks for a test at once when there is no result yet.
  ServiceResultPage(ServicePlaces places, Time now);

  ServiceScene scene(const ServiceFrame& frame) const override;
  void act(std::string_view key, Time now) override;
  void tick(Time now) override;
  Time due() const override;

 private:
  enum class State : std::uint8_t { Shown, Running, Silent };
  enum class Stick : std::uint8_t { Idle, Asked, Written, Failed, Silent };

  std::string bytes() const;
  void ask(Time now);
  void ask_for_stick(Time now);
  void look_for_stick(Time now);
  void take_result(const std::string& bytes);
  ServiceScene code(const ServiceFrame& frame) const;
  void list(ServiceSheet& sheet) const;
  content::Sentence headline() const;
  content::Sentence stick_line() const;

  ServicePlaces places_;
  State state_ = State::Shown;
  Stick stick_ = Stick::Idle;
  std::string before_;  // the result that lay there when a new one was asked for
  Time asked_{0}, stick_asked_{0}, now_{0};
  std::int64_t stick_wish_ = 0;
  std::optional<SelftestResult> result_;
  bool code_shown_ = false;
  int page_ = 0;
  mutable int pages_ = 1;  // as last laid out
};

}  // namespace kiosk
