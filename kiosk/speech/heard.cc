#include "kiosk/speech/heard.h"

#include "kiosk/speech/spoken_language.h"

namespace kiosk {

bool has_voice(std::string_view language) {
  return spoken_language(language) != nullptr;
}

std::optional<Saying> heard(const SpokenPart& part, Saying how) {
  if (const SpokenLanguage* language = spoken_language(part.language)) {
    how.voice = language->voice;
    how.text = part.said;
    return how;
  }
  if (!part.clip)
    return std::nullopt;
  how.text = part.shown;
  how.clip = part.clip;
  return how;
}

}  // namespace kiosk
