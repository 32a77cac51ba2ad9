#include "kiosk/selftest/service_calibration_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/widgets/theme.h"

namespace kiosk {
namespace {

using content::Sentence;

void add_cross(ServiceScene& scene, Pixel at, int arm, int stroke, Color color) {
  scene.items.push_back({.shape = ServiceShape::Fill,
                         .rect = {at.x - arm, at.y - stroke / 2, 2 * arm, stroke},
                         .color = color});
  scene.items.push_back({.shape = ServiceShape::Fill,
                         .rect = {at.x - stroke / 2, at.y - arm, stroke, 2 * arm},
                         .color = color});
}

// In the middle of the page, over as many lines as it needs; returns the bottom.
int add_centred(ServiceScene& scene, const ServiceFrame& frame, const std::string& words, int y) {
  const Lettering::Style style{Cut::SemiBold, frame.px(38), frame.px(50),
                               palette(Theme::Light).ink};
  if (frame.letters == nullptr)
    return y;
  std::string rest = frame.letters->wrapped(words, style, frame.panel.size.width - frame.px(96));
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string line = rest.substr(0, end);
    rest.erase(0, end + 1);
    scene.items.push_back(
        {.shape = ServiceShape::Text,
         .rect = {(frame.panel.size.width - frame.letters->width(line, style)) / 2, y, 0, 0},
         .color = style.color,
         .words = line,
         .style = style});
    y += style.leading;
  }
  return y + frame.px(14);
}

}  // namespace

ServiceCalibrationPage::ServiceCalibrationPage(CalibrationHands hands, const Panel& panel, Time now)
    : hands_(std::move(hands)),
      panel_(panel),
      screen_(turned(panel.size, hands_.rotation)),
      now_(now) {}

ServiceCalibrationPage::~ServiceCalibrationPage() {
  if (step_ == Step::Crosses || step_ == Step::Trial)
    hands_.use(hands_.current);
}

Pixel ServiceCalibrationPage::on_page(Point2 share) const {
  return to_page({static_cast<int>(std::lround(share.x * (screen_.width - 1))),
                  static_cast<int>(std::lround(share.y * (screen_.height - 1)))},
                 screen_, hands_.rotation);
}

Point2 ServiceCalibrationPage::on_screen(Pixel at) const {
  const Rect there = to_screen({at.x, at.y, 1, 1}, screen_, hands_.rotation);
  return share_of({there.x, there.y}, screen_);
}

void ServiceCalibrationPage::begin(Time now) {
  step_ = Step::Crosses;
  pairs_.clear();
  since_ = now;
  hands_.use(Calibration{});
}

void ServiceCalibrationPage::end(Step step) {
  step_ = step;
  hands_.use(hands_.current);
}

void ServiceCalibrationPage::act(std::string_view key, Time now) {
  now_ = now;
  if (key == "begin")
    begin(now);
  if (key == "reset") {
    hands_.current = hands_.setting;
    const bool kept = hands_.keep(std::nullopt);
    end(kept ? Step::Reset : Step::NotKept);
  }
}

void ServiceCalibrationPage::tap(Pixel at, Time now) {
  const auto wanted = calibration_crosses();
  pairs_.push_back({wanted[pairs_.size()], on_screen(at)});
  since_ = now;
  if (pairs_.size() < wanted.size())
    return;
  const auto found = calibrate(pairs_);
  if (!found)
    return end(Step::Unfit);
  fresh_ = *found;
  step_ = Step::Trial;
  hands_.use(*fresh_);
}

void ServiceCalibrationPage::take(const Event& event, Time now) {
  now_ = now;
  if (event.kind == EventKind::Back && (step_ == Step::Crosses || step_ == Step::Trial))
    return end(Step::Undone);
  if (event.kind != EventKind::FingerDown)
    return;
  if (step_ == Step::Crosses)
    return tap(event.at, now);
  if (step_ != Step::Trial)
    return;
  const Pixel middle = target_at();
  if (std::hypot(event.at.x - middle.x, event.at.y - middle.y) > panel_.px(target_mm) / 2.0)
    return;
  hands_.current = *fresh_;
  end(hands_.keep(*fresh_) ? Step::Kept : Step::NotKept);
}

void ServiceCalibrationPage::tick(Time now) {
  now_ = now;
  if ((step_ == Step::Trial && now - since_ >= trial) ||
      (step_ == Step::Crosses && now - since_ >= rest))
    end(Step::Undone);
}

ServiceCalibrationPage::Time ServiceCalibrationPage::due() const {
  if (step_ == Step::Trial)
    return std::min(since_ + trial, now_ + Time{1000});
  return step_ == Step::Crosses ? since_ + rest : Time::max();
}

