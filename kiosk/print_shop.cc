#include "kiosk/print_shop.h"

#include <array>
#include <cstdio>
#include <random>
#include <utility>

namespace kiosk {

PrintShop::PrintShop(content::Files& files, const content::DeviceSettings& settings, Log log)
    : log_(std::move(log)),
      paper_(settings.printer_paper == content::PrinterPaper::Receipt ? SheetPaper::Receipt
                                                                      : SheetPaper::A4) {
  if (!settings.printer.empty())
    tray_.emplace(files, settings.print_folder);
}

PrintRules PrintShop::rules() const {
  if (!tray_)
    return {};
  std::random_device random;
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%08x%08x", random(), random());
  return {.printer = true, .series = digits.data()};
}

Prints PrintShop::prints() {
  if (!tray_)
    return {};
  return {
      .print = [this](const PrintJob& job, const Moment& moment, const content::Library& library,
                      TextEngine& text) { return print(job, moment, library, text); },
      .forget = [this] { tray_->clear(); }};
}

// The log says why, and nothing of what was to be printed.
bool PrintShop::print(const PrintJob& job, const Moment& moment, const content::Library& library,
                      TextEngine& text) {
  const auto sheet = make_sheet({.topic = job.topic, .language = job.language, .paper = paper_},
                                library, moment, text);
  if (!sheet) {
    log_("nothing printed: the sheet could not be made");
    return false;
  }
  const auto laid = tray_->put(job.name, *sheet);
  if (!laid)
    log_("nothing printed: " + laid.failure().message);
  return static_cast<bool>(laid);
}

}  // namespace kiosk
