#include "kiosk/service_facts.h"

#include <unistd.h>

#include <array>
#include <cstdio>

#include "content-engine/store/slots.h"
#include "kiosk/selftest/service_display_page.h"

namespace kiosk {
namespace {

using content::Sentence;

Sentence same(const std::string& text) {
  return {text, text};
}

Sentence of_slot(const std::optional<content::Slot>& slot) {
  if (!slot)
    return {"keine", "none"};
  constexpr std::size_t start = 12;
  return content::sentence(
      "%1, Nummer %2, %3…", "%1, number %2, %3…",
      {slot->edition, std::to_string(slot->sequence), slot->trial.bundle.substr(0, start)});
}

std::string plain(double number) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.0f", number);
  return text.data();
}

}  // namespace

std::vector<ServiceFact> version_facts(const content::Files& files, const Settings& settings,
                                       const std::string& program) {
  std::array<char, 256> machine{};
  ::gethostname(machine.data(), machine.size() - 1);
  std::vector<ServiceFact> facts{
      {{"Programm", "Program"}, same("wegweiser-kiosk " + program)},
      {{"Kennung", "Kiosk id"},
       same(settings.device.kiosk_id.empty() ? machine.data() : settings.device.kiosk_id)},
      {{"Terminal", "Terminal"}, same(settings.terminal)},
      {{"Stadt", "Town"}, same(settings.town)}};
  if (!settings.bundle.empty()) {
    facts.push_back({{"Inhaltspaket", "Bundle"}, same(settings.bundle.string())});
    return facts;
  }
  const auto slots = content::read_slots(files, settings.device.store);
  if (!slots) {
    facts.push_back({{"Ausgaben", "Editions"}, same(slots.failure().message)});
    return facts;
  }
  facts.push_back({{"Gültige Ausgabe", "Active edition"}, of_slot(slots->active)});
  facts.push_back({{"Wartende Ausgabe", "Candidate"}, of_slot(slots->candidate)});
  facts.push_back({{"Vorige Ausgabe", "Edition before"}, of_slot(slots->previous)});
  return facts;
}

std::vector<ServiceFact> display_facts(const Panel& panel, const Settings& settings) {
  constexpr std::array<const char*, 4> turns{"0°", "90°", "180°", "270°"};
  return {
      {{"Bild", "Picture"},
       same(std::to_string(panel.size.width) + " × " + std::to_string(panel.size.height) + " px")},
      {{"Auf dem Glas", "On the glass"},
       same(plain(panel.mm(panel.size.width)) + " × " + plain(panel.mm(panel.size.height)) +
            " mm")},
      {{"Gedreht um", "Turned by"}, same(turns.at(static_cast<std::size_t>(settings.rotation)))},
      {{"Unterkante über dem Boden", "Lower edge above the floor"},
       same(plain(panel.bottom_mm) + " mm")},
      {{"Treiber", "Driver"}, same(video_driver())}};
}

}  // namespace kiosk
