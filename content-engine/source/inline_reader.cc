#include "content-engine/source/inline_reader.h"

#include <algorithm>

#include "content-engine/source/source_text.h"

namespace content {

static constexpr std::string_view picture_scheme = "picture:";
static constexpr std::string_view pictogram_scheme = "pictogram:";
static constexpr std::string_view isolate_scheme = "isolate:";

InlineReader::InlineReader(LineMap& lines, const std::string& file, Positions& positions,
                           std::vector<Finding>& findings)
    : lines_(lines), file_(file), positions_(positions), findings_(findings) {}

void InlineReader::outside(int line, Sentence problem, Sentence advice) {
  findings_.push_back(
      {file_, line, Severity::Error, "markdown", std::move(problem), std::move(advice)});
}

int InlineReader::touch(std::string_view piece) {
  const int line = lines_.touch(piece);
  if (line_ == 0)
    line_ = line;
  else if (line > line_)
    positions_.note_break(file_, line_, text_.size() + 1, line);
  return line;
}

void InlineReader::emphasis(SpanKind kind) {
  text_.open(kind);
  opened_ = true;
}

void InlineReader::link(std::string_view href) {
  // The address stands behind the words it belongs to, which are still to come.
  const int line = lines_.see(href);
  link_line_ = line;
  if (href.starts_with("topic:")) {
    text_.open(SpanKind::TopicLink, std::string(href.substr(6)));
  } else if (href.starts_with("place:")) {
    text_.open(SpanKind::PlaceLink, std::string(href.substr(6)));
  } else if (href.starts_with(isolate_scheme)) {
    const std::string_view direction = href.substr(isolate_scheme.size());
    if (direction != "auto" && direction != "ltr" && direction != "rtl")
      outside(line, sentence("«%1» ist keine Richtung", "«%1» is no direction", {direction}),
              sentence("isolate:auto, isolate:ltr oder isolate:rtl schreiben",
                       "write isolate:auto, isolate:ltr or isolate:rtl"));
    text_.open(SpanKind::Isolate, std::string(direction));
  } else {
    text_.open(SpanKind::WebLink, std::string(href));
  }
}

void InlineReader::close_span(ElementText::Bracket bracket) {
  if (!text_.close(bracket))
    outside(std::max(lines_.last(), link_line_),
            sentence("Ein Verweis oder eine Hervorhebung hat keine Wörter",
                     "a link or an emphasis has no words"),
            sentence("[Wörter](topic:KENNUNG) schreiben", "write [words](topic:ID)"));
}

void InlineReader::open_picture(std::string_view source) {
  const int line = touch(source);
  ++in_picture_;
  if (source.starts_with(picture_scheme))
    cards_.push_back({ElementKind::Picture, std::string(source.substr(picture_scheme.size()))});
  else if (source.starts_with(pictogram_scheme) && empty())
    pictogram_ = source.substr(pictogram_scheme.size());
  else if (source.starts_with(pictogram_scheme))
    outside(line,
            sentence("Ein Piktogramm steht nur ganz am Anfang",
                     "a pictogram stands at the very start only"),
            sentence("das Piktogramm an den Anfang des Absatzes setzen",
                     "put it at the start of the paragraph"));
  else
    outside(line,
            sentence("Das Bild «%1» kommt von anderswo", "the picture «%1» is from elsewhere",
                     {source}),
            sentence("das Bild in pictures.csv eintragen und ![](picture:KENNUNG) schreiben",
                     "enter it in pictures.csv and write ![](picture:ID)"));
}

void InlineReader::close_picture() {
  --in_picture_;
}

void InlineReader::unknown_span() {
  outside(
      lines_.last(),
      sentence("Code (`) und Durchgestrichenes (~) gehören nicht zum Format",
               "code (`) and struck text (~) are not part of the format"),
      sentence("die Zeichen löschen oder \\ davor setzen", "delete the signs or put \\ before"));
}

void InlineReader::entity(std::string_view words) {
  outside(
      touch(words),
      sentence("«%1» ist eine Schreibweise von HTML", "«%1» is a way of writing of HTML", {words}),
      sentence("das Zeichen selbst schreiben", "type the character itself"));
  text_.append(words);
}

void InlineReader::soft_break() {
  text_.soft_break();
}

void InlineReader::hard_break() {
  text_.line_break();
  if (lines_.end_of_last_line() != '\\')
    outside(lines_.last(),
            sentence("Unsichtbare Leerzeichen am Zeilenende brechen hier die Zeile",
                     "invisible blanks at the end of the line break it here"),
            sentence("die Leerzeichen löschen; ist der Umbruch gemeint, \\ ans Zeilenende setzen",
                     "delete the blanks; if the break is meant, end the line with \\"));
}

void InlineReader::skip(std::string_view words) {
  lines_.touch(words);
}

// «Bürger*innen und Einwohner*innen»: Markdown takes the two stars for emphasis.
static bool opens_inside_a_word(const LineMap& lines, std::string_view words) {
  const char c = lines.before(words, 2);
  return lines.before(words) == '*' && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

void InlineReader::words(std::string_view words) {
  const int line = touch(words);
  if (opened_ && opens_inside_a_word(lines_, words))
    outside(line,
            sentence("Ein * mitten im Wort beginnt eine Hervorhebung",
                     "a * inside a word begins an emphasis"),
            sentence("ist der Stern gemeint, \\* schreiben", "if the star is meant, write \\*"));
  opened_ = false;
  if (in_picture_ > 0)
    outside(line,
            sentence("Die Bildbeschreibung steht im Text", "the picture's words are in the text"),
            sentence("![](picture:KENNUNG) schreiben; die Beschreibung gehört in pictures.csv",
                     "write ![](picture:ID); the words belong in pictures.csv"));
  else if (lines_.before(words) == '\\')
    text_.append(words);
  else
    plain(words);
}

// Signs that should have been markup and were not understood, and the placeholders.
void InlineReader::plain(std::string_view words) {
  const int line = lines_.last();
  std::size_t start = 0;
  while (start < words.size()) {
    const std::size_t at = words.find_first_of("{}<*`", start);
    text_.append(words.substr(start, at - start));
    if (at == std::string_view::npos)
      break;
    const std::size_t close = words[at] == '{' ? words.find('}', at) : std::string_view::npos;
    if (close != std::string_view::npos) {
      placeholder(words.substr(at + 1, close - at - 1));
      start = close + 1;
      continue;
    }
    const std::string sign(1, words[at]);
    outside(line,
            sentence("Das Zeichen %1 steht hier ohne Bedeutung", "%1 means nothing here", {sign}),
            sentence("das Zeichen löschen; ist es gemeint, \\%1 schreiben",
                     "delete it; if it is meant, write \\%1", {sign}));
    text_.append(sign);
    start = at + 1;
  }
  if (words.find("](") != std::string_view::npos || words.find("] (") != std::string_view::npos)
    outside(line, sentence("Das soll wohl ein Verweis sein", "this looks like a link"),
            sentence("[Wörter](topic:KENNUNG) ohne Leerzeichen schreiben",
                     "write [words](topic:ID) without blanks"));
}

void InlineReader::placeholder(std::string_view inside) {
  if (inside.starts_with("fact:"))
    text_.fact(trimmed(inside.substr(5)));
  else if (inside.starts_with("place:"))
    cards_.push_back({ElementKind::PlaceCard, std::string(trimmed(inside.substr(6)))});
  else
    outside(
        lines_.last(), sentence("{%1} ist unbekannt", "{%1} is unknown", {inside}),
        sentence("{fact:KENNUNG} oder {place:KENNUNG} schreiben", "write {fact:ID} or {place:ID}"));
}

void InlineReader::move_to(Element& element) {
  element.line = line_ != 0 ? line_ : lines_.touch_next();
  if (cards_.size() == 1 && text_.empty() && element.kind == ElementKind::Paragraph) {
    element.kind = cards_.front().kind;
    element.target = cards_.front().target;
  } else if (!cards_.empty()) {
    outside(element.line,
            sentence("«%1» steht nicht allein in einem Absatz",
                     "«%1» does not stand alone in a paragraph", {cards_.front().target}),
            sentence("davor und danach eine leere Zeile lassen",
                     "leave an empty line before and after it"));
  }
  const bool carries_pictogram = element.kind == ElementKind::Paragraph ||
                                 element.kind == ElementKind::Item ||
                                 element.kind == ElementKind::Heading;
  if (!pictogram_.empty() && carries_pictogram && !text_.empty())
    element.target = pictogram_;
  else if (!pictogram_.empty())
    outside(
        element.line,
        sentence("Das Piktogramm «%1» steht nicht vor einem Absatz oder Listenpunkt",
                 "the pictogram «%1» is not before a paragraph or a bulleted item", {pictogram_}),
        sentence("das Piktogramm löschen oder Text dahinter schreiben",
                 "delete it or write words after it"));
  if (!text_.move_to(element))
    outside(lines_.last(),
            sentence("Hervorhebungen und Verweise sind ineinander verschränkt",
                     "emphasis and links are entangled"),
            sentence("jede Hervorhebung ganz in oder ganz um den Verweis setzen, keine Sterne in "
                     "Adressen",
                     "put each emphasis wholly inside or around the link, no stars in addresses"));
  cards_.clear();
  pictogram_.clear();
  line_ = 0;
}

}  // namespace content
