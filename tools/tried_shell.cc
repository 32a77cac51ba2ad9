#include "tools/tried_shell.h"

#include <utility>

#include "kiosk/widgets/hit.h"

namespace kiosk {

using namespace std::chrono_literals;

TriedShell::TriedShell(const content::Library& library, TextEngine& text, const Moment& moment,
                       const Panel& panel)
    : library_(library),
      text_(text),
      panel_(panel),
      wall_{.today = moment.today, .hour = moment.hour, .minute = moment.minute},
      shell_(ShellRules{}, now_, wall_) {
  answer();
}

void TriedShell::answer() {
  while (auto request = shell_.take_request()) {
    for (content::Doing& doing : std::exchange(request->doings, {}))
      doings_.push_back(std::move(doing));
    if (request->forget)
      text_.forget();
    Scene scene = make_scene(request->session, library_, request->moment, panel_, text_);
    shell_.answered({*request, std::move(scene), {}}, now_);
  }
}

void TriedShell::wait(Instant time) {
  now_ += time;
  shell_.tick(now_, wall_);
  answer();
}

void TriedShell::down(Pixel at) {
  shell_.finger_down(at.x, at.y, now_);
}

void TriedShell::up(Pixel at) {
  shell_.finger_up(at.x, at.y, now_);
  answer();
}

void TriedShell::touch(Pixel at) {
  down(at);
  now_ += 60ms;
  up(at);
}

void TriedShell::strike(const Event& event) {
  shell_.key(event, now_);
  answer();
}

void TriedShell::spoken(SaidHow how) {
  if (!shell_.saying())
    return;
  now_ += 1s;
  shell_.said({shell_.saying()->number, how}, now_);
  answer();
}

const Box* TriedShell::key(const std::string& name) const {
  return find_key(scene().root, name);
}

Pixel TriedShell::middle(const std::string& name) const {
  const Box* box = key(name);
  return box == nullptr
             ? Pixel{0, 0}
             : Pixel{box->rect.x + box->rect.width / 2, box->rect.y + box->rect.height / 2};
}

}  // namespace kiosk
