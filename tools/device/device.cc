// wegweiser-device: takes editions from a server or a stick, hands them to the kiosk, carries its
// verdict out, and says how things are. Only here are exceptions caught.
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>

#include "tools/device/interruption.h"
#include "tools/device/station.h"

using namespace content;

namespace {

constexpr const char* installed_settings = "/etc/wegweiser/wegweiser.conf";

const Sentence usage{
    "Aufruf:\n"
    "  wegweiser-device trust ROOT       den Wurzelschlüssel einpflanzen (root.json), einmal\n"
    "  wegweiser-device sync             die neueste Ausgabe aus dem Netz holen\n"
    "  wegweiser-device import PFAD      die neueste Ausgabe von einem Stick oder Ordner nehmen\n"
    "  wegweiser-device status           was da ist, was gilt, wie alt es ist\n"
    "  wegweiser-device selftest         das Gerät prüfen: was nicht geht und was dann zu tun ist\n"
    "  wegweiser-device rollback         zurück zur vorigen Ausgabe\n"
    "  wegweiser-device confirm          das Urteil des Kiosks ausführen\n"
    "  wegweiser-device counters export  was der Kiosk gezählt hat, ohne Personen (-o DATEI)\n"
    "  wegweiser-device print            drucken, was der Kiosk hingelegt hat\n"
    "  wegweiser-device system status    welche Programme laufen, welche probiert werden\n"
    "  wegweiser-device system install [PFAD]  neue Programme holen, aus dem Netz oder vom Stick\n"
    "  wegweiser-device system write|confirm|give-up  für die Dienste: schreiben, bestätigen, "
    "aufgeben\n"
    "  wegweiser-device pin              die PIN der Technik: fragt zweimal, nennt die Zeile für\n"
    "                                    wegweiser.conf\n"
    "Optionen:\n"
    "  --settings DATEI  Einstellungen; sonst /etc/wegweiser/wegweiser.conf, falls vorhanden\n"
    "  --again           sync, import, system install: auch was schon einmal verworfen wurde\n"
    "  --replace         trust: einen anderen Wurzelschlüssel an die Stelle des alten setzen\n"
    "  --check NAME      selftest: nur diese Prüfung\n"
    "  --system ORDNER   selftest, system: wo sys, proc, boot und alles ist, sonst /\n"
    "  --kiosk PROGRAMM  selftest: wer den Kiosk prüft, sonst wegweiser-kiosk neben diesem hier\n"
    "  --interactive     selftest: auch fragen, was nur ein Mensch sehen und hören kann\n"
    "  --qr DATEI        selftest: das Wichtigste als QR-Code (PNG); mit - im Terminal\n"
    "  --to DATEI        selftest: das Ergebnis als JSON auch hierhin, in einem Schritt\n"
    "  --patience ZAHL   print: so viele Sekunden darf der Drucker brauchen, 1 bis 120\n"
    "  --pin-file DATEI  pin: erste Zeile statt zu fragen; chmod 600\n"
    "  --json            für Programme\n"
    "  --messages de|en  Sprache der Meldungen\n"
    "  --version, --help\n"
    "Rückgabe: 0 in Ordnung, 1 unerwarteter Fehler, 2 falscher Aufruf, 3 Einstellungen falsch,\n"
    "4 kein Vertrauen, 5 Unterschrift oder Prüfsumme falsch, 6 abgelaufen, 7 älter, 8 Programm zu\n"
    "alt, 9 kein Platz, 10 nicht erreichbar, 11 nichts da, 12 verworfen, 13 in Arbeit, 14 nichts\n"
    "zum Zurückgehen, 15 der Selbsttest hat Fehler gefunden, 16 nicht gedruckt.",
    "Usage:\n"
    "  wegweiser-device trust ROOT       plant the root of trust (root.json), once\n"
    "  wegweiser-device sync             take the newest edition from the network\n"
    "  wegweiser-device import PATH      take the newest edition from a stick or folder\n"
    "  wegweiser-device status           what is here, what holds, how old it is\n"
    "  wegweiser-device selftest         examine the device: what is wrong and what to do then\n"
    "  wegweiser-device rollback         back to the edition before\n"
    "  wegweiser-device confirm          carry out the kiosk's verdict\n"
    "  wegweiser-device counters export  what the kiosk counted, no persons (-o FILE)\n"
    "  wegweiser-device print            print what the kiosk has laid ready\n"
    "  wegweiser-device system status    which programs run, which are on trial\n"
    "  wegweiser-device system install [PATH]  fetch new programs, from the network or a stick\n"
    "  wegweiser-device system write|confirm|give-up  for the services\n"
    "  wegweiser-device pin              the technicians' PIN: asks twice, prints the line for\n"
    "                                    wegweiser.conf\n"
    "Options:\n"
    "  --settings FILE   settings; else /etc/wegweiser/wegweiser.conf, if there is one\n"
    "  --again           sync, import, system install: even what was dropped before\n"
    "  --replace         trust: put another root in the old one's place\n"
    "  --check NAME      selftest: this check only\n"
    "  --system FOLDER   selftest, system: where sys, proc, boot and all are, else /\n"
    "  --kiosk PROGRAM   selftest: who examines the kiosk, else wegweiser-kiosk beside this one\n"
    "  --interactive     selftest: also ask what only a person can see and hear\n"
    "  --qr FILE         selftest: the essence as a QR code (PNG); with - in the terminal\n"
    "  --to FILE         selftest: the result as JSON here too, in one step\n"
    "  --patience NUMBER print: seconds the printer may need, 1 to 120\n"
    "  --pin-file FILE   pin: its first line instead of asking; chmod 600\n"
    "  --json            for programs\n"
    "  --messages de|en  language of the messages\n"
    "  --version, --help\n"
    "Exit status: 0 fine, 1 unexpected failure, 2 wrong usage, 3 wrong settings, 4 no trust,\n"
    "5 wrong signature or hash, 6 expired, 7 older, 8 program too old, 9 no space,\n"
    "10 unreachable, 11 nothing there, 12 dropped before, 13 busy, 14 nothing to go back to,\n"
    "15 the self-test has found faults, 16 not printed."};

struct Command {
  std::string_view name;
  Outcome (*run)(Station&);
  std::size_t operands;
  std::size_t most = operands;
};
constexpr std::array<Command, 11> commands{{{"trust", trust_command, 1},
                                            {"sync", sync_command, 0},
                                            {"import", import_command, 1},
                                            {"status", status_command, 0},
                                            {"selftest", selftest_command, 0},
                                            {"rollback", rollback_command, 0},
                                            {"confirm", confirm_command, 0},
                                            {"counters", counters_command, 1},
                                            {"print", print_command, 0},
                                            {"system", system_command, 1, 2},
                                            {"pin", pin_command, 0}}};

Outcome read_settings(Station& station) {
  const auto named = station.arguments.value("--settings");
  std::error_code error;
  if (named || std::filesystem::exists(installed_settings, error)) {
    const auto reading = read_device_settings(named.value_or(installed_settings));
    for (const Finding& finding : reading.findings)
      std::fprintf(stderr, "%s\n", to_line(finding, station.messages).c_str());
    if (has_errors(reading.findings))
      return fail(station, Outcome::WrongSettings);
    station.settings = reading.settings;
  }
  std::array<char, 256> name{};
  ::gethostname(name.data(), name.size() - 1);
  station.kiosk_id =
      station.settings.kiosk_id.empty() ? id_of_machine(name.data()) : station.settings.kiosk_id;
  return Outcome::Fine;
}

Outcome run(const std::vector<std::string>& words) {
  Station station;
  station.clock = {std::chrono::duration_cast<std::chrono::seconds>(
                       std::chrono::system_clock::now().time_since_epoch())
                       .count()};
  station.arguments =
      Arguments::parse(words, {{.name = "--settings"},
                               {.name = "--messages"},
                               {.name = "--output", .short_name = "-o"},
                               {.name = "--again", .takes_value = false},
                               {.name = "--replace", .takes_value = false},
                               {.name = "--check"},
                               {.name = "--system"},
                               {.name = "--to"},
                               {.name = "--kiosk"},
                               {.name = "--qr"},
                               {.name = "--interactive", .takes_value = false},
                               {.name = "--patience"},
                               {.name = "--pin-file"},
                               {.name = "--json", .takes_value = false},
                               {.name = "--version", .takes_value = false},
                               {.name = "--help", .takes_value = false, .short_name = "-h"}});
  station.messages = message_language_of_environment();
  if (const auto asked = station.arguments.value("--messages")) {
    const auto language = parse_message_language(*asked);
    if (!language)
      return wrong_usage(station, sentence("--messages ist de oder en, nicht «%1»",
                                           "--messages is de or en, not «%1»", {*asked}));
    station.messages = *language;
  }
  if (station.arguments.mistake())
    return wrong_usage(station, *station.arguments.mistake());
  if (station.arguments.has("--help")) {
    std::printf("%s\n", station.in(usage).c_str());
    return Outcome::Fine;
  }
  if (station.arguments.has("--version")) {
    std::printf("wegweiser-device %s\n", WEGWEISER_VERSION);
    return Outcome::Fine;
  }
  const auto& given = station.arguments.positional();
  for (const Command& command : commands) {
    if (given.empty() || given.front() != command.name)
      continue;
    if (station.operands().size() < command.operands || station.operands().size() > command.most)
      return wrong_usage(
          station, command.operands == 0
                       ? sentence("%1 nimmt sonst nichts", "%1 takes nothing else", {given.front()})
                       : sentence("%1 braucht genau eine Angabe", "%1 needs exactly one operand",
                                  {given.front()}));
    if (const auto settled = read_settings(station); settled != Outcome::Fine)
      return settled;
    return command.run(station);
  }
  if (!given.empty())
    return wrong_usage(
        station, sentence("den Befehl «%1» gibt es nicht; --help nennt alle",
                          "there is no command «%1»; --help lists them all", {given.front()}));
  std::fprintf(stderr, "%s\n", station.in(usage).c_str());
  return Outcome::WrongUsage;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  stop_politely();
  try {
    return static_cast<int>(run(command_line(argc, argv)));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "wegweiser-device: %s\n", error.what());
    return static_cast<int>(Outcome::Broken);
  }
}
