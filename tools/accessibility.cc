#include "tools/accessibility.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "kiosk/accessibility/examine.h"
#include "tools/accessibility_trials.h"
#include "tools/standpoint.h"
#include "tools/tour.h"

namespace kiosk {
namespace {

constexpr Size upright{1080, 1920};
constexpr Size across{1920, 1080};
constexpr std::array<double, 2> bottoms{750, 800};

std::string kind_of(const std::string& screen) {
  return screen.substr(0, screen.find(':'));
}

class Walk final {
 public:
  Walk(const content::Library& library, TextEngine& text, const Moment& moment)
      : library_(library), text_(text), moment_(moment) {}

  // Every page of a screen on this glass.
  void see(const std::string& screen, const std::string& language, const Look& look) {
    for (int page = 1, pages = 1; page <= pages; ++page) {
      const auto stand = standpoint(screen, language, page);
      if (!stand)
        return;
      Session session = stand->session;
      session.theme = look.theme;
      session.text_size = look.text_size;
      session.low_reach = look.low_reach;
      Moment moment = moment_;
      moment.idle_seconds_left = stand->idle_seconds_left;
      const Scene scene = make_scene(session, library_, moment, look.panel, text_);
      pages = scene.pages;
      Examination found = examine(scene, look, session);
      report_.screens[kind_of(screen)].add(found.measured);
      for (Violation& violation : found.violations)
        report_.violations.push_back(
            {violation.rule, where(screen, language, look, page) + violation.what});
    }
  }

  AccessibilityReport take() { return std::move(report_); }
  AccessibilityReport& report() { return report_; }

 private:
  static std::string where(const std::string& screen, const std::string& language, const Look& look,
                           int page) {
    std::array<char, 96> words{};
    std::snprintf(words.data(), words.size(),
                  " %s +%d %dx%d at %.0f mm%s theme %d page %d: ", language.c_str(), look.step(),
                  look.panel.size.width, look.panel.size.height, look.panel.bottom_mm,
                  look.low_reach ? " low" : "", static_cast<int>(look.theme), page);
    return screen + words.data();
  }

  const content::Library& library_;
  TextEngine& text_;
  Moment moment_;
  AccessibilityReport report_;
};

std::vector<std::string> some(const std::vector<std::string>& screens) {
  std::map<std::string, int> seen;
  std::vector<std::string> few;
  for (const std::string& screen : screens)
    if (++seen[kind_of(screen)] <= 5)
      few.push_back(screen);
  return few;
}

// Topics are read at the size as designed and at twice of it; everything else at all four.
bool wanted(const std::string& screen, int step, const Extent& extent) {
  const bool middle = step == 1 || step == 2;
  return !middle || (extent.every_size && kind_of(screen) != "topic");
}

void geometry(Walk& walk, const std::vector<std::string>& screens, const std::string& language,
              const Extent& extent) {
  for (const Size size : {upright, across})
    for (const double bottom : bottoms)
      for (int step = 0; step < 4; ++step)
        for (const bool low : {false, true})
          for (const std::string& screen : screens)
            if (wanted(screen, step, extent))
              walk.see(screen, language,
                       {.panel = {.size = size, .bottom_mm = bottom},
                        .text_size = static_cast<TextSize>(step),
                        .low_reach = low});
}

// Colours are the same in every language.
void themes(Walk& walk, const std::vector<std::string>& screens, const std::string& language) {
  for (const Theme theme : {Theme::Dark, Theme::ContrastDark, Theme::ContrastLight})
    for (const Size size : {upright, across})
      for (const std::string& screen : screens)
        walk.see(screen, language, {.panel = {.size = size}, .theme = theme});
}

}  // namespace

AccessibilityReport examine_all(const content::Library& library, TextEngine& text,
                                const Moment& moment, const Extent& extent) {
  Walk walk(library, text, moment);
  for (const content::Language& language : library.languages()) {
    const auto& only = extent.languages;
    if (!only.empty() && std::find(only.begin(), only.end(), language.tag) == only.end())
      continue;
    std::vector<std::string> screens = screens_of(library, language.tag);
    if (!extent.every_topic)
      screens = some(screens);
    geometry(walk, screens, language.tag, extent);
    if (language.tag == library.town().default_language)
      themes(walk, screens, language.tag);
  }
  for (Violation& violation : try_shell(library, text, moment))
    walk.report().violations.push_back(std::move(violation));
  return walk.take();
}

std::string table_of(const AccessibilityReport& report) {
  std::string table =
      "screen            scenes    keys   texts  target mm  from mm  to mm  cap mm  contrast\n";
  std::array<char, 160> line{};
  Measured all;
  const auto add = [&](const std::string& name, const Measured& one) {
    std::snprintf(line.data(), line.size(), "%-16s %7d %7d %7d %10.1f %8.0f %6.0f %7.2f %9.1f\n",
                  name.c_str(), one.scenes, one.keys, one.texts, one.least_target_mm,
                  one.lowest_key_mm, one.highest_key_mm, one.least_cap_mm, one.least_contrast);
    table += line.data();
  };
  for (const auto& [name, measured] : report.screens) {
    add(name, measured);
    all.add(measured);
  }
  add("all", all);
  table += "\nrule          violations\n";
  for (int i = 0; i < rule_count; ++i) {
    const auto count =
        std::count_if(report.violations.begin(), report.violations.end(),
                      [&](const Violation& one) { return static_cast<int>(one.rule) == i; });
    std::snprintf(line.data(), line.size(), "%-13s %10ld\n",
                  std::string(word_of(static_cast<Rule>(i))).c_str(), static_cast<long>(count));
    table += line.data();
  }
  return table;
}

}  // namespace kiosk
