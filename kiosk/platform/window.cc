#include "kiosk/platform/window.h"

#include <SDL.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "kiosk/canvas/damage.h"
#include "kiosk/platform/clock.h"
#include "kiosk/platform/handle.h"

namespace kiosk {
namespace {

using WindowHandle = Handle<SDL_Window, SDL_DestroyWindow>;
using SurfaceHandle = Handle<SDL_Surface, SDL_FreeSurface>;

// SDL is shut down after everything that was made with it.
struct Library final {
  Library() = default;
  ~Library() { SDL_Quit(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

content::Failure no_screen(const char* what) {
  return {content::Refusal::Unavailable, std::string(what) + ": " + SDL_GetError()};
}

// Where SDL cannot sleep for an event (KMSDRM), we look this often: well below the 50 ms that a
// touch may wait for its pressed state, and next to nothing for the processor.
constexpr std::chrono::milliseconds look_again{10};

// One rectangle of the page, turned, into a screen of the same kind of pixels.
void copy_turned(const Surface& page, const Rect& target, SDL_Surface& screen, Rotation rotation) {
  const Size size{screen.w, screen.h};
  for (int y = target.y; y < target.bottom(); ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(static_cast<std::uint8_t*>(screen.pixels) +
                                                 static_cast<std::ptrdiff_t>(y) * screen.pitch);
    if (rotation == Rotation::None) {
      std::copy_n(page.row(y) + target.x, target.width, row + target.x);
      continue;
    }
    for (int x = target.x; x < target.right(); ++x) {
      const Pixel from = to_page({x, y}, size, rotation);
      row[x] = page.row(from.y)[from.x];
    }
  }
}

}  // namespace

struct Window::Parts {
  explicit Parts(const WindowWish& wish) : rotation(wish.rotation), input({}, rotation) {}

  Library library;
  WindowHandle window;
  Rotation rotation;
  Input input;
  Size screen;
  SurfaceHandle staging;  // only where the screen's pixels are not like the page's
  Uint32 wake_event = 0;
  bool sleeps = false;  // SDL can wait for events of this screen without polling
  bool alone = false;
};

Window::Window(WindowWish wish, std::unique_ptr<Parts> parts)
    : wish_(std::move(wish)), parts_(std::move(parts)) {}
Window::~Window() = default;

content::Result<std::unique_ptr<Window>> Window::open(const WindowWish& wish) {
  auto parts = open_parts(wish);
  if (!parts)
    return parts.failure();
  return std::unique_ptr<Window>(new Window(wish, std::move(*parts)));
}

content::Result<content::Done> Window::open_again(std::optional<int> card) {
  const std::lock_guard lock(waking_);
  parts_.reset();  // SDL finds displays only when it starts
  wish_.card = card;
  auto parts = open_parts(wish_);
  if (!parts)
    return parts.failure();
  parts_ = std::move(*parts);
  return content::Done{};
}

content::Result<std::unique_ptr<Window::Parts>> Window::open_parts(const WindowWish& wish) {
  SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");  // one touch is one event
  SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
  SDL_SetHint(SDL_HINT_RENDER_VSYNC, "1");  // a Pi 5 shows garbage without
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
  SDL_SetHint(SDL_HINT_KMSDRM_DEVICE_INDEX,
              wish.card ? std::to_string(*wish.card).c_str() : nullptr);
  auto parts = std::make_unique<Parts>(wish);
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0)
    return no_screen("no screen");
  const std::string driver = SDL_GetCurrentVideoDriver();
  // X11 takes plain memory; asked for acceleration it would go through a texture instead, ten times
  // slower and without partial updates. Other drivers have only the texture.
  if (driver == "x11")
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  // Left to itself SDL tries desktop OpenGL first, which on KMSDRM opens, presents and stays black.
  if (driver == "KMSDRM")
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "opengles2");
  // Full screen by size as well as by name: without a window manager nobody hears the name.
  SDL_Rect whole{0, 0, 640, 480};
  SDL_GetDisplayBounds(0, &whole);
  const Size plain = wish.size ? turned(*wish.size, wish.rotation) : Size{whole.w, whole.h};
  const int place = wish.size ? SDL_WINDOWPOS_UNDEFINED : SDL_WINDOWPOS_UNDEFINED_DISPLAY(0);
  const Uint32 flags = wish.size ? 0 : Uint32{SDL_WINDOW_FULLSCREEN_DESKTOP};
  parts->window.reset(
      SDL_CreateWindow(wish.title.c_str(), place, place, plain.width, plain.height, flags));
  if (!parts->window)
    return no_screen("no window");
  SDL_ShowCursor(wish.size ? SDL_ENABLE : SDL_DISABLE);
  const SDL_Surface* surface = SDL_GetWindowSurface(parts->window.get());
  if (surface == nullptr)
    return no_screen("no pixels");
  parts->screen = {surface->w, surface->h};
  parts->input = Input(parts->screen, wish.rotation, wish.keypad);
  parts->input.set_calibration(wish.calibration);
  parts->wake_event = SDL_RegisterEvents(1);
  SDL_StartTextInput();  // a keyboard may be there for the search field
  parts->sleeps = driver == "x11" || driver == "wayland";
  parts->alone = driver == "KMSDRM";
  return parts;
}

bool Window::alone() const {
  return parts_->alone;
}

Size Window::size() const {
  return turned(parts_->screen, parts_->rotation);
}

bool Window::present(const Surface& page, const std::vector<Rect>& parts) {
  SDL_Surface* screen = SDL_GetWindowSurface(parts_->window.get());
  if (screen == nullptr || Size{screen->w, screen->h} != parts_->screen || page.size() != size())
    return false;
  const bool same_pixels = screen->format->format == SDL_PIXELFORMAT_RGB888 ||
                           screen->format->format == SDL_PIXELFORMAT_ARGB8888;
  if (!same_pixels && !parts_->staging)
    parts_->staging.reset(
        SDL_CreateRGBSurfaceWithFormat(0, screen->w, screen->h, 32, SDL_PIXELFORMAT_RGB888));
  SDL_Surface* target = same_pixels ? screen : parts_->staging.get();
  std::vector<SDL_Rect> rects;
  for (const Rect& part : parts) {
    const Rect whole{0, 0, page.size().width, page.size().height};
    const Rect on_screen = to_screen(intersect(part, whole), parts_->screen, parts_->rotation);
    if (on_screen.width <= 0 || on_screen.height <= 0)
      continue;
    copy_turned(page, on_screen, *target, parts_->rotation);
    rects.push_back({on_screen.x, on_screen.y, on_screen.width, on_screen.height});
    if (!same_pixels)
      SDL_BlitSurface(target, &rects.back(), screen, &rects.back());
  }
  return rects.empty() || SDL_UpdateWindowSurfaceRects(parts_->window.get(), rects.data(),
                                                       static_cast<int>(rects.size())) == 0;
}

std::vector<Event> Window::wait(std::chrono::milliseconds longest) {
  const auto until = steady_now() + longest;
  std::vector<Event> events;
  SDL_Event event;
  while (events.empty()) {
    const auto left = std::max(until - steady_now(), std::chrono::milliseconds(0));
    if (parts_->sleeps) {
      if (SDL_WaitEventTimeout(&event, static_cast<int>(left.count())) != 0)
        take(event, events);
    } else if (SDL_PollEvent(&event) != 0) {
      take(event, events);
    } else {
      SDL_Delay(static_cast<Uint32>(std::min(left, look_again).count()));
    }
    while (SDL_PollEvent(&event) != 0)
      take(event, events);
    if (steady_now() >= until)
      break;
  }
  return events;
}

void Window::take(const SDL_Event& event, std::vector<Event>& events) {
  if (wish_.key_seen && event.type == SDL_KEYDOWN && event.key.repeat == 0) {
    const SDL_Scancode code = event.key.keysym.scancode;
    wish_.key_seen(SDL_GetScancodeName(code), static_cast<int>(code));
  }
  if (event.type == parts_->wake_event) {
    events.push_back({.kind = EventKind::Woken});
  } else if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_EXPOSED) {
    events.push_back({.kind = EventKind::Exposed});
  } else if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
    const SDL_Surface* surface = SDL_GetWindowSurface(parts_->window.get());
    const Size size = surface == nullptr ? Size{} : Size{surface->w, surface->h};
    if (surface == nullptr || size == parts_->screen)
      return;
    parts_->screen = size;
    parts_->input = Input(size, parts_->rotation, wish_.keypad);
    parts_->input.set_calibration(wish_.calibration);
    parts_->staging.reset();
    events.push_back({.kind = EventKind::Resized});
  } else if (const auto meant = parts_->input.translate(event, steady_now())) {
    events.push_back(*meant);
  }
}

void Window::wake() {
  const std::lock_guard lock(waking_);
  if (!parts_)
    return;  // the loop looks at everything anyway when it begins again
  SDL_Event event{};
  event.type = parts_->wake_event;
  SDL_PushEvent(&event);
}

void Window::set_calibration(const Calibration& calibration) {
  wish_.calibration = calibration;
  parts_->input.set_calibration(calibration);
}

std::optional<std::string> Window::take_touch_news() {
  return parts_->input.guard().take_news();
}

}  // namespace kiosk
