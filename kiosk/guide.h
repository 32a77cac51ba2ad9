// Speech mode: says what comes on the screen, what changes on it, and each key the focus comes to,
// with what it is and the how manieth of how many; the focus goes along with what is said, so that
// choosing chooses what was just heard (EN 301 549, 5.1.3.1 and 5.1.3.3). What is being said ends
// with every key she strikes. Knows no voice, no thread and no clock.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>

#include "kiosk/screens/screen.h"
#include "kiosk/speech/voice.h"

namespace kiosk {

class Guide final {
 public:
  // She has struck a key or touched: what is being said ends, and can be asked for again.
  void hush();
  // The focus goes on, maybe to where it is: said again.
  void moves();
  // `now` is the visitor; `scene` is on the screen, was made for `shown`, and `focused` is the key
  // of it that has the focus. What must become of the visitor follows, usually nothing.
  Action follow(const Session& now, const Session& shown, const Scene& scene,
                const std::string& focused);
  // What was said last from its beginning, and what was to come after it.
  void again();
  // All of the page.
  void whole_page();
  // What is not the newest saying is none of its business.
  Action said(const Said& said, const Session& now, const Scene& scene);
  // Nobody is guided, or nothing is on the screen.
  void silence();

  const std::optional<Saying>& saying() const { return saying_; }
  // Which of the scene's utterances is being said; −1: none.
  int marked() const { return saying_ ? at_ : -1; }
  // The key that is being said: the focus belongs there. Empty: it stays where it is.
  const std::string& focus() const { return focus_; }

 private:
  Action arrive(const Session& now, const Scene& scene);
  void say_page(const Scene& scene);
  bool say_changes(const Scene& scene);
  void say_key(const Scene& scene, const std::string& key);
  void go_on(const Session& now, const Scene& scene);
  void say(const Session& now, const Scene& scene);

  std::uint64_t number_ = 1;  // odd; the narrator's are even
  std::optional<Saying> saying_;
  std::deque<std::string> next_;  // utterances to be said, by key and text
  std::string which_;             // is being said, or was last
  std::size_t part_ = 0;          // of it; behind the parts comes the role
  int at_ = -1;                   // where it stands in the scene
  bool rests_ = true;             // nothing is said until there is something new
  std::optional<Session> page_;   // whose screen was followed last
  std::set<std::string> known_;   // what was on that screen
  bool asked_ = false;            // on it, whether she is still there
  bool leads_ = false;            // the focus goes along with what is said
  std::string focused_;           // the key that had the focus
  std::string focus_;
};

}  // namespace kiosk