Pixel ServiceCalibrationPage::target_at() const {
  return {panel_.size.width * 2 / 3, panel_.size.height / 4};
}

ServiceScene ServiceCalibrationPage::crosses(const ServiceFrame& frame) const {
  ServiceScene scene;
  const auto all = calibration_crosses();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool now = i == pairs_.size();
    add_cross(scene, on_page(all[i]), panel_.px(now ? 9 : 5),
              std::max(2, panel_.px(now ? 0.8 : 0.4)),
              now ? palette(Theme::Light).alarm : palette(Theme::Light).hairline);
  }
  const int y = panel_.size.height * 5 / 8;
  const int below = add_centred(
      scene, frame,
      frame.in(content::sentence("Die Mitte des roten Kreuzes tippen: %1 von %2",
                                 "Tap the middle of the red cross: %1 of %2",
                                 {std::to_string(pairs_.size() + 1), std::to_string(all.size())})),
      y);
  add_centred(scene, frame,
              frame.in({"Nach einer Minute ohne Berührung bleibt alles, wie es war.",
                        "After a minute without a touch all stays as it was."}),
              below);
  return scene;
}

ServiceScene ServiceCalibrationPage::target(const ServiceFrame& frame) const {
  ServiceScene scene;
  const Pixel at = target_at();
  const int side = panel_.px(target_mm);
  const Palette& c = palette(Theme::Light);
  scene.items.push_back({.shape = ServiceShape::Disc,
                         .rect = {at.x - side / 2, at.y - side / 2, side, side},
                         .color = c.action});
  add_cross(scene, at, side / 4, std::max(2, side / 20), c.on_action);
  const auto left = std::chrono::ceil<std::chrono::seconds>(since_ + trial - now_);
  const int y = panel_.size.height / 2;
  const int below =
      add_centred(scene, frame,
                  frame.in({"Den blauen Kreis tippen, dann gilt die neue Einstellung.",
                            "Tap the blue disc, and the new setting holds."}),
                  y);
  add_centred(scene, frame,
              frame.in(content::sentence("In %1 Sekunden gilt sonst wieder die alte.",
                                         "Else the old one is back in %1 seconds.",
                                         {std::to_string(std::max<long>(0, left.count()))})),
              below);
  return scene;
}

ServiceScene ServiceCalibrationPage::scene(const ServiceFrame& frame) const {
  if (step_ == Step::Crosses)
    return crosses(frame);
  if (step_ == Step::Trial)
    return target(frame);
  ServiceSheet sheet(frame, {"Berührung einstellen", "Set the touch"});
  sheet.foot({back_to_menu(frame),
              {.name = "reset",
               .label = frame.in({"Zurücksetzen", "Reset"}),
               .rect = {},
               .look = ServiceLook::Alarm}});
  switch (step_) {
    case Step::Kept:
      sheet.text({"Die neue Einstellung gilt.", "The new setting holds."}, ServiceVoice::Strong);
      break;
    case Step::NotKept:
      sheet.text({"Sie gilt bis zum nächsten Start; sie konnte nicht gespeichert werden.",
                  "It holds until the next start; it could not be kept."},
                 ServiceVoice::Strong);
      break;
    case Step::Undone:
      sheet.text(
          {"Nicht bestätigt: Es gilt, was vorher galt.", "Not confirmed: what held before holds."},
          ServiceVoice::Strong);
      break;
    case Step::Unfit:
      sheet.text(
          {"Die fünf Punkte passen nicht zusammen; es gilt, was vorher galt. Genau auf die "
           "Kreuze tippen. Bleibt es so: Berührung prüfen.",
           "The five taps do not fit; what held before holds. Tap right on the crosses. If it "
           "stays: test the touch."},
          ServiceVoice::Strong);
      break;
    case Step::Reset:
      sheet.text({"Zurückgesetzt: Es gilt wieder die Einstellung des Geräts.",
                  "Reset: the device's own setting holds again."},
                 ServiceVoice::Strong);
      break;
    default:
      break;
  }
  sheet.text(
      {"Nötig, wenn Tasten an einer anderen Stelle antworten, als man sie berührt: fünf Kreuze "
       "tippen, dann die neue Einstellung an einem Kreis bestätigen. Unbestätigt gilt nach "
       "20 Sekunden wieder die alte.",
       "Needed when keys answer elsewhere than they are touched: tap five crosses, then "
       "confirm the new setting on a disc. Unconfirmed, the old one is back after 20 seconds."});
  sheet.fact(frame.in({"Es gilt", "What holds"}), to_text(hands_.current));
  sheet.skip(24);
  sheet.keys({{.name = "begin",
               .label = frame.in({"Beginnen", "Begin"}),
               .rect = {},
               .look = ServiceLook::Main}},
             1);
  return sheet.take();
}

}  // namespace kiosk
