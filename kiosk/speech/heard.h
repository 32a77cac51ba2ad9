// Whether and how a piece can be heard: by the voice of its language, by what somebody recorded
// where there is no voice, else not at all. Never by the voice of another language (R33).
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

#include "kiosk/speech/utterance.h"
#include "kiosk/speech/voice.h"

namespace kiosk {

// Where recordings are asked for: languages with a voice have none.
bool has_voice(std::string_view language);

// By number, pace and loudness of the saying given; none: it can only be read.
std::optional<Saying> heard(const SpokenPart& part, Saying how);

}  // namespace kiosk
