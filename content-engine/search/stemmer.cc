#include "content-engine/search/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <span>

namespace content {

struct Stemmer::Algorithm {
  sb_stemmer* snowball = nullptr;
  ~Algorithm() {
    if (snowball != nullptr)
      sb_stemmer_delete(snowball);
  }
};

struct Named {
  std::string_view language, algorithm;
};
static constexpr std::array<Named, 21> snowball_languages{
    {{"ar", "arabic"},    {"da", "danish"},     {"de", "german"},   {"el", "greek"},
     {"en", "english"},   {"es", "spanish"},    {"fr", "french"},   {"hi", "hindi"},
     {"hu", "hungarian"}, {"hy", "armenian"},   {"it", "italian"},  {"lt", "lithuanian"},
     {"nl", "dutch"},     {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"},
     {"sr", "serbian"},   {"bs", "serbian"},    {"hr", "serbian"},  {"ta", "tamil"},
     {"tr", "turkish"}}};

// Endings of case, number and person, longest first; what is left has at least four letters.
struct Endings {
  std::string_view language;
  std::span<const std::string_view> endings;
};
static constexpr std::array<std::string_view, 33> ukrainian{
    "ення", "ання", "ями", "ами", "ому", "ого", "ими", "іми", "ової", "ові", "еві",
    "ях",   "ах",   "ям",  "ам",  "ою",  "ею",  "єю",  "ів",  "їв",   "ій",  "ий",
    "их",   "им",   "ої",  "і",   "ї",   "и",   "а",   "я",   "у",    "ю",   "е"};
static constexpr std::array<std::string_view, 28> polish{
    "owego", "owych", "ami", "ach", "ego", "emu", "ymi", "imi", "iem", "owi",
    "ów",    "om",    "em",  "ie",  "ia",  "iu",  "ej",  "ym",  "im",  "ych",
    "ich",   "ą",     "ę",   "a",   "e",   "i",   "o",   "y"};
static constexpr std::array<std::string_view, 21> bulgarian{
    "ията", "ите", "ата", "ята", "ото", "ето", "ият", "ове", "еве", "ия", "ът",
    "ят",   "та",  "то",  "те",  "ни",  "а",   "я",   "о",   "е",   "и"};
static constexpr std::array<std::string_view, 10> persian{"هایشان", "های", "هایی", "ها", "ترین",
                                                          "تر",     "ات",  "ان",   "ی",  "ۀ"};
static constexpr std::array<std::string_view, 12> kurdish{"ên", "ekê", "ekî", "an", "ek", "in",
                                                          "a",  "ê",   "e",   "î",  "o",  "i"};
static constexpr std::array<std::string_view, 12> albanian{"ave", "eve", "it", "in", "ve", "et",
                                                           "ën",  "at",  "ës", "i",  "a",  "e"};
static constexpr std::array<Endings, 9> ending_tables{{{"uk", ukrainian},
                                                       {"pl", polish},
                                                       {"bg", bulgarian},
                                                       {"mk", bulgarian},
                                                       {"fa", persian},
                                                       {"prs", persian},
                                                       {"ku", kurdish},
                                                       {"kmr", kurdish},
                                                       {"sq", albanian}}};

static std::string_view base_of(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

Stemmer::Stemmer(std::string_view language)
    : language_(base_of(language)), algorithm_(std::make_unique<Algorithm>()) {
  for (const auto& [tag, name] : snowball_languages)
    if (tag == language_)
      algorithm_->snowball = sb_stemmer_new(std::string(name).c_str(), "UTF_8");
}
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

static std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string Stemmer::stem(std::string_view plain) const {
  if (algorithm_->snowball != nullptr) {
    const auto* bytes = reinterpret_cast<const sb_symbol*>(plain.data());
    const sb_symbol* out =
        sb_stemmer_stem(algorithm_->snowball, bytes, static_cast<int>(plain.size()));
    const int length = sb_stemmer_length(algorithm_->snowball);
    if (out == nullptr || length <= 0)
      return std::string(plain);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
  }
  for (const auto& [tag, endings] : ending_tables)
    if (tag == language_)
      for (const std::string_view ending : endings)
        if (plain.ends_with(ending) && letters(plain) >= letters(ending) + 4)
          return std::string(plain.substr(0, plain.size() - ending.size()));
  return std::string(plain);
}

}  // namespace content
