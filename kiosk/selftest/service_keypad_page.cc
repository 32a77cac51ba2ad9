#include "kiosk/selftest/service_keypad_page.h"

#include <array>
#include <cstdio>

namespace kiosk {
namespace {

constexpr std::size_t most_struck = 9;

}  // namespace

content::Sentence meaning_of(EventKind kind) {
  switch (kind) {
    case EventKind::FocusNext:
      return {"zur nächsten Taste", "to the next key"};
    case EventKind::FocusPrevious:
      return {"zur Taste davor", "to the key before"};
    case EventKind::FocusUp:
      return {"nach oben", "up"};
    case EventKind::FocusDown:
      return {"nach unten", "down"};
    case EventKind::ArrowLeft:
      return {"nach links", "to the left"};
    case EventKind::ArrowRight:
      return {"nach rechts", "to the right"};
    case EventKind::Activate:
      return {"auswählen", "choose"};
    case EventKind::Space:
      return {"Leerzeichen, sonst auswählen", "space, else choose"};
    case EventKind::Erase:
      return {"Zeichen löschen, sonst zurück", "erase, else back"};
    case EventKind::Back:
      return {"zurück", "back"};
    case EventKind::Home:
      return {"zur Übersicht", "to the overview"};
    case EventKind::Help:
      return {"Hilfe", "help"};
    case EventKind::LowReach:
      return {"alles tiefer", "all lower"};
    case EventKind::Text:
      return {"Buchstabe oder Ziffer", "a letter or digit"};
    case EventKind::Repeat:
      return {"noch einmal vorlesen", "say it again"};
    case EventKind::Faster:
      return {"schneller", "faster"};
    case EventKind::Slower:
      return {"langsamer", "slower"};
    case EventKind::Volume:
      return {"lauter", "louder"};
    case EventKind::JackIn:
      return {"Kopfhörer eingesteckt", "headphones plugged in"};
    case EventKind::JackOut:
      return {"Kopfhörer ausgesteckt", "headphones pulled out"};
    case EventKind::Speech:
      return {"Sprachausgabe an oder aus", "speech on or off"};
    case EventKind::Dark:
      return {"Bild dunkel oder hell", "picture dark or light"};
    default:
      return {};
  }
}

void ServiceKeypadPage::key_seen(const std::string& name, int code) {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), "0x%02x", static_cast<unsigned>(code) & 0xFFFFU);
  struck_.push_front({(name.empty() ? "" : name + "  ") + digits.data(), {}});
  if (struck_.size() > most_struck)
    struck_.pop_back();
}

void ServiceKeypadPage::take(const Event& event, Time) {
  content::Sentence meaning = meaning_of(event.kind);
  if (meaning.german.empty())
    return;
  backs_ = event.kind == EventKind::Back ? backs_ + 1 : 0;
  if (!struck_.empty() && struck_.front().meaning.german.empty())
    struck_.front().meaning = std::move(meaning);
  else
    struck_.push_front({"–", std::move(meaning)});
  if (struck_.size() > most_struck)
    struck_.pop_back();
  constexpr int way_out = 3;
  if (backs_ == way_out)
    go("menu");
}

ServiceScene ServiceKeypadPage::scene(const ServiceFrame& frame) const {
  ServiceSheet sheet(frame, {"Tastenfeld", "Keypad"});
  sheet.foot({back_to_menu(frame)});
  sheet.text(
      {"Jede Taste einmal drücken, Kopfhörer ein- und ausstecken. Hier steht, was ankommt; die "
       "neueste oben. Dreimal «zurück» führt zum Menü.",
       "Strike each key once, plug headphones in and out. Here stands what arrives, the newest "
       "first. Three times «back» leads to the menu."});
  sheet.skip(12);
  for (const Struck& struck : struck_) {
    if (sheet.rest().height < frame.px(72))
      break;
    sheet.fact(struck.key, struck.meaning.german.empty()
                               ? frame.in({"bedeutet nichts", "means nothing"})
                               : frame.in(struck.meaning));
  }
  if (struck_.empty())
    sheet.text({"Noch keine Taste.", "No key yet."}, ServiceVoice::Strong);
  return sheet.take();
}

}  // namespace kiosk
