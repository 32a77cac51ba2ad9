// The kiosk's program: reads its command line and settings, builds the parts in order and hands
// them down. Only here are exceptions caught; systemd starts the program again.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "content-engine/store/files.h"
#include "kiosk/changeover.h"
#include "kiosk/counting.h"
#include "kiosk/examine.h"
#include "kiosk/kept_calibration.h"
#include "kiosk/key_report.h"
#include "kiosk/loop.h"
#include "kiosk/opening.h"
#include "kiosk/print_shop.h"
#include "kiosk/seat.h"
#include "kiosk/service_facts.h"
#include "kiosk/settings.h"
#include "kiosk/speech/child_voice.h"
#include "kiosk/stock.h"
#include "tools/arguments.h"
#include "tools/standpoint.h"

namespace {

using content::Arguments;
using content::MessageLanguage;
using content::Sentence;

enum Exit { Ok = 0, Broken = 1, WrongArguments = 2, WrongSettings = 3, NoScreen = 4 };

constexpr const char* installed_settings = "/etc/wegweiser/wegweiser.conf";

const Sentence help{
    R"(Aufruf: wegweiser-kiosk [OPTIONEN]

Zeigt ein Inhaltspaket als Kiosk, im ganzen Bildschirm (KMSDRM, Wayland, X11) oder im Fenster.

  --settings DATEI    Einstellungen; ohne Angabe /etc/wegweiser/wegweiser.conf, falls vorhanden
  --check-settings    nur die Einstellungen prüfen, alle Fehler nennen
  --show-keys         zeigen, was jede gedrückte Taste sendet und bedeutet; Ende mit Esc
  --examine           ohne Bildschirm prüfen, was nur der Kiosk prüfen kann; Ergebnis als JSON
  --sheets ORDNER     von jeder Sprache ein Bild mit allen Zeichen schreiben
  --new-golden-pages DATEI  deren Prüfsummen hinzufügen, womit --examine sie vergleicht
  --bundle DATEI      dieses Inhaltspaket zeigen, gleich wie es heißt
  --fonts ORDNER      Schriften von hier nehmen
  --window            in einem Fenster statt im ganzen Bildschirm
  --size BxH          Größe des Fensters in Pixeln, sonst 1080x1920
  --now ZEIT          die Uhr steht still: 2026-11-23T10:24
  --messages de|en    Sprache dieser Meldungen
  --version, --help

Ende mit Status 0: beendet; 1: unerwarteter Fehler; 2: falscher Aufruf; 3: Einstellungen falsch;
4: kein Bildschirm.
)",
    R"(Usage: wegweiser-kiosk [OPTIONS]

Shows a bundle as a kiosk, on the whole screen (KMSDRM, Wayland, X11) or in a window.

  --settings FILE     settings; without it /etc/wegweiser/wegweiser.conf, if there is one
  --check-settings    only check the settings and name all mistakes
  --show-keys         show what each key sends and means; ends with Esc
  --examine           without a screen, examine what only the kiosk can; the result as JSON
  --sheets FOLDER     write a picture of each language with all its characters
  --new-golden-pages FILE  add their hashes, which --examine compares them with
  --bundle FILE       show this bundle, whatever it is called
  --fonts FOLDER      take the fonts from here
  --window            in a window instead of the whole screen
  --size WxH          size of the window in pixels, else 1080x1920
  --now TIME          the clock stands still: 2026-11-23T10:24
  --messages de|en    language of these messages
  --version, --help

Exit status 0: ended; 1: unexpected failure; 2: wrong arguments; 3: wrong settings;
4: no screen.
)"};

struct Command {
  Arguments arguments;
  MessageLanguage language{};
  std::optional<kiosk::Size> window;
  std::optional<kiosk::WallTime> now;
};

const std::string& said(const Sentence& sentence, MessageLanguage language) {
  return language == MessageLanguage::German ? sentence.german : sentence.english;
}

void log(const std::string& line) {
  std::fprintf(stderr, "wegweiser-kiosk: %s\n", line.c_str());
}

