// What a service screen shows, as a value: things painted, and keys that can be struck, in pixels.
// The same value is drawn, hit and written down for tests. Drawn with Lettering alone, so that it
// appears when bundle, fonts and text engine do not.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content-engine/model/finding.h"
#include "kiosk/canvas/surface.h"
#include "kiosk/geometry/panel.h"
#include "kiosk/selftest/lettering.h"

namespace kiosk {

enum class ServiceShape : std::uint8_t { Text, Fill, Stroke, Pictogram, Disc, Picture };

struct ServiceItem {
  ServiceShape shape{};
  Rect rect;  // of a text: left and top count
  Color color;
  std::string words;         // of a text, or the pictogram's name
  Lettering::Style style{};  // of a text
  int radius = 0;
  int stroke = 0;
  std::shared_ptr<const Picture> picture{};
};

enum class ServiceLook : std::uint8_t {
  Plain,
  Main,    // what to do next
  Chosen,  // of several, the one that holds
  Alarm,   // loses something
  Quiet    // on the head's dark ground
};

struct ServiceKey {
  std::string name;
  std::string label;  // '\n' between its lines
  Rect rect;
  ServiceLook look{};
  std::string pictogram{};
  bool works = true;
  bool at_start = false;  // pictogram and label begin at the left edge, in lists
};

struct ServiceScene {
  std::vector<ServiceItem> items;
  std::vector<ServiceKey> keys;

  // The key below a finger; null: none that works.
  const ServiceKey* hit(int x, int y) const;
  const ServiceKey* key(std::string_view name) const;
};

// Names of keys; empty: none.
struct ServiceHand {
  std::string pressed;
  std::string focused;

  bool operator==(const ServiceHand&) const = default;
};

void draw(const ServiceScene& scene, const ServiceHand& hand, Surface& page,
          const Lettering* letters);
// A line for each text and each key: «text 48,30 "…"», «key leave 48,1700 480x92 "…"».
std::string dump(const ServiceScene& scene);

}  // namespace kiosk
