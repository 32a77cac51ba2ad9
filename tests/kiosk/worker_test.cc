#include "kiosk/worker.h"

#include <doctest/doctest.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "kiosk/shell.h"
#include "kiosk/widgets/hit.h"
#include "tests/fixtures/small_library.h"

using kiosk::ActionKind;
using kiosk::Answer;
using kiosk::Opened;
using kiosk::Request;
using kiosk::Scene;
using kiosk::Session;
using kiosk::Stock;
using kiosk::Trouble;
using kiosk::Worker;
using namespace std::chrono_literals;

namespace {

constexpr kiosk::WallTime wall{{2026, 11, 23}, 10, 24, 1h};

// A disk that a test holds up: whoever reads waits until it is let go.
class Disk final {
 public:
  void read() {
    std::unique_lock lock(mutex_);
    if (held_)
      ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return !held_; });
  }
  void hold() {
    const std::lock_guard lock(mutex_);
    held_ = true;
  }
  void let_go() {
    const std::lock_guard lock(mutex_);
    held_ = false;
    changed_.notify_all();
  }
  // Whether somebody waits for it within this time.
  bool reached_within(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, time, [this] { return waiting_ > 0; });
  }
  // Until somebody waits for it.
  void reached() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_ > 0; });
    waiting_ = 0;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool held_ = false;
  int waiting_ = 0;
};

// A worker over a small library, and a place to wait for what it says.
class Desk final {
 public:
  Desk() : Desk([this] { return open(); }) {}
  explicit Desk(std::function<Opened()> open)
      : worker(panel, std::move(open), [this] { woken(); }) {}

  Answer answer() {
    for (;;) {
      if (auto answer = worker.take())
        return std::move(*answer);
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return wakes_ > 0; });
      wakes_ = 0;
    }
  }
  // Until a page has been looked ahead for.
  std::vector<kiosk::GlyphPlace> glyphs_ahead() {
    for (int tries = 0; tries < 20'000; ++tries) {
      auto glyphs = worker.take_glyphs_ahead();
      if (!glyphs.empty())
        return glyphs;
      std::this_thread::sleep_for(1ms);
    }
    return {};
  }
  Opened open() {
    auto engine = kiosk::TextEngine::open(BINARY_DIR "/share/wegweiser/fonts");
    if (!engine)
      return Trouble{"W-20", engine.failure().message};
    text = engine->get();
    ++opened;
    return Stock{std::make_unique<SmallLibrary>([this] { disk.read(); }, more_languages),
                 std::move(*engine)};
  }

  Disk disk;
  kiosk::Panel panel;
  kiosk::TextEngine* text = nullptr;  // the worker's; only to be looked at while it rests
  int opened = 0;
  int more_languages = 0;

 private:
  void woken() {
    const std::lock_guard lock(mutex_);
    ++wakes_;
    changed_.notify_all();
  }
  std::mutex mutex_;
  std::condition_variable changed_;
  int wakes_ = 0;

 public:
  Worker worker;
};

Request request(std::uint64_t number, const std::string& language = {}) {
  Request wish{.number = number, .session = {}, .moment = {.today = {2026, 11, 23}}};
  if (!language.empty())
    wish.session = kiosk::apply(wish.session, {ActionKind::ChooseLanguage, language});
  return wish;
}

const Scene& scene_of(const Answer& answer) {
  REQUIRE(std::holds_alternative<Scene>(answer.outcome));
  return std::get<Scene>(answer.outcome);
}

}  // namespace

