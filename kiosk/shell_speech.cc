// The shell's part in reading aloud and in speech mode: who of narrator and guide is heard, and
// what becomes of the visitor by it.
#include <utility>

#include "kiosk/shell.h"
#include "kiosk/widgets/hit.h"

namespace kiosk {

void Shell::said(const Said& said, Instant now) {
  if (!shown_)
    return;
  // Who listens is here; but to be asked whether she is, is no answer.
  if (visitor_ && idle_.state(now) == IdleState::Present)
    idle_.touched(now);
  const Action due = session_.hearing.guided
                         ? guide_.said(said, session_, shown_->scene)
                         : narrator_.said(said, session_, shown_->session, shown_->scene);
  session_ = apply(std::move(session_), due);
  follow_guide();
  ask(now);
}

// Follows what is on the screen and what she wants; what comes of it may end the listening.
void Shell::listen() {
  if (!shown_) {
    narrator_.silence();
    guide_.silence();
    return;
  }
  const auto follow = [this] {
    const Action due = narrator_.follow(session_, shown_->session, shown_->scene);
    const Action guided = guide_.follow(session_, shown_->session, shown_->scene, keys_.focused);
    return due.kind == ActionKind::None ? guided : due;
  };
  const Action due = follow();
  if (due.kind != ActionKind::None) {
    session_ = apply(std::move(session_), due);
    follow();
  }
  follow_guide();
}

// The focus goes along with what is said.
void Shell::follow_guide() {
  if (find_key(shown_->scene.root, guide_.focus()) != nullptr)
    keys_.focused = guide_.focus();
}

}  // namespace kiosk
