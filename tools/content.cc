// wegweiser-content: the editors' desk. Checks a town's folder, builds its bundle, shows its plan.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>

#include "tools/desk.h"

using namespace content;

static const Sentence usage{
    "Aufruf:\n"
    "  wegweiser-content check ORDNER           alle Fehler und Warnungen\n"
    "  wegweiser-content check --rules          die Regeln\n"
    "  wegweiser-content build ORDNER -o DATEI  das Bündel für die Terminals\n"
    "  wegweiser-content plan ORDNER            Themen und Sprachen\n"
    "  wegweiser-content clips ORDNER --lang ti [--topic KENNUNG]\n"
    "                                           was noch aufzunehmen ist, für clips.csv\n"
    "  wegweiser-content search BÜNDEL --lang de [--limit 10] [FRAGE…]\n"
    "                                           was das Terminal findet; ohne FRAGE eine je Zeile\n"
    "  wegweiser-content statistics DATEI…      was die Terminals zählten, als Tabellen\n"
    "  wegweiser-content import integreat --pages de=DATEI [--pages en=DATEI] -o "
    "ORDNER|NAME.bundle\n"
    "                                           Antworten der Schnittstelle von Integreat\n"
    "  wegweiser-content keys new|list|rotate ROLLE|sign\n"
    "                                           Schlüssel, mit denen veröffentlicht wird\n"
    "  wegweiser-content publish BÜNDEL --repository ORDNER\n"
    "                                           für die Terminals bereitlegen, unterschrieben\n"
    "  wegweiser-content publish-system DATEI.system --repository ORDNER\n"
    "                                           neue Programme für alle Terminals einer Maschine\n"
    "  wegweiser-content stick REPOSITORIUM STICK\n"
    "                                           für Terminals ohne Netz; sonst bleibt auf ihm "
    "alles\n"
    "  wegweiser-content repository check ORDNER   alle Fehler, wie ein Terminal sie fände\n"
    "  wegweiser-content repository renew ORDNER   die Frist der Unterschriften verlängern\n"
    "  wegweiser-content notice --repository ORDNER --hours 4 --text de=… [--text tr=…]\n"
    "                                           eine Warnung für alle Terminals, unterschrieben\n"
    "  wegweiser-content notice withdraw --repository ORDNER\n"
    "                                           die Warnung zurücknehmen\n"
    "  wegweiser-content service-pass NAME --kiosk KENNUNG… --expires TAG --repository ORDNER\n"
    "                                           ein Pass für Technik; stick --service-pass NAME\n"
    "  wegweiser-content service-pass list|withdraw NAME --repository ORDNER\n"
    "                                           welche gelten; einen zurücknehmen\n"
    "  wegweiser-content import offers --csv DATEI --source NAME -o ORDNER\n"
    "                                           Kurse eines Anbieters in offers.csv aufnehmen\n"
    "  wegweiser-content import events --ical DATEI --source NAME -o ORDNER\n"
    "                                           Termine aus einem Kalender (.ics) aufnehmen\n"
    "Optionen:\n"
    "  --today TAG       statt des heutigen Tags (2026-11-23)\n"
    "  --messages de|en  Sprache der Meldungen\n"
    "  --fonts ORDNER    statt der mitgelieferten Schriften\n"
    "  --json            für Programme\n"
    "  --base ORDNER     import: Ordner mit Sprachen und Wörtern der Oberfläche (content/herne)\n"
    "  --town, --licence, --attribution  import: Name, Lizenz und Nennung statt der üblichen\n"
    "  --keys ORDNER     wo die Schlüssel liegen (~/.local/share/wegweiser/keys)\n"
    "  --offline ORDNER  keys: ein Stick mit Schlüsseln der Wurzel; auch mehrmals\n"
    "  --passphrase-file DATEI, --root-passphrase-file DATEI  statt zu fragen; chmod 600\n"
    "  --root-keys 3 --root-threshold 2  keys: Schlüssel der Wurzel, und wie viele unterschreiben\n"
    "  --rollout 0–100   publish: für so viele von hundert Terminals\n"
    "  --from NUMMER     stick: kleine Dateien nur von dieser Ausgabe an\n"
    "  --systems         stick: auch das neueste System jeder Maschine; das ist groß\n"
    "  --role service    keys new: der Schlüssel, der Pässe für Technik unterschreibt\n"
    "  --kiosk KENNUNG   service-pass: gilt an diesem Terminal; mehrmals, oder --all-kiosks\n"
    "  --expires TAG     service-pass: gilt bis zum Ende dieses Tags, höchstens 366 Tage\n"
    "  --service-pass NAME  stick: mit diesem Pass wird es ein Technik-Stick\n"
    "  --deltas 8        publish: kleine Dateien von so vielen Ausgaben davor\n"
    "  --needs-program VERSION  publish: ältere Programme nehmen es nicht\n"
    "  --allow REGEL     publish: trotzdem (publish-older, publish-town, publish-shrink)\n"
    "  --provider, --phone, --email, --web, --languages  import: wo die Datei nichts sagt\n"
    "  --verified        import: die Angaben sind geprüft\n"
    "Rückgabe: 0 in Ordnung, 1 Fehler im Inhalt, 2 falscher Aufruf oder Datei nicht lesbar.",
    "Usage:\n"
    "  wegweiser-content check DIR          all errors and warnings\n"
    "  wegweiser-content check --rules      the rules\n"
    "  wegweiser-content build DIR -o FILE  the bundle for the kiosks\n"
    "  wegweiser-content plan DIR           topics and languages\n"
    "  wegweiser-content clips DIR --lang ti [--topic ID]\n"
    "                                       what is still to be recorded, for clips.csv\n"
    "  wegweiser-content search BUNDLE --lang de [--limit 10] [QUERY…]\n"
    "                                       what the kiosk finds; without QUERY one a line\n"
    "  wegweiser-content statistics FILE…   what the kiosks counted, as tables\n"
    "  wegweiser-content import integreat --pages de=FILE [--pages en=FILE] -o DIR|FILE.bundle\n"
    "                                       answers of Integreat's content API\n"
    "  wegweiser-content keys new|list|rotate ROLE|sign\n"
    "                                       keys to publish with\n"
    "  wegweiser-content publish BUNDLE --repository DIR\n"
    "                                       laid out for the kiosks, signed\n"
    "  wegweiser-content publish-system FILE.system --repository DIR\n"
    "                                       new programs for all kiosks of a machine, signed\n"
    "  wegweiser-content stick REPOSITORY MOUNTPOINT\n"
    "                                       for kiosks without a network; the rest of it stays\n"
    "  wegweiser-content repository check DIR  all problems, as a kiosk would find them\n"
    "  wegweiser-content repository renew DIR  prolong the signatures\n"
    "  wegweiser-content notice --repository DIR --hours 4 --text de=… [--text tr=…]\n"
    "                                       a warning for all kiosks, signed\n"
    "  wegweiser-content notice withdraw --repository DIR\n"
    "                                       take the warning back\n"
    "  wegweiser-content service-pass NAME --kiosk ID… --expires DAY --repository DIR\n"
    "                                       a technician's pass; stick --service-pass NAME\n"
    "  wegweiser-content service-pass list|withdraw NAME --repository DIR\n"
    "                                       which ones hold; take one back\n"
    "  wegweiser-content import offers --csv FILE --source NAME -o DIR\n"
    "                                       take a provider's courses into offers.csv\n"
    "  wegweiser-content import events --ical FILE --source NAME -o DIR\n"
    "                                       take events from a calendar (.ics)\n"
    "Options:\n"
    "  --today DAY       instead of the present day (2026-11-23)\n"
    "  --messages de|en  language of the messages\n"
    "  --fonts DIR       instead of the fonts beside the program\n"
    "  --json            for programs\n"
    "  --base DIR        import: folder with languages and interface words (content/herne)\n"
    "  --town, --licence, --attribution  import: name, licence and attribution to use\n"
    "  --keys DIR        where the keys are (~/.local/share/wegweiser/keys)\n"
    "  --offline DIR     keys: a stick with root keys; may be given more than once\n"
    "  --passphrase-file FILE, --root-passphrase-file FILE  instead of asking; chmod 600\n"
    "  --root-keys 3 --root-threshold 2  keys: how many root keys, and how many of them sign\n"
    "  --rollout 0–100   publish: for so many of a hundred kiosks\n"
    "  --from NUMBER     stick: small files only from this edition on\n"
    "  --systems         stick: with the newest system of each machine, which is large\n"
    "  --role service    keys new: the key that signs technicians' passes\n"
    "  --kiosk ID        service-pass: holds at this kiosk; several times, or --all-kiosks\n"
    "  --expires DAY     service-pass: holds until the end of this day, at most 366 days\n"
    "  --service-pass NAME  stick: with this pass it becomes a technician's stick\n"
    "  --deltas 8        publish: small files from so many editions before\n"
    "  --needs-program VERSION  publish: older programs do not take it\n"
    "  --allow RULE      publish: nevertheless (publish-older, publish-town, publish-shrink)\n"
    "  --provider, --phone, --email, --web, --languages  import: where the file says nothing\n"
    "  --verified        import: somebody has checked what it says\n"
    "Exit status: 0 fine, 1 errors in the content, 2 wrong usage or a file that cannot be used."};

