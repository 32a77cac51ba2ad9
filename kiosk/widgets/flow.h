// A text as stops on a path, and how the stops are dealt out to columns and pages. A stop is never
// split unless it alone is taller than a column; then between its parts, and its heading is
// repeated. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/widgets/look.h"
#include "kiosk/widgets/scribe.h"

namespace kiosk {

// Whether a column may end after a part: what is a heading or begins a card stays with what
// follows.
enum class Hold { Nothing, Next };

// One element of a stop, measured at the origin of the text column.
struct Part {
  Box box;
  int gap = 0;      // above it, when something stands above it in its stop
  int ordinal = 0;  // a step: its number stands in a ring on the line
  Hold holds = Hold::Nothing;
};

struct Stop {
  std::string name;
  std::string drawing;  // in the node; empty: a small ring
  std::optional<Box> heading;
  std::vector<Part> parts;
  std::vector<Stop> beside;  // at most one: cost and deadline share a row
};

// Parts [first, last) of a stop, as they stand in one column.
struct Segment {
  std::size_t stop = 0;
  std::size_t first = 0;
  std::size_t last = 0;

  bool operator==(const Segment&) const = default;
};

// px of a stop's parts [first, last) under its heading.
int height_of(const Look& look, const Stop& stop, std::size_t first, std::size_t last);
int stop_gap(const Look& look);

// How high column n is, counted over all pages.
using Room = std::function<int(std::size_t column)>;
// Columns in reading order, each with what stands in it; never empty.
std::vector<std::vector<Segment>> flow(const Look& look, const std::vector<Stop>& stops,
                                       const Room& room);

// Where node and rings stand, from the stop's top; used by whoever draws the path.
int node_size(const Look& look, const Stop& stop);
int node_top(const Look& look, const Stop& stop);
int ring_top(const Look& look, const Part& part);
// What the dots of a path that goes on need below the last node or ring.
int dots_height(const Look& look);

}  // namespace kiosk
