#include "kiosk/service_mode.h"

#include <algorithm>
#include <utility>

#include "kiosk/selftest/service_glyph_page.h"
#include "kiosk/selftest/service_grid_page.h"
#include "kiosk/selftest/service_keypad_page.h"
#include "kiosk/selftest/service_menu_page.h"
#include "kiosk/selftest/service_pin_page.h"
#include "kiosk/session/hearing.h"

namespace kiosk {
namespace {

constexpr std::uint64_t first_saying = 1ULL << 62U;  // the shell's numbers begin at 1

bool is_finger(EventKind kind) {
  return kind == EventKind::FingerDown || kind == EventKind::FingerMoved ||
         kind == EventKind::FingerUp;
}

bool is_hand(EventKind kind) {
  return kind != EventKind::Woken && kind != EventKind::Exposed && kind != EventKind::Resized &&
         kind != EventKind::Closed;
}

}  // namespace

ServiceMode::ServiceMode(ServiceRules rules, const Panel& panel, Time now)
    : rules_(std::move(rules)),
      panel_(panel),
      corner_(panel),
      guard_(*rules_.places.files, rules_.places.state, now),
      check_(rules_.pin, rules_.wake),
      surface_({1, 1}),
      said_(first_saying) {}

const Lettering* ServiceMode::letters() const {
  return letters_ && *letters_ ? &**letters_ : nullptr;
}

ServiceFrame ServiceMode::frame() const {
  return {panel_, language_, letters()};
}

SoundHands ServiceMode::sound_hands() {
  return {.steps = loudest + 1,
          .say =
              [this](const std::string& text, content::MessageLanguage language, int step) {
                sound_end_.reset();
                saying_ =
                    Saying{.number = ++said_,
                           .voice = language == content::MessageLanguage::German ? "de" : "en",
                           .text = text,
                           .words_a_minute = words_a_minute(0),
                           .loudness = loudness_of(step)};
              },
          .ended = [this] { return std::exchange(sound_end_, std::nullopt); }};
}

// The next page starts from what this one kept.
CalibrationHands ServiceMode::calibration_hands() {
  CalibrationHands hands = rules_.calibration;
  hands.keep = [this](const std::optional<Calibration>& calibration) {
    rules_.calibration.current = calibration.value_or(rules_.calibration.setting);
    return rules_.calibration.keep(calibration);
  };
  return hands;
}

std::unique_ptr<ServicePage> ServiceMode::page_named(const std::string& name, Time now) {
  if (name == "pin")
    return std::make_unique<ServicePinPage>(guard_, check_, now);
  if (name == "selftest")
    return std::make_unique<ServiceResultPage>(rules_.places, now);
  if (name == "grid")
    return std::make_unique<ServiceGridPage>(panel_, now);
  if (name == "calibration" && rules_.calibration.use)
    return std::make_unique<ServiceCalibrationPage>(calibration_hands(), panel_, now);
  if (name == "keypad")
    return std::make_unique<ServiceKeypadPage>();
  if (name == "sound")
    return std::make_unique<ServiceSoundPage>(sound_hands());
  if (name == "display")
    return std::make_unique<ServiceDisplayPage>(rules_.display());
  if (name == "glyphs")
    return std::make_unique<ServiceGlyphPage>(rules_.fonts);
  if (name == "about")
    return std::make_unique<ServiceFactsPage>(content::Sentence{"Versionen", "Versions"},
                                              rules_.versions());
  return std::make_unique<ServiceMenuPage>(pass_);
}

void ServiceMode::open(const std::string& name, Time now) {
  if (!page_) {
    entered_ = true;
    struck_ = false;
    missed_ = 0;
    language_ = content::MessageLanguage::German;
    letters_.emplace(Lettering::open());
  }
  page_.reset();  // what it undoes comes before what the next one does
  saying_.reset();
  page_ = page_named(name, now);
  name_ = name;
  hand_ = now;
  hands_on_ = {};
  change();
}

void ServiceMode::leave() {
  page_.reset();
  name_.clear();
  pass_.clear();
  saying_.reset();
  scene_ = {};
  surface_ = Surface({1, 1});
  letters_.reset();
}

void ServiceMode::stick(const std::optional<content::ServiceSlip>& slip, Time now) {
  const bool comes = slip && !there_;
  there_ = slip.has_value();
  if (!there_ && on() && !pass_.empty())
    leave();
  if (!comes || (on() && name_ != "pin"))
    return;
  pass_ = slip->name;
  open("menu", now);
}

bool ServiceMode::take(const Event& event, bool vacant, Time now) {
  if (!on()) {
    if (!corner_.take(event, vacant && !rules_.pin.empty(), now))
      return false;
    open("pin", now);
    return true;
  }
  if (!is_hand(event.kind))
    return false;
  hand_ = now;
  page_->take(event, now);
  if (is_finger(event.kind))
    touch(event, now);
  else if (!page_->takes_keys() || event.kind == EventKind::Activate)
    key(event, now);
  if (event.kind != EventKind::FingerMoved || scene_.keys.empty())
    change();
  follow(now);
  return true;
}

void ServiceMode::touch(const Event& event, Time now) {
  const ServiceKey* key = scene().hit(event.at.x, event.at.y);
  if (event.kind == EventKind::FingerDown) {
    hands_on_ = {.pressed = key == nullptr ? std::string() : key->name, .focused = {}};
    if (key != nullptr || struck_ || pass_.empty() || name_ != "menu")
      return;
    // By a stick, and no key can be hit: the panel is out of true. The crosses do not need it.
    constexpr int lost = 3;
    if (++missed_ < lost || !rules_.calibration.use)
      return;
    struck_ = true;
    open("calibration", now);
    page_->act("begin", now);
    return;
  }
  if (event.kind != EventKind::FingerUp)
    return;
  const std::string pressed = std::exchange(hands_on_.pressed, {});
  if (key != nullptr && key->name == pressed)
    strike(pressed, now);
}

void ServiceMode::move_focus(int step) {
  std::vector<std::string> names;
  for (const ServiceKey& key : scene().keys)
    if (key.works)
      names.push_back(key.name);
  if (names.empty())
    return;
  const auto at = std::find(names.begin(), names.end(), hands_on_.focused);
  const int count = static_cast<int>(names.size());
  const int next = at == names.end()
                       ? (step > 0 ? 0 : count - 1)
                       : (static_cast<int>(at - names.begin()) + step + count) % count;
  hands_on_.focused = names[static_cast<std::size_t>(next)];
}

void ServiceMode::key(const Event& event, Time now) {
  switch (event.kind) {
    case EventKind::FocusNext:
    case EventKind::FocusDown:
    case EventKind::ArrowRight:
      return move_focus(1);
    case EventKind::FocusPrevious:
    case EventKind::FocusUp:
    case EventKind::ArrowLeft:
      return move_focus(-1);
    case EventKind::Activate:
    case EventKind::Space: {
      const ServiceKey* key = scene().key(hands_on_.focused);
      if (key != nullptr && key->works)
        return strike(key->name, now);
      if (const ServiceKey* typed = scene().key("ok"); typed != nullptr && typed->works)
        strike(typed->name, now);  // a PIN typed on a keyboard
      return;
    }
    case EventKind::Back:
      if (const ServiceKey* back = scene().key(back_key))
        strike(back->name, now);
      else if (const ServiceKey* out = scene().key("leave"))
        strike(out->name, now);
      return;
    default:
      return;
  }
}

void ServiceMode::strike(const std::string& key, Time now) {
  struck_ = true;
  if (key == language_key)
    language_ = language_ == content::MessageLanguage::German ? content::MessageLanguage::English
                                                              : content::MessageLanguage::German;
  else if (key == back_key)
    open("menu", now);
  else
    page_->act(key, now);
  change();
}

void ServiceMode::follow(Time now) {
  if (!page_ || page_->way().empty())
    return;
  const std::string way = page_->way();
  if (way == "leave")
    leave();
  else
    open(way, now);
}

void ServiceMode::key_seen(const std::string& name, int code) {
  if (!page_)
    return;
  page_->key_seen(name, code);
  change();
}

void ServiceMode::said(const Said& said) {
  if (!saying_ || said.number != saying_->number)
    return;
  sound_end_ = said.how == SaidHow::Done      ? SoundEnd::Done
               : said.how == SaidHow::Missing ? SoundEnd::Missing
                                              : SoundEnd::Failed;
  saying_.reset();
  change();
}

void ServiceMode::tick(Time now) {
  if (!page_) {
    static_cast<void>(check_.take());  // an answer that nobody waits for opens nothing
    return;
  }
  if (now - hand_ >= (name_ == "pin" ? alone_at_pin : alone))
    return leave();
  if (page_->due() <= now || check_.asked() || sound_end_)
    change();
  page_->tick(now);
  follow(now);
}

ServiceMode::Time ServiceMode::due() const {
  if (!page_)
    return Time::max();
  return std::min(page_->due(), hand_ + (name_ == "pin" ? alone_at_pin : alone));
}

const ServiceScene& ServiceMode::scene() {
  if (changed_)
    scene_ = page_->scene(frame());
  return scene_;
}

const Surface& ServiceMode::picture() {
  if (changed_) {
    scene();
    if (surface_.size() != panel_.size)
      surface_ = Surface(panel_.size);
    draw(scene_, hands_on_, surface_, letters());
    changed_ = false;
    ++number_;
  }
  return surface_;
}

std::string ServiceMode::lines() {
  return page_ ? dump(page_->scene(frame())) : std::string();
}

}  // namespace kiosk
