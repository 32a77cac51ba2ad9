// How a delivery goes, told while it goes: to people at the kiosk by the delivery slip, to a
// technician by a line on the terminal. Telling never stops a delivery; only the wish to end does.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "content-engine/repository/delivery.h"
#include "tools/device/station.h"

namespace content {

class Telling final {
 public:
  Telling(Station& station, Medium medium);
  ~Telling();
  Telling(const Telling&) = delete;
  Telling& operator=(const Telling&) = delete;

  // As DeliveryProgress. A stick is told from its first look on; of the network, which is asked
  // every quarter of an hour, only what is really fetched.
  bool step(Stage stage, int percent);
  // The last word on the slip. An edition that is here already is no news when it comes by network.
  void end(DeliveryState state, Objection why, const std::string& edition);

 private:
  void write(DeliverySlip slip);
  void show(Stage stage, int percent);

  Station& station_;
  Medium medium_;
  int written_percent_ = -1;
  bool on_terminal_ = false;
  bool line_open_ = false;
  bool warned_ = false;
};

}  // namespace content
