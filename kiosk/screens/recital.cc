#include "kiosk/screens/recital.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "kiosk/screens/guidance.h"
#include "kiosk/speech/heard.h"
#include "kiosk/speech/read_out.h"
#include "kiosk/speech/sentences.h"
#include "kiosk/text/caret.h"

namespace kiosk {
namespace {

using Kind = Utterance::Kind;

// An utterance and where it stands.
struct Spot {
  Utterance utterance;
  Box* box = nullptr;  // of a text
  Extent extent;
  Color ground;  // under it
};

bool is_letter(const Action& action) {
  return action.kind == ActionKind::TypeText || action.kind == ActionKind::EraseBack ||
         action.kind == ActionKind::ChooseKeys;
}

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// What of its words a box shows: a long text may go on on the next page.
Extent shown_part(const Box& box) {
  const std::vector<Line>& lines = box.paint.text->lines;
  if (lines.empty())
    return {};
  return {lines.front().start, lines.back().end};
}

class Reciter {
 public:
  Reciter(const Frame& frame, ReadOut& read_out) : frame_(frame), read_out_(read_out) {}

  void take(Box& box, Kind key_kind, Color ground) {
    if (box.paint.fill && box.paint.fill->alpha == 255)
      ground = *box.paint.fill;
    if (box.role == Role::Key) {
      take_key(box, is_letter(box.action) ? Kind::Letter : key_kind);
      return;
    }
    if (box.paint.text)
      take_text(box, key_kind == Kind::Head ? Kind::Head : Kind::Text, ground);
    else if (!box.spoken.empty())
      add(Kind::Picture, {part(box.language, box.spoken)});
    for (Box& child : box.children)
      take(child, kind_below(child, key_kind), ground);
  }

  std::vector<Spot> finish() {
    // A machine's draft is called one first; the bar comes after the page, the head last.
    const Color notice = frame_.colors().notice;
    const auto rank = [&](const Spot& spot) {
      return spot.utterance.kind == Kind::Head                                                 ? 3
             : spot.utterance.kind == Kind::Bar                                                ? 2
             : spot.box != nullptr && spot.box->name == "badge/words" && spot.ground == notice ? 0
                                                                                               : 1;
    };
    std::stable_sort(spots_.begin(), spots_.end(),
                     [&](const Spot& a, const Spot& b) { return rank(a) < rank(b); });
    return std::move(spots_);
  }

 private:
  static Kind kind_below(const Box& child, Kind kind) {
    return child.name == "bar"                                  ? Kind::Bar
           : child.name == "head"                               ? Kind::Head
           : child.name == "actions" || child.name == "hearing" ? Kind::Row
                                                                : kind;
  }

  SpokenPart part(const std::string& language, std::string_view shown) {
    const std::string& tag = language.empty() ? frame_.language().tag : language;
    return {tag, std::string(shown), read_out_.say(shown, tag), clip(tag, shown)};
  }

  content::Sound clip(const std::string& tag, std::string_view shown) const {
    return has_voice(tag) ? nullptr : frame_.library().clip(tag, shown);
  }

  // Recordings are of whole sentences or whole paragraphs, also where a page ends between: then
  // they are heard where they begin.
  void take_recorded(Box& box, Kind kind, Color ground, const std::string& tag, Extent shown) {
    const std::string_view words = box.paint.text->text;
    std::vector<Extent> pieces{{0, static_cast<std::uint32_t>(words.size())}};
    if (kind != Kind::Heading && !clip(tag, words))
      pieces = sentences(words, tag);
    for (const Extent& piece : pieces) {
      const Extent seen{std::max(piece.start, shown.start), std::min(piece.end, shown.end)};
      if (seen.start >= seen.end)
        continue;
      SpokenPart made = part(tag, words.substr(seen.start, seen.end - seen.start));
      made.clip = piece.start < shown.start
                      ? nullptr
                      : clip(tag, words.substr(piece.start, piece.end - piece.start));
      spots_.push_back({{kind, {}, {std::move(made)}}, &box, seen, ground});
    }
  }

  void add(Kind kind, std::vector<SpokenPart> parts, std::string key = {}) {
    if (!parts.empty())
      spots_.push_back({{kind, std::move(key), std::move(parts)}, nullptr, {}, {}});
  }

