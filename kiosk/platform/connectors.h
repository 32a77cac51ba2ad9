// Where displays are plugged in, as the kernel tells it (/sys/class/drm). A display that is
// connected but names no mode is none: its cable or its EDID is broken, and whoever opens it gets a
// black screen. Card numbers change from start to start, so the card follows from the connector.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "content-engine/model/finding.h"

namespace kiosk {

struct Connector {
  int card = 0;
  std::string name;  // "HDMI-A-1"
  bool connected = false;
  std::vector<std::string> modes;  // "1920x1080", the preferred one first

  bool shows() const { return connected && !modes.empty(); }
  bool operator==(const Connector&) const = default;
};

// By card and name; empty where there is no such folder.
std::vector<Connector> read_connectors(const std::filesystem::path& folder);
// The one a picture goes to; none: there is no display.
std::optional<Connector> connector_to_show_on(const std::vector<Connector>& all);

// Why no connector shows, with the remedy; nothing when one does.
struct NoDisplay {
  std::string code;  // "W-43"
  content::Sentence words;

  bool operator==(const NoDisplay&) const = default;
};
std::optional<NoDisplay> why_no_display(const std::vector<Connector>& all);

// Whether the screen that was opened is still the one to show on.
class ChosenConnector final {
 public:
  explicit ChosenConnector(std::optional<Connector> opened) : chosen_(std::move(opened)) {}

  // True: open the screen again, for the display went and came, another has taken its place, or its
  // preferred mode is another. While there is none, what is open stays so.
  bool take(const std::vector<Connector>& all);

 private:
  std::optional<Connector> chosen_;
  bool gone_ = false;
};

// Looks every few seconds, on a thread of its own: the kernel's answer comes from memory, but waits
// while a display is being probed, and that takes up to a second.
class ConnectorWatch final {
 public:
  // `opened`: what the screen was opened on. `changed` is called on that thread, each time the
  // screen is to be opened again.
  ConnectorWatch(std::filesystem::path folder, std::optional<Connector> opened,
                 std::chrono::milliseconds every, std::function<void()> changed);
  ~ConnectorWatch();
  ConnectorWatch(const ConnectorWatch&) = delete;
  ConnectorWatch& operator=(const ConnectorWatch&) = delete;

 private:
  void watch();

  std::filesystem::path folder_;
  ChosenConnector chosen_;
  std::chrono::milliseconds every_;
  std::function<void()> changed_;
  std::mutex mutex_;
  std::condition_variable ends_;
  bool ended_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace kiosk
