// The look's pictograms, built into the program: one drawing a name, and its coverage at the sizes
// that pages use. Thread-confined.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string_view>

#include "kiosk/canvas/bounded_cache.h"
#include "kiosk/canvas/canvas.h"
#include "kiosk/canvas/drawing.h"

namespace kiosk {

struct PictogramFile {
  std::string_view name;  // "leave-now"
  std::string_view svg;
};

// Sorted by name; made by the build from kiosk/canvas/pictograms/*.svg.
std::span<const PictogramFile> pictogram_files();

bool has_pictogram(std::string_view name);

class Pictograms final {
 public:
  Pictograms();

  // A square of `side` px; an empty mask for a name that the look does not have. Valid until the
  // next call.
  const Mask& mask(std::string_view name, int side, Mirror mirror);
  void forget() { masks_.clear(); }
  std::size_t cached_bytes() const { return masks_.bytes(); }

 private:
  struct Key {
    std::size_t file = 0;
    int side = 0;
    Mirror mirror{};
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const;
  };

  std::map<std::size_t, Drawing> drawings_;
  BoundedCache<Key, Mask, KeyHash> masks_;
  Mask none_;
};

}  // namespace kiosk
