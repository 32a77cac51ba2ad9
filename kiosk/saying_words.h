// What reading aloud and speech mode share: how an utterance is known again, and how a part of it
// is handed to the voice. SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kiosk/screens/screen.h"
#include "kiosk/speech/voice.h"

namespace kiosk {

// Everything it shows, one line a part: the same text, the same utterance.
std::string text_of(const Utterance& utterance);
// What is no part of the page's message: keys that do something with the page, the bar, the head.
bool is_read(const Utterance& utterance);
// Whom the page speaks to: the language of most of its words.
std::string main_language(const Scene& scene);
// Whether whom it speaks to would hear anything of its message, by a voice or by recordings.
bool is_heard(const Scene& scene);
// Nothing where neither a voice speaks the part's language nor anybody has recorded it.
std::optional<Saying> saying_of(const SpokenPart& part, const Session& session,
                                std::uint64_t number);

}  // namespace kiosk
