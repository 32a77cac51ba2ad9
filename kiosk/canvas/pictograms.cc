#include "kiosk/canvas/pictograms.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>

namespace kiosk {
namespace {

// A page shows about thirty, the largest 116 × 116.
constexpr std::size_t most_bytes = std::size_t{2} * 1024 * 1024;

std::optional<std::size_t> find_file(std::string_view name) {
  const auto files = pictogram_files();
  const auto found = std::lower_bound(
      files.begin(), files.end(), name,
      [](const PictogramFile& file, std::string_view wanted) { return file.name < wanted; });
  if (found == files.end() || found->name != name) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - files.begin());
}

Mask turned_round(Mask mask) {
  const auto width = static_cast<std::ptrdiff_t>(mask.width);
  for (auto row = mask.coverage.begin(); row != mask.coverage.end(); row += width) {
    std::reverse(row, row + width);
  }
  return mask;
}

}  // namespace

bool has_pictogram(std::string_view name) {
  return find_file(name).has_value();
}

std::size_t Pictograms::KeyHash::operator()(const Key& key) const {
  const auto side = static_cast<std::size_t>(key.side);
  return (key.file * 4096 + side) * 2 + (key.mirror == Mirror::Yes ? 1 : 0);
}

Pictograms::Pictograms() : masks_(most_bytes) {}

const Mask& Pictograms::mask(std::string_view name, int side, Mirror mirror) {
  const auto file = find_file(name);
  if (!file) {
    return none_;
  }
  const Key key{*file, side, mirror};
  if (const Mask* known = masks_.find(key)) {
    return *known;
  }
  auto drawing = drawings_.find(*file);
  if (drawing == drawings_.end()) {
    auto parsed = parse_drawing(pictogram_files()[*file].svg);
    if (!parsed) {
      throw std::logic_error(std::string(name) + ": " + parsed.failure().message);
    }
    drawing = drawings_.emplace(*file, std::move(*parsed)).first;
  }
  Mask mask = rasterise(drawing->second, side);
  if (mirror == Mirror::Yes) {
    mask = turned_round(std::move(mask));
  }
  const std::size_t bytes = sizeof(Mask) + mask.coverage.size();
  return masks_.keep(key, std::move(mask), bytes);
}

}  // namespace kiosk
