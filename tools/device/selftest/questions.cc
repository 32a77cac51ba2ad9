#include "tools/device/selftest/questions.h"

#include <array>
#include <cstdio>

namespace content {

namespace {

const std::array<Question, 6> question_list{{
    {"seen-picture",
     {"Bild", "picture"},
     {"Steht das Bild aufrecht, füllt den Bildschirm und ist scharf?",
      "is the picture upright, does it fill the screen, is it sharp?"},
     {"`rotation` in den Einstellungen; Menü des Bildschirms (Skalierung aus)",
      "`rotation` in the settings; the screen's menu (no scaling)"}},
    {"seen-touch",
     {"Treffer", "touch"},
     {"Treffen Berührungen in allen vier Ecken, wohin der Finger zeigt?",
      "do touches in all four corners count where the finger points?"},
     {"Am Bildschirm kalibrieren; Folie und Rahmen drücken nicht auf das Glas?",
      "calibrate at the screen; do foil and frame press onto the glass?"}},
    {"heard-sound",
     {"Gehörtes", "sound"},
     {"«Vorlesen» getippt: Ist die Stimme zu hören, und wird sie lauter und leiser?",
      "«read aloud» touched: is the voice heard, does it get louder and quieter?"},
     {"Lautsprecher; `speech_device` in den Einstellungen; `alsamixer`",
      "loudspeaker; `speech_device` in the settings; `alsamixer`"}},
    {"heard-headphones",
     {"Kopfhörer", "headphones"},
     {"Kopfhörer gesteckt: Beginnt die Sprachausgabe, und nur dort?",
      "headphones plugged in: does speech begin, and only there?"},
     {"Tastenfeld mit Buchse; jack_in in keypads.conf",
      "a keypad with a socket; jack_in in keypads.conf"}},
    {"felt-keypad",
     {"Tastenfeld", "keypad"},
     {"Tut jede Taste des Tastenfelds, was auf ihr zu fühlen ist?",
      "does each key of the keypad do what can be felt on it?"},
     {"`wegweiser-kiosk --show-keys`, dann keypads.conf",
      "`wegweiser-kiosk --show-keys`, then keypads.conf"}},
    {"seen-print",
     {"Gedrucktes", "print"},
     {"Kommt ein gedrucktes Blatt, vollständig und lesbar?",
      "does a printed sheet come, whole and legible?"},
     {"Papier, Farbe; `lpstat -p`", "paper, ink; `lpstat -p`"}},
}};

}  // namespace

std::span<const Question> questions() {
  return question_list;
}

Examined ask(const Station& station, const Question& question, const NextLine& line) {
  const Sentence how{" [j/n/-] ", " [y/n/-] "};
  for (;;) {
    std::fprintf(stderr, "%s%s", station.in(question.asked).c_str(), station.in(how).c_str());
    const auto typed = line();
    if (!typed || *typed == "-")
      return not_applicable({"Nicht angesehen", "not looked at"});
    if (*typed == "j" || *typed == "J" || *typed == "y" || *typed == "Y")
      return pass({"Gesehen und für gut befunden", "seen and found good"});
    if (*typed == "n" || *typed == "N")
      return fail({"Gesehen und nicht gut", "seen and not good"}, question.remedy);
  }
}

}  // namespace content
