// label-tile, label-bar: what the look has no room for is refused here and not cut on the screen.
// Widths are those of the look on the 22-inch panel, in its pixels.
#include <algorithm>
#include <array>

#include "content-engine/rules/inspection.h"
#include "content-engine/rules/rules.h"

namespace content {

using kiosk::ParagraphRequest;
using kiosk::Stretch;
using kiosk::TextStyle;
using kiosk::Weight;

namespace {

// Room for a label beside the picture of a tile: width of the key less outline, picture and
// padding.
struct Room {
  float width;
  float size;
};

}  // namespace

static constexpr float small = 41;       // S
static constexpr float tile_label = 44;  // T
static constexpr std::array<Room, 2> portrait_tile{
    {{482 - 2 - 116 - 22 - 8, tile_label}, {482 - 2 - 116 - 22 - 8, small}}};
static constexpr std::array<Room, 1> landscape_tile{{{441 - 2 - 108 - 22 - 8, small}}};
static constexpr std::array<Room, 2> group_tile{
    {{482 - 2 - 160 - 22 - 8, tile_label}, {482 - 2 - 160 - 22 - 8, small}}};
static constexpr std::string_view situation_key = "situation.";
static constexpr float bar_width = 164;  // of the narrower keys, across
static constexpr std::size_t most_lines = 2;

static float width_of(Inspection& inspection, const std::string& text, const std::string& language,
                      const TextStyle& style) {
  ParagraphRequest request;
  request.text = text;
  request.language = language;
  request.style = style;
  return inspection.text.layout(request).width;
}

// A line may end where the language ends one; a word that alone is too wide would be torn.
static bool fits(Inspection& inspection, const std::string& text, const std::string& language,
                 const Room& room) {
  ParagraphRequest request;
  request.text = text;
  request.language = language;
  request.style.size = room.size;
  request.style.weight = Weight::SemiBold;
  request.style.line_height = 1.16F;
  request.width = room.width;
  const kiosk::Paragraph paragraph = inspection.text.layout(request);
  if (paragraph.lines.size() > most_lines)
    return false;
  return std::all_of(paragraph.lines.begin(), paragraph.lines.end(), [&](const kiosk::Line& line) {
    const bool last = line.end >= text.size();
    const bool at_border =
        last || text[line.end] == ' ' || text[line.end - 1] == ' ' || text[line.end - 1] == '-' ||
        text[line.end - 1] == '\n' ||
        static_cast<unsigned char>(text[line.end]) >= 0xE3;  // Han: between any two
    return line.width <= room.width && at_border;
  });
}

template <std::size_t N>
static bool fits_one(Inspection& inspection, const std::string& text, const std::string& language,
                     const std::array<Room, N>& rooms) {
  return std::any_of(rooms.begin(), rooms.end(),
                     [&](const Room& room) { return fits(inspection, text, language, room); });
}

// A situation of imported pages alone has its words from elsewhere; there the screen makes do with
// narrower letters.
static Severity severity_for(const Edition& edition, const std::string& situation) {
  bool imported = false;
  for (const Topic& topic : edition.topics) {
    if (std::find(topic.situations.begin(), topic.situations.end(), situation) ==
        topic.situations.end())
      continue;
    if (topic.form == TopicForm::Blocks)
      return Severity::Error;
    imported = true;
  }
  return imported ? Severity::Warning : Severity::Error;
}

static void report_tile(Inspection& inspection, Severity severity, const std::string& file,
                        int line, const std::string& key) {
  inspection.add(file, line, severity, "label-tile",
                 sentence("%1 passt nicht in zwei Zeilen auf die Taste",
                          "%1 does not fit on its key in two lines", {key}),
                 sentence("ein kürzeres Wort wählen", "choose a shorter word"));
}

static void check_bar_word(Inspection& inspection, const std::string& file, int line,
                           const std::string& key, const std::string& text,
                           const std::string& language) {
  for (const Stretch stretch :
       {Stretch::SemiCondensed, Stretch::Condensed, Stretch::ExtraCondensed}) {
    const TextStyle style{.size = small, .weight = Weight::Medium, .stretch = stretch};
    if (width_of(inspection, text, language, style) <= bar_width)
      return;
  }
  inspection.error(file, line, "label-bar",
                   sentence("%1 ist zu breit für die Leiste", "%1 is too wide for the bar", {key}),
                   sentence("ein kürzeres Wort wählen, höchstens etwa neun Buchstaben",
                            "choose a shorter word, nine letters at most"));
}

void check_labels(Inspection& inspection) {
  for (const auto& [tag, words] : inspection.edition.words) {
    const std::string file = "interface/" + tag + ".ini";
    for (const auto& [key, text] : words) {
      const int line = inspection.line_of(file, key);
      if (key.starts_with("bar."))
        check_bar_word(inspection, file, line, key, text, tag);
      else if (key.starts_with(situation_key) && (!fits_one(inspection, text, tag, portrait_tile) ||
                                                  !fits_one(inspection, text, tag, landscape_tile)))
        report_tile(inspection, severity_for(inspection.edition, key.substr(situation_key.size())),
                    file, line, key);
      else if (key.starts_with("group.") && !fits_one(inspection, text, tag, group_tile))
        report_tile(inspection, Severity::Error, file, line, key);
    }
  }
}

}  // namespace content
