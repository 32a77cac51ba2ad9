// The screen and the hands of a kiosk without a desktop: which card to open, what stands in the way
// and how to cure it, and whether displays have come or gone since. On a desk the desktop knows all
// that, and every verb does nothing. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "kiosk/platform/connectors.h"
#include "kiosk/platform/device_nodes.h"

namespace kiosk {

struct SeatPlaces {
  std::filesystem::path connectors{"/sys/class/drm"};
  std::filesystem::path devices{"/dev"};
  MayOpen may = may_open;
};

enum class Desk { None, Some };
// By what SDL goes by: its own variable, then the desktop's.
Desk desk_of_environment();

class Seat final {
 public:
  // Each line with its code, when it becomes true: "W-42: …".
  using Log = std::function<void(const std::string& code, const content::Sentence& words)>;
  Seat(SeatPlaces places, Desk desk, Log log);

  // Before each try to open the screen: the card to open, as far as it is known.
  std::optional<int> look();
  // There are hands, and none may be read. At a start udev may not have come round to it yet.
  bool hands_are_closed();

  // From when the screen is open until it is to be opened again; `changed` is called from another
  // thread when that is.
  void watch(std::chrono::milliseconds every, std::function<void()> changed);
  void watch_no_longer();
  bool has_changed() const { return changed_; }

 private:
  void say(std::string& said, const std::string& code, const content::Sentence& words);

  SeatPlaces places_;
  Desk desk_;
  Log log_;
  std::optional<Connector> chosen_;
  std::string said_of_screen_;
  std::string said_of_hands_;
  std::atomic<bool> changed_ = false;
  std::optional<ConnectorWatch> watch_;
};

}  // namespace kiosk
