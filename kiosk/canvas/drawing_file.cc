// The reader of pictogram files. Not an XML parser: it knows what the look's files may hold.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "kiosk/canvas/drawing.h"

namespace kiosk {
namespace {

constexpr std::size_t largest_file = 64 * 1024;
constexpr std::size_t most_shapes = 200;

using Attributes = std::map<std::string_view, std::string_view>;

struct Tag {
  std::string_view name;
  Attributes attributes;
  bool closing = false;  // </name>
  bool empty = false;    // <name/>
};

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == ':';
}

class DrawingFile {
 public:
  explicit DrawingFile(std::string_view svg) : all_(svg), rest_(svg) {}

  content::Result<Drawing> parse() {
    if (all_.size() > largest_file) {
      return content::Failure{content::Refusal::TooLarge, "a pictogram over 64 KiB"};
    }
    const auto root = tag();
    if (!root || root->name != "svg" || root->closing || root->empty || !head(*root)) {
      return refused("the svg element with a square viewBox");
    }
    for (auto next = tag(); next; next = tag()) {
      if (next->closing) {
        skip_space();
        if (next->name == "svg" && rest_.empty()) {
          return std::move(drawing_);
        }
        return refused("the end of the file");
      }
      if (!next->empty || !shape(*next) || drawing_.shapes.size() > most_shapes) {
        return refused("a path, rect or circle of the look");
      }
    }
    return refused("a tag");
  }

 private:
  content::Failure refused(const std::string& wanted) const {
    const std::size_t at = all_.size() - rest_.size();
    return {content::Refusal::Malformed,
            "pictogram: " + wanted + " was expected before byte " + std::to_string(at)};
  }

  void skip_space() {
    const std::size_t used = rest_.find_first_not_of(" \t\r\n");
    rest_.remove_prefix(used == std::string_view::npos ? rest_.size() : used);
  }

  bool take(std::string_view text) {
    const bool there = rest_.starts_with(text);
    if (there) {
      rest_.remove_prefix(text.size());
    }
    return there;
  }

  std::string_view name() {
    const auto* const stop = std::find_if_not(rest_.begin(), rest_.end(), is_name);
    const auto length = static_cast<std::size_t>(stop - rest_.begin());
    const std::string_view found = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return found;
  }

  std::optional<Tag> tag() {
    skip_space();
    if (!take("<")) {
      return std::nullopt;
    }
    Tag found;
    found.closing = take("/");
    found.name = name();
    for (skip_space(); !take(">"); skip_space()) {
      if (take("/>")) {
        found.empty = true;
        return found;
      }
      const std::string_view key = name();
      if (key.empty() || found.closing || !take("=\"")) {
        return std::nullopt;
      }
      const std::size_t length = rest_.find('"');
      if (length == std::string_view::npos ||
          !found.attributes.emplace(key, rest_.substr(0, length)).second) {
        return std::nullopt;
      }
      rest_.remove_prefix(length + 1);
    }
    return found;
  }

  static std::optional<double> number(const Attributes& attributes, std::string_view key,
                                      std::optional<double> absent) {
    const auto found = attributes.find(key);
    if (found == attributes.end()) {
      return absent;
    }
    double value = 0;
    const char* const end = found->second.data() + found->second.size();
    const auto [stop, error] = std::from_chars(found->second.data(), end, value);
    if (error != std::errc() || stop != end || !(std::abs(value) <= 1000)) {
      return std::nullopt;
    }
    return value;
  }

  // The style every shape starts from; the look's is the same in every file.
  bool head(const Tag& tag) {
    for (const auto& [key, value] : tag.attributes) {
      const bool fixed = (key == "stroke-linecap" || key == "stroke-linejoin") && value == "round";
      const bool ignored = key == "xmlns" || key == "width" || key == "height";
      if (!fixed && !ignored && key != "viewBox" && !is_style(key)) {
        return false;
      }
    }
    const auto box = tag.attributes.find("viewBox");
    if (box == tag.attributes.end() || !box->second.starts_with("0 0 ")) {
      return false;
    }
    const std::string_view sides = box->second.substr(4);
    const std::size_t space = sides.find(' ');
    if (space == std::string_view::npos || sides.substr(0, space) != sides.substr(space + 1)) {
      return false;
    }
    const auto side = number({{"side", sides.substr(0, space)}}, "side", std::nullopt);
    if (!side || *side < 16 || !style(tag.attributes, base_)) {
      return false;
    }
    drawing_.side = *side;
    return true;
  }

  struct Style {
    bool filled = true;
    bool stroked = false;
    bool even_odd = false;
    double width = 1;
  };

  static bool is_style(std::string_view key) {
    return key == "fill" || key == "stroke" || key == "stroke-width" || key == "fill-rule";
  }

  static bool paint(const Attributes& attributes, std::string_view key, bool& on) {
    const auto found = attributes.find(key);
    if (found != attributes.end()) {
      on = found->second == "currentColor";
      return on || found->second == "none";
    }
    return true;
  }

  static bool style(const Attributes& attributes, Style& result) {
    const auto width = number(attributes, "stroke-width", result.width);
    const auto rule = attributes.find("fill-rule");
    if (rule != attributes.end()) {
      result.even_odd = rule->second == "evenodd";
      if (!result.even_odd && rule->second != "nonzero") {
        return false;
      }
    }
    result.width = width.value_or(0);
    return width && *width >= 0 && *width <= 1000 && paint(attributes, "fill", result.filled) &&
           paint(attributes, "stroke", result.stroked);
  }

  static bool only(const Tag& tag, std::initializer_list<std::string_view> keys) {
    return std::all_of(tag.attributes.begin(), tag.attributes.end(), [&](const auto& attribute) {
      return is_style(attribute.first) ||
             std::find(keys.begin(), keys.end(), attribute.first) != keys.end();
    });
  }

  bool shape(const Tag& tag) {
    Style own = base_;
    if (!style(tag.attributes, own)) {
      return false;
    }
    auto path = outline(tag);
    if (!path) {
      return false;
    }
    drawing_.shapes.push_back(
        {std::move(*path), own.filled, own.even_odd, own.stroked ? own.width : 0});
    return true;
  }

  static std::optional<VectorPath> outline(const Tag& tag) {
    const Attributes& from = tag.attributes;
    if (tag.name == "path" && only(tag, {"d"}) && from.contains("d")) {
      auto path = parse_path_data(from.at("d"));
      return path ? std::optional(std::move(*path)) : std::nullopt;
    }
    if (tag.name == "rect" && only(tag, {"x", "y", "width", "height", "rx"})) {
      const auto x = number(from, "x", 0);
      const auto y = number(from, "y", 0);
      const auto width = number(from, "width", std::nullopt);
      const auto height = number(from, "height", std::nullopt);
      const auto radius = number(from, "rx", 0);
      if (x && y && width && height && radius && *width > 0 && *height > 0 && *radius >= 0) {
        return rounded_rect_path(*x, *y, *width, *height, *radius);
      }
    }
    if (tag.name == "circle" && only(tag, {"cx", "cy", "r"})) {
      const auto x = number(from, "cx", 0);
      const auto y = number(from, "cy", 0);
      const auto radius = number(from, "r", std::nullopt);
      if (x && y && radius && *radius > 0) {
        return circle_path({*x, *y}, *radius);
      }
    }
    return std::nullopt;
  }

  // input
  std::string_view all_;
  std::string_view rest_;
  // processing
  Style base_;
  // output
  Drawing drawing_;
};

}  // namespace

content::Result<Drawing> parse_drawing(std::string_view svg) {
  return DrawingFile(svg).parse();
}

}  // namespace kiosk
