// What a screen is made of once it has been measured and placed: a tree of boxes in physical
// pixels, each saying what is drawn there, what a touch does and what is spoken. A value: it can be
// drawn, hit, dumped as text, checked, and handed from the worker to the UI thread.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/canvas/canvas.h"
#include "kiosk/session/session.h"

namespace kiosk {

enum class Role : std::uint8_t {
  Group,
  Heading,
  Text,
  Key,
  Picture,
  Pictogram,
  Dialog,
  Decoration,
};

// How a box looks at rest. Drawing order: shape, ring, pictogram, text, children.
struct Paint {
  std::optional<Color> fill;
  int radius = 0;
  int outline = 0;     // px of `edge` all round
  int lower_edge = 0;  // px of `edge` below: what can be pressed
  Color edge;
  bool circle = false;  // node of a path: fill/outline as a circle in the rect
  std::string pictogram;
  Mirror mirror = Mirror::No;
  Color foreground;  // of text and pictogram
  Color second;      // of glyphs with colour index 1
  std::optional<Paragraph> text;
  float text_x = 0;  // paragraph's left/top, from the screen's left/top
  float text_y = 0;
  std::string picture_type;  // content picture
  std::string picture_bytes;
  std::vector<Rect> cells;  // filled in `foreground`, from the box's own left/top; never mirrored

  bool operator==(const Paint&) const = default;
};

// Where the caret of a text field can stand, from the box's left edge; the shell takes the nearest
// to a touch, and walks along them with the arrow keys.
struct CaretStop {
  int x = 0;
  std::string place;  // session/typing.h
  bool here = false;

  bool operator==(const CaretStop&) const = default;
};

// A piece of a text's ground that differs: the lines of the sentence being read.
struct Ground {
  Rect rect;  // px on the screen
  Color color;

  bool operator==(const Ground&) const = default;
};

struct Box {
  Role role = Role::Group;
  std::string name;  // stable, for dumps and journeys: "tile:neu-in-herne"
  Rect rect;         // physical px on the screen
  Paint paint;
  Action action;              // Keys only
  std::string spoken;         // what is said of it; text content where empty
  std::string language{};     // of what is said; empty: the page's
  std::vector<Box> children;  // in reading order; focus follows it
  bool inverted_when_pressed = true;
  std::vector<CaretStop> stops;  // of a text field, from left to right
  std::vector<Ground> marked{};  // behind the text

  bool operator==(const Box&) const = default;
};

}  // namespace kiosk
