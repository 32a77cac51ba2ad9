#include "kiosk/widgets/theme.h"

#include <array>
#include <cmath>

namespace kiosk {
namespace {

constexpr Color rgb(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16U), static_cast<std::uint8_t>(value >> 8U),
          static_cast<std::uint8_t>(value)};
}

constexpr Palette light{
    .paper = rgb(0xF5EFE3),
    .surface = rgb(0xFFFFFF),
    .sunk = rgb(0xE9E1D0),
    .ink = rgb(0x14262C),
    .ink_soft = rgb(0x3F4F54),
    .edge = rgb(0x7D7462),
    .hairline = rgb(0xCFC5B1),
    .action = rgb(0x0B4A57),
    .on_action = rgb(0xFFFFFF),
    .action_edge = rgb(0x062B34),
    .plinth = rgb(0x12303A),
    .plinth_key = rgb(0x20454F),
    .on_plinth = rgb(0xFFFFFF),
    .plinth_edge = rgb(0x7FA3AC),
    .leave = rgb(0xF5EFE3),
    .on_leave = rgb(0x14262C),
    .alarm = rgb(0xA01220),
    .on_alarm = rgb(0xFFFFFF),
    .notice = rgb(0xFFE7A6),
    .on_notice = rgb(0x14262C),
    .focus_in = rgb(0xFFC83D),
    .focus_out = rgb(0x14262C),
    .arrive = rgb(0x0B4A57),
    .means = rgb(0x704500),
    .family = rgb(0x75224F),
    .living = rgb(0x2A5423),
    .voice = rgb(0x37408A),
    .on_family = rgb(0xFFFFFF),
};

constexpr Palette dark{
    .paper = rgb(0x10191C),
    .surface = rgb(0x1E2B2F),
    .sunk = rgb(0x0A1113),
    .ink = rgb(0xF3EDE0),
    .ink_soft = rgb(0xC3C9C6),
    .edge = rgb(0x83939A),
    .hairline = rgb(0x3A4A4F),
    .action = rgb(0x9FD6DF),
    .on_action = rgb(0x0C1A1E),
    .action_edge = rgb(0x5C9EAA),
    .plinth = rgb(0x050A0B),
    .plinth_key = rgb(0x1E2B2F),
    .on_plinth = rgb(0xF3EDE0),
    .plinth_edge = rgb(0x83939A),
    .leave = rgb(0xF3EDE0),
    .on_leave = rgb(0x10191C),
    .alarm = rgb(0xFF9C96),
    .on_alarm = rgb(0x2A0508),
    .notice = rgb(0x4A3A10),
    .on_notice = rgb(0xFFF3D0),
    .focus_in = rgb(0xFFC83D),
    .focus_out = rgb(0x0A1113),
    .arrive = rgb(0x9FD6DF),
    .means = rgb(0xEBC377),
    .family = rgb(0xEDB0D0),
    .living = rgb(0xA9D69B),
    .voice = rgb(0xBFC6F5),
    .on_family = rgb(0x0C1A1E),
};

constexpr Palette contrast_dark{
    .paper = rgb(0x000000),
    .surface = rgb(0x000000),
    .sunk = rgb(0x000000),
    .ink = rgb(0xFFFFFF),
    .ink_soft = rgb(0xFFFFFF),
    .edge = rgb(0xFFFFFF),
    .hairline = rgb(0xFFFFFF),
    .action = rgb(0xFFEE58),
    .on_action = rgb(0x000000),
    .action_edge = rgb(0xFFEE58),
    .plinth = rgb(0x000000),
    .plinth_key = rgb(0x000000),
    .on_plinth = rgb(0xFFFFFF),
    .plinth_edge = rgb(0xFFFFFF),
    .leave = rgb(0x000000),
    .on_leave = rgb(0xFFFFFF),
    .alarm = rgb(0xFFFFFF),
    .on_alarm = rgb(0x000000),
    .notice = rgb(0x000000),
    .on_notice = rgb(0xFFFFFF),
    .focus_in = rgb(0xFFEE58),
    .focus_out = rgb(0x000000),
    .arrive = rgb(0xFFEE58),
    .means = rgb(0xFFEE58),
    .family = rgb(0xFFEE58),
    .living = rgb(0xFFEE58),
    .voice = rgb(0xFFEE58),
    .on_family = rgb(0x000000),
    .contrast = true,
};

constexpr Palette contrast_light{
    .paper = rgb(0xFFFFFF),
    .surface = rgb(0xFFFFFF),
    .sunk = rgb(0xFFFFFF),
    .ink = rgb(0x000000),
    .ink_soft = rgb(0x000000),
    .edge = rgb(0x000000),
    .hairline = rgb(0x000000),
    .action = rgb(0x000000),
    .on_action = rgb(0xFFFFFF),
    .action_edge = rgb(0x000000),
    .plinth = rgb(0xFFFFFF),
    .plinth_key = rgb(0xFFFFFF),
    .on_plinth = rgb(0x000000),
    .plinth_edge = rgb(0x000000),
    .leave = rgb(0xFFFFFF),
    .on_leave = rgb(0x000000),
    .alarm = rgb(0x000000),
    .on_alarm = rgb(0xFFFFFF),
    .notice = rgb(0xFFFFFF),
    .on_notice = rgb(0x000000),
    .focus_in = rgb(0xFFEE58),
    .focus_out = rgb(0x000000),
    .arrive = rgb(0x000000),
    .means = rgb(0x000000),
    .family = rgb(0x000000),
    .living = rgb(0x000000),
    .voice = rgb(0x000000),
    .on_family = rgb(0xFFFFFF),
    .contrast = true,
};

double luminance(Color color) {
  const auto linear = [](std::uint8_t part) {
    const double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

const Palette& palette(Theme theme) {
  switch (theme) {
    case Theme::Dark:
      return dark;
    case Theme::ContrastDark:
      return contrast_dark;
    case Theme::ContrastLight:
      return contrast_light;
    case Theme::Light:
      break;
  }
  return light;
}

FamilyColors family_colors(const Palette& colors, std::string_view family) {
  if (family == "arrive")
    return {colors.arrive, colors.on_family};
  if (family == "means")
    return {colors.means, colors.on_family};
  if (family == "family")
    return {colors.family, colors.on_family};
  if (family == "living")
    return {colors.living, colors.on_family};
  if (family == "voice")
    return {colors.voice, colors.on_family};
  if (family == "alarm")
    return {colors.alarm, colors.on_alarm};
  return {colors.ink, colors.paper};
}

double contrast(Color one, Color other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return a > b ? a / b : b / a;
}

}  // namespace kiosk