TEST_SUITE("worker") {
  TEST_CASE("it opens when first asked and brings fonts and time zone with the first scene") {
    Desk desk;
    desk.worker.ask(request(1));
    const Answer first = desk.answer();
    CHECK_FALSE(scene_of(first).root.children.empty());
    REQUIRE(first.news);
    CHECK(first.news->time_zone == "Europe/Berlin");
    CHECK_FALSE(first.news->fonts.empty());
    desk.worker.ask(request(2, "ar"));
    const Answer second = desk.answer();
    CHECK(second.request.number == 2);
    CHECK_FALSE(second.news);
    CHECK(desk.opened == 1);
  }

  TEST_CASE("of several requests only the latest is answered, and forgetting is never skipped") {
    Desk desk;
    desk.worker.ask(request(1));
    desk.answer();
    desk.disk.hold();
    desk.worker.ask(request(2, "ar"));
    desk.disk.reached();
    Request wipe = request(3);
    wipe.forget = true;
    desk.worker.ask(wipe);
    desk.worker.ask(request(4, "de"));
    desk.disk.let_go();
    std::uint64_t last = 0;
    Answer answer = desk.answer();
    while (answer.request.number != 4) {
      CHECK(answer.request.number == 2);
      CHECK(last == 0);
      last = answer.request.number;
      answer = desk.answer();
    }
    CHECK(answer.request.forget);
  }

  TEST_CASE("what cannot be opened is trouble, tried again with the next request") {
    bool there = false;
    Desk supplier;
    Desk desk([&]() -> Opened {
      if (!there)
        return Trouble{"W-10", "no bundle"};
      return supplier.open();
    });
    desk.worker.ask(request(1));
    CHECK(std::get<Trouble>(desk.answer().outcome) == Trouble{"W-10", "no bundle"});
    there = true;
    desk.worker.ask(request(2));
    const Answer answer = desk.answer();
    CHECK(scene_of(answer).pages == 1);
    CHECK(answer.news);
  }

  TEST_CASE("what its thread throws comes out where it is asked") {
    Desk desk([]() -> Opened { throw std::runtime_error("broken"); });
    desk.worker.ask(request(1));
    CHECK_THROWS_WITH(desk.answer(), "broken");
  }

  TEST_CASE("the screen's thread goes on while the disk takes its time") {
    Desk desk;
    kiosk::Shell shell({}, 0s, wall);
    desk.worker.ask(*shell.take_request());
    shell.answered(desk.answer(), 0s);
    const Scene attract = *shell.view().scene;
    const auto touch = [&](const char* name, kiosk::Instant now) {
      const kiosk::Box* key = kiosk::find_key(shell.view().scene->root, name);
      REQUIRE(key != nullptr);
      shell.finger_down(key->rect.x + 5, key->rect.y + 5, now);
      CHECK(shell.view().keys.pressed == name);  // at once, before anything is read
      shell.finger_up(key->rect.x + 5, key->rect.y + 5, now);
      if (auto wish = shell.take_request())
        desk.worker.ask(std::move(*wish));
    };
    desk.disk.hold();
    touch("language:ar", 1s);
    desk.disk.reached();  // the worker reads now, and will not come back for two minutes
    int seen = 0;
    for (auto now = 2s; now <= 122s; now += 1s) {
      touch("language:de", now);
      CHECK_FALSE(desk.worker.take());
      ++seen;
    }
    CHECK(seen == 121);
    for (auto now = 123s; now <= 242s; now += 1s)
      shell.tick(now, wall);
    CHECK(shell.session() == Session{});    // the end of the session came at its time …
    CHECK(*shell.view().scene == attract);  // … with the first screen, and nothing was read
    CHECK_FALSE(desk.worker.take());
    desk.disk.let_go();
  }

  TEST_CASE("after a visitor has left, text engine and scene are as at a cold start [R34]") {
    Desk cold;
    cold.worker.ask(request(1));
    const Scene first = scene_of(cold.answer());
    const std::size_t kept = cold.text->kept();
    CHECK(kept > 0);

    Desk desk;
    for (std::uint64_t number = 1; number < 6; ++number) {
      Request wish = request(number, number % 2 == 0 ? "ar" : "de");
      wish.session.text_size = kiosk::TextSize::Plus2;
      desk.worker.ask(wish);
      desk.answer();
    }
    CHECK(desk.text->kept() > kept);
    Request wipe = request(6);
    wipe.forget = true;
    desk.worker.ask(wipe);
    CHECK(scene_of(desk.answer()) == first);
    CHECK(desk.text->kept() == kept);
  }

  TEST_CASE("the next page is ready before somebody asks for it, and is the same page") {
    Request first = request(1);
    first.session = kiosk::apply(first.session, {ActionKind::OpenLanguages, {}});
    first.session.text_size = kiosk::TextSize::Plus3;
    Request second = first;
    second.number = 2;
    second.session = kiosk::apply(second.session, {ActionKind::NextPage, {}});
    Desk plain;
    plain.more_languages = 20;
    plain.worker.ask(second);
    const Answer expected = plain.answer();
    REQUIRE(scene_of(expected).pages > 2);

    Desk desk;
    desk.more_languages = 20;
    desk.worker.ask(first);
    desk.answer();
    CHECK(desk.glyphs_ahead().size() > 20);
    desk.disk.hold();
    desk.worker.ask(second);
    CHECK(scene_of(desk.answer()) == scene_of(expected));  // nothing was read
    desk.disk.let_go();
    desk.glyphs_ahead();  // of the third page

    // Only that very moment is answered from what was laid out for it.
    Request later = second;
    later.number = 3;
    later.session = kiosk::apply(second.session, {ActionKind::NextPage, {}});
    later.moment.minute = 25;
    desk.worker.ask(later);
    const Answer third = desk.answer();
    CHECK(third.request.moment.minute == 25);
    CHECK(scene_of(third) != scene_of(expected));
  }

  TEST_CASE("glyphs looked ahead for go with the visitor who might have wanted them [R34]") {
    Desk desk;
    desk.more_languages = 20;
    Request wish = request(1);
    wish.session = kiosk::apply(wish.session, {ActionKind::OpenLanguages, {}});
    wish.session.text_size = kiosk::TextSize::Plus3;
    desk.worker.ask(wish);
    desk.answer();
    std::this_thread::sleep_for(500ms);  // the glyphs are there now, and nobody has taken them
    Request wipe = request(2);
    wipe.forget = true;
    desk.worker.ask(wipe);
    CHECK(desk.worker.take_glyphs_ahead().empty());
    desk.answer();
    CHECK(desk.worker.take_glyphs_ahead().empty());
  }

  TEST_CASE("a page that was looked ahead for is not shown from another edition") {
    Desk desk;
    desk.more_languages = 20;
    Request wish = request(1);
    wish.session = kiosk::apply(wish.session, {ActionKind::OpenLanguages, {}});
    wish.session.text_size = kiosk::TextSize::Plus3;
    desk.worker.ask(wish);
    desk.answer();
    desk.glyphs_ahead();
    Desk supplier;
    supplier.more_languages = 14;
    desk.worker.adopt(std::move(std::get<Stock>(supplier.open())));
    wish.number = 2;
    wish.vacant = true;
    wish.session = kiosk::apply(wish.session, {ActionKind::NextPage, {}});
    desk.worker.ask(wish);
    const Answer renewed = desk.answer();
    CHECK(renewed.news);
    supplier.worker.ask(wish);
    CHECK(scene_of(renewed) == scene_of(supplier.answer()));
  }

  TEST_CASE("another edition takes the place of this one when nobody is here, not before") {
    Desk desk;
    desk.worker.ask(request(1));
    desk.answer();
    Desk supplier;
    desk.worker.adopt(std::move(std::get<Stock>(supplier.open())));
    desk.worker.ask(request(2, "ar"));
    CHECK_FALSE(desk.answer().news);
    Request empty = request(3);
    empty.vacant = true;
    desk.worker.ask(empty);
    CHECK(desk.answer().news);
    desk.worker.ask(empty);
    CHECK_FALSE(desk.answer().news);
  }

  TEST_CASE("it warms up while nobody is here, and only then; a touch waits for one page of it") {
    Desk desk;
    Request empty = request(1);
    empty.vacant = true;
    Request touch = request(2, "ar");
    desk.worker.ask(empty);
    desk.answer();
    desk.disk.hold();
    desk.disk.reached();  // nothing was asked for
    desk.worker.ask(touch);
    CHECK_FALSE(desk.worker.take());
    desk.disk.let_go();
    CHECK(desk.answer().request.number == 2);
    desk.disk.hold();
    CHECK_FALSE(desk.disk.reached_within(1s));  // somebody reads
    desk.disk.let_go();
    empty.number = 3;
    desk.worker.ask(empty);
    desk.answer();
    desk.disk.hold();
    desk.disk.reached();
    desk.disk.let_go();
  }
}
