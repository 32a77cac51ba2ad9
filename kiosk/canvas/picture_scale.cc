// Scaling of pictures by area: each result pixel is the mean of what lies under it, so thin lines
// fade instead of breaking. Enlarging is the same sum over less than one pixel, with neighbours
// mixed linearly.
#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/canvas/png_file.h"

namespace kiosk {
namespace {

// What one result pixel takes from the source along one axis; the weights sum to 1.
struct Share {
  int first = 0;
  std::vector<float> weights;
};

std::vector<Share> shares(int from, int to) {
  std::vector<Share> result(static_cast<std::size_t>(to));
  const double step = static_cast<double>(from) / to;
  // Reach of the triangle or box around the middle of a result pixel, in source pixels.
  const double reach = std::max(step, 1.0);
  for (int i = 0; i < to; ++i) {
    Share& share = result[static_cast<std::size_t>(i)];
    const double begin = step >= 1 ? i * step : (i + 0.5) * step - 0.5;
    const double end = begin + reach;
    share.first = std::clamp(static_cast<int>(std::floor(begin)), 0, from - 1);
    const int last = std::clamp(static_cast<int>(std::ceil(end)), share.first + 1, from);
    double sum = 0;
    for (int at = share.first; at < last; ++at) {
      const double covered = std::max(std::min(end, at + 1.0) - std::max<double>(begin, at), 0.0);
      share.weights.push_back(static_cast<float>(covered));
      sum += covered;
    }
    for (float& weight : share.weights) {
      weight = sum > 0 ? static_cast<float>(weight / sum) : 1.0F;
    }
  }
  return result;
}

using Channels = std::array<float, 4>;

Channels channels(std::uint32_t pixel) {
  return {static_cast<float>(pixel >> 24), static_cast<float>(pixel >> 16 & 255),
          static_cast<float>(pixel >> 8 & 255), static_cast<float>(pixel & 255)};
}

std::uint32_t packed(const Channels& sums) {
  std::uint32_t pixel = 0;
  for (const float sum : sums) {
    pixel = pixel << 8 | static_cast<std::uint32_t>(std::clamp(sum + 0.5F, 0.0F, 255.0F));
  }
  return pixel;
}

void add(Channels& sums, const Channels& more, float weight) {
  for (std::size_t i = 0; i < sums.size(); ++i) {
    sums[i] += more[i] * weight;
  }
}

}  // namespace

Picture scaled_to(const Picture& picture, Size size) {
  Picture result{0, 0, std::max(size.width, 0), std::max(size.height, 0), {}};
  if (picture.width <= 0 || picture.height <= 0 || result.width == 0 || result.height == 0) {
    return {};
  }
  const auto across = shares(picture.width, result.width);
  const auto down = shares(picture.height, result.height);
  result.pixels.reserve(static_cast<std::size_t>(result.width) *
                        static_cast<std::size_t>(result.height));
  std::vector<Channels> column_sums(static_cast<std::size_t>(picture.width));
  for (const Share& rows : down) {
    std::fill(column_sums.begin(), column_sums.end(), Channels{});
    for (std::size_t r = 0; r < rows.weights.size(); ++r) {
      const std::size_t from = (static_cast<std::size_t>(rows.first) + r) * column_sums.size();
      for (std::size_t x = 0; x < column_sums.size(); ++x) {
        add(column_sums[x], channels(picture.pixels[from + x]), rows.weights[r]);
      }
    }
    for (const Share& columns : across) {
      Channels sums{};
      for (std::size_t c = 0; c < columns.weights.size(); ++c) {
        add(sums, column_sums[static_cast<std::size_t>(columns.first) + c], columns.weights[c]);
      }
      result.pixels.push_back(packed(sums));
    }
  }
  return result;
}

Picture scaled_to_fit(const Picture& picture, Size size) {
  if (picture.width <= 0 || picture.height <= 0 || size.width <= 0 || size.height <= 0) {
    return {};
  }
  const double factor = std::min(static_cast<double>(size.width) / picture.width,
                                 static_cast<double>(size.height) / picture.height);
  const int width =
      std::clamp(static_cast<int>(std::lround(picture.width * factor)), 1, size.width);
  const int height =
      std::clamp(static_cast<int>(std::lround(picture.height * factor)), 1, size.height);
  Picture result = scaled_to(picture, {width, height});
  result.left = (size.width - width) / 2;
  result.top = (size.height - height) / 2;
  return result;
}

}  // namespace kiosk
