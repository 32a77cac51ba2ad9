#include "kiosk/selftest/service_menu_page.h"

#include <array>

namespace kiosk {
namespace {

struct Way {
  const char* name;
  content::Sentence label;
  const char* pictogram;
};

const std::array<Way, 8>& ways() {
  static const std::array<Way, 8> all{{
      {"selftest", {"Selbsttest", "Self-test"}, "check-circle"},
      {"grid", {"Berührung\nprüfen", "Test\nthe touch"}, "topics-a-z"},
      {"calibration", {"Berührung\neinstellen", "Set\nthe touch"}, "place"},
      {"keypad", {"Tastenfeld", "Keypad"}, "low-reach"},
      {"sound", {"Ton", "Sound"}, "headset"},
      {"display", {"Bildschirm", "Display"}, "contrast"},
      {"glyphs", {"Schriften", "Letters"}, "language"},
      {"about", {"Versionen", "Versions"}, "info"},
  }};
  return all;
}

}  // namespace

ServiceScene ServiceMenuPage::scene(const ServiceFrame& frame) const {
  ServiceSheet sheet(frame, {"Technik", "Service"});
  sheet.text(
      {"Für die Technik. Was eine Besucherin hier getan hat, ist vergessen. Nach fünf Minuten "
       "ohne Berührung endet das von selbst.",
       "For technicians. What a visitor did here is forgotten. After five minutes without a "
       "touch this ends by itself."});
  if (!pass_.empty())
    sheet.text(
        content::sentence("Offen durch den Stick mit dem Pass %1; wer ihn abzieht, beendet es.",
                          "Opened by the stick with the pass %1; pulling it ends this.", {pass_}),
        ServiceVoice::Soft);
  sheet.foot({{.name = "leave",
               .label = frame.in({"Verlassen", "Leave"}),
               .rect = {},
               .look = ServiceLook::Main,
               .pictogram = "close"}});
  sheet.skip(20);
  std::vector<ServiceKey> keys;
  for (const Way& way : ways())
    keys.push_back({.name = way.name,
                    .label = frame.in(way.label),
                    .rect = {},
                    .pictogram = way.pictogram,
                    .at_start = true});
  sheet.keys(std::move(keys), frame.portrait() ? 2 : 4, 170);
  return sheet.take();
}

void ServiceMenuPage::act(std::string_view key, Time) {
  go(std::string(key));
}

}  // namespace kiosk
