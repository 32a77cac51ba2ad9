#include "kiosk/presenter.h"

#include <algorithm>
#include <utility>

#include "kiosk/widgets/look.h"
#include "kiosk/widgets/redraw.h"

namespace kiosk {
namespace {

// A glyph takes up to 50 µs, in a Chinese font; a touch may wait that long some times over.
constexpr int glyphs_at_once = 8;

Rect whole(const Surface& page) {
  return {0, 0, page.size().width, page.size().height};
}

}  // namespace

Presenter::Presenter(Window& window, Panel panel, Notice notice)
    : window_(window), panel_(panel), notice_(std::move(notice)), shown_(panel.size) {}

content::Result<content::Done> Presenter::use_fonts(const std::vector<FontFile>& fonts) {
  if (canvas_ && fonts == fonts_)
    return content::Done{};
  auto canvas = PageCanvas::open(panel_.size, fonts);
  if (!canvas)
    return canvas.failure();
  canvas_ = std::move(*canvas);
  expected_.clear();
  shown_.forget();
  fonts_ = fonts;
  fade_.reset();
  drawn_ = false;
  return content::Done{};
}

void Presenter::show_service(const Surface& picture, std::uint64_t number) {
  if (service_ == &picture && service_number_ == number)
    return;
  service_ = &picture;
  service_number_ = number;
  trouble_page_.reset();
  night_page_.reset();
  expected_.clear();
  fade_.reset();
  shown_.forget();
  drawn_ = false;
  present(picture, {whole(picture)});
}

void Presenter::show(const View& view, WallTime wall, Instant now) {
  service_ = nullptr;
  if (view.trouble != nullptr) {
    expected_.clear();
    draw_trouble(*view.trouble, wall);
    return;
  }
  trouble_page_.reset();
  if (view.asleep) {
    darken();
    return;
  }
  if (view.scene == nullptr || !canvas_)
    return;
  if (night_page_ || !drawn_ || view.scene_number != scene_number_ || view.keys != keys_)
    draw_scene(view, now);
  else if (fade_)
    move_on(now);
  else
    prepare();
}

std::optional<Instant> Presenter::due(Instant now) const {
  if (fade_)
    return now + fade_step;
  return expected_.empty() ? std::nullopt : std::optional(now);
}

void Presenter::draw_scene(const View& view, Instant now) {
  const Look look{panel_, view.theme, view.text_size};
  const bool same_scene = drawn_ && view.scene_number == scene_number_;
  const bool woken = night_page_ != nullptr;
  night_page_.reset();
  // Nor where the one before is not over yet: pages come faster than they are drawn here, and none
  // would ever be seen.
  const bool fades = drawn_ && !same_scene && view.fades && !woken && !fade_;
  std::vector<Rect> unfinished = fade_ ? fade_->parts() : std::vector<Rect>{};
  fade_.reset();
  std::optional<Surface> before;
  if (fades)
    before = canvas_->surface();
  std::vector<Rect> parts =
      redraw(view.scene->root, view.scene->ground, look, view.keys, *canvas_, shown_);
  scene_number_ = view.scene_number;
  keys_ = view.keys;
  drawn_ = true;
  if (woken)
    parts = {whole(canvas_->surface())};
  // Whatever was still passing over is cut short: nothing moves while somebody touches or reads.
  parts.insert(parts.end(), unfinished.begin(), unfinished.end());
  if (before)
    fade_.emplace(*std::move(before), std::move(parts), now);
  else
    present(canvas_->surface(), std::move(parts));
}

// A screen that is asked to switch itself off refuses while somebody draws on it, so it is painted
// black; its lamp stays on.
void Presenter::darken() {
  if (night_page_)
    return;
  expected_.clear();
  fade_.reset();
  night_page_ = std::make_unique<Surface>(panel_.size, Color{0, 0, 0});
  present(*night_page_, {whole(*night_page_)});
}

void Presenter::expect(std::vector<GlyphPlace> glyphs) {
  expected_ = std::move(glyphs);
  std::reverse(expected_.begin(), expected_.end());
}

void Presenter::prepare() {
  for (int i = 0; i < glyphs_at_once && !expected_.empty(); ++i) {
    canvas_->prepare(expected_.back());
    expected_.pop_back();
  }
}

void Presenter::move_on(Instant now) {
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
  night_page_.reset();
  if (!trouble_page_)
    trouble_page_ = std::make_unique<Surface>(panel_.size);
  // Without letters the panels and the mark must do: there is nothing else to fall back to.
  static_cast<void>(draw_out_of_service(notice, *trouble_page_));
  drawn_ = false;
  fade_.reset();
  shown_.forget();
  present(*trouble_page_, {whole(*trouble_page_)});
}

void Presenter::exposed() {
  fade_.reset();
  if (service_ != nullptr)
    present(*service_, {whole(*service_)});
  else if (trouble_page_)
    present(*trouble_page_, {whole(*trouble_page_)});
  else if (night_page_)
    present(*night_page_, {whole(*night_page_)});
  else if (canvas_ && drawn_)
    present(canvas_->surface(), {whole(canvas_->surface())});
}

void Presenter::show_sign_of_life() {
  constexpr Rect corner{0, 0, 1, 1};
  if (service_ != nullptr)
    present(*service_, {corner});
  else if (trouble_page_)
    present(*trouble_page_, {corner});
  else if (night_page_)
    present(*night_page_, {corner});
  else if (canvas_ && drawn_ && !fade_)
    present(canvas_->surface(), {corner});
}

void Presenter::forget() {
  expected_.clear();
  if (canvas_)
    canvas_->forget();
}

void Presenter::present(const Surface& page, std::vector<Rect> parts) {
  // A screen that takes nothing now asks for everything when it is back (Exposed, Resized).
  if (window_.present(page, parts))
    ++pictures_;
}

}  // namespace kiosk
