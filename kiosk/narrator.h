// Reads a page aloud: which of its utterances is being said, what comes next, when to turn the
// page. Knows no voice, no thread and no clock; it is told what is on the screen and what was said.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/screen.h"
#include "kiosk/speech/voice.h"

namespace kiosk {

class Narrator final {
 public:
  // `now` is the visitor; `scene` is on the screen and was made for `shown`. What must become of
  // the visitor follows, usually nothing.
  Action follow(const Session& now, const Session& shown, const Scene& scene);
  // Nothing is on the screen, or nobody is here.
  void silence();
  // The sentence that is being read, from its beginning, also in a pause.
  void again();
  // What is not the newest saying is none of its business.
  Action said(const Said& said, const Session& now, const Session& shown, const Scene& scene);

  // What shall be heard now; none: nothing.
  const std::optional<Saying>& saying() const { return saying_; }
  // Which of the scene's utterances stands out; −1: none.
  int marked() const { return at_; }

 private:
  bool same_page(const Session& shown) const;
  void begin(const Session& shown, const Scene& scene);
  void find_again(const Scene& scene);
  Action step(const Session& now, const Scene& scene);
  Action say(const Session& now, const Scene& scene);

  std::uint64_t number_ = 0;  // even; the guide's are odd
  std::optional<Saying> saying_;
  int at_ = -1;                      // utterance
  std::size_t part_ = 0;             // of it
  std::string text_;                 // of it, to find it in the next scene of the same page
  std::optional<Session> page_;      // whose page is being read
  std::vector<std::string> before_;  // what the page before had already said
  Hearing heard_;                    // how it was being said
  bool once_ = false;                // in a pause: this one sentence
};

}  // namespace kiosk
