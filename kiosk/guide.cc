#include "kiosk/guide.h"

#include <algorithm>
#include <utility>

#include "kiosk/saying_words.h"

namespace kiosk {
namespace {

using Kind = Utterance::Kind;

// What a page says of itself. The bar is the same everywhere and is heard where the focus comes
// to it; the letters of a keyboard too.
bool is_page(Kind kind) {
  return kind == Kind::Heading || kind == Kind::Text || kind == Kind::Picture ||
         kind == Kind::Key || kind == Kind::Row;
}

bool is_key(Kind kind) {
  return kind == Kind::Key || kind == Kind::Row || kind == Kind::Letter || kind == Kind::Bar;
}

// Pages of one text are one place: what stands on both is said once.
bool same_place(const Session& one, const Session& other) {
  return one.place().screen == other.place().screen && one.place().id == other.place().id &&
         one.language == other.language && one.language_of_topic == other.language_of_topic &&
         one.hearing.silence == other.hearing.silence;
}

// A minute later, or in a larger type, the same utterance has another number.
std::string identity(const Utterance& utterance) {
  return utterance.key + "\n" + text_of(utterance);
}

int find(const Scene& scene, const std::string& which) {
  for (std::size_t at = 0; at < scene.speech.size(); ++at)
    if (identity(scene.speech[at]) == which)
      return static_cast<int>(at);
  return -1;
}

// The question whether she is still there counts down every second; it is said once.
bool asks(const Scene& scene) {
  return std::any_of(scene.speech.begin(), scene.speech.end(),
                     [](const Utterance& utterance) { return utterance.key == "continue"; });
}

}  // namespace

void Guide::hush() {
  saying_.reset();
  rests_ = true;
}

void Guide::moves() {
  focused_.clear();
}

void Guide::silence() {
  const std::uint64_t number = number_;
  *this = Guide();
  number_ = number;
}

void Guide::again() {
  saying_.reset();
  if (!which_.empty())
    next_.push_front(which_);
  rests_ = false;
}

void Guide::whole_page() {
  saying_.reset();
  page_.reset();
}

Action Guide::follow(const Session& now, const Session& shown, const Scene& scene,
                     const std::string& focused) {
  if (!now.hearing.guided) {
    silence();
    return {};
  }
  if (!same_place(now, shown) || scene.speech.empty()) {  // what is to be said comes with its scene
    hush();
    next_.clear();
    focus_.clear();
    return {};
  }
  const bool arrived = !page_ || !same_place(*page_, shown);
  const std::string before = std::exchange(focused_, focused);
  page_ = shown;
  if (arrived) {
    const Action due = arrive(now, scene);
    if (due.kind != ActionKind::None)
      return due;
    say_page(scene);
  } else if (!say_changes(scene) && focused != before && !focused.empty()) {
    say_key(scene, focused);
  }
  asked_ = asks(scene);
  known_.clear();
  for (const Utterance& utterance : scene.speech)
    known_.insert(identity(utterance));
  if (saying_)
    at_ = find(scene, which_);
  else if (!rests_)
    go_on(now, scene);
  return {};
}

Action Guide::said(const Said& said, const Session& now, const Scene& scene) {
  if (!saying_ || said.number != saying_->number)
    return {};
  saying_.reset();
  if (said.how != SaidHow::Done)
    return {ActionKind::ListenInVain, "broken"};
  ++part_;
  at_ = find(scene, which_);
  if (at_ >= 0)
    say(now, scene);
  if (!saying_)
    go_on(now, scene);
  return {};
}

// Whether the page may be said at all.
Action Guide::arrive(const Session& now, const Scene& scene) {
  hush();
  next_.clear();
  if (now.hearing.silence != Silence::None)
    return {};
  if (scene.sensitive && !now.hearing.aloud)
    return {ActionKind::ListenInVain, "ask"};
  if (now.place().screen != ScreenKind::Languages && !is_heard(scene))
    return {ActionKind::ListenInVain, "no-voice"};
  return {};
}

void Guide::say_page(const Scene& scene) {
  for (const Utterance& utterance : scene.speech) {
    const bool news = utterance.kind == Kind::Guide && !known_.contains(identity(utterance));
    if (news)
      next_.push_front(identity(utterance));
    else if (is_page(utterance.kind))
      next_.push_back(identity(utterance));
  }
  leads_ = true;
  rests_ = false;
}

// Letters change all together; the clock goes without a word.
bool Guide::say_changes(const Scene& scene) {
  if (asked_ && asks(scene))
    return false;
  std::deque<std::string> changed;
  for (const Utterance& utterance : scene.speech)
    if (utterance.kind != Kind::Head && utterance.kind != Kind::Letter &&
        !known_.contains(identity(utterance)))
      changed.push_back(identity(utterance));
  if (changed.empty())
    return false;
  if (rests_) {
    next_.clear();
    leads_ = false;
  }
  next_.insert(next_.end(), changed.begin(), changed.end());
  rests_ = false;
  return true;
}

void Guide::say_key(const Scene& scene, const std::string& key) {
  saying_.reset();
  next_.clear();
  leads_ = false;
  for (const Utterance& utterance : scene.speech)
    if (utterance.key == key)
      next_.push_back(identity(utterance));
  rests_ = false;
}

// The next thing that can be said; at the end of all it rests.
void Guide::go_on(const Session& now, const Scene& scene) {
  while (!saying_ && !next_.empty()) {
    which_ = std::move(next_.front());
    next_.pop_front();
    part_ = 0;
    at_ = find(scene, which_);
    if (at_ >= 0)
      say(now, scene);
  }
  rests_ = !saying_;
}

// From the part it stands at; parts in a language that nobody reads out are passed over.
void Guide::say(const Session& now, const Scene& scene) {
  const Utterance& utterance = scene.speech[static_cast<std::size_t>(at_)];
  const std::size_t count = utterance.parts.size() + (utterance.role ? 1 : 0);
  for (; part_ < count && !saying_; part_ += saying_ ? 0 : 1)
    saying_ = saying_of(part_ < utterance.parts.size() ? utterance.parts[part_] : *utterance.role,
                        now, number_ + 2);
  if (!saying_)
    return;
  number_ = saying_->number;
  focus_.clear();
  if (leads_ && is_key(utterance.kind))
    focus_ = focused_ = utterance.key;
}

}  // namespace kiosk