static Date local_today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

// --today, else SOURCE_DATE_EPOCH (so that a build can be repeated later), else the clock.
static std::optional<Date> day_of(const Arguments& arguments) {
  if (const auto asked = arguments.value("--today"))
    return parse_date(*asked);
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  if (epoch == nullptr || *epoch == '\0')
    return local_today();
  char* end = nullptr;
  const long long seconds = std::strtoll(epoch, &end, 10);
  if (*end != '\0' || seconds < 0 || seconds > 253402300799)
    return std::nullopt;
  return date_from_days(static_cast<long>(seconds / 86400));
}

static int run(const std::vector<std::string>& words) {
  Desk desk;
  desk.arguments =
      Arguments::parse(words, {{.name = "--today"},
                               {.name = "--messages"},
                               {.name = "--fonts"},
                               {.name = "--pages"},
                               {.name = "--base"},
                               {.name = "--licence"},
                               {.name = "--attribution"},
                               {.name = "--town"},
                               {.name = "--lang"},
                               {.name = "--topic"},
                               {.name = "--limit"},
                               {.name = "--keys"},
                               {.name = "--offline"},
                               {.name = "--passphrase-file"},
                               {.name = "--root-passphrase-file"},
                               {.name = "--root-keys"},
                               {.name = "--root-threshold"},
                               {.name = "--repository"},
                               {.name = "--rollout"},
                               {.name = "--deltas"},
                               {.name = "--needs-program"},
                               {.name = "--allow"},
                               {.name = "--from"},
                               {.name = "--systems", .takes_value = false},
                               {.name = "--hours"},
                               {.name = "--text"},
                               {.name = "--role"},
                               {.name = "--kiosk"},
                               {.name = "--all-kiosks", .takes_value = false},
                               {.name = "--expires"},
                               {.name = "--service-pass"},
                               {.name = "--csv"},
                               {.name = "--ical"},
                               {.name = "--source"},
                               {.name = "--provider"},
                               {.name = "--phone"},
                               {.name = "--email"},
                               {.name = "--web"},
                               {.name = "--languages"},
                               {.name = "--verified", .takes_value = false},
                               {.name = "--output", .short_name = "-o"},
                               {.name = "--rules", .takes_value = false},
                               {.name = "--json", .takes_value = false},
                               {.name = "--help", .takes_value = false, .short_name = "-h"}});
  desk.messages = message_language_of_environment();
  if (const auto asked = desk.arguments.value("--messages")) {
    const auto language = parse_message_language(*asked);
    if (!language)
      return fail(desk, sentence("--messages ist de oder en, nicht «%1»",
                                 "--messages is de or en, not «%1»", {*asked}));
    desk.messages = *language;
  }
  if (desk.arguments.mistake())
    return fail(desk, *desk.arguments.mistake());
  if (desk.arguments.has("--help")) {
    std::printf("%s\n", in(usage, desk.messages).c_str());
    return exit_fine;
  }
  const auto today = day_of(desk.arguments);
  if (!today)
    return fail(desk, sentence("Der Tag in --today oder SOURCE_DATE_EPOCH ist keiner",
                               "the day in --today or SOURCE_DATE_EPOCH is none"));
  desk.today = *today;
  const std::string command =
      desk.arguments.positional().empty() ? std::string{} : desk.arguments.positional().front();
  if (command == "check")
    return check_command(desk);
  if (command == "build")
    return build_command(desk);
  if (command == "plan")
    return plan_command(desk);
  if (command == "clips")
    return clips_command(desk);
  if (command == "search")
    return search_command(desk);
  if (command == "statistics")
    return statistics_command(desk);
  if (command == "import")
    return import_command(desk);
  if (command == "keys")
    return keys_command(desk);
  if (command == "notice")
    return notice_command(desk);
  if (command == "publish")
    return publish_command(desk);
  if (command == "publish-system")
    return publish_system_command(desk);
  if (command == "service-pass")
    return service_pass_command(desk);
  if (command == "stick")
    return stick_command(desk);
  if (command == "repository")
    return repository_command(desk);
  if (!command.empty())
    fail(desk, sentence("den Befehl «%1» gibt es nicht", "there is no command «%1»", {command}));
  std::fprintf(stderr, "%s\n", in(usage, desk.messages).c_str());
  return exit_failure;
}

int main(int argc, char** argv) {
  try {
    return run(command_line(argc, argv));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "wegweiser-content: %s\n", error.what());
    return exit_failure;
  }
}
