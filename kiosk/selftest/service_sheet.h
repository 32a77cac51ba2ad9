// Lays a service screen out from top to bottom: a dark head with the title and the other language,
// what the page says, a foot of keys. Measured on the look's 22" page and scaled to the panel; no
// key is lower than 20 mm, because the finger that needs it may be on a panel that is out of true.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/selftest/service_scene.h"

namespace kiosk {

struct ServiceFrame {
  Panel panel;
  content::MessageLanguage language{};
  const Lettering* letters = nullptr;  // null: no letters today; the keys are there all the same

  std::string in(const content::Sentence& sentence) const;
  int px(double units) const;
  int key_height() const;
  bool portrait() const { return panel.portrait(); }
};

enum class ServiceVoice : std::uint8_t { Body, Soft, Strong, Large };

class ServiceSheet final {
 public:
  // `head`: with title and language key; else the whole page is the body.
  ServiceSheet(const ServiceFrame& frame, const content::Sentence& title);

  // What is left between the cursor and the foot, inside the margins.
  Rect rest() const;
  void skip(double units);
  void move_to(int y) { y_ = y; }

  // Each goes on below the one before.
  void plain(std::string_view words, ServiceVoice voice = ServiceVoice::Body);
  void text(const content::Sentence& words, ServiceVoice voice = ServiceVoice::Body);
  // A name and what is so, with a line below.
  void fact(std::string_view name, std::string_view value);
  // In rows of `columns`, as high as a key at least; `units`: higher.
  void keys(std::vector<ServiceKey> keys, int columns, double units = 0);

  // Anywhere.
  void words_at(std::string_view words, const Lettering::Style& style, int left, int top);
  void add(ServiceItem item) { scene_.items.push_back(std::move(item)); }
  void add(ServiceKey key) { scene_.keys.push_back(std::move(key)); }
  std::string wrapped(std::string_view words, const Lettering::Style& style, int width) const;
  Lettering::Style style(ServiceVoice voice) const;
  int width(std::string_view words, const Lettering::Style& style) const;

  // At the bottom, from the start on.
  void foot(std::vector<ServiceKey> keys);
  ServiceScene take() { return std::move(scene_); }
  const ServiceFrame& frame() const { return frame_; }

 private:
  ServiceFrame frame_;
  ServiceScene scene_;
  int margin_;
  int gap_;
  int y_ = 0;
  int foot_;  // its top
};

inline constexpr std::string_view language_key = "language", back_key = "menu";
// «Zurück», in every foot.
ServiceKey back_to_menu(const ServiceFrame& frame);

}  // namespace kiosk
