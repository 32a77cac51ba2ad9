#include "kiosk/saying_words.h"

#include <algorithm>
#include <map>

#include "kiosk/speech/heard.h"

namespace kiosk {
namespace {

int pace_of(const Session& session) {
  const int slower = session.preset == Preset::None ? 0 : 1;
  return words_a_minute(std::max(slowest_pace, session.hearing.pace - slower));
}

}  // namespace

std::string text_of(const Utterance& utterance) {
  std::string text;
  for (const SpokenPart& part : utterance.parts)
    text += part.shown + "\n";
  return text;
}

bool is_read(const Utterance& utterance) {
  return utterance.kind == Utterance::Kind::Text || utterance.kind == Utterance::Kind::Heading ||
         utterance.kind == Utterance::Kind::Picture || utterance.kind == Utterance::Kind::Key;
}

std::string main_language(const Scene& scene) {
  std::map<std::string, std::size_t> lengths;
  for (const Utterance& utterance : scene.speech)
    if (is_read(utterance))
      for (const SpokenPart& part : utterance.parts)
        lengths[part.language] += part.shown.size();
  std::string language;
  for (const auto& [tag, length] : lengths)
    if (language.empty() || length > lengths[language])
      language = tag;
  return language;
}

bool is_heard(const Scene& scene) {
  const std::string language = main_language(scene);
  return has_voice(language) ||
         std::any_of(scene.speech.begin(), scene.speech.end(), [&](const Utterance& utterance) {
           return is_read(utterance) && std::any_of(utterance.parts.begin(), utterance.parts.end(),
                                                    [&](const SpokenPart& part) {
                                                      return part.language == language &&
                                                             part.clip != nullptr;
                                                    });
         });
}

std::optional<Saying> saying_of(const SpokenPart& part, const Session& session,
                                std::uint64_t number) {
  return heard(part, {.number = number,
                      .words_a_minute = pace_of(session),
                      .loudness = loudness_of(session.hearing.loudness)});
}

}  // namespace kiosk
