// What happens between a touch and the screen: what is pressed, what must be laid out, when a
// visitor is gone. Knows no window, no thread and no clock: touches, answers and times are told to
// it, and it says what shall be seen and what it needs. So whatever the disk does, the pressed
// state and the end of a session come at their time. A touch acts on what the visitor sees, even
// when something newer is already being laid out. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/guide.h"
#include "kiosk/narrator.h"
#include "kiosk/platform/clock.h"
#include "kiosk/platform/input.h"
#include "kiosk/session/finger.h"
#include "kiosk/session/idle.h"
#include "kiosk/session/night.h"
#include "kiosk/session/strike.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/worker.h"

namespace kiosk {

struct ShellRules {
  IdleTimes idle;
  FingerRules finger;
  std::chrono::milliseconds key_again_after{200};  // the same key counts again after this
  std::chrono::milliseconds retry{10'000};         // between two tries to open bundle and fonts
  Session fresh;                                   // what every visitor begins with
  // How long what happened to a stick is told, counted from when it was said last.
  std::chrono::milliseconds delivery{180'000};
  std::string district;  // where the kiosk stands
  PrintRules print;
  std::optional<Night> night;  // the screen is black while nobody is here; none: never
};

// What shall be on the screen. Points into the shell; good until its next verb.
struct View {
  const Scene* scene = nullptr;      // null before the first one
  const Trouble* trouble = nullptr;  // instead of a scene
  KeyState keys;
  std::uint64_t scene_number = 0;  // another number, another scene
  bool fades = false;              // this scene differs from the one before by its greeting only
  Theme theme = Theme::Light;
  TextSize text_size = TextSize::Normal;
  bool asleep = false;  // black, whatever the scene
};

class Shell final {
 public:
  Shell(ShellRules rules, Instant now, WallTime wall);

  // What happened, in pixels of the scene.
  void finger_down(int x, int y, Instant now);
  void finger_moved(int x, int y);
  void finger_up(int x, int y, Instant now);
  // A key of keyboard or keypad, or letters typed.
  void key(const Event& event, Instant now);
  void answered(Answer answer, Instant now);
  // The device has said something about a delivery; only what concerns a stick is shown.
  void delivered(const content::DeliverySlip& slip, Instant now);
  // Another edition is there to be shown as soon as nobody is here.
  void renewed(Instant now);
  // The device has a warning for everybody, or none any more. It ends by itself.
  void alerted(std::optional<Alert> alert, Instant now);
  // A sheet is printed, or could not be.
  void printed(const content::PrintSlip& slip, Instant now);
  // The voice has said something, or could not.
  void said(const Said& said, Instant now);
  // Somebody else has the screen: whoever was here is gone, and all of hers is forgotten.
  void wipe(Instant now);
  // Time has passed; to be called when due() has come, harmless at any other time.
  void tick(Instant now, WallTime wall);

  // What follows. The request is handed out once.
  std::optional<Request> take_request();
  View view() const;
  // What shall be heard; none: nothing.
  const std::optional<Saying>& saying() const {
    return guide_.saying() ? guide_.saying() : narrator_.saying();
  }
  Instant due() const;

  // The visitor; equal to ShellRules::fresh when there is none.
  const Session& session() const { return session_; }
  // Nobody has touched since the last one left.
  bool vacant() const { return !visitor_; }

 private:
  // What a finger went down on; a value, because the scene may be replaced under it.
  struct Key {
    std::string name;
    Rect rect;
    Action action;
  };
  // A scene with what it was made for.
  struct Shown {
    Session session;
    Moment moment;
    Scene scene;
  };

  bool still_true(const Answer& answer) const;
  bool sleeps(Instant now) const;
  bool warns_everybody() const;
  void wake(Instant now);
  int drift() const;
  bool expire(Instant now);
  void begin(Instant now);
  void act(const Action& action, Instant now);
  bool print(const Action& action, Instant now);
  void listen();
  void follow_guide();
  IdleTimes idle_times() const;
  void count(std::vector<content::Doing> doings);
  void show(Shown shown);
  void hide();
  void ask(Instant now);
  Moment moment(Instant now);
  bool warned() const { return shown_ && shown_->moment.idle_seconds_left >= 0; }

  ShellRules rules_;
  // the visitor
  Session session_;
  Idle idle_;
  bool visitor_ = false;  // somebody has touched since the last wipe
  Instant attract_since_;
  int attract_frozen_ = 0;  // the greeting at which she touched first
  int drift_since_;         // minute of the day
  int drift_frozen_ = 0;
  bool asleep_ = false;  // at night; whoever touches first only wakes it
  Instant awake_until_;
  int warning_held_ = -1;  // a finger lies on the idle dialog: its countdown waits
  Finger finger_;
  Strikes strikes_;
  Narrator narrator_;
  Guide guide_;
  EventKind struck_{};  // the key of keyboard or keypad that was struck last
  PrintWait prints_;
  std::string typed_;  // the key of the keyboard that was touched last
  // the screen
  std::optional<Shown> shown_;
  std::optional<Shown> attract_;  // as at the first start, for the moment after a wipe
  std::optional<Trouble> trouble_;
  std::uint64_t scene_number_ = 0;
  bool fades_ = false;
  std::optional<Key> captured_;  // where the finger went down
  KeyState keys_;                // pressed: until what it leads to is here
  // time
  Instant now_;
  WallTime wall_;
  Instant wall_read_;
  Instant retry_at_{0};
  std::optional<content::DeliverySlip> delivery_;
  Instant delivery_until_{0};
  std::optional<Alert> alert_;
  // the worker
  std::optional<Request> outgoing_;
  Request asked_;  // the last one; number 0: none yet
  bool answered_ = false;
  bool forget_ = false;
  std::vector<content::Doing> doings_;  // to be counted, with the next request
  bool renewed_ = false;
};

}  // namespace kiosk
