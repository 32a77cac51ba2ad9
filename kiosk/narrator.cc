#include "kiosk/narrator.h"

#include <algorithm>
#include <utility>

#include "kiosk/saying_words.h"

namespace kiosk {
namespace {

int next_read(const Scene& scene, int from) {
  for (int at = from; at < static_cast<int>(scene.speech.size()); ++at)
    if (is_read(scene.speech[static_cast<std::size_t>(at)]))
      return at;
  return -1;
}

}  // namespace

bool Narrator::same_page(const Session& shown) const {
  return page_ && page_->place() == shown.place() && page_->language == shown.language &&
         page_->language_of_topic == shown.language_of_topic;
}

// What stands on every page of a text, its title among it, is read once.
void Narrator::begin(const Session& shown, const Scene& scene) {
  const bool further = page_ && page_->place().screen == shown.place().screen &&
                       page_->place().id == shown.place().id;
  const std::vector<std::string> before = further ? before_ : std::vector<std::string>{};
  page_ = shown;
  part_ = 0;
  at_ = next_read(scene, 0);
  const auto known = [&](int at) {
    const std::string text = text_of(scene.speech[static_cast<std::size_t>(at)]);
    return std::find(before.begin(), before.end(), text) != before.end();
  };
  while (at_ >= 0 && known(at_))
    at_ = next_read(scene, at_ + 1);
  before_.clear();
  for (const Utterance& utterance : scene.speech)
    before_.push_back(text_of(utterance));
  saying_.reset();
}

// Another minute, another size of text: the same sentence may have another number, or have gone to
// another page.
void Narrator::find_again(const Scene& scene) {
  const auto count = static_cast<int>(scene.speech.size());
  if (at_ >= 0 && at_ < count && text_of(scene.speech[static_cast<std::size_t>(at_)]) == text_)
    return;
  for (int at = 0; at < count; ++at)
    if (text_of(scene.speech[static_cast<std::size_t>(at)]) == text_) {
      at_ = at;
      return;
    }
  at_ = next_read(scene, 0);
  part_ = 0;
  saying_.reset();
}

Action Narrator::follow(const Session& now, const Session& shown, const Scene& scene) {
  const bool waits = now.place() != shown.place() || now.language != shown.language ||
                     now.language_of_topic != shown.language_of_topic || scene.speech.empty();
  if (now.hearing.state == Hearing::State::Off) {
    silence();
    return {};
  }
  if (waits) {  // what is to be read comes with its scene
    saying_.reset();
    return {};
  }
  if (!same_page(shown)) {
    begin(shown, scene);
    if (scene.sensitive && !now.hearing.aloud)
      return {ActionKind::ListenInVain, "ask"};
    if (!is_heard(scene))
      return {ActionKind::ListenInVain, "no-voice"};
  } else {
    find_again(scene);
  }
  if (now.hearing.state == Hearing::State::Paused && !once_) {
    saying_.reset();
    heard_ = now.hearing;
    if (at_ >= 0)
      text_ = text_of(scene.speech[static_cast<std::size_t>(at_)]);
    return {};
  }
  const bool otherwise = heard_.pace != now.hearing.pace || heard_.loudness != now.hearing.loudness;
  if (otherwise)
    part_ = 0;
  if (saying_ && !otherwise)
    return {};
  return say(now, scene);
}

void Narrator::silence() {
  saying_.reset();
  page_.reset();
  at_ = -1;
  part_ = 0;
  text_.clear();
  before_.clear();
  once_ = false;
}

void Narrator::again() {
  saying_.reset();
  part_ = 0;
  once_ = true;
}

Action Narrator::said(const Said& said, const Session& now, const Session& shown,
                      const Scene& scene) {
  if (!saying_ || said.number != saying_->number)
    return {};
  saying_.reset();
  if (said.how != SaidHow::Done)
    return {ActionKind::ListenInVain, "broken"};
  if (now.place() != shown.place() || at_ < 0 || at_ >= static_cast<int>(scene.speech.size()))
    return {};
  ++part_;
  if (part_ >= scene.speech[static_cast<std::size_t>(at_)].parts.size())
    return step(now, scene);
  return say(now, scene);
}

// On to the next utterance, the next page, or the end.
Action Narrator::step(const Session& now, const Scene& scene) {
  part_ = 0;
  if (std::exchange(once_, false) && now.hearing.state == Hearing::State::Paused)
    return {};
  const int next = next_read(scene, at_ + 1);
  if (next < 0) {
    const bool further = scene.reads_on && now.place().page + 1 < scene.pages;
    return {further ? ActionKind::NextPage : ActionKind::StopListening, {}};
  }
  at_ = next;
  return say(now, scene);
}

// Says the part it stands at; words in a language that nobody reads out are passed over.
Action Narrator::say(const Session& now, const Scene& scene) {
  if (at_ < 0)
    return {ActionKind::StopListening, {}};
  heard_ = now.hearing;
  const Utterance& utterance = scene.speech[static_cast<std::size_t>(at_)];
  text_ = text_of(utterance);
  while (part_ < utterance.parts.size()) {
    const SpokenPart& part = utterance.parts[part_];
    if (auto saying = saying_of(part, now, number_ + 2)) {
      number_ = saying->number;
      saying_ = std::move(saying);
      return {};
    }
    ++part_;
  }
  return step(now, scene);
}

}  // namespace kiosk
