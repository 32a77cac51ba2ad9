// The look's table of pairs that meet on a screen, computed for all four themes.
#include "kiosk/widgets/theme.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace kiosk;

namespace {

struct Pair {
  const char* name;
  Color Palette::*foreground;
  Color Palette::*ground;
  double need;
};
constexpr std::array<Pair, 33> pairs{{
    {"ink on paper", &Palette::ink, &Palette::paper, 7},
    {"ink on surface", &Palette::ink, &Palette::surface, 7},
    {"ink on sunk", &Palette::ink, &Palette::sunk, 7},
    {"ink-soft on paper", &Palette::ink_soft, &Palette::paper, 7},
    {"ink-soft on surface", &Palette::ink_soft, &Palette::surface, 7},
    {"action on paper", &Palette::action, &Palette::paper, 7},
    {"action on surface", &Palette::action, &Palette::surface, 7},
    {"on-action on action", &Palette::on_action, &Palette::action, 7},
    {"on-plinth on plinth-key", &Palette::on_plinth, &Palette::plinth_key, 7},
    {"on-plinth on plinth", &Palette::on_plinth, &Palette::plinth, 7},
    {"on-leave on leave", &Palette::on_leave, &Palette::leave, 7},
    {"on-alarm on alarm", &Palette::on_alarm, &Palette::alarm, 7},
    {"alarm on paper", &Palette::alarm, &Palette::paper, 7},
    {"alarm on surface", &Palette::alarm, &Palette::surface, 7},
    {"on-notice on notice", &Palette::on_notice, &Palette::notice, 7},
    {"on-family on arrive", &Palette::on_family, &Palette::arrive, 7},
    {"on-family on means", &Palette::on_family, &Palette::means, 7},
    {"on-family on family", &Palette::on_family, &Palette::family, 7},
    {"on-family on living", &Palette::on_family, &Palette::living, 7},
    {"on-family on voice", &Palette::on_family, &Palette::voice, 7},
    {"arrive on paper", &Palette::arrive, &Palette::paper, 7},
    {"means on paper", &Palette::means, &Palette::paper, 7},
    {"family on paper", &Palette::family, &Palette::paper, 7},
    {"living on paper", &Palette::living, &Palette::paper, 7},
    {"voice on paper", &Palette::voice, &Palette::paper, 7},
    {"surface on ink", &Palette::surface, &Palette::ink, 7},
    {"alarm on sunk", &Palette::alarm, &Palette::sunk, 4.5},
    {"action on sunk", &Palette::action, &Palette::sunk, 4.5},
    {"edge on paper", &Palette::edge, &Palette::paper, 3},
    {"edge on surface", &Palette::edge, &Palette::surface, 3},
    {"plinth-edge on plinth", &Palette::plinth_edge, &Palette::plinth, 3},
    {"plinth-edge on plinth-key", &Palette::plinth_edge, &Palette::plinth_key, 3},
    {"focus-in on focus-out", &Palette::focus_in, &Palette::focus_out, 3},
}};

}  // namespace

TEST_CASE("every pair of colours that meets has the contrast the look promises") {
  for (const Theme theme : {Theme::Light, Theme::Dark, Theme::ContrastDark, Theme::ContrastLight}) {
    const Palette& colors = palette(theme);
    for (const Pair& pair : pairs) {
      const double need = colors.contrast && pair.need == 7 ? 15 : pair.need;
      CAPTURE(pair.name);
      CAPTURE(static_cast<int>(theme));
      CHECK(contrast(colors.*pair.foreground, colors.*pair.ground) >= need);
    }
  }
}

TEST_CASE("contrast is that of WCAG: black on white is 21") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast({20, 38, 44}, {245, 239, 227}) == doctest::Approx(13.7).epsilon(0.01));
}

TEST_CASE("help in an emergency is red, an unknown family is ink with paper on it") {
  const Palette& colors = palette(Theme::Light);
  CHECK(family_colors(colors, "alarm") == FamilyColors{colors.alarm, colors.on_alarm});
  CHECK(family_colors(colors, "means") == FamilyColors{colors.means, colors.on_family});
  CHECK(family_colors(colors, "") == FamilyColors{colors.ink, colors.paper});
}
