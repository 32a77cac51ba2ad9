#include "content-engine/search/word_cutter.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "content-engine/search/folding.h"
#include "content-engine/search/stemmer.h"

namespace content {

// Longer ones are no words but a file's address or a hash.
static constexpr int32_t longest_word = 100;

struct WordCutter::Tools {
  std::string language;
  Stemmer stemmer;
  std::unique_ptr<icu::BreakIterator> words;
};

WordCutter::WordCutter(std::string_view language)
    : tools_(std::make_unique<Tools>(Tools{std::string(language), Stemmer(language), nullptr})) {
  UErrorCode status = U_ZERO_ERROR;
  tools_->words.reset(
      icu::BreakIterator::createWordInstance(icu::Locale(tools_->language.c_str()), status));
}
WordCutter::WordCutter(WordCutter&&) noexcept = default;
WordCutter::~WordCutter() = default;

namespace {

bool is_han(char16_t sign) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(sign, &status) == USCRIPT_HAN;
}

bool is_apostrophe(char16_t sign) {
  return sign == u'\'' || sign == u'\u2019' || sign == u'\u02BC';
}

bool is_hyphen(char16_t sign) {
  return sign == u'-' || sign == u'\u2010' || sign == u'\u2011';
}

// Words as they come from the text, joined to those before where the text does so.
class Words final {
 public:
  explicit Words(std::string_view language) : language_(language) {}

  void add(std::u16string_view word, std::size_t start) {
    const bool goes_on = start == end_ && is_han(word.front());
    if (!goes_on && !(start == end_ + 1 && after_hyphen_))
      end_chain();
    if (!is_han(word.front()))
      end_run();
    const std::size_t apostrophe = static_cast<std::size_t>(
        std::find_if(word.begin(), word.end(), is_apostrophe) - word.begin());
    end_ = start + word.size();
    if (apostrophe < word.size() && elides()) {  // l'école, dell'ufficio
      push(word.substr(0, apostrophe), false);
      push(word.substr(apostrophe + 1), false);
    } else if (apostrophe + 2 == word.size() && language_ == "en" && word.back() == u's') {
      push(word.substr(0, apostrophe), false);  // children's
    } else {
      push(word, false);
    }
    if (is_han(word.front()))
      run_ += word;
    else
      chain_.emplace_back(word);
  }

  void gap(char16_t sign) { after_hyphen_ = is_hyphen(sign); }

  std::vector<CutWord> take() {
    end_chain();
    return std::move(found_);
  }

 private:
  bool elides() const {
    return language_ == "fr" || language_ == "it" || language_ == "ca" || language_ == "pt";
  }

  void push(std::u16string_view shown, bool is_part) {
    const std::u16string plain = lowered(shown, language_);
    std::string bytes = folded(plain, language_);
    if (!bytes.empty())
      found_.push_back({std::move(bytes), to_utf8(plain), to_utf8(shown), is_part});
  }

  // «Bundes-Tag» is «Bundestag» as well.
  void end_chain() {
    end_run();
    std::u16string whole;
    for (const auto& word : chain_)
      whole += word;
    if (chain_.size() > 1)
      push(whole, true);
    chain_.clear();
  }

  // Where a dictionary cuts Chinese is not where everyone would: pairs find what it parted.
  void end_run() {
    for (std::size_t at = 0; at + 1 < run_.size(); ++at) {
      const std::u16string_view pair = std::u16string_view(run_).substr(at, 2);
      const std::string bytes = folded(pair, language_);
      if (std::none_of(found_.begin(), found_.end(),
                       [&](const CutWord& word) { return !word.is_part && word.folded == bytes; }))
        push(pair, true);
    }
    run_.clear();
  }

  std::string_view language_;
  std::vector<CutWord> found_;
  std::vector<std::u16string> chain_;  // words joined by hyphens
  std::u16string run_;                 // Chinese words without a gap
  std::size_t end_ = 0;
  bool after_hyphen_ = false;
};

}  // namespace

std::vector<CutWord> WordCutter::cut(std::string_view text) const {
  const std::u16string whole = prepared(text);
  const icu::UnicodeString units(false, whole.data(), static_cast<int32_t>(whole.size()));
  icu::BreakIterator& breaks = *tools_->words;
  breaks.setText(units);
  Words words(tools_->language);
  for (int32_t start = breaks.first(), end = breaks.next(); end != icu::BreakIterator::DONE;
       start = end, end = breaks.next()) {
    const std::size_t at = static_cast<std::size_t>(start);
    if (breaks.getRuleStatus() < UBRK_WORD_NONE_LIMIT)
      words.gap(end - start == 1 ? whole[at] : u' ');
    else if (end - start <= longest_word)
      words.add(std::u16string_view(whole).substr(at, static_cast<std::size_t>(end - start)), at);
  }
  return words.take();
}

std::string WordCutter::stem(const CutWord& word) const {
  if (word.is_part && is_han(to_utf16(word.plain).front()))
    return word.folded;
  std::string stem = folded(to_utf16(tools_->stemmer.stem(word.plain)), tools_->language);
  return stem.empty() ? word.folded : stem;
}

}  // namespace content
