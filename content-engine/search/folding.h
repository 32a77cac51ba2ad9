// Words as search compares them: what people write differently and mean alike becomes the same, and
// no more than that. Latin, Greek and Arabic letters lose their marks, Hindi, Thai and the like
// keep theirs, which are vowels. The same code folds the content and the question.
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace content {

// The text before it is cut into words: composed, and without the signs that stand invisibly inside
// words (soft hyphen, mediopunkt, ZWNJ, tatweel, marks of direction).
std::u16string prepared(std::string_view text);
// In lower case as the language writes it: Turkish I is ı.
std::u16string lowered(std::u16string_view text, std::string_view language);

// One word in lower case. Empty: nothing is left of it.
std::string folded(std::u16string_view word, std::string_view language);

std::string to_utf8(std::u16string_view text);
std::u16string to_utf16(std::string_view text);

}  // namespace content
