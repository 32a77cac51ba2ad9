#include "content-engine/source/source_text.h"

#include "content-engine/model/utf8.h"

namespace content {

static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Embeddings, overrides and isolates; the direction of a text comes from its language, and what
// must not turn round is isolated by the program.
static bool is_direction_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c <= 0x9F) || c == 0xFEFF ||
         c == 0xFFFC || (c & 0xFFFE) == 0xFFFE;
}

std::string clean_text(std::string_view bytes, const std::string& file,
                       std::vector<Finding>& findings) {
  if (bytes.starts_with(byte_order_mark))
    bytes.remove_prefix(byte_order_mark.size());
  std::string clean;
  clean.reserve(bytes.size());
  int line = 1;
  int reported = 0;  // one finding a line is enough
  const auto report = [&](std::string_view rule, Sentence problem, Sentence advice) {
    if (reported == line)
      return;
    reported = line;
    findings.push_back(
        {file, line, Severity::Error, std::string(rule), std::move(problem), std::move(advice)});
  };
  std::size_t at = 0;
  while (at < bytes.size()) {
    const Character character = character_at(bytes, at);
    const std::size_t start = at;
    at += character.length;
    char32_t c = character.value;
    if (c == '\r') {
      if (at < bytes.size() && bytes[at] == '\n')
        continue;
      c = '\n';
    }
    if (!character.valid) {
      report("text-encoding",
             sentence("Hier stehen Bytes, die kein UTF-8 sind", "bytes that are no UTF-8"),
             sentence("die Datei als UTF-8 speichern", "save the file as UTF-8"));
      clean += "\xEF\xBF\xBD";
    } else if (is_direction_control(c)) {
      report("direction-control",
             sentence("Das unsichtbare Richtungszeichen %1 steht im Text",
                      "the invisible direction control %1 is in the text", {code_point(c)}),
             sentence("das Zeichen löschen; die Richtung kommt aus der Sprache",
                      "delete it; direction comes from the language"));
    } else if (is_control(c) || c == replacement_character) {
      report("text-encoding",
             sentence("Das Zeichen %1 gehört in keinen Text", "the character %1 belongs in no text",
                      {code_point(c)}),
             sentence("das Zeichen löschen", "delete it"));
    } else if (c == '\n') {
      clean += '\n';
      ++line;
    } else {
      clean.append(bytes.substr(start, character.length));
    }
  }
  return clean;
}

std::string_view trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front()))
    text.remove_prefix(1);
  while (!text.empty() && blank(text.back()))
    text.remove_suffix(1);
  return text;
}

static bool is_id_with(std::string_view text, std::string_view joints) {
  bool after_joint = true;
  for (const char c : text) {
    const bool joint = joints.find(c) != std::string_view::npos;
    if (joint && after_joint)
      return false;
    if (!joint && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9'))
      return false;
    after_joint = joint;
  }
  return !after_joint;
}

bool is_id(std::string_view text) {
  return is_id_with(text, "-");
}
bool is_dotted_id(std::string_view text) {
  return is_id_with(text, "-.");
}

}  // namespace content
