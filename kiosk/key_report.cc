#include "kiosk/key_report.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "kiosk/platform/clock.h"

namespace kiosk {
namespace {

constexpr const char* input_devices = "/sys/class/input";

std::string hex(const char* pattern, unsigned value) {
  std::array<char, 16> digits{};
  std::snprintf(digits.data(), digits.size(), pattern, value);
  return digits.data();
}

const std::string& said(const content::Sentence& sentence, content::MessageLanguage language) {
  return language == content::MessageLanguage::German ? sentence.german : sentence.english;
}

}  // namespace

std::vector<std::string> device_lines(const std::vector<UsbDevice>& devices,
                                      const std::vector<KeypadKeys>& keypads,
                                      content::MessageLanguage language) {
  std::vector<std::string> lines;
  for (const UsbDevice& device : devices) {
    const bool named = std::any_of(keypads.begin(), keypads.end(), [&](const KeypadKeys& keypad) {
      return keypad.device && keypad.device->vendor == device.vendor &&
             keypad.device->product == device.product;
    });
    std::string line =
        "[" + hex("%04x", device.vendor) + ":" + hex("%04x", device.product) + "] " + device.name;
    if (named)
      line += said({" (hat einen Abschnitt)", " (has a part of the file)"}, language);
    if (std::find(lines.begin(), lines.end(), line) == lines.end())
      lines.push_back(std::move(line));
  }
  return lines;
}

std::string key_line(const std::string& name, int scancode, std::optional<EventKind> meaning,
                     content::MessageLanguage language) {
  const std::string_view word = meaning ? to_word(*meaning) : std::string_view{};
  const std::string usage = hex("0x%02x", static_cast<unsigned>(scancode));
  return (name.empty() ? usage : name + "  " + usage) + "  " +
         (word.empty()
              ? said({"bedeutet auf Tastenfeldern nichts", "means nothing on keypads"}, language)
              : std::string(word));
}

bool show_keys(WindowWish wish, const std::vector<KeypadKeys>& keypads,
               content::MessageLanguage language,
               const std::function<void(const std::string& line)>& say) {
  const auto connected = [] { return connected_devices(input_devices); };
  Keypad keypad(keypads, connected);
  std::vector<std::string> devices;
  const auto say_devices = [&] {
    auto now = device_lines(connected(), keypads, language);
    if (now == devices)
      return;
    devices = std::move(now);
    say(said({"Angeschlossen:", "Plugged in:"}, language));
    for (const std::string& line : devices)
      say("  " + line);
  };
  wish.key_seen = [&](const std::string& name, int scancode) {
    say(key_line(name, scancode, keypad.meaning(scancode, steady_now()), language));
  };
  const auto window = Window::open(wish);
  if (!window)
    return false;
  say(said({"Tasten drücken; Esc beendet.", "Strike keys; Esc ends."}, language));
  constexpr std::chrono::milliseconds look_again{2'000};
  for (;;) {
    say_devices();
    for (const Event& event : (*window)->wait(look_again))
      if (event.kind == EventKind::Back || event.kind == EventKind::Closed)
        return true;
  }
}

}  // namespace kiosk
