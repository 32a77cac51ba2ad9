#include "kiosk/speech/heard.h"

#include <algorithm>
#include <utility>

#include "kiosk/speech/spoken_language.h"

namespace kiosk {
namespace {

// What is read without being asked for: neither the bar nor the keys below the text.
bool is_of_the_page(const Utterance& utterance) {
  using Kind = Utterance::Kind;
  return utterance.kind == Kind::Text || utterance.kind == Kind::Heading ||
         utterance.kind == Kind::Picture || utterance.kind == Kind::Key;
}

}  // namespace

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

bool anything_heard(const std::vector<Utterance>& speech, std::string_view language) {
  return has_voice(language) ||
         std::any_of(speech.begin(), speech.end(), [&](const Utterance& utterance) {
           return is_of_the_page(utterance) &&
                  std::any_of(utterance.parts.begin(), utterance.parts.end(),
                              [&](const SpokenPart& part) {
                                return part.language == language && part.clip;
                              });
         });
}

}  // namespace kiosk
