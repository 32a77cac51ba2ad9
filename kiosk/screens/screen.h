// A screen is a function of session, library and moment: no window, no clock, no state of its own.
// The same function makes the kiosk's picture, a snapshot, a box tree and a speech log.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "content-engine/reader/library.h"
#include "content-engine/store/delivery_slip.h"
#include "kiosk/geometry/direction.h"
#include "kiosk/geometry/panel.h"
#include "kiosk/session/session.h"
#include "kiosk/speech/utterance.h"
#include "kiosk/text/paragraph.h"
#include "kiosk/widgets/box.h"

namespace kiosk {

// Where the edition on the screen came from; staff read it on the about page.
enum class Channel { ByHand, Shipped, Delivered };
struct Origin {
  Channel channel = Channel::ByHand;
  content::Date signed_on;  // Delivered only, in the town's time; a year of 0: not said
  std::string signer;

  bool operator==(const Origin&) const = default;
};

// A warning that cannot wait for an edition (R47); it comes on a slip of the device and lies over
// everything until it is over or the visitor has said that she has read it.
struct Alert {
  std::string id;
  std::map<std::string, std::string> texts;  // by language tag
  content::LocalTime from{};                 // on the town's clock
  content::LocalTime until;

  bool operator==(const Alert&) const = default;
};

// Of the sheet a visitor has asked for, where it can be printed.
enum class Printing : std::uint8_t {
  None,   // there is no printer
  Ready,  // nothing was asked for
  Running,
  Done,
  Failed,
};

// Everything about now and here that a screen may show; made by the shell from clock, idle timer
// and the device's files, and by the worker from what it has opened.
struct Moment {
  content::Date today;  // the town's day
  int hour = 10;        // the town's local time
  int minute = 24;
  int attract_step = 0;        // which greeting the attract screen shows
  int drift = 0;               // minutes it has stood there; it wanders (drift.h)
  int idle_seconds_left = -1;  // ≥ 0: the idle dialog lies over the screen and counts down
  std::optional<content::DeliverySlip> delivery{};  // of a stick, while nobody is here
  Origin origin{};
  std::optional<Alert> alert{};
  std::string district{};  // where the kiosk stands; empty: nobody said
  int marked = -1;         // which of Scene::speech is being read
  bool recited = false;    // Scene::speech is wanted though nobody listens
  Printing printing{};     // on the screen of what can be taken along

  bool operator==(const Moment&) const = default;
};

struct Scene {
  Box root;  // covers the panel
  Color ground;
  int pages = 1;  // of the place shown
  Direction direction{};
  // All that is shown, to be said; while somebody listens, or the moment asks for it.
  std::vector<Utterance> speech{};
  bool reads_on = false;   // a text of several pages
  bool sensitive = false;  // nothing to be heard by others unasked

  bool operator==(const Scene&) const = default;
};

// Lays out the screen the session stands on, bar and dialog included.
Scene make_scene(const Session& session, const content::Library& library, const Moment& moment,
                 const Panel& panel, TextEngine& text);

}  // namespace kiosk
