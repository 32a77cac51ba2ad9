#include "kiosk/selftest/service_glyph_page.h"

#include <utility>

#include "kiosk/canvas/page_canvas.h"
#include "kiosk/widgets/theme.h"

namespace kiosk {
namespace {

std::shared_ptr<const Picture> picture_of(const Surface& page) {
  auto picture = std::make_shared<Picture>();
  picture->width = page.size().width;
  picture->height = page.size().height;
  picture->pixels = page.pixels();
  for (std::uint32_t& pixel : picture->pixels)
    pixel |= 0xFF000000U;
  return picture;
}

}  // namespace

ServiceGlyphPage::ServiceGlyphPage(const std::filesystem::path& fonts) {
  auto specimens = read_specimens(fonts);
  if (specimens)
    specimens_ = std::move(*specimens);
  else
    trouble_ = specimens.failure().message;
  auto text = TextEngine::open(fonts);
  if (text)
    text_ = std::move(*text);
  else
    trouble_ = text.failure().message;
}

void ServiceGlyphPage::act(std::string_view key, Time) {
  if (key == "next" && drawn_.more)
    starts_.push_back(drawn_.next);
  if (key == "previous" && starts_.size() > 1)
    starts_.pop_back();
}

void ServiceGlyphPage::draw(const Rect& place, const ServiceFrame& frame) const {
  const int page = static_cast<int>(starts_.size());
  if (drawn_.page == page && drawn_.place == place)
    return;
  drawn_ = {.place = place, .page = page, .picture = nullptr, .tags = {}};
  const auto canvas = PageCanvas::open({place.width, place.height}, text_->fonts());
  if (!canvas)
    return;
  const Palette& c = palette(Theme::Light);
  (*canvas)->fill({0, 0, place.width, place.height}, c.paper);
  float y = 0;
  std::size_t at = starts_.back();
  for (; at < specimens_.size(); ++at) {
    ParagraphRequest request;
    request.language = specimens_[at].language;
    request.width = static_cast<float>(place.width);
    request.style.size = static_cast<float>(frame.px(38));
    request.style.weight = Weight::Bold;
    request.text = specimens_[at].name;
    const Paragraph name = text_->layout(request);
    request.style.size = static_cast<float>(frame.px(34));
    request.style.weight = Weight::Regular;
    request.text = specimens_[at].text;
    const Paragraph words = text_->layout(request);
    const float height = name.height + words.height;
    if (y + height > static_cast<float>(place.height) && at > starts_.back())
      break;
    const bool gaps = name.missing > 0 || words.missing > 0;
    (*canvas)->text(name, 0, y, gaps ? c.alarm : c.action, c.ink);
    (*canvas)->text(words, 0, y + name.height, gaps ? c.alarm : c.ink, c.ink);
    y += height + static_cast<float>(frame.px(16));
    drawn_.tags += (drawn_.tags.empty() ? "" : " ") + specimens_[at].language + (gaps ? "!" : "");
  }
  drawn_.next = at;
  drawn_.more = at < specimens_.size();
  drawn_.picture = picture_of((*canvas)->surface());
}

ServiceScene ServiceGlyphPage::scene(const ServiceFrame& frame) const {
  ServiceSheet sheet(frame, {"Schriften", "Letters"});
  if (!text_ || specimens_.empty()) {
    sheet.foot({back_to_menu(frame)});
    sheet.text({"Die Schriften auf dem Gerät lassen sich nicht öffnen; neu installieren.",
                "The fonts on the device cannot be opened; install anew."},
               ServiceVoice::Strong);
    sheet.plain(trouble_, ServiceVoice::Soft);
    return sheet.take();
  }
  const int key = frame.key_height();
  Rect place = sheet.rest();
  place.height -= key + frame.px(20 + 56);
  draw(place, frame);
  sheet.foot({back_to_menu(frame),
              {.name = "previous",
               .label = frame.in({"Davor", "Before"}),
               .rect = {},
               .pictogram = "previous",
               .works = starts_.size() > 1},
              {.name = "next",
               .label = frame.in({"Danach", "After"}),
               .rect = {},
               .pictogram = "next",
               .works = drawn_.more}});
  sheet.plain(drawn_.tags, ServiceVoice::Soft);
  sheet.add({.shape = ServiceShape::Picture,
             .rect = {place.x, sheet.rest().y, place.width, place.height},
             .color = {},
             .words = {},
             .picture = drawn_.picture});
  return sheet.take();
}

}  // namespace kiosk
