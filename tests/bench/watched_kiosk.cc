#include "tests/bench/watched_kiosk.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "kiosk/settings.h"
#include "kiosk/widgets/draw.h"
#include "kiosk/widgets/hit.h"

namespace kiosk {

namespace {

using Clock = std::chrono::steady_clock;

constexpr Moment morning{.today = {2026, 11, 23}, .hour = 10, .minute = 24};
// px to both sides of a key's middle: the one that is farther from the last touch is another place,
// and no trembling hand.
constexpr int aside = 65;
constexpr useconds_t again_after = 400'000;  // where a key is too narrow for that

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

template <typename T>
T opened(content::Result<T> result) {
  if (!result)
    throw std::runtime_error(result.failure().message);
  return std::move(*result);
}

}  // namespace

DrawnPages::DrawnPages(const std::string& bundle)
    : library_(opened(content::Library::open(bundle))),
      text_(opened(TextEngine::open(BINARY_DIR "/share/wegweiser/fonts"))),
      canvas_(opened(PageCanvas::open(watched_size, text_->fonts()))) {}

Scene DrawnPages::scene(const Session& session) {
  return make_scene(session, *library_, morning, panel_of(watched_size, {}), *text_);
}

Surface DrawnPages::page(const Session& session) {
  const Scene shown = scene(session);
  canvas_->fill({0, 0, watched_size.width, watched_size.height}, shown.ground);
  draw(shown.root, *canvas_,
       {panel_of(watched_size, {}), session.theme, session.text_size, session.low_reach});
  return canvas_->surface();
}

WatchedKiosk::WatchedKiosk(XScreen& screen, const std::string& bundle) : screen_(&screen) {
  const auto start = Clock::now();
  kiosk_ = std::make_unique<Child>(std::vector<std::string>{
      BINARY_DIR "/bin/wegweiser-kiosk", "--bundle", bundle, "--now", "2026-11-23T10:24"});
  while (screen_->pixel(2, 2) == Color{0, 0, 0})  // paper, where an empty X screen is black
    usleep(200);
  first_picture_ = ms_since(start);
}

double WatchedKiosk::touch(const Turn& turn, std::chrono::milliseconds rest) {
  usleep(static_cast<useconds_t>(rest.count()) * 1000);
  const int middle = turn.key.x + turn.key.width / 2;
  const int side = turn.key.width > 3 * aside ? aside : 0;
  const int x = last_x_ < middle ? middle + side : middle - side;
  if (std::abs(x - last_x_) < aside)
    usleep(again_after);
  last_x_ = x;
  screen_->press(x, turn.key.y + turn.key.height / 2);
  usleep(60'000);
  const auto touched = Clock::now();
  screen_->release();
  if (!screen_->pixel_becomes(turn.x, turn.y, turn.color, std::chrono::seconds(10)))
    throw std::runtime_error(turn.name + ": the page touched for does not come");
  return ms_since(touched);
}

long WatchedKiosk::pss() const {
  std::ifstream in("/proc/" + std::to_string(kiosk_->id()) + "/smaps_rollup");
  for (std::string word; in >> word;)
    if (word == "Pss:" && in >> word)
      return std::atol(word.c_str());
  return 0;
}

double WatchedKiosk::cpu_ms() const {
  std::ifstream in("/proc/" + std::to_string(kiosk_->id()) + "/stat");
  std::string word;
  long ticks = 0;
  for (int i = 1; i <= 15 && in >> word; ++i)
    if (i >= 14)
      ticks += std::atol(word.c_str());
  return static_cast<double>(ticks) * 1000.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

bool has_key(DrawnPages& pages, const Session& session, const std::string& key) {
  return find_key(pages.scene(session).root, key) != nullptr;
}

WatchedKiosk::Turn turn_by(DrawnPages& pages, Session& session, const std::string& key) {
  const Scene scene = pages.scene(session);
  const Box* box = find_key(scene.root, key);
  if (box == nullptr)
    throw std::runtime_error("no key " + key);
  const Surface before = pages.page(session);
  session = apply(session, box->action);
  const Surface after = pages.page(session);
  // A key that is pressed looks different already, and its shadow moves.
  const Rect around{box->rect.x - 30, box->rect.y - 30, box->rect.width + 60,
                    box->rect.height + 60};
  for (int y = watched_size.height - 1; y >= 0; --y)
    for (int x = watched_size.width - 1; x >= 0; --x)
      if (before.at(x, y) != after.at(x, y) && !around.contains(Rect{x, y, 1, 1}))
        return {key, box->rect, x, y, after.at(x, y)};
  throw std::runtime_error(key + " leads to the same page");
}

}  // namespace kiosk
