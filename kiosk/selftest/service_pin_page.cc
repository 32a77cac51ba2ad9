#include "kiosk/selftest/service_pin_page.h"

#include <string.h>

#include <algorithm>
#include <utility>

#include "content-engine/store/pin_hash.h"
#include "kiosk/widgets/theme.h"

namespace kiosk {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

content::Sentence line_for(bool checking, seconds wait, bool wrong, bool begun) {
  if (checking)
    return {"Wird geprüft …", "Checking …"};
  if (wait > seconds(0))
    return content::sentence("Zu oft falsch. Noch %1 Sekunden warten.",
                             "Wrong too often. Wait for %1 seconds.",
                             {std::to_string(wait.count())});
  if (wrong && !begun)
    return {"Das war sie nicht.", "That was not it."};
  return {"Die PIN der Technik", "The technicians' PIN"};
}

}  // namespace

ServicePinPage::~ServicePinPage() {
  wipe();
}

void ServicePinPage::wipe() {
  ::explicit_bzero(typed_.data(), typed_.size());
  typed_.clear();
}

ServiceScene ServicePinPage::scene(const ServiceFrame& frame) const {
  ServiceSheet sheet(frame, {"Technik", "Service"});
  const auto wait = std::chrono::ceil<seconds>(guard_.wait(now_));
  const bool open = wait == seconds(0) && !check_.asked();
  sheet.foot({{.name = "leave", .label = frame.in({"Abbrechen", "Cancel"}), .rect = {}}});
  sheet.text(line_for(check_.asked(), wait, wrong_, !typed_.empty()), ServiceVoice::Strong);
  // One disc a digit.
  const Rect place = sheet.rest();
  const int side = frame.px(28), step = frame.px(52);
  sheet.add({.shape = ServiceShape::Fill,
             .rect = {place.x, place.y, place.width, frame.px(92)},
             .color = palette(Theme::Light).sunk,
             .radius = frame.px(12)});
  for (int i = 0; i < static_cast<int>(typed_.size()); ++i)
    sheet.add({.shape = ServiceShape::Disc,
               .rect = {place.x + frame.px(32) + i * step, place.y + frame.px(32), side, side},
               .color = palette(Theme::Light).ink});
  sheet.move_to(place.y + frame.px(92 + 28));
  std::vector<ServiceKey> keys;
  for (const char digit : std::string_view("123456789"))
    keys.push_back({.name = std::string(1, digit),
                    .label = std::string(1, digit),
                    .rect = {},
                    .works = open && typed_.size() < content::most_pin_digits});
  keys.push_back({.name = "erase",
                  .label = frame.in({"Löschen", "Erase"}),
                  .rect = {},
                  .works = open && !typed_.empty()});
  keys.push_back({.name = "0",
                  .label = "0",
                  .rect = {},
                  .works = open && typed_.size() < content::most_pin_digits});
  keys.push_back({.name = "ok",
                  .label = frame.in({"Weiter", "Go on"}),
                  .rect = {},
                  .look = ServiceLook::Main,
                  .works = open && typed_.size() >= content::least_pin_digits});
  sheet.keys(std::move(keys), 3, frame.portrait() ? 190 : 120);
  return sheet.take();
}

void ServicePinPage::type(char digit) {
  if (typed_.size() < content::most_pin_digits)
    typed_ += digit;
}

void ServicePinPage::erase() {
  if (typed_.empty())
    return;
  typed_.back() = '\0';
  typed_.pop_back();
}

void ServicePinPage::submit(Time now) {
  if (typed_.size() < content::least_pin_digits || check_.asked() || guard_.wait(now) > Time{0})
    return;
  guard_.trying(now);
  waits_ = true;
  check_.ask(typed_);
  wipe();
}

void ServicePinPage::act(std::string_view key, Time now) {
  now_ = now;
  if (key == "leave")
    return go("leave");
  if (key == "ok")
    return submit(now);
  if (check_.asked() || guard_.wait(now) > Time{0})
    return;
  if (key == "erase")
    erase();
  else if (key.size() == 1)
    type(key.front());
}

void ServicePinPage::take(const Event& event, Time now) {
  now_ = now;
  if (check_.asked() || guard_.wait(now) > Time{0})
    return;
  if (event.kind == EventKind::Erase)
    erase();
  if (event.kind == EventKind::Text)
    for (const char c : event.text)
      if (c >= '0' && c <= '9')
        type(c);
}

void ServicePinPage::tick(Time now) {
  now_ = now;
  const auto answer = check_.take();
  if (!answer || !std::exchange(waits_, false))
    return;
  wrong_ = !*answer;
  if (*answer) {
    guard_.succeeded();
    go("menu");
  }
}

ServicePinPage::Time ServicePinPage::due() const {
  const Time wait = guard_.wait(now_);
  return wait > Time{0} ? now_ + std::min(wait, Time{1000}) : Time::max();
}

}  // namespace kiosk
