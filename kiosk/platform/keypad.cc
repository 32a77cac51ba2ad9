#include "kiosk/platform/keypad.h"

#include <SDL.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace kiosk {
namespace {

namespace fs = std::filesystem;
using content::Finding;
using content::Sentence;

constexpr std::size_t largest_file = std::size_t{64} * 1024;
constexpr std::chrono::milliseconds look_again{2'000};

struct Word {
  std::string_view word;
  EventKind kind;
};
constexpr std::array<Word, 17> words{{{"next", EventKind::FocusNext},
                                      {"prev", EventKind::FocusPrevious},
                                      {"up", EventKind::FocusUp},
                                      {"down", EventKind::FocusDown},
                                      {"select", EventKind::Activate},
                                      {"back", EventKind::Back},
                                      {"home", EventKind::Home},
                                      {"help", EventKind::Help},
                                      {"low_reach", EventKind::LowReach},
                                      {"repeat", EventKind::Repeat},
                                      {"faster", EventKind::Faster},
                                      {"slower", EventKind::Slower},
                                      {"volume", EventKind::Volume},
                                      {"jack_in", EventKind::JackIn},
                                      {"jack_out", EventKind::JackOut},
                                      {"speech", EventKind::Speech},
                                      {"dark", EventKind::Dark}}};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// Four hexadecimal digits.
std::optional<std::uint16_t> hex(std::string_view digits) {
  std::uint16_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (digits.empty() || digits.size() > 4 || error != std::errc{} ||
      end != digits.data() + digits.size())
    return std::nullopt;
  return value;
}

// "F13", any other name of SDL's, or the HID usage: "0x68".
int scancode_of(std::string_view key) {
  if (key.starts_with("0x")) {
    const auto usage = hex(key.substr(2));
    return usage && *usage < SDL_NUM_SCANCODES ? *usage : 0;
  }
  return static_cast<int>(SDL_GetScancodeFromName(std::string(key).c_str()));
}

// "[*]" or "[2047:09d0]"
std::optional<KeypadKeys> part_of(std::string_view line) {
  if (!line.ends_with(']'))
    return std::nullopt;
  const std::string_view inside = trimmed(line.substr(1, line.size() - 2));
  if (inside == "*")
    return KeypadKeys{};
  const std::size_t colon = inside.find(':');
  if (colon == std::string_view::npos)
    return std::nullopt;
  const auto vendor = hex(inside.substr(0, colon));
  const auto product = hex(inside.substr(colon + 1));
  if (!vendor || !product)
    return std::nullopt;
  return KeypadKeys{UsbDevice{*vendor, *product, {}}, {}};
}

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

}  // namespace

KeypadReading parse_keypads(std::string_view text, std::string_view file) {
  KeypadReading reading;
  int number = 0;
  const auto wrong = [&](Sentence problem, Sentence advice) {
    reading.findings.push_back({std::string(file), number, content::Severity::Error, "keypad",
                                std::move(problem), std::move(advice)});
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    at = end + 1;
    ++number;
    if (line.empty() || line.front() == '#')
      continue;
    if (line.front() == '[') {
      if (auto part = part_of(line))
        reading.keypads.push_back(*std::move(part));
      else
        wrong({"das ist kein Tastenfeld", "this is no keypad"},
              {"[*] oder [Hersteller:Produkt] schreiben, zum Beispiel [2047:09d0]",
               "write [*] or [vendor:product], for example [2047:09d0]"});
      continue;
    }
    const std::size_t equals = line.find('=');
    const std::string_view key = trimmed(line.substr(0, equals));
    const std::string_view word =
        equals == std::string_view::npos ? std::string_view{} : trimmed(line.substr(equals + 1));
    const int scancode = scancode_of(key);
    const auto action = std::find_if(words.begin(), words.end(),
                                     [&](const Word& known) { return known.word == word; });
    if (reading.keypads.empty())
      wrong({"vor der ersten Taste fehlt das Tastenfeld", "no keypad stands before the first key"},
            {"darüber [*] schreiben", "write [*] above"});
    else if (scancode == 0)
      wrong(content::sentence("die Taste «%1» gibt es nicht", "there is no key «%1»", {key}),
            {"wegweiser-kiosk --show-keys sagt, wie sie heißt",
             "wegweiser-kiosk --show-keys tells its name"});
    else if (action == words.end())
      wrong(
          content::sentence("«%1» kann eine Taste nicht bedeuten", "no key can mean «%1»", {word}),
          {"next, prev, up, down, select, back, home, help, repeat, faster, slower, volume, "
           "jack_in oder jack_out",
           "next, prev, up, down, select, back, home, help, repeat, faster, slower, volume, "
           "jack_in or jack_out"});
    else
      reading.keypads.back().keys[scancode] = action->kind;
  }
  return reading;
}

KeypadReading read_keypads(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text(largest_file + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.is_open() && text.size() <= largest_file)
    return parse_keypads(text, file.filename().string());
  return {
      .keypads = {},
      .findings = {{file.filename().string(),
                    0,
                    content::Severity::Error,
                    "keypad",
                    {"die Datei kann nicht gelesen werden oder ist zu groß",
                     "the file cannot be read, or it is too large"},
                    {"den Pfad in den Einstellungen prüfen", "check the path in the settings"}}}};
}

std::string_view to_word(EventKind kind) {
  const auto known =
      std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.kind == kind; });
  return known == words.end() ? std::string_view{} : known->word;
}

std::vector<UsbDevice> connected_devices(const fs::path& folder) {
  std::vector<UsbDevice> devices;
  std::error_code error;
  for (fs::directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error)) {
    const fs::path device = each->path() / "device";
    const auto vendor = hex(trimmed(first_line(device / "id" / "vendor")));
    const auto product = hex(trimmed(first_line(device / "id" / "product")));
    if (!each->path().filename().string().starts_with("event") || !vendor || !product)
      continue;
    devices.push_back({*vendor, *product, first_line(device / "name")});
  }
  return devices;
}

std::optional<EventKind> Keypad::meaning(int scancode, std::chrono::milliseconds now) {
  const auto knows = [&](const KeypadKeys& keypad) { return keypad.keys.contains(scancode); };
  if (std::none_of(keypads_.begin(), keypads_.end(), knows))
    return std::nullopt;
  if (!looked_ || now - *looked_ >= look_again) {
    looked_ = now;
    const auto devices = connected_();
    const auto is_in = [&](const KeypadKeys& keypad) {
      return keypad.device &&
             std::any_of(devices.begin(), devices.end(), [&](const UsbDevice& device) {
               return device.vendor == keypad.device->vendor &&
                      device.product == keypad.device->product;
             });
    };
    const auto any = [](const KeypadKeys& keypad) { return !keypad.device; };
    auto found = std::find_if(keypads_.begin(), keypads_.end(), is_in);
    if (found == keypads_.end())
      found = std::find_if(keypads_.begin(), keypads_.end(), any);
    plugged_ = found == keypads_.end() ? nullptr : &*found;
  }
  if (plugged_ == nullptr || !knows(*plugged_))
    return std::nullopt;
  return plugged_->keys.at(scancode);
}

}  // namespace kiosk
