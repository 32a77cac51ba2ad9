#include "kiosk/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace kiosk {

namespace {

constexpr std::size_t page_count = 0x110000 / 256;

bool raises_level(UChar32 c) {
  switch (u_charDirection(c)) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
    case U_ARABIC_NUMBER:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_FIRST_STRONG_ISOLATE:
      return true;
    default:
      return false;
  }
}

std::uint16_t order_flags(UChar32 c) {
  std::uint16_t flags = raises_level(c) ? Character::RightToLeft : 0;
  switch (u_charDirection(c)) {
    case U_WHITE_SPACE_NEUTRAL:
    case U_SEGMENT_SEPARATOR:
    case U_BLOCK_SEPARATOR:
      flags |= Character::Hangs;
      break;
    case U_EUROPEAN_NUMBER:
    case U_EUROPEAN_NUMBER_SEPARATOR:
    case U_EUROPEAN_NUMBER_TERMINATOR:
    case U_COMMON_NUMBER_SEPARATOR:
      flags |= Character::NumberPart;
      break;
    case U_BOUNDARY_NEUTRAL:
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_FIRST_STRONG_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
      flags |= Character::Transparent;
      break;
    default:
      break;
  }
  return flags;
}

Character describe(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  Character character;
  const UScriptCode script = uscript_getScript(c, &status);
  character.script = U_SUCCESS(status) ? static_cast<Script>(script) : script_common;
  character.grapheme =
      static_cast<std::uint8_t>(u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK));

  std::uint16_t flags = order_flags(c);
  const auto type = u_charType(c);
  if (type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR)
    flags |= Character::Silent;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0)
    flags |= Character::Ignorable;
  if (type == U_SPACE_SEPARATOR)
    flags |= Character::Space;
  switch (u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
    case U_BPT_OPEN:
      flags |= Character::OpensBracket;
      break;
    case U_BPT_CLOSE:
      flags |= Character::ClosesBracket;
      break;
    default:
      break;
  }
  if (script <= USCRIPT_INHERITED) {
    UScriptCode extensions[2];
    status = U_ZERO_ERROR;
    const int count = uscript_getScriptExtensions(c, extensions, 2, &status);
    if (count > 1 || (count == 1 && extensions[0] > USCRIPT_INHERITED))
      flags |= Character::ManyScripts;
  }
  if (u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) != 0)
    flags |= Character::Pictograph;
  if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION) != 0)
    flags |= Character::DrawnAsEmoji;
  if (type == U_DECIMAL_DIGIT_NUMBER)
    flags |= Character::Digit;
  const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  if (script == USCRIPT_COMMON && (width == U_EA_FULLWIDTH || width == U_EA_WIDE))
    flags |= Character::Wide;
  if (script == USCRIPT_LATIN && u_isalpha(c) != 0)
    flags |= Character::Latin;
  // A no-break space never hangs: the line cannot end there.
  if (c == 0x00A0 || c == 0x202F || c == 0x2007)
    flags = static_cast<std::uint16_t>(flags & ~Character::Hangs);
  if (c == 0x2007)  // but it is white space to rule L1, where the other two are separators
    flags |= Character::Transparent;
  character.flags = flags;
  return character;
}

}  // namespace

Characters::Characters() : pages_(page_count) {}

const Character& Characters::load(char32_t code_point) {
  auto page = std::make_unique<Page>();
  const UChar32 first = static_cast<UChar32>(code_point & ~char32_t{0xFF});
  for (UChar32 i = 0; i < 256; ++i)
    (*page)[static_cast<std::size_t>(i)] = describe(first + i);
  pages_[code_point >> 8] = std::move(page);
  return (*pages_[code_point >> 8])[code_point & 0xFF];
}

Script Characters::script_among(char32_t code_point, Script wanted, Script second) {
  const auto c = static_cast<UChar32>(code_point);
  for (const Script script : {wanted, second})
    if (uscript_hasScript(c, static_cast<UScriptCode>(script)) != 0)
      return script;
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode extensions[64];
  const int count = uscript_getScriptExtensions(c, extensions, 64, &status);
  return U_SUCCESS(status) && count > 0 ? static_cast<Script>(extensions[0]) : wanted;
}

bool east_asian(Script script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO;
}

Script script_from_name(std::string_view iso15924) {
  const std::string name(iso15924);
  const int32_t value = u_getPropertyValueEnum(UCHAR_SCRIPT, name.c_str());
  return value == UCHAR_INVALID_CODE ? script_common : static_cast<Script>(value);
}

std::string script_name(Script script) {
  const char* name = uscript_getShortName(static_cast<UScriptCode>(script));
  return name == nullptr ? "Zzzz" : name;
}

bool runs_right_to_left(Script script) {
  return uscript_isRightToLeft(static_cast<UScriptCode>(script)) != 0;
}

}  // namespace kiosk
