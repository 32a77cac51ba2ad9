#include "kiosk/screens/guidance.h"

#include <map>
#include <string>
#include <utility>

#include "kiosk/speech/spoken_language.h"
#include "kiosk/widgets/focus.h"

namespace kiosk {
namespace {

using Kind = Utterance::Kind;

// The language spoken to somebody whose own has no voice: the town's.
constexpr const char* fallback_language = "de";

class Guidance {
 public:
  Guidance(const Frame& frame, const Box& root, ReadOut& read_out)
      : frame_(frame), read_out_(read_out) {
    for (const Box* key : focus_order(root))
      if (key->action.kind != ActionKind::TypeText && key->action.kind != ActionKind::EraseBack &&
          key->action.kind != ActionKind::ChooseKeys)
        places_.emplace(key->name, Spot{key, static_cast<int>(places_.size()) + 1});
  }

  void take(Utterance& utterance) {
    switch (utterance.kind) {
      case Kind::Heading:
        utterance.role = part(frame_.language(), frame_.words()("speech.heading"));
        break;
      case Kind::Picture:
        utterance.role = part(frame_.language(), frame_.words()("speech.picture"));
        break;
      case Kind::Key:
      case Kind::Row:
      case Kind::Bar:
        take_key(utterance);
        break;
      default:
        break;
    }
  }

  // How speech mode is used, or why it is silent here.
  Utterance introduction() {
    const Hearing& hearing = frame_.session().hearing;
    Utterance said{.kind = Kind::Guide, .key = {}, .parts = {}};
    const content::Language& language = spoken(frame_.language());
    const InterfaceWords words(frame_.library(), language);
    if (hearing.silence == Silence::NoVoice || &language != &frame_.language()) {
      said.parts.push_back(part(language, words("hear.no-voice")));
      said.parts.push_back(part(language, words("hear.no-voice.text")));
    } else {
      said.parts.push_back(
          part(language, words(hearing.dark ? "speech.dark.text" : "speech.welcome")));
    }
    return said;
  }

 private:
  struct Spot {
    const Box* key;
    int index;
  };

  SpokenPart part(const content::Language& language, const std::string& shown) {
    return {language.tag, shown, read_out_.say(shown, language.tag)};
  }

  // The language itself, or the town's where nobody reads it out.
  const content::Language& spoken(const content::Language& language) const {
    if (spoken_language(language.tag) != nullptr)
      return language;
    const content::Language* german = frame_.library().language(fallback_language);
    return german == nullptr ? language : *german;
  }

  void take_key(Utterance& utterance) {
    const auto found = places_.find(utterance.key);
    if (found == places_.end())
      return;
    const auto& [key, index] = found->second;
    const content::Language* language = &frame_.language();
    if (key->action.kind == ActionKind::ChooseLanguage) {
      const content::Language* offered = frame_.library().language(key->action.argument);
      if (offered != nullptr)
        language = &spoken(*offered);
      if (offered != nullptr && language != offered)
        utterance.parts = {part(
            *language, InterfaceWords(frame_.library(), *language).language_name(offered->tag))};
    }
    const InterfaceWords words(frame_.library(), *language);
    const bool field = key->action.kind == ActionKind::PlaceCaret;
    utterance.role = part(
        *language,
        words(field ? "speech.field" : "speech.key") + ", " +
            words("speech.position",
                  {number("index", index), number("count", static_cast<long>(places_.size()))}));
  }

  const Frame& frame_;
  ReadOut& read_out_;
  std::map<std::string, Spot> places_;
};

}  // namespace

void guide_through(const Frame& frame, const Box& root, std::vector<Utterance>& speech,
                   ReadOut& read_out) {
  Guidance guidance(frame, root, read_out);
  for (Utterance& utterance : speech)
    guidance.take(utterance);
  speech.push_back(guidance.introduction());
}

}  // namespace kiosk