// What is wrong with the command line, or nothing.
std::optional<Sentence> read_command(int argc, char** argv, Command& command) {
  command.arguments =
      Arguments::parse(content::command_line(argc, argv), {{"--settings"},
                                                           {"--check-settings", false},
                                                           {"--show-keys", false},
                                                           {"--examine", false},
                                                           {"--sheets"},
                                                           {"--new-golden-pages"},
                                                           {"--bundle"},
                                                           {"--fonts"},
                                                           {"--window", false},
                                                           {"--size"},
                                                           {"--now"},
                                                           {"--messages"},
                                                           {"--version", false},
                                                           {"--help", false}});
  command.language = content::message_language_of_environment();
  const Arguments& given = command.arguments;
  if (const auto word = given.value("--messages")) {
    const auto language = content::parse_message_language(*word);
    if (!language)
      return Sentence{"--messages kennt de und en", "--messages knows de and en"};
    command.language = *language;
  }
  if (given.mistake())
    return given.mistake();
  if (!given.positional().empty())
    return content::sentence("was soll «%1»?", "what is «%1» for?", {given.positional().front()});
  if (given.has("--window"))
    command.window = kiosk::Size{1080, 1920};
  if (const auto size = given.value("--size")) {
    const auto parsed = kiosk::parse_size(*size);
    if (!parsed || !command.window)
      return Sentence{"--size braucht BREITExHÖHE (200 bis 8000) und --window",
                      "--size needs WIDTHxHEIGHT (200 to 8000) and --window"};
    command.window = parsed;
  }
  if (const auto now = given.value("--now")) {
    const auto moment = kiosk::parse_moment(*now);
    if (!moment)
      return Sentence{"--now braucht 2026-11-23T10:24", "--now needs 2026-11-23T10:24"};
    command.now = kiosk::WallTime{moment->today, moment->hour, moment->minute};
  }
  return std::nullopt;
}

kiosk::SettingsReading read_settings(const Arguments& given) {
  if (const auto file = given.value("--settings"))
    return kiosk::read_settings(*file);
  if (std::filesystem::exists(installed_settings))
    return kiosk::read_settings(installed_settings);
  return {};
}

// What is installed beside the program: bin/wegweiser-kiosk, share/wegweiser/fonts.
std::filesystem::path installed(const char* name) {
  const auto program = std::filesystem::read_symlink("/proc/self/exe");
  return program.parent_path().parent_path() / "share" / "wegweiser" / name;
}

// What the keys of keypads mean; every line that is wrong is said and left out.
std::vector<kiosk::KeypadKeys> keypads(const kiosk::Settings& settings, MessageLanguage language) {
  auto reading =
      kiosk::read_keypads(settings.keypads.empty() ? installed("keypads.conf") : settings.keypads);
  for (const auto& finding : reading.findings)
    std::fprintf(stderr, "%s\n", content::to_line(finding, language).c_str());
  return std::move(reading.keypads);
}

kiosk::WindowWish wish_of(const Command& command, const kiosk::Settings& settings) {
  return {.title = "Wegweiser", .size = command.window, .rotation = settings.rotation};
}

kiosk::StockPlace stock_place(const Arguments& given, const kiosk::Settings& settings) {
  kiosk::StockPlace place{.bundle = settings.bundle,
                          .fonts = settings.fonts,
                          .store = settings.device.store,
                          .state = settings.device.kiosk_state,
                          .shipped = settings.device.shipped};
  if (const auto bundle = given.value("--bundle")) {
    place.bundle = *bundle;
    place.vouching = kiosk::Vouching::ByHand;
  }
  if (const auto fonts = given.value("--fonts"))
    place.fonts = *fonts;
  if (place.fonts.empty())
    place.fonts = installed("fonts");
  return place;
}

kiosk::CalibrationHands calibration_hands(const kiosk::Settings& settings,
                                          const kiosk::StockPlace& place, content::Files& files,
                                          kiosk::Window& window) {
  return {.current = kiosk::calibration_to_use(files, place.state, settings.touch, log),
          .setting = settings.touch,
          .rotation = settings.rotation,
          .use = [&window](const kiosk::Calibration& it) { window.set_calibration(it); },
          .keep =
              [&files, folder = place.state](const std::optional<kiosk::Calibration>& it) {
                const auto done = it ? kiosk::keep_calibration(files, folder, *it)
                                     : kiosk::forget_calibration(files, folder);
                if (!done)
                  log("the calibration cannot be kept: " + done.failure().message);
                return static_cast<bool>(done);
              }};
}

