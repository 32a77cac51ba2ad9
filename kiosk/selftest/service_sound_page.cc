#include "kiosk/selftest/service_sound_page.h"

#include <charconv>

namespace kiosk {

void ServiceSoundPage::act(std::string_view key, Time) {
  constexpr std::string_view start = "step-";
  if (!key.starts_with(start))
    return;
  int step = 0;
  std::from_chars(key.data() + start.size(), key.data() + key.size(), step);
  step_ = step;
  end_.reset();
  const std::string number = std::to_string(step + 1);
  hands_.say(
      language_ == content::MessageLanguage::German ? "Lautstärke " + number : "Loudness " + number,
      language_, step);
}

void ServiceSoundPage::take(const Event& event, Time) {
  if (event.kind == EventKind::JackIn || event.kind == EventKind::JackOut)
    jack_ = event.kind == EventKind::JackIn;
}

void ServiceSoundPage::tick(Time) {
  if (const auto end = hands_.ended())
    end_ = end;
}

ServiceScene ServiceSoundPage::scene(const ServiceFrame& frame) const {
  language_ = frame.language;
  ServiceSheet sheet(frame, {"Ton", "Sound"});
  sheet.foot({back_to_menu(frame)});
  sheet.text(
      {"Jede Stufe sagt ihre Zahl. Stufe 5 ist die, mit der Besucherinnen beginnen; von Stufe zu "
       "Stufe sind es 3 dB. Die leiseste und die lauteste müssen zu verstehen sein.",
       "Each step says its number. Visitors begin with step 5; from step to step it is 3 dB. "
       "The softest and the loudest must be intelligible."});
  sheet.skip(8);
  std::vector<ServiceKey> keys;
  for (int step = 0; step < hands_.steps; ++step)
    keys.push_back({.name = "step-" + std::to_string(step),
                    .label = std::to_string(step + 1),
                    .rect = {},
                    .look = step_ == step ? ServiceLook::Chosen : ServiceLook::Plain,
                    .pictogram = "speak"});
  sheet.keys(std::move(keys), 4, 110);
  sheet.skip(16);
  const content::Sentence ended =
      !step_  ? content::Sentence{"noch nichts", "nothing yet"}
      : !end_ ? content::Sentence{"wird gesagt …", "being said …"}
      : *end_ == SoundEnd::Done
          ? content::Sentence{"ist gesagt; zu hören?", "was said; did you hear it?"}
      : *end_ == SoundEnd::Missing
          ? content::Sentence{"Das Programm, das spricht, fehlt (speech_program).",
                              "The program that speaks is missing (speech_program)."}
          : content::Sentence{"Die Stimme brach ab (speech_device?).",
                              "The voice broke off (speech_device?)."};
  sheet.fact(frame.in({"Zuletzt", "Last"}),
             (step_ ? std::to_string(*step_ + 1) + ": " : std::string()) + frame.in(ended));
  const content::Sentence jack = !jack_
                                     ? content::Sentence{"noch keine Meldung; ein- und ausstecken",
                                                         "no word yet; plug in and out"}
                                 : *jack_ ? content::Sentence{"eingesteckt", "plugged in"}
                                          : content::Sentence{"ausgesteckt", "pulled out"};
  sheet.fact(frame.in({"Kopfhörer", "Headphones"}), frame.in(jack));
  return sheet.take();
}

}  // namespace kiosk
