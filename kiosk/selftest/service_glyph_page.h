// What every language looks like with the fonts on this device: its name and two sentences, set by
// the text engine itself. The one service screen that needs it; without it, it says what is wrong.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/selftest/service_page.h"
#include "kiosk/text/paragraph.h"
#include "kiosk/text/specimens.h"

namespace kiosk {

class ServiceGlyphPage final : public ServicePage {
 public:
  explicit ServiceGlyphPage(const std::filesystem::path& fonts);

  ServiceScene scene(const ServiceFrame& frame) const override;
  void act(std::string_view key, Time now) override;

 private:
  struct Drawn {
    Rect place;
    int page = -1;
    std::shared_ptr<const Picture> picture;
    std::string tags;  // of the languages on it
    bool more = false;
    std::size_t next = 0;
  };

  void draw(const Rect& place, const ServiceFrame& frame) const;

  std::string trouble_;
  std::unique_ptr<TextEngine> text_;
  std::vector<Specimen> specimens_;
  std::vector<std::size_t> starts_{0};  // of the pages gone through so far
  mutable Drawn drawn_;
};

}  // namespace kiosk