// What technicians may do at the screen. All of it outlives the mode.
kiosk::ServiceRules service_rules(const kiosk::Settings& settings, const kiosk::StockPlace& place,
                                  content::Files& files, const kiosk::Panel& panel,
                                  kiosk::Window& window) {
  return {.places = {&files, settings.device.exchange, place.state},
          .fonts = place.fonts,
          .pin = settings.service_pin,
          .calibration = calibration_hands(settings, place, files, window),
          .versions = [&] { return kiosk::version_facts(files, settings, WEGWEISER_VERSION); },
          .display = [panel, &settings] { return kiosk::display_facts(panel, settings); },
          .wake = [&window] { window.wake(); }};
}

// With wrong settings a kiosk shows the defaults' out-of-service screen rather than a black one.
int run(const Command& command, const kiosk::SettingsReading& reading) {
  const kiosk::Settings& settings = reading.settings;
  kiosk::Keypad keypad(keypads(settings, command.language),
                       [] { return kiosk::connected_devices("/sys/class/input"); });
  kiosk::WindowWish wish = wish_of(command, settings);
  wish.keypad = [&](int scancode) { return keypad.meaning(scancode, kiosk::steady_now()); };
  kiosk::ServiceMode* service_mode = nullptr;  // hears of keys by name and code
  wish.key_seen = [&](const std::string& name, int scancode) {
    if (service_mode != nullptr)
      service_mode->key_seen(name, scancode);
  };
  content::DiskFiles files;
  wish.calibration =
      kiosk::calibration_to_use(files, settings.device.kiosk_state, settings.touch, log);
  kiosk::Overseer overseer;
  kiosk::Seat seat({}, command.window ? kiosk::Desk::Some : kiosk::desk_of_environment(),
                   [&](const std::string& code, const Sentence& words) {
                     log(code + ": " + said(words, command.language));
                   });
  const auto window = kiosk::open_window(
      wish, seat, overseer,
      command.window ? kiosk::WithoutScreen::GiveUp : kiosk::WithoutScreen::Wait, log);
  if (!window)
    return NoScreen;
  const kiosk::StockPlace place = stock_place(command.arguments, settings);
  const kiosk::Notice notice{
      .town = settings.town, .phone = settings.phone, .terminal = settings.terminal};
  const kiosk::Outside outside{.wall =
                                   [&](const std::string& time_zone) {
                                     return command.now ? *command.now
                                                        : kiosk::wall_time(time_zone);
                                   },
                               .log = log,
                               .displays_changed = [&] { return seat.has_changed(); }};
  kiosk::ChildVoice::Rules speech{.program = settings.speech_program,
                                  .clip_program = settings.clip_program};
  if (!settings.speech_device.empty()) {
    speech.further = {"-d", settings.speech_device};
    speech.clip_output = {"-t", "alsa", settings.speech_device};
  }
  kiosk::ChildVoice voice(speech, [&] { window->wake(); });
  kiosk::Counting counting(files, place.state, kiosk::steady_now());
  kiosk::PrintShop printing(files, settings.device, log);
  bool begun = false;
  kiosk::Ended ended = kiosk::Ended::Resized;
  while (ended != kiosk::Ended::Closed) {
    if (ended == kiosk::Ended::DisplaysChanged)
      kiosk::open_window_again(*window, seat, overseer, log);
    if (window->alone())
      seat.watch(std::chrono::seconds(2), [&] { window->wake(); });
    const kiosk::Panel panel = kiosk::panel_of(window->size(), settings);
    kiosk::ShellRules rules{.idle = settings.idle};
    rules.finger.again_after = settings.double_touch;
    rules.finger.same_place = panel.px(15);
    rules.key_again_after = settings.double_key;
    rules.fresh.theme = settings.theme;
    rules.district = settings.district;
    rules.night = settings.night;
    std::optional<kiosk::Changeover> changeover;
    if (place.bundle.empty() && reading.findings.empty())
      changeover.emplace(
          files, place, settings.device.exchange, panel,
          kiosk::Changeover::Outside{outside.wall, outside.log, [&] { window->wake(); }});
    if (changeover)  // it is what hears how a sheet went
      rules.print = printing.rules();
    // On the worker's thread, and first of all once a start: what was being tried has no verdict.
    const auto open = [&] {
      if (!reading.findings.empty())
        return kiosk::Opened(kiosk::settings_trouble());
      if (!changeover)
        return kiosk::open_stock(files, place, log);
      if (!std::exchange(begun, true))
        kiosk::refuse_unfinished(files, place.state, log);
      return changeover->open();
    };
    kiosk::Count count;
    if (changeover)  // somebody looking at one bundle is no visitor
      count = [&](const kiosk::Request& request, const content::Library& library) {
        counting.take(request, library, kiosk::steady_now());
      };
    kiosk::Worker worker(
        panel, open, [&] { window->wake(); }, count, printing.prints());
    kiosk::Shell shell(rules, kiosk::steady_now(), outside.wall({}));
    kiosk::Presenter presenter(*window, panel, notice);
    kiosk::ServiceMode service(service_rules(settings, place, files, panel, *window), panel,
                               kiosk::steady_now());
    service_mode = &service;
    ended = kiosk::run_loop(*window, shell, worker, presenter, voice,
                            changeover ? &*changeover : nullptr, service, overseer, outside);
    service_mode = nullptr;
  }
  counting.write(outside.wall({}).today);
  return Ok;
}

