// Every part of the glass, touched once: what stays light is dead. Judged by where the panel says a
// finger is, with nothing filled in between, so that a slow finger is the honest one.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <vector>

#include "kiosk/selftest/service_page.h"

namespace kiosk {

class ServiceGridPage final : public ServicePage {
 public:
  static constexpr double cell_mm = 25;
  static constexpr std::chrono::milliseconds rest{15'000};  // without a touch: that was all

  ServiceGridPage(const Panel& panel, Time now);

  ServiceScene scene(const ServiceFrame& frame) const override;
  void act(std::string_view key, Time now) override;
  void take(const Event& event, Time now) override;
  void tick(Time now) override;
  Time due() const override;

  int columns() const { return columns_; }
  int rows() const { return rows_; }
  // "Zeile 1, Spalte 4" counts from 1, from the upper left.
  struct Cell {
    int row = 0, column = 0;
    bool operator==(const Cell&) const = default;
  };
  std::vector<Cell> dead() const;
  bool done() const { return done_; }

 private:
  Rect rect_of(int row, int column) const;
  void begin(Time now);

  Panel panel_;
  int columns_;
  int rows_;
  std::vector<bool> touched_;
  bool done_ = false;
  Time last_{0};
};

}  // namespace kiosk
