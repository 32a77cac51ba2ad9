#include "kiosk/text/coverage.h"

#include <unicode/ulocdata.h>
#include <unicode/unistr.h>
#include <unicode/uset.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

namespace kiosk {

namespace {

struct CloseSet {
  void operator()(USet* set) const { uset_close(set); }
};
struct CloseData {
  void operator()(ULocaleData* data) const { ulocdata_close(data); }
};

constexpr char32_t dotted_circle = 0x25CC;
constexpr std::string_view signs = "0123456789.,:;-–()/%€§@&+?!„“\"' ";

// Romani has no locale data; it is written here with the letters of Romanian. Dari and Kurmanji
// have theirs under another tag.
std::string data_tag(const std::string& language, const std::string& shaping) {
  return language == "rom" ? "ro" : shaping;
}

void add_set(const std::string& tag, ULocaleDataExemplarSetType type,
             std::vector<std::string>& clusters) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<ULocaleData, CloseData> data(ulocdata_open(tag.c_str(), &status));
  if (U_FAILURE(status))
    return;
  const std::unique_ptr<USet, CloseSet> set(
      ulocdata_getExemplarSet(data.get(), nullptr, 0, type, &status));
  if (U_FAILURE(status))
    return;
  for (std::int32_t i = 0; i < uset_getItemCount(set.get()); ++i) {
    UChar32 first = 0;
    UChar32 last = 0;
    char16_t text[64];
    status = U_ZERO_ERROR;
    const auto length = uset_getItem(set.get(), i, &first, &last, text, 64, &status);
    if (U_FAILURE(status))
      continue;
    const auto add = [&](const icu::UnicodeString& string) {
      std::string utf8;
      clusters.push_back(string.toUTF8String(utf8));
    };
    if (length >= 2)
      add(icu::UnicodeString(text, length));
    else
      for (UChar32 c = first; c <= last; ++c)
        add(icu::UnicodeString(c));
  }
}

std::string weight_name(Weight weight) {
  static constexpr const char* names[] = {"regular", "medium", "semibold", "bold"};
  return names[static_cast<std::size_t>(weight)];
}

// A mark of the language stands on a letter of it, as in a text; alone it would have to be circled.
bool is_mark(const std::string& utf8) {
  const auto c = icu::UnicodeString::fromUTF8(utf8).char32At(0);
  return (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
}

// An independent vowel takes no vowel sign, so that in Indic scripts it has to be a consonant.
std::string base_for(const std::vector<std::string>& clusters) {
  std::string letter = "o";
  for (const std::string& cluster : clusters) {
    const auto c = icu::UnicodeString::fromUTF8(cluster).char32At(0);
    if (u_getIntPropertyValue(c, UCHAR_INDIC_SYLLABIC_CATEGORY) == U_INSC_CONSONANT)
      return cluster;
    if (letter == "o" && u_charType(c) == U_OTHER_LETTER)
      letter = cluster;
  }
  return letter;
}

}  // namespace

std::vector<std::string> letters_of(const std::string& language, const std::string& shaping) {
  std::vector<std::string> clusters;
  const std::string tag = data_tag(language, shaping);
  add_set(tag, ULOCDATA_ES_STANDARD, clusters);
  const std::string base = base_for(clusters);
  add_set(tag, ULOCDATA_ES_PUNCTUATION, clusters);
  for (std::size_t i = 0; i < signs.size();) {
    const auto lead = static_cast<unsigned char>(signs[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3;
    clusters.emplace_back(signs.substr(i, length));
    i += length;
  }
  for (std::string& cluster : clusters)
    if (is_mark(cluster))
      cluster.insert(0, base);
  return clusters;
}

std::vector<Coverage> coverage(Typesetter& typesetter) {
  std::vector<Coverage> rows;
  Faces& faces = typesetter.faces();
  const auto& files = typesetter.stack().files();
  for (const std::string& language : typesetter.stack().languages()) {
    const std::vector<std::string> clusters =
        letters_of(language, typesetter.stack().language(language).shaping);
    for (const Weight weight : {Weight::Regular, Weight::Medium, Weight::SemiBold, Weight::Bold}) {
      Coverage row{language, weight, static_cast<int>(clusters.size()), {}, {}, {}};
      std::map<std::string, int> used;
      for (const std::string& cluster : clusters) {
        ParagraphRequest request;
        request.text = cluster;
        request.language = language;
        request.style.weight = weight;
        bool missing = false;
        bool circled = false;
        const Paragraph paragraph = typesetter.set(request);
        for (const Glyph& glyph : paragraph.lines.at(0).glyphs) {
          missing = missing || glyph.id == 0;
          circled = circled || glyph.id == faces.glyph(glyph.font, dotted_circle);
          ++used[files[glyph.font].path.filename().string()];
        }
        row.missing += missing ? cluster : "";
        row.circled += circled ? cluster : "";
      }
      for (const auto& [font, count] : used)
        row.fonts.push_back(font);
      std::stable_sort(row.fonts.begin(), row.fonts.end(),
                       [&](const auto& a, const auto& b) { return used[a] > used[b]; });
      rows.push_back(std::move(row));
    }
  }
  return rows;
}

bool complete(const std::vector<Coverage>& rows) {
  return std::all_of(rows.begin(), rows.end(), [](const Coverage& row) { return row.complete(); });
}

std::string table(const std::vector<Coverage>& rows) {
  std::string out;
  for (const Coverage& row : rows) {
    char start[64];
    std::snprintf(start, sizeof start, "%-8s %-8s %4d %-8s", row.language.c_str(),
                  weight_name(row.weight).c_str(), row.clusters,
                  row.complete() ? "complete" : "LACKS");
    out += start;
    if (!row.missing.empty())
      out += " missing " + row.missing;
    if (!row.circled.empty())
      out += " circled " + row.circled;
    for (const std::string& font : row.fonts)
      out += " " + font;
    out += "\n";
  }
  return out;
}

}  // namespace kiosk