  void take_text(Box& box, Kind kind, Color ground) {
    const std::string& words = box.paint.text->text;
    const Extent shown = shown_part(box);
    if (shown.end > words.size() || shown.start >= shown.end)
      return;
    const std::string_view text =
        std::string_view(words).substr(shown.start, shown.end - shown.start);
    const std::string& tag = box.language.empty() ? frame_.language().tag : box.language;
    std::vector<Extent> pieces{{0, static_cast<std::uint32_t>(text.size())}};
    if (box.role == Role::Heading)
      kind = Kind::Heading;
    else if (has_voice(tag))
      pieces = sentences(text, tag);
    if (!has_voice(tag)) {
      take_recorded(box, kind, ground, tag, shown);
      return;
    }
    for (const Extent& piece : pieces)
      spots_.push_back({{kind, {}, {part(tag, text.substr(piece.start, piece.end - piece.start))}},
                        &box,
                        {shown.start + piece.start, shown.start + piece.end},
                        ground});
  }

  // All that stands on a key is said with it; a word of its own only where that says more, and then
  // not what it holds once more.
  void take_key(const Box& box, Kind kind) {
    std::vector<SpokenPart> parts;
    collect(box, parts);
    const bool told = std::any_of(parts.begin(), parts.end(), [&](const SpokenPart& known) {
      return known.shown == box.spoken;
    });
    if (!box.spoken.empty() && !told) {
      const std::string spoken = on_one_line(box.spoken);
      std::erase_if(parts, [&](const SpokenPart& known) {
        return spoken.find(on_one_line(known.shown)) != std::string::npos;
      });
      parts.insert(parts.begin(), part(box.language, box.spoken));
    }
    add(kind, std::move(parts), box.name);
  }

  void collect(const Box& box, std::vector<SpokenPart>& parts) {
    for (const Box& child : box.children) {
      if (child.paint.text && !child.paint.text->text.empty())
        parts.push_back(part(child.language, child.paint.text->text));
      else if (!child.spoken.empty())
        parts.push_back(part(child.language, child.spoken));
      collect(child, parts);
    }
  }

  const Frame& frame_;
  ReadOut& read_out_;
  std::vector<Spot> spots_;
};

// The sunk ground of the look; on a sunk ground the paper's. Where themes have one ground only, a
// line below the words.
void mark(const Frame& frame, const Spot& spot) {
  if (spot.box == nullptr)
    return;
  const Palette& colors = frame.colors();
  const Paint& paint = spot.box->paint;
  const CaretMap map(*paint.text, paint.text->text);
  for (const Stripe& stripe : map.stripes(spot.extent.start, spot.extent.end)) {
    Ground ground;
    const int around = frame.px(6);
    ground.rect = {static_cast<int>(std::floor(paint.text_x + stripe.left)) - around,
                   static_cast<int>(std::floor(paint.text_y + stripe.top)),
                   static_cast<int>(std::ceil(stripe.width)) + 2 * around,
                   static_cast<int>(std::ceil(stripe.height))};
    ground.color = spot.ground == colors.sunk ? colors.paper : colors.sunk;
    if (colors.contrast) {
      const int line = frame.px(6);
      ground.rect.y += ground.rect.height - line;
      ground.rect.height = line;
      ground.color = paint.foreground;
    }
    spot.box->marked.push_back(ground);
  }
}

}  // namespace

std::vector<Utterance> recite(const Frame& frame, Box& root, int marked) {
  // Patterns only, dear to make; one set a thread.
  static thread_local ReadOut read_out;
  Reciter reciter(frame, read_out);
  reciter.take(root, Kind::Key, frame.colors().paper);
  std::vector<Spot> spots = reciter.finish();
  if (marked >= 0 && marked < static_cast<int>(spots.size()))
    mark(frame, spots[static_cast<std::size_t>(marked)]);
  std::vector<Utterance> utterances;
  for (Spot& spot : spots)
    utterances.push_back(std::move(spot.utterance));
  if (frame.session().hearing.guided)
    guide_through(frame, root, utterances, read_out);
  return utterances;
}

std::string speech_log(const std::vector<Utterance>& speech) {
  constexpr std::array<std::string_view, 9> kinds{"text",   "heading", "picture", "key",  "row",
                                                  "letter", "bar",     "head",    "guide"};
  std::string log;
  for (const Utterance& utterance : speech) {
    log += kinds.at(static_cast<std::size_t>(utterance.kind));
    if (!utterance.key.empty())
      log += " " + utterance.key;
    for (const SpokenPart& part : utterance.parts)
      log += "  " + part.language + ": " + part.said;
    if (utterance.role)
      log += "  (" + utterance.role->language + ": " + utterance.role->said + ")";
    log += "\n";
  }
  return log;
}

}  // namespace kiosk
