#include "content-engine/search/folding.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>

namespace content {

static icu::UnicodeString view(std::u16string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

std::string to_utf8(std::u16string_view text) {
  std::string bytes;
  view(text).toUTF8String(bytes);
  return bytes;
}

std::u16string to_utf16(std::string_view text) {
  const icu::UnicodeString whole =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
  return {whole.getBuffer(), static_cast<std::size_t>(whole.length())};
}

static bool is_language(std::string_view tag, std::string_view base) {
  return tag.starts_with(base) && (tag.size() == base.size() || tag[base.size()] == '-');
}

static bool vanishes(UChar32 sign) {
  return sign == 0xB7 || sign == 0x2027 || sign == 0x640 ||
         u_hasBinaryProperty(sign, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

std::u16string prepared(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composed = icu::Normalizer2::getNFKCInstance(status);
  const icu::UnicodeString whole = composed->normalize(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), status);
  icu::UnicodeString kept;
  for (int32_t at = 0; at < whole.length(); at = whole.moveIndex32(at, 1))
    if (const UChar32 sign = whole.char32At(at); !vanishes(sign))
      kept.append(sign);
  return {kept.getBuffer(), static_cast<std::size_t>(kept.length())};
}

std::u16string lowered(std::u16string_view text, std::string_view language) {
  icu::UnicodeString lower = view(text);
  lower.toLower(icu::Locale(std::string(language).c_str()));
  return {lower.getBuffer(), static_cast<std::size_t>(lower.length())};
}

// Letters that are a spelling of another one and that no normalisation knows as such.
static std::u16string_view spelled(UChar32 sign) {
  switch (sign) {
    case 0x131:  // dotless i
      return u"i";
    case 0xDF:
      return u"ss";
    case 0xE6:
      return u"ae";
    case 0x153:
      return u"oe";
    case 0xF8:
      return u"o";
    case 0x142:  // ł
      return u"l";
    case 0x111:  // đ
    case 0xF0:
      return u"d";
    case 0xFE:
      return u"th";
    case 0x3C2:  // ς
      return u"\u03C3";
    case 0x491:  // ґ
      return u"\u0433";
    case 0x671:
      return u"\u0627";
    case 0x649:  // ى
    case 0x6CC:  // ی
      return u"\u064A";
    case 0x6A9:  // ک
      return u"\u0643";
    case 0x629:  // ة
    case 0x6C1:
    case 0x6BE:
    case 0x6D5:
      return u"\u0647";
    default:
      return {};
  }
}

// Tigrinya and Amharic write one sound with letters of different rows; a row is eight long.
static UChar32 ethiopic(UChar32 sign, std::string_view language) {
  struct Row {
    UChar32 from, to;
    bool only_amharic;
  };
  static constexpr std::array<Row, 5> rows{{{0x1220, 0x1230, false},
                                            {0x1340, 0x1338, false},
                                            {0x1210, 0x1200, true},
                                            {0x1280, 0x1200, true},
                                            {0x12D0, 0x12A0, true}}};
  for (const Row& row : rows)
    if (sign >= row.from && sign < row.from + 8 &&
        (!row.only_amharic || is_language(language, "am")))
      return row.to + (sign - row.from);
  return sign;
}

static std::u16string_view serbian(UChar32 sign) {
  static constexpr std::u16string_view cyrillic = u"абвгдђежзијклљмнњопрстћуфхцчџш";
  static constexpr std::array<std::u16string_view, 30> latin{
      u"a", u"b",  u"v", u"g", u"d", u"d", u"e", u"z", u"z", u"i", u"j", u"k", u"l", u"lj", u"m",
      u"n", u"nj", u"o", u"p", u"r", u"s", u"t", u"c", u"u", u"f", u"h", u"c", u"c", u"dz", u"s"};
  const auto at = sign > 0xFFFF ? cyrillic.npos : cyrillic.find(static_cast<char16_t>(sign));
  return at == cyrillic.npos ? std::u16string_view{} : latin[at];
}

// A mark on a letter is dropped where people leave it out, not where it makes another letter: й, ї
// and ў stay, ё becomes е; ѓ and ќ stay, a stress mark goes.
static bool is_dropped(UChar32 mark, UChar32 base) {
  if (u_charType(mark) != U_NON_SPACING_MARK)
    return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(base, &status)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
      return true;
    case USCRIPT_CYRILLIC:
      return (mark == 0x308 && base == 0x435) ||
             (mark == 0x301 && base != 0x433 && base != 0x43A) || mark == 0x300;
    default:
      return false;
  }
}

static void append(icu::UnicodeString& out, UChar32 sign, std::string_view language,
                   bool into_latin) {
  if (const int32_t digit = u_charDigitValue(sign); digit >= 0) {
    out.append(static_cast<char16_t>(u'0' + digit));
    return;
  }
  sign = ethiopic(sign, language);
  std::u16string_view other = spelled(sign);
  if (other.empty() && into_latin)
    other = serbian(sign);
  if (other.empty())
    out.append(sign);
  else
    out.append(other.data(), static_cast<int32_t>(other.size()));
}

// ae, oe, ue as ä, ö, ü were folded: to a, o, u. «neue» and «Quelle» have no umlaut.
static std::string without_umlauts(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size(); ++at) {
    out += word[at];
    if (at + 1 >= word.size() || word[at + 1] != 'e')
      continue;
    const char before = at == 0 ? ' ' : word[at - 1];
    if (word[at] == 'a' || word[at] == 'o' ||
        (word[at] == 'u' && std::string_view("aeiouq").find(before) == std::string_view::npos))
      ++at;
  }
  return out;
}

std::string folded(std::u16string_view word, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart =
      icu::Normalizer2::getNFKDInstance(status)->normalize(view(word), status);
  const bool into_latin =
      is_language(language, "sr") || is_language(language, "bs") || is_language(language, "hr");
  icu::UnicodeString kept;
  UChar32 base = 0;
  for (int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    const UChar32 sign = apart.char32At(at);
    if (is_dropped(sign, base) || vanishes(sign) || sign == 0x2BC)  // ʼ, an apostrophe
      continue;
    if (u_charType(sign) != U_NON_SPACING_MARK)
      base = sign;
    if (u_isalnum(sign) || (U_GET_GC_MASK(sign) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0)
      append(kept, sign, language, into_latin);
  }
  kept = icu::Normalizer2::getNFCInstance(status)->normalize(kept, status);
  std::string bytes;
  kept.toUTF8String(bytes);
  return is_language(language, "de") ? without_umlauts(bytes) : bytes;
}

}  // namespace content
