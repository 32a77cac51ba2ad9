#include "kiosk/selftest/service_display_page.h"

#include <SDL.h>

#include <algorithm>
#include <array>

#include "kiosk/widgets/theme.h"

namespace kiosk {

std::string video_driver() {
  const char* driver = SDL_GetCurrentVideoDriver();
  return driver == nullptr ? "–" : driver;
}

FramePacing pacing_of(std::vector<std::chrono::milliseconds> gaps) {
  if (gaps.empty())
    return {};
  std::sort(gaps.begin(), gaps.end());
  return {.median = gaps[gaps.size() / 2],
          .slow = gaps[gaps.size() * 19 / 20],
          .longest = gaps.back(),
          .pictures = static_cast<int>(gaps.size())};
}

void ServiceDisplayPage::act(std::string_view key, Time now) {
  if (key == "bars") {
    step_ = Step::Bars;
  }
  if (key == "measure") {
    step_ = Step::Measuring;
    gaps_.clear();
    last_ = now;
  }
}

void ServiceDisplayPage::take(const Event& event, Time) {
  if (step_ != Step::Bars)
    return;
  if (event.kind == EventKind::FingerDown || event.kind == EventKind::Back ||
      event.kind == EventKind::Activate)
    step_ = Step::Facts;
}

void ServiceDisplayPage::tick(Time now) {
  if (step_ != Step::Measuring)
    return;
  gaps_.push_back(now - last_);
  last_ = now;
  if (gaps_.size() < most_pictures)
    return;
  gaps_.erase(gaps_.begin());  // before the first picture
  step_ = Step::Facts;
}

ServiceDisplayPage::Time ServiceDisplayPage::due() const {
  return step_ == Step::Measuring ? last_ : Time::max();
}

ServiceScene ServiceDisplayPage::bars(const ServiceFrame& frame) const {
  constexpr std::array<Color, 8> colors{{{255, 255, 255},
                                         {255, 255, 0},
                                         {0, 255, 255},
                                         {0, 255, 0},
                                         {255, 0, 255},
                                         {255, 0, 0},
                                         {0, 0, 255},
                                         {0, 0, 0}}};
  ServiceScene scene;
  const Size size = frame.panel.size;
  const int count = static_cast<int>(colors.size());
  for (int i = 0; i < count; ++i) {
    const int left = size.width * i / count;
    scene.items.push_back(
        {.shape = ServiceShape::Fill,
         .rect = {left, 0, size.width * (i + 1) / count - left, size.height * 2 / 3},
         .color = colors[static_cast<std::size_t>(i)]});
  }
  constexpr int greys = 16;
  for (int i = 0; i < greys; ++i) {
    const int left = size.width * i / greys;
    const auto grey = static_cast<std::uint8_t>(i * 255 / (greys - 1));
    scene.items.push_back({.shape = ServiceShape::Fill,
                           .rect = {left, size.height * 2 / 3, size.width * (i + 1) / greys - left,
                                    size.height - size.height * 2 / 3},
                           .color = {grey, grey, grey}});
  }
  // The outermost pixels: what is missing of this line is cut off by the screen (overscan).
  scene.items.push_back({.shape = ServiceShape::Stroke,
                         .rect = {0, 0, size.width, size.height},
                         .color = {255, 0, 0},
                         .stroke = 1});
  return scene;
}

ServiceScene ServiceDisplayPage::measuring(const ServiceFrame& frame) const {
  ServiceScene scene;
  const Size size = frame.panel.size;
  const int width = size.width / 12;
  const int left =
      static_cast<int>(gaps_.size()) * (size.width - width) / static_cast<int>(most_pictures);
  scene.items.push_back({.shape = ServiceShape::Fill,
                         .rect = {left, 0, width, size.height},
                         .color = palette(Theme::Light).ink});
  return scene;
}

ServiceScene ServiceDisplayPage::scene(const ServiceFrame& frame) const {
  if (step_ == Step::Bars)
    return bars(frame);
  if (step_ == Step::Measuring)
    return measuring(frame);
  ServiceSheet sheet(frame, {"Bildschirm", "Display"});
  sheet.foot({back_to_menu(frame),
              {.name = "bars", .label = frame.in({"Farben", "Colours"}), .rect = {}},
              {.name = "measure", .label = frame.in({"Takt messen", "Measure pace"}), .rect = {}}});
  for (const ServiceFact& fact : facts_)
    sheet.fact(frame.in(fact.name), frame.in(fact.value));
  const FramePacing pacing = pacing_of(gaps_);
  const auto ms = [](Time time) { return std::to_string(time.count()); };
  const content::Sentence pace =
      pacing.pictures == 0
          ? content::Sentence{"noch nicht gemessen", "not measured yet"}
          : content::sentence("%1 ms im Mittel, 1 von 20 über %2 ms, höchstens %3 ms (%4 Bilder)",
                              "%1 ms median, 1 of 20 over %2 ms, %3 ms at most (%4 pictures)",
                              {ms(pacing.median), ms(pacing.slow), ms(pacing.longest),
                               std::to_string(pacing.pictures)});
  sheet.fact(frame.in({"Bild auf Bild", "Picture after picture"}), frame.in(pace));
  sheet.skip(16);
  sheet.text(
      {"Farben: acht Balken, sechzehn Graustufen, eine rote Linie am äußersten Rand. Fehlt von "
       "ihr etwas, schneidet der Bildschirm ab (Overscan im Menü des Bildschirms abschalten). "
       "Eine Berührung führt zurück.",
       "Colours: eight bars, sixteen greys, a red line along the very edge. If some of it is "
       "missing the screen cuts off (turn overscan off in the screen's menu). A touch leads "
       "back."},
      ServiceVoice::Soft);
  return sheet.take();
}

}  // namespace kiosk
