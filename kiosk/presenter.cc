#include "kiosk/presenter.h"

#include <utility>

#include "kiosk/widgets/hit.h"
#include "kiosk/widgets/look.h"

namespace kiosk {
namespace {

// What a key may draw beside itself: moved down when pressed, the ring of the focus around it.
constexpr double around_key_units = 16;

// Rows drawn and compared at a time: few enough that they stay in a processor's cache from the
// first fill to the comparison. A page as a whole is many times larger than any.
constexpr int strip_height = 64;

// The part of the page on which a key can look different; empty for no key.
Rect part_of(const Scene& scene, const std::string& key, const Look& look) {
  const Box* box = key.empty() ? nullptr : find_key(scene.root, key);
  if (box == nullptr)
    return {};
  const int around = look.px(around_key_units);
  return {box->rect.x - around, box->rect.y - around, box->rect.width + 2 * around,
          box->rect.height + 2 * around};
}

Rect whole(const Surface& page) {
  return {0, 0, page.size().width, page.size().height};
}

}  // namespace

Presenter::Presenter(Window& window, Panel panel, Notice notice)
    : window_(window), panel_(panel), notice_(std::move(notice)) {}

content::Result<content::Done> Presenter::use_fonts(const std::vector<FontFile>& fonts) {
  if (canvas_ && fonts == fonts_)
    return content::Done{};
  auto canvas = PageCanvas::open(panel_.size, fonts);
  if (!canvas)
    return canvas.failure();
  canvas_ = std::move(*canvas);
  fonts_ = fonts;
  fade_.reset();
  drawn_ = false;
  return content::Done{};
}

void Presenter::show(const View& view, WallTime wall, Instant now) {
  if (view.trouble != nullptr) {
    draw_trouble(*view.trouble, wall);
    return;
  }
  trouble_page_.reset();
  if (view.scene == nullptr || !canvas_)
    return;
  if (drawn_ && view.scene_number == scene_number_ && view.keys == keys_)
    move_on(now);
  else
    draw_scene(view, now);
}

std::optional<Instant> Presenter::due(Instant now) const {
  return fade_ ? std::optional(now + fade_step) : std::nullopt;
}

void Presenter::draw_scene(const View& view, Instant now) {
  const Look look{panel_, view.theme, view.text_size};
  const bool same_scene = drawn_ && view.scene_number == scene_number_;
  const bool fades = drawn_ && !same_scene && view.fades;
  std::vector<Rect> unfinished = fade_ ? fade_->parts() : std::vector<Rect>{};
  fade_.reset();
  std::optional<Surface> before;
  if (fades)
    before = canvas_->surface();
  Rect part = whole(canvas_->surface());
  if (same_scene) {
    part = {};
    for (const std::string& key :
         {view.keys.pressed, view.keys.focused, keys_.pressed, keys_.focused})
      part = unite(part, part_of(*view.scene, key, look));
  }
  Damage changed;
  for (int y = part.y / strip_height * strip_height; y < part.bottom(); y += strip_height) {
    const Rect strip = intersect(part, {part.x, y, part.width, strip_height});
    canvas_->push_clip(strip);
    canvas_->fill(strip, view.scene->ground);
    draw(view.scene->root, *canvas_, look, view.keys);
    canvas_->pop_clip();
    for (const Rect& rect : canvas_->take_damage())
      changed.add(rect);
  }
  scene_number_ = view.scene_number;
  keys_ = view.keys;
  drawn_ = true;
  std::vector<Rect> parts = changed.take();
  // Whatever was still passing over is cut short: nothing moves while somebody touches or reads.
  parts.insert(parts.end(), unfinished.begin(), unfinished.end());
  if (before)
    fade_.emplace(*std::move(before), std::move(parts), now);
  else
    present(canvas_->surface(), std::move(parts));
}

void Presenter::move_on(Instant now) {
  if (!fade_)
    return;
  present(fade_->mix(canvas_->surface(), now), fade_->parts());
  if (fade_->over(now))
    fade_.reset();
}

void Presenter::draw_trouble(const Trouble& trouble, WallTime wall) {
  Notice notice = notice_;
  notice.code = trouble.code;
  notice.hour = wall.hour;
  notice.minute = wall.minute;
  if (trouble_page_ && notice == notice_)
    return;
  notice_ = notice;
  if (!trouble_page_)
    trouble_page_ = std::make_unique<Surface>(panel_.size);
  // Without letters the panels and the mark must do: there is nothing else to fall back to.
  static_cast<void>(draw_out_of_service(notice, *trouble_page_));
  drawn_ = false;
  fade_.reset();
  if (canvas_)
    canvas_->show_again();
  present(*trouble_page_, {whole(*trouble_page_)});
}

void Presenter::exposed() {
  fade_.reset();
  if (trouble_page_)
    present(*trouble_page_, {whole(*trouble_page_)});
  else if (canvas_ && drawn_)
    present(canvas_->surface(), {whole(canvas_->surface())});
}

void Presenter::show_sign_of_life() {
  constexpr Rect corner{0, 0, 1, 1};
  if (trouble_page_)
    present(*trouble_page_, {corner});
  else if (canvas_ && drawn_ && !fade_)
    present(canvas_->surface(), {corner});
}

void Presenter::forget() {
  if (canvas_)
    canvas_->forget();
}

void Presenter::present(const Surface& page, std::vector<Rect> parts) {
  // A screen that takes nothing now asks for everything when it is back (Exposed, Resized).
  if (window_.present(page, parts))
    ++pictures_;
}

}  // namespace kiosk
