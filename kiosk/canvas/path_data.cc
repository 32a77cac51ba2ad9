// The parser of SVG path data (SVG 1.1, 8.3), as far as the look's pictograms go.
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "kiosk/canvas/vector_path.h"

namespace kiosk {
namespace {

constexpr std::size_t most_segments = 1000;
constexpr double farthest = 1000;

class PathData {
 public:
  explicit PathData(std::string_view data) : rest_(data) {}

  content::Result<VectorPath> parse() {
    skip_separators();
    while (!rest_.empty()) {
      const char next = rest_.front();
      if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) {
        rest_.remove_prefix(1);
        command_ = next;
      } else if (command_ == 'm' || command_ == 'M') {
        command_ = command_ == 'm' ? 'l' : 'L';  // further pairs after a move are lines
      } else if (command_ == 'z' || command_ == 'Z') {
        return refused();
      }
      if (!segment() || path_.segments().size() > most_segments) {
        return refused();
      }
      skip_separators();
    }
    return std::move(path_);
  }

 private:
  content::Failure refused() const {
    return {content::Refusal::Malformed,
            "path data is not understood before «" + std::string(rest_.substr(0, 20)) + "»"};
  }

  void skip_separators() {
    const std::size_t used = rest_.find_first_not_of(" \t\r\n,");
    rest_.remove_prefix(used == std::string_view::npos ? rest_.size() : used);
  }

  std::optional<double> number() {
    skip_separators();
    if (rest_.starts_with('+')) {
      rest_.remove_prefix(1);
    }
    double value = 0;
    const auto [stop, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
    if (error != std::errc() || !(std::abs(value) <= farthest)) {
      return std::nullopt;
    }
    rest_.remove_prefix(static_cast<std::size_t>(stop - rest_.data()));
    return value;
  }

  // Flags may stand without a separator behind them: «a1 1 0 012 3».
  std::optional<bool> flag() {
    skip_separators();
    if (rest_.empty() || (rest_.front() != '0' && rest_.front() != '1')) {
      return std::nullopt;
    }
    const bool set = rest_.front() == '1';
    rest_.remove_prefix(1);
    return set;
  }

  bool relative() const { return command_ >= 'a'; }

  std::optional<Point> point() {
    const auto x = number();
    const auto y = x ? number() : std::nullopt;
    if (!y) {
      return std::nullopt;
    }
    return bounded(relative() ? Point{path_.current().x + *x, path_.current().y + *y}
                              : Point{*x, *y});
  }

  static std::optional<Point> bounded(Point point) {
    if (!(std::abs(point.x) <= farthest && std::abs(point.y) <= farthest)) {
      return std::nullopt;
    }
    return point;
  }

  bool segment() {
    const char absolute = static_cast<char>(relative() ? command_ - 'a' + 'A' : command_);
    if (path_.segments().empty() && absolute != 'M') {
      return false;
    }
    const std::optional<Point> handle = last_handle_;
    last_handle_.reset();
    switch (absolute) {
      case 'M':
        return moved(point());
      case 'L':
        return lined(point());
      case 'H':
      case 'V':
        return straight(absolute == 'H');
      case 'C': {
        const auto first = point();
        return first && curved(*first);
      }
      case 'S': {
        const Point here = path_.current();
        return curved(handle ? Point{2 * here.x - handle->x, 2 * here.y - handle->y} : here);
      }
      case 'A':
        return arc();
      case 'Z':
        path_.close();
        return true;
      default:
        return false;
    }
  }

  bool moved(std::optional<Point> end) {
    if (end) {
      path_.move_to(*end);
    }
    return end.has_value();
  }

  bool lined(std::optional<Point> end) {
    if (end) {
      path_.line_to(*end);
    }
    return end.has_value();
  }

  bool straight(bool across) {
    const auto value = number();
    if (!value) {
      return false;
    }
    Point end = path_.current();
    double& moving = across ? end.x : end.y;
    moving = relative() ? moving + *value : *value;
    return lined(bounded(end));
  }

  bool curved(Point first) {
    const auto second = point();
    const auto end = second ? point() : std::nullopt;
    if (!end) {
      return false;
    }
    path_.cubic_to(first, *second, *end);
    last_handle_ = second;
    return true;
  }

  bool arc() {
    const auto rx = number();
    const auto ry = rx ? number() : std::nullopt;
    const auto rotation = ry ? number() : std::nullopt;
    const auto large = rotation ? flag() : std::nullopt;
    const auto sweep = large ? flag() : std::nullopt;
    const auto end = sweep ? point() : std::nullopt;
    if (!end) {
      return false;
    }
    path_.arc_to({*rx, *ry}, *rotation, *large, *sweep, *end);
    return true;
  }

  // input
  std::string_view rest_;
  // processing
  char command_ = 'Z';
  std::optional<Point> last_handle_;  // of the curve before, for S
  // output
  VectorPath path_;
};

}  // namespace

content::Result<VectorPath> parse_path_data(std::string_view data) {
  return PathData(data).parse();
}

}  // namespace kiosk
