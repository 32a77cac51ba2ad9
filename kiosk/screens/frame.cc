#include "kiosk/screens/frame.h"

#include <algorithm>

#include "kiosk/screens/hearing_row.h"
#include "kiosk/widgets/arrange.h"
#include "kiosk/widgets/head.h"

namespace kiosk {
namespace {

// The visitor's language; before she has chosen, the town's. A bundle without either still shows.
content::Language language_of(const Session& session, const content::Library& library) {
  for (const std::string& tag : {session.language, library.town().default_language})
    if (const content::Language* language = library.language(tag))
      return *language;
  if (!library.languages().empty())
    return library.languages().front();
  content::Language german;
  german.tag = "de";
  german.format_locale = "de-DE";
  return german;
}

bool has_text(const Session& session, const content::Library& library, content::Date today,
              const std::string& language) {
  const std::string& tag = session.language_of_topic.empty() ? language : session.language_of_topic;
  return static_cast<bool>(library.page(session.place().id, tag, today));
}

// A topic that is not there in her language is a list of keys.
bool is_read_on(const Session& session, const content::Library& library, content::Date today,
                const std::string& language) {
  if (session.hearing.state == Hearing::State::Off)
    return false;
  switch (session.place().screen) {
    case ScreenKind::Topic:
      return has_text(session, library, today, language);
    case ScreenKind::PlaceCard:
    case ScreenKind::Offering:
    case ScreenKind::About:
      return true;
    default:
      return false;
  }
}

// How much room words take: in Nastaliq lines are twice as high, in other scripts they are higher
// or words longer than in Latin letters.
enum class Room { Usual, More, Most };
Room room_of(const content::Language& language) {
  return language.tag == "ur" ? Room::Most : language.script == "Latn" ? Room::Usual : Room::More;
}

// As large as she wants it and the panel has room for. A low hand leaves 700 rows for keys, and
// across 600 for the whole page: upright, words grow as far as one key of the longest list still
// fits; across they stay as designed, which is 0.7° already. Across, one part of a page must fit
// above the keys in one piece, and so must one beside the rows of keys that reading aloud has.
// Found by examining every screen in every language; a page that measures itself would know better.
TextSize largest_size(const Session& session, const content::Library& library, content::Date today,
                      const content::Language& language, const Panel& panel) {
  const Room room = room_of(language);
  const bool read_aloud = session.hearing.state != Hearing::State::Off;  // with keys of its own
  const ScreenKind screen = session.place().screen;
  const bool takes = screen == ScreenKind::TakeAlong;  // its code is as large as a camera needs it
  if (session.low_reach) {
    if (!panel.portrait() || read_aloud)
      return TextSize::Normal;
    return room == Room::Most || takes ? TextSize::Plus1 : TextSize::Plus2;
  }
  if (!panel.portrait() && room == Room::Most)
    return TextSize::Normal;
  if (panel.portrait() && read_aloud)
    return TextSize::Plus1;
  const bool in_parts = screen == ScreenKind::PlaceCard || screen == ScreenKind::Topic ||
                        screen == ScreenKind::BesideGerman || screen == ScreenKind::TopicsOfGroup;
  if (room == Room::Most || (panel.portrait() && takes) ||
      (!panel.portrait() && (room == Room::More || in_parts)))
    return TextSize::Plus2;
  if (screen == ScreenKind::Topic && session.text_size == TextSize::Plus3 &&
      !has_text(session, library, today, language.tag))
    return TextSize::Plus2;
  return TextSize::Plus3;
}

}  // namespace

Frame::Frame(const Session& session, const content::Library& library, const Moment& moment,
             const Panel& panel, TextEngine& text)
    : session_(session),
      library_(library),
      moment_(moment),
      language_(language_of(session, library)),
      look_{panel, session.theme,
            std::min(session.text_size,
                     largest_size(session, library, moment.today, language_, panel)),
            session.low_reach},
      words_(library, language_),
      type_(text, look_, language_.tag, language_.direction, language_.direction),
      reads_on_(is_read_on(session, library, moment.today, language_.tag)) {}

BarShape Frame::bar_shape() const {
  if (!portrait())
    return {1, 10};
  return nobody_here() ? BarShape{1, 5} : BarShape{2, 5};
}

int Frame::bottom() const {
  return bar_top() - hearing_row_height(*this);
}

int Frame::top() const {
  return look_.low_reach ? head_height(look_) : std::max(head_height(look_), look_.reach_row());
}

int Frame::within_reach(Content& content, int top) const {
  const int down = look_.low_reach ? std::max(0, look_.reach_row() - top) : 0;
  for (Box& box : content.boxes)
    box = moved(std::move(box), 0, down);
  return top + down;
}

Scribe Frame::type_in(const std::string& tag) const {
  const content::Language* other = library_.language(tag);
  return other == nullptr ? type_ : type_.in(other->tag, other->direction);
}

std::string Frame::endonym(const std::string& tag) const {
  const content::Language* language = library_.language(tag);
  std::string name = language == nullptr ? tag : language->endonym;
  std::replace(name.begin(), name.end(), '\n', ' ');
  return name;
}

Box Frame::title(const std::string& words, int width) const {
  const Type size = portrait() ? Type::XL : Type::L;
  Box box = type_.text("title", {words},
                       {.type = size, .weight = Weight::Bold, .color = colors().ink}, width);
  box.role = Role::Heading;
  return box;
}

Box Frame::subtitle(const std::string& words, int width) const {
  return type_.text("subtitle", {words}, {.type = Type::S, .color = colors().ink_soft}, width);
}

std::vector<ActionKey> Frame::page_keys(int page, int pages) const {
  std::vector<ActionKey> keys;
  if (pages < 2)
    return keys;
  const bool last = page + 1 == pages;
  if (last) {
    keys.push_back({"page:first",
                    {ActionKind::FirstPage, {}},
                    words_("topic.go-to-page", {number("page", 1)}),
                    "previous",
                    Rank::Plain});
    return keys;
  }
  if (page > 0)
    keys.push_back({"page:previous",
                    {ActionKind::PreviousPage, {}},
                    words_("topic.go-to-page", {number("page", page)}),
                    "previous",
                    Rank::Plain});
  keys.push_back(
      {"page:next", {ActionKind::NextPage, {}}, words_("topic.next"), "next", Rank::Main});
  return keys;
}

Box Frame::actions(const std::vector<ActionKey>& keys) const {
  return moved(action_row(type_, keys, width()), start(), action_top());
}

int shown_page(const Session& session, int pages) {
  return std::clamp(session.place().page, 0, std::max(0, pages - 1));
}

}  // namespace kiosk