int report_keys(const Command& command, const kiosk::Settings& settings) {
  const bool shown =
      kiosk::show_keys(wish_of(command, settings), keypads(settings, command.language),
                       command.language, [](const std::string& line) {
                         std::puts(line.c_str());
                         std::fflush(stdout);
                       });
  if (!shown)
    log(said({"kein Bildschirm", "no screen"}, command.language));
  return shown ? Ok : NoScreen;
}

// Wrong settings are a finding of --check-settings; here the defaults stand in, as on the screen.
int examine(const Command& command, const kiosk::Settings& settings) {
  const kiosk::StockPlace place = stock_place(command.arguments, settings);
  content::Result<content::Done> done = content::Done{};
  if (const auto folder = command.arguments.value("--sheets"))
    done = kiosk::write_sheets(place.fonts, *folder);
  else if (const auto file = command.arguments.value("--new-golden-pages"))
    done = kiosk::write_golden_pages(place.fonts, *file);
  else
    std::fputs(to_json(kiosk::examine(
                           {.place = place,
                            .golden_pages = installed("golden-pages.ini"),
                            .speech_program = settings.speech_program,
                            .wall = [](const std::string& zone) { return kiosk::wall_time(zone); }},
                           log),
                       WEGWEISER_VERSION)
                   .c_str(),
               stdout);
  if (!done)
    log(done.failure().message);
  return done ? Ok : Broken;
}

int start(int argc, char** argv) {
  Command command;
  const auto mistake = read_command(argc, argv, command);
  if (mistake) {
    log(said(*mistake, command.language));
    std::fputs(said(help, command.language).c_str(), stderr);
    return WrongArguments;
  }
  if (command.arguments.has("--help")) {
    std::fputs(said(help, command.language).c_str(), stdout);
    return Ok;
  }
  if (command.arguments.has("--version")) {
    std::puts("wegweiser-kiosk " WEGWEISER_VERSION);
    return Ok;
  }
  const auto reading = read_settings(command.arguments);
  for (const auto& finding : reading.findings)
    std::fprintf(stderr, "%s\n", content::to_line(finding, command.language).c_str());
  if (command.arguments.has("--check-settings"))
    return reading.findings.empty() ? Ok : WrongSettings;
  for (const char* verb : {"--examine", "--sheets", "--new-golden-pages"})
    if (command.arguments.has(verb))
      return examine(command, reading.settings);
  if (command.arguments.has("--show-keys"))
    return report_keys(command, reading.settings);
  if (!reading.findings.empty() && command.window)
    return WrongSettings;
  return run(command, reading);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return start(argc, argv);
  } catch (const std::exception& failure) {
    log(failure.what());
    return Broken;
  }
}
