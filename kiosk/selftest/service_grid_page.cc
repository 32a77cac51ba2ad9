#include "kiosk/selftest/service_grid_page.h"

#include <algorithm>

#include "kiosk/widgets/theme.h"

namespace kiosk {
namespace {

int parts(int pixels, const Panel& panel) {
  return std::clamp(static_cast<int>(panel.mm(pixels) / ServiceGridPage::cell_mm + 0.5), 3, 40);
}

}  // namespace

ServiceGridPage::ServiceGridPage(const Panel& panel, Time now)
    : panel_(panel),
      columns_(parts(panel.size.width, panel)),
      rows_(parts(panel.size.height, panel)) {
  begin(now);
}

void ServiceGridPage::begin(Time now) {
  touched_.assign(static_cast<std::size_t>(columns_ * rows_), false);
  done_ = false;
  last_ = now;
}

Rect ServiceGridPage::rect_of(int row, int column) const {
  const int left = panel_.size.width * column / columns_;
  const int top = panel_.size.height * row / rows_;
  return {left, top, panel_.size.width * (column + 1) / columns_ - left,
          panel_.size.height * (row + 1) / rows_ - top};
}

std::vector<ServiceGridPage::Cell> ServiceGridPage::dead() const {
  std::vector<Cell> cells;
  for (int row = 0; row < rows_; ++row)
    for (int column = 0; column < columns_; ++column)
      if (!touched_[static_cast<std::size_t>(row * columns_ + column)])
        cells.push_back({row + 1, column + 1});
  return cells;
}

void ServiceGridPage::take(const Event& event, Time now) {
  if (done_)
    return;
  if (event.kind == EventKind::Back) {
    done_ = true;
    return;
  }
  if (event.kind != EventKind::FingerDown && event.kind != EventKind::FingerMoved)
    return;
  last_ = now;
  const int column = event.at.x * columns_ / std::max(1, panel_.size.width);
  const int row = event.at.y * rows_ / std::max(1, panel_.size.height);
  if (column < 0 || column >= columns_ || row < 0 || row >= rows_)
    return;
  touched_[static_cast<std::size_t>(row * columns_ + column)] = true;
  done_ = dead().empty();
}

void ServiceGridPage::tick(Time now) {
  if (!done_ && now - last_ >= rest)
    done_ = true;
}

ServiceGridPage::Time ServiceGridPage::due() const {
  return done_ ? Time::max() : last_ + rest;
}

void ServiceGridPage::act(std::string_view key, Time now) {
  if (key == "again")
    begin(now);
}

ServiceScene ServiceGridPage::scene(const ServiceFrame& frame) const {
  const Palette& c = palette(Theme::Light);
  if (!done_) {
    ServiceScene scene;
    for (int row = 0; row < rows_; ++row)
      for (int column = 0; column < columns_; ++column) {
        const Rect cell = rect_of(row, column);
        const bool touched = touched_[static_cast<std::size_t>(row * columns_ + column)];
        scene.items.push_back({.shape = ServiceShape::Fill,
                               .rect = {cell.x + 1, cell.y + 1, cell.width - 2, cell.height - 2},
                               .color = touched ? c.action : c.surface});
      }
    // On a plate of its own, so that it can be read over either colour.
    const std::string words = frame.in(
        {"Langsam über jedes Feld streichen.\nEnde nach 15 Sekunden ohne Berührung.",
         "Draw a finger slowly over every field.\nEnds after 15 seconds without a touch."});
    const Lettering::Style style{Cut::SemiBold, frame.px(34), frame.px(44), c.on_plinth};
    const int width = frame.letters == nullptr ? 0 : frame.letters->width(words, style);
    const int left = (panel_.size.width - width) / 2, top = panel_.size.height / 2;
    scene.items.push_back({.shape = ServiceShape::Fill,
                           .rect = {left - frame.px(28), top - frame.px(20), width + frame.px(56),
                                    2 * style.leading + frame.px(40)},
                           .color = c.plinth,
                           .radius = frame.px(12)});
    scene.items.push_back({.shape = ServiceShape::Text,
                           .rect = {left, top, 0, 0},
                           .color = style.color,
                           .words = words,
                           .style = style});
    return scene;
  }
  ServiceSheet sheet(frame, {"Berührung prüfen", "Test the touch"});
  sheet.foot({back_to_menu(frame),
              {.name = "again", .label = frame.in({"Noch einmal", "Once more"}), .rect = {}}});
  const auto cells = dead();
  if (cells.empty()) {
    sheet.text({"Jedes Feld hat eine Berührung gemeldet.", "Every field reported a touch."},
               ServiceVoice::Strong);
  } else {
    sheet.text(content::sentence("%1 von %2 Feldern haben nichts gemeldet.",
                                 "%1 of %2 fields reported nothing.",
                                 {std::to_string(cells.size()), std::to_string(touched_.size())}),
               ServiceVoice::Strong);
    std::string names;
    constexpr std::size_t most_named = 8;
    for (std::size_t i = 0; i < std::min(most_named, cells.size()); ++i)
      names += (names.empty() ? "" : "; ") +
               frame.in(content::sentence(
                   "Zeile %1, Spalte %2", "row %1, column %2",
                   {std::to_string(cells[i].row), std::to_string(cells[i].column)}));
    sheet.plain(names + (cells.size() > most_named ? " …" : ""));
    sheet.text(
        {"Glas reinigen, Folie abziehen, Stecker des Touchcontrollers prüfen; dann noch "
         "einmal. Bleibt es so, ist der Rahmen dort blind.",
         "Clean the glass, take foils off, check the controller's plug; then once more. If it "
         "stays, the panel is blind there."},
        ServiceVoice::Soft);
  }
  // The panel in small, as it was touched.
  const Rect place = sheet.rest();
  const int cell = std::max(2, std::min(place.width / columns_, place.height / rows_));
  for (int row = 0; row < rows_; ++row)
    for (int column = 0; column < columns_; ++column) {
      const bool touched = touched_[static_cast<std::size_t>(row * columns_ + column)];
      sheet.add({.shape = ServiceShape::Fill,
                 .rect = {place.x + column * cell, place.y + row * cell, cell - 2, cell - 2},
                 .color = touched ? c.living : c.alarm});
    }
  return sheet.take();
}

}  // namespace kiosk
